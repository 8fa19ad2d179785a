"""Several people, a reload, and a server that goes away."""

import pytest
from playwright.sync_api import expect

from tests.browser.people import LOST_LINK, People
from tools.browser.served import Served

pytestmark = pytest.mark.browser

DRILL = "Drill: the RTF at the door"


def test_second_person_sees_and_cannot_order(people: People, served: Served) -> None:
    """Who joins by the room code sees plan, teams and radio as they change, and has no say."""
    commander = people.sit(served.address)
    commander.open_scenario(DRILL)
    code = commander.room_code()
    commander.begin()

    observer = people.sit(served.address)
    observer.page.get_by_role("textbox", name="Room code").fill(code.lower())
    observer.page.get_by_role("button", name="Join", exact=True).click()
    expect(observer.plan).to_be_visible()
    expect(observer.team("CITY4")).to_be_visible()
    expect(observer.order).to_have_count(0)
    others_wait = observer.page.get_by_role("region", name="Waiting on Tactical", exact=True)
    expect(others_wait).to_contain_text("MED1 asks to come in")
    expect(others_wait.get_by_role("button", name="Cleared in")).to_have_count(0)
    for key in ("d", "3", "/", "Enter", "Space"):
        observer.page.keyboard.press(key)
    expect(observer.page.get_by_role("button", name="Pause", exact=True)).to_be_visible()

    commander.give("CITY4, clear Gym.", team="CITY4", verb="Clear", place="Gym")
    expect(observer.radio).to_contain_text("Clear Gym.")
    expect(observer.radio.get_by_text("CITY4, clear", exact=False)).to_have_count(0)


def test_reload_goes_on(people: People, served: Served) -> None:
    """A reloaded page is at once where it was: no brief, the clock still running."""
    screen = people.sit(served.address)
    screen.open_scenario(DRILL)
    screen.begin()
    screen.give("CITY4, clear Gym.", team="CITY4", verb="Clear", place="Gym")
    before = screen.now_s()
    screen.page.reload()
    expect(screen.page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    expect(screen.brief).to_have_count(0)
    expect(screen.radio).to_contain_text("Clear Gym.")
    assert before <= screen.now_s() <= before + 15
    screen.give("CITY4, report.", team="CITY4", verb="Report?")


def test_restarted_server_goes_on_paused(people: People, own_served: Served) -> None:
    """While the server is away the page says so; afterwards it stands paused and says from where.

    What was said before is kept, and the exercise can be gone on with.
    """
    people.forgive(LOST_LINK)
    screen = people.sit(own_served.address)
    screen.open_scenario(DRILL)
    screen.begin()
    screen.give("CITY4, clear Gym.", team="CITY4", verb="Clear", place="Gym")
    own_served.stop()
    link = screen.page.get_by_role("status").first
    expect(link).to_contain_text("No contact with the server.")
    own_served.start()
    expect(link).to_contain_text(
        "The server was stopped. This exercise goes on from 08:", timeout=30_000
    )
    expect(screen.page.get_by_role("button", name="Paused, go on")).to_be_visible()
    expect(screen.radio).to_contain_text("Clear Gym.")
    screen.page.get_by_role("button", name="Paused, go on").click()
    expect(screen.page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
