"""What a checker of accessibility finds, in both colour schemes."""

from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import People
from tools.browser.served import ROOT, Served
from tools.checks.frontend import install

pytestmark = pytest.mark.browser

DRILL = "Drill: the RTF at the door"
AXE = ROOT / "web/node_modules/axe-core/axe.min.js"
GRAVE = ("serious", "critical")


@cache
def axe() -> str:
    """The checker's source, from the front end's pinned packages."""
    if not AXE.is_file():
        findings = install(ROOT)
        assert findings == [], findings
    return Path(AXE).read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Every serious or critical violation on the page: rule, and the first things it holds for."""
    page.evaluate(axe())
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{one['id']} ({one['impact']}): {node['html'][:160]} {node['failureSummary']}"
        for one in found["violations"]
        if one["impact"] in GRAVE
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_no_grave_violations(people: People, served: Served, theme: str) -> None:
    """Start page, brief, live screen with an order half made, menu, and review have none."""
    screen = people.sit(served.address, theme=theme)
    page = screen.page
    expect(page.get_by_text("Kept exercises")).to_be_visible()
    found = {"start": violations(page)}
    screen.open_scenario(DRILL)
    found["brief"] = violations(page)
    screen.begin()
    screen.give("All units, Gym is warm.", verb="Zone", value="warm", place="Gym")
    screen.team("CITY4").click()
    screen.verb("Hold").click()
    found["play"] = violations(page)
    page.get_by_role("button", name="Menu", exact=True).click()
    found["menu"] = violations(page)
    page.keyboard.press("Escape")
    screen.finish()
    found["over"] = violations(page)
    screen.open_review()
    expect(page.get_by_role("region", name="Replay")).to_be_visible()
    found["review"] = violations(page)
    assert {where: one for where, one in found.items() if one} == {}
