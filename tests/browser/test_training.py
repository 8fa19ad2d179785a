"""Solo drills, the plan's form and the studies in the browser, each on its main path."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import DESK, PHONE, People
from tests.browser.test_accessible import violations
from tests.browser.test_sizes import overflow
from tests.unit.server.test_drills import RecordStore
from tools.browser.served import Served

pytestmark = pytest.mark.browser

SCENE_MS = 180_000
"""A drill's situation is played before it is shown."""


def fits(page: Page) -> None:
    """Nothing sticks out, and axe finds nothing."""
    assert overflow(page)[0] <= 0
    assert violations(page) == []


def test_a_drill_is_decided_and_kept(people: People, served: Served) -> None:
    """With a thumb: begin, look, decide, read why, stop, and find it in the record and its file."""
    page = people.sit(served.address, PHONE, touch=True).page
    page.get_by_role("link", name="Solo drills").tap()
    expect(page.get_by_text("not for use in a live incident")).to_be_visible()
    page.get_by_role("button", name="Begin ten minutes").tap()
    ask = page.get_by_role("button", name="I have it")
    expect(ask).to_be_visible(timeout=SCENE_MS)
    fits(page)
    ask.tap()
    expect(page.get_by_role("timer")).to_be_visible()
    page.get_by_role("region", name="Decision").get_by_role("listitem").first.tap()
    expect(page.get_by_text("your choice")).to_be_visible()
    expect(page.get_by_text("Source:")).to_be_visible()
    fits(page)
    page.get_by_role("button", name="Stop").tap()
    expect(page.get_by_text("1 decision, 1 of")).to_be_visible()
    fits(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").tap()
    record = json.loads(saved.value.path().read_text())
    assert len(record["attempts"]) == 1
    page.reload()
    expect(page.get_by_text("1 decision, 1 of")).to_be_visible()
    people.forgive("422")
    the_record_becomes_statements(page)
    page.get_by_role("button", name="Delete").tap()
    page.get_by_role("button", name=re.compile("Yes, delete")).tap()
    expect(page.get_by_text("Nothing decided yet")).to_be_visible()


def the_record_becomes_statements(page: Page) -> None:
    """As a file and in a record store; what is no address is told, and nothing goes anywhere."""
    page.get_by_text("For a learning record store").tap()
    page.get_by_label("Name or number in the store").fill("4711")
    page.get_by_label("Whose name that is").fill("agency")
    page.get_by_role("button", name="Save statements as a file").tap()
    expect(page.get_by_text("'agency' is not allowed")).to_be_visible()
    page.get_by_label("Whose name that is").fill("https://agency.example")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save statements as a file").tap()
    (statement,) = json.loads(saved.value.path().read_text())
    assert statement["actor"]["account"]["name"] == "4711"
    fits(page)
    store = RecordStore()
    try:
        page.get_by_label("Address of the store").fill(store.address)
        page.get_by_label("Key").fill("k")
        page.get_by_label("Secret").fill("s")
        page.get_by_role("button", name="Send to the store").tap()
        expect(page.get_by_text("1 statement sent to")).to_be_visible()
        ((path, _headers, sent),) = store.heard
        assert path == "/xapi/statements"
        assert sent == [statement]
    finally:
        store.close()


def test_a_form_names_what_is_missing_at_its_field(people: People, served: Served) -> None:
    """An agency that fills in two fields is told of all the others at once."""
    page = people.sit(f"{served.address}/plan", DESK).page
    page.get_by_label("Name", exact=True).fill("Tarnwick police")
    page.get_by_label("Officers", exact=True).fill("forty")
    page.get_by_role("button", name="Make the plan").click()
    expect(page.get_by_role("alert")).to_contain_text("fields need another look")
    expect(page.get_by_label("Officers", exact=True)).to_be_focused()
    expect(
        page.get_by_text("“forty”").or_(page.get_by_text('"forty" is not allowed'))
    ).to_be_visible()
    fits(page)


def test_a_study_is_started_stopped_and_gone_on_with(people: People, served: Served) -> None:
    """What fails is said first; a small study waits or plays, and stands when it is stopped."""
    page = people.sit(f"{served.address}/studies", DESK).page
    expect(page.get_by_text("The claim fails in")).to_be_visible(timeout=SCENE_MS)
    fits(page)
    page.get_by_role("button", name=re.compile("Play it small")).first.click()
    page.get_by_role("button", name=re.compile("^Stop")).click()
    go_on = page.get_by_role("button", name=re.compile("^Go on"))
    expect(go_on).to_be_visible()
    go_on.click()
    page.get_by_role("button", name=re.compile("^Stop")).click()
    page.get_by_role("button", name=re.compile("^Delete")).click()
    page.get_by_role("button", name="Yes, delete").click()
    expect(page.get_by_role("heading", name="Played on this machine")).to_have_count(0)
