"""Unconfirmed doctrine is chosen where an exercise is opened, and the brief says so."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.people import People
from tools.browser.served import Served

pytestmark = pytest.mark.browser

DRILL = "Drill: the RTF at the door"


@pytest.mark.parametrize("ticked", [False, True])
def test_rules_that_no_text_confirms_are_a_choice(
    people: People, served: Served, ticked: bool
) -> None:
    """Off unless somebody ticks it; ticked, the brief and the menu name it."""
    screen = people.sit(served.address)
    screen.page.get_by_text("Freeze and ask, series, luck, bodies, rules").click()
    choice = screen.page.get_by_role("checkbox", name=re.compile("unconfirmed rules"))
    expect(choice).not_to_be_checked()
    if ticked:
        choice.check()
    screen.open_scenario(DRILL)
    expect(screen.brief).to_contain_text("Rules: ")
    assert ("with unconfirmed rules" in screen.brief.inner_text()) is ticked
