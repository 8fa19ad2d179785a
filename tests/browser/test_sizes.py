"""Phone and tablet."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import DESK, PHONE, TABLET, People
from tools.browser.screen import Screen
from tools.browser.served import Served

pytestmark = pytest.mark.browser

DRILL = "Drill: the RTF at the door"


def overflow(page: Page) -> list[int]:
    """By how many pixels the page is wider, and higher, than what is seen of it."""
    found = page.evaluate(
        "[document.documentElement.scrollWidth - innerWidth,"
        " document.documentElement.scrollHeight - innerHeight]"
    )
    return [int(one) for one in found]


def cut_buttons(page: Page) -> list[str]:
    """Buttons of the order bar whose words do not fit."""
    found = (
        page.get_by_role("group", name="What")
        .get_by_role("button")
        .evaluate_all(
            "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.innerText)"
        )
    )
    return [str(one) for one in found]


def middle_of(screen: Screen, words: str) -> tuple[float, float]:
    """Where an area's name stands on the plan."""
    box = screen.plan.locator("text").filter(has_text=words).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_phone_gives_an_order_with_taps(people: People, served: Served) -> None:
    """On 390x844 three tabs hold everything, an order is five taps, nothing scrolls sideways."""
    screen = people.sit(served.address, PHONE, touch=True)
    page = screen.page
    expect(page.get_by_text("First time here?")).to_be_visible()
    assert overflow(page)[0] <= 0
    page.get_by_role("button", name=f"Start {DRILL}").tap()
    expect(screen.brief).to_be_visible()
    assert overflow(page)[0] <= 0
    page.get_by_role("button", name="Start the clock").tap()
    tabs = page.get_by_role("navigation", name="Views")
    for tab, shown in (("Radio", screen.radio), ("Map", screen.plan), ("Teams", screen.teams)):
        tabs.get_by_role("button", name=tab).tap()
        expect(shown).to_be_visible()
        assert max(overflow(page)) <= 0, tab

    screen.team("CITY4").tap()
    screen.verb("Clear").tap()
    expect(screen.plan).to_be_visible()
    page.touchscreen.tap(*middle_of(screen, "Gym"))
    expect(screen.order).to_contain_text("CITY4, clear Gym.")
    assert max(overflow(page)) <= 0
    screen.say.tap()
    screen.expect_said("CITY4, clear Gym.")
    tabs.get_by_role("button", name="Radio").tap()
    expect(screen.radio).to_contain_text("Clear Gym.")


@pytest.mark.parametrize("size", [TABLET, DESK], ids=["tablet", "desk"])
def test_tablet_and_desk_show_everything_at_once(
    people: People, served: Served, size: tuple[int, int]
) -> None:
    """Teams, plan, radio, order bar and clocks stand on one screen that does not scroll."""
    screen = people.sit(served.address, size)
    screen.open_scenario(DRILL)
    screen.begin()
    for part in (screen.teams, screen.plan, screen.radio, screen.order, screen.waiting):
        expect(part).to_be_in_viewport(ratio=1)
    assert max(overflow(screen.page)) <= 0
    assert cut_buttons(screen.page) == []
    box = screen.plan.bounding_box()
    assert box is not None
    assert box["width"] >= 440
    assert box["height"] >= 250
    screen.team("CITY4").click()
    screen.verb("Clear").click()
    screen.page.mouse.click(*middle_of(screen, "Gym"))
    screen.say.click()
    screen.expect_said("CITY4, clear Gym.")
