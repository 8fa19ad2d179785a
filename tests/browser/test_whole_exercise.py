"""A whole exercise, from the first officer on scene to the page afterwards."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.people import People
from tools.browser.screen import Screen
from tools.browser.served import Served
from warmzone.scenario.shipped import shipped_scenarios

pytestmark = [pytest.mark.browser, pytest.mark.slow]

REQUEST_MS = 150_000
"""At 4x: the medics' arrival, their forming up, and the radio."""
MEDICS = "arrivals = [{ count = 2, first_s = 420, gap_s = 75, officers"


def school_with_early_medics(data: Path) -> str:
    """Puts the shipped school incident on the server's shelf, its medics among the first there.

    Everything else is as shipped; waiting for them would be most of this suite's time.
    """
    text = shipped_scenarios()["school-active-threat"].read_text(encoding="utf-8")
    name = "School, medics early"
    assert MEDICS in text
    early = text.replace(MEDICS, MEDICS.replace("first_s = 420", "first_s = 20"))
    early = early.replace('name = "School, active threat"', f'name = "{name}"')
    shelf = data / "scenarios"
    shelf.mkdir(parents=True, exist_ok=True)
    (shelf / "school-medics-early.toml").write_text(early, encoding="utf-8")
    return name


def test_command_from_the_first_officer_to_the_review(people: People, tmp_path: Path) -> None:
    """Start, take command, declare warm, set CCP and AEP, escort and clear the RTF in, review it.

    The request is answered with the order that is offered. The review opens with what happened and
    replays what was told and what was true.
    """
    name = school_with_early_medics(tmp_path)
    server = Served(tmp_path)
    server.start()
    try:
        screen = people.sit(server.address)
        command_a_school(screen, name)
        look_back(screen)
        # The review asks for the worths of decisions until they are all there.
        screen.page.close()
    finally:
        server.stop()


def command_a_school(screen: Screen, name: str) -> None:
    """Play until the RTF is cleared in, and finish."""
    screen.open_scenario(name)
    screen.begin()
    screen.tempo(4)
    expect(screen.teams).to_contain_text("No team has reported yet.")
    take = screen.order.get_by_role("button", name="Take command")
    expect(take).to_have_attribute("aria-disabled", "false", timeout=60_000)
    take.click()
    expect(screen.radio).to_contain_text("All units, I have command, inside.")
    expect(screen.page.get_by_role("banner")).to_contain_text("you, since")

    screen.give(
        "All units, Entrance lobby is warm.", verb="Zone", value="warm", place="Entrance lobby"
    )
    screen.give(
        "All units, casualty collection point is Entrance lobby.",
        verb="CCP",
        place="Entrance lobby",
    )
    screen.give("All units, ambulance exchange point is Bus loop.", verb="AEP", place="Bus loop")

    answer = screen.waiting.get_by_role("button", name="Cleared in to").first
    expect(answer).to_be_visible(timeout=REQUEST_MS)
    idle = screen.teams.get_by_role("button").first
    callsign = idle.locator("b").inner_text()
    screen.give(f"{callsign}, go with MED", team=callsign, verb="Escort")
    escort = screen.radio.get_by_role("listitem").filter(has_text="as security")
    expect(escort).to_contain_text("acknowledged", timeout=30_000)
    answer.click()
    screen.expect_said("MED")
    expect(screen.order).to_contain_text("you are cleared in to")
    screen.finish()


def look_back(screen: Screen) -> None:
    """The page afterwards tells, compares, and replays belief and truth."""
    page = screen.page
    screen.open_review()
    expect(page.get_by_role("heading", name="In the same luck")).to_be_visible()
    timeline = page.get_by_role("region", name="Timeline")
    for text in ("Entrance lobby", "secure MED", "cleared in to", "the exercise was finished"):
        expect(timeline).to_contain_text(text)
    expect(page.get_by_role("region", name="In ten lines")).to_contain_text("command was taken")
    replay = page.get_by_role("region", name="Replay")
    slider = replay.get_by_role("slider", name="Time of the exercise")
    told = replay.get_by_role("img", name="as reported")
    true = replay.get_by_role("img", name="as it was")
    replay.get_by_role("button", name="Told", exact=True).click()
    expect(true).to_have_count(0)
    slider.fill("240")
    expect(told).to_have_accessible_name("Floor plan at 04:00: as reported")
    replay.get_by_role("button", name="True", exact=True).click()
    expect(told).to_have_count(0)
    expect(true).to_have_accessible_name("Floor plan at 04:00: as it was")
    slider.press("ArrowRight")
    expect(true).to_have_accessible_name("Floor plan at 04:10: as it was")
    fates = page.get_by_role("region", name="Casualties")
    expect(fates.get_by_role("row")).not_to_have_count(0)
