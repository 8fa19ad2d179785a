"""An instructor leads, a trainee's phone joins by link, and the screen is hidden to ask."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.people import DESK, PHONE, People
from tests.browser.test_accessible import violations
from tests.browser.test_sizes import DRILL, overflow
from tools.browser.screen import Screen
from tools.browser.served import Served

pytestmark = pytest.mark.browser

OPEN_MS = 60_000


def led(people: People, served: Served) -> tuple[Screen, Screen]:
    """An instructor at a desk who leads, and a trainee's phone that joined by the link, playing."""
    instructor = people.sit(served.address, DESK)
    page = instructor.page
    page.get_by_role("radio", name=re.compile("A trainee, and I lead")).check()
    luck = page.get_by_label("Luck")
    expect(luck).not_to_have_value("")
    luck.fill("")
    page.get_by_role("button", name=f"Start {DRILL}").click()
    notes = page.get_by_role("region", name="Notes")
    expect(notes).to_be_visible(timeout=OPEN_MS)
    link = notes.get_by_role("link", name="/join/").get_attribute("href")
    assert link is not None

    trainee = people.sit(f"{served.address}{link}", PHONE, touch=True)
    phone = trainee.page
    expect(phone.get_by_text("not for use in a live incident")).to_be_visible()
    phone.get_by_role("button", name="Join", exact=True).tap()
    expect(trainee.brief).to_be_visible(timeout=OPEN_MS)
    phone.get_by_role("button", name="Start the clock").tap()
    expect(trainee.teams).to_be_visible()
    return instructor, trainee


def test_who_leads_sees_what_is_true_over_what_was_told(people: People, served: Served) -> None:
    """Both in figures, and a slider that moves the line between them; the trainee has neither."""
    instructor, trainee = led(people, served)
    page, phone = instructor.page, trainee.page
    both = page.get_by_role("group", name="Told and true")
    expect(both).to_contain_text("threat over")
    slider = both.get_by_role("slider")
    slider.fill("0")
    expect(slider).to_have_attribute("aria-valuetext", "all as it is")
    expect(page.get_by_role("img", name="The plan as it truly is")).to_be_visible()
    assert violations(page) == []
    phone.get_by_role("button", name="Map").tap()
    expect(trainee.plan).to_be_visible()
    expect(phone.get_by_role("group", name="Told and true")).to_have_count(0)
    instructor.finish()


def test_a_freeze_hides_the_screen_until_it_is_answered(people: People, served: Served) -> None:
    """Frozen, the phone shows no plan and no radio; answered, it goes on."""
    instructor, trainee = led(people, served)
    page, phone = instructor.page, trainee.page
    page.get_by_role("button", name="Freeze and ask").click()
    expect(phone.get_by_role("heading", name="Where do things stand?")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Frozen.")).to_be_visible()
    expect(trainee.plan).to_have_count(0)
    expect(trainee.radio).to_have_count(0)
    expect(trainee.teams).to_have_count(0)
    assert overflow(phone)[0] <= 0
    assert violations(phone) == []
    phone.get_by_role("spinbutton", name="Reds").fill("4")
    phone.get_by_role("combobox", name="Threat").select_option("contained")
    expect(phone.get_by_role("combobox", name="Place of the threat")).to_be_visible()
    phone.get_by_role("button", name="That is what I know").tap()
    expect(trainee.teams).to_be_visible()
    expect(phone.get_by_role("heading", name="Where do things stand?")).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="Frozen.")).to_have_count(0)

    page.get_by_role("textbox", name="Note for the review").fill("asked for a count")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("textbox", name="Note for the review")).to_have_value("")
    instructor.finish()
    expect(phone.get_by_text("The exercise is over.")).to_be_visible()
