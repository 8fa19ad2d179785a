"""Everything can be done without a mouse."""

import pytest
from playwright.sync_api import expect

from tests.browser.people import People
from tools.browser.screen import FIRST_SIGHT_MS, Screen
from tools.browser.served import Served

pytestmark = pytest.mark.browser

DRILL = "Drill: the RTF at the door"


def tab_to(screen: Screen, name: str, most: int = 60) -> None:
    """Press Tab until the thing of this name has the focus."""
    focused = (
        "(document.activeElement?.ariaLabel || document.activeElement?.innerText || '').trim()"
    )
    for _ in range(most):
        screen.page.keyboard.press("Tab")
        if str(screen.page.evaluate(focused)).replace("\n", " ").startswith(name):
            return
    raise AssertionError(f"Tab does not lead to {name}")


def test_orders_by_keyboard_alone(people: People, served: Served) -> None:
    """From the start page to two orders and a pause no mouse is needed.

    Letter, number, the first letters of the place, Enter; or the place by arrows on the plan.
    """
    screen = people.sit(served.address)
    press = screen.page.keyboard.press
    expect(screen.page.get_by_text("First time here? Try this one.")).to_be_visible()
    tab_to(screen, f"Start {DRILL}")
    press("Enter")
    expect(screen.brief).to_be_visible(timeout=FIRST_SIGHT_MS)
    tab_to(screen, "Start the clock")
    press("Enter")
    expect(screen.page.get_by_role("button", name="Pause", exact=True)).to_be_visible()

    for key in ("d", "3", "g", "y", "m"):
        press(key)
    expect(screen.order).to_contain_text("CITY4, clear Gym.")
    press("Enter")
    screen.expect_said("CITY4, clear Gym.")
    expect(screen.radio).to_contain_text("Clear Gym.")

    tab_to(screen, "Plan: arrows move")
    for key in ("c", "2", "ArrowDown", "ArrowRight"):
        press(key)
    expect(screen.order).to_contain_text("CITY3, hold where?.")
    press("Enter")
    expect(screen.say).to_have_attribute("aria-disabled", "false")
    press("Enter")
    expect(screen.order).to_contain_text("Said: CITY3, hold ")

    press("Space")
    expect(screen.page.get_by_role("button", name="Paused, go on")).to_be_visible()
    stood = screen.now_s()
    press("Space")
    expect(screen.page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    assert screen.now_s() <= stood + 1


def test_what_cannot_be_meant_is_said(people: People, served: Served) -> None:
    """A letter of no team and an order with gaps are answered with what is wrong, and not sent."""
    screen = people.sit(served.address)
    screen.open_scenario(DRILL)
    screen.begin()
    press = screen.page.keyboard.press
    press("z")
    expect(screen.order).to_contain_text("No team has the letter Z.")
    press("d")
    press("Enter")
    expect(screen.order).to_contain_text("Still missing: what, where.")
    press("8")
    wrong = "RTF in, CITY4: That team is of the wrong service for this."
    expect(screen.order).to_contain_text(wrong)
    press("Escape")
    expect(screen.order).to_contain_text("Choose who, what and where, in any order.")
