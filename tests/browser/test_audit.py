"""The programme audit in the browser: a schedule in, a label corrected, the correction kept."""

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests import schedules
from tests.browser.people import PHONE, TABLET, People
from tests.browser.test_accessible import violations
from tests.browser.test_sizes import overflow
from tools.browser.served import Served

pytestmark = pytest.mark.browser

LESSON = "Bleeding control and tourniquets"
READ_MS = 60_000
"""A file is read in a process of its own, which gives way to all others."""


def put_in(page: Page) -> None:
    """Choose the invented schedule as a workbook."""
    file = FilePayload(name="course.xlsx", mimeType="", buffer=schedules.as_xlsx())
    page.get_by_label("Course schedules").set_input_files(file)
    expect(page.get_by_role("heading", name="course.xlsx")).to_be_visible(timeout=READ_MS)


@pytest.mark.parametrize("kind", ["docx", "pdf", "pasted 2.pdf"])
def test_every_kind_of_schedule_is_read_and_kept_as_corrected(
    people: People, served: Served, kind: str
) -> None:
    """The same lessons from each, whatever a pasted one is called; corrections outlive a reload."""
    page = people.sit(f"{served.address}/audit", TABLET).page
    name = f"day.{kind}"

    def put() -> None:
        if kind.startswith("pasted"):
            page.get_by_role("button", name="Paste text").click()
            page.get_by_label("The schedule, a line for each lesson").fill(
                schedules.as_text().decode()
            )
            page.get_by_label("Name of the programme").fill(name)
            page.get_by_role("button", name="Audit this text").click()
        else:
            made = {"docx": schedules.as_docx, "pdf": schedules.as_pdf}
            data = made[kind]()
            file = FilePayload(name=name, mimeType="", buffer=data)
            page.get_by_label("Course schedules").set_input_files(file)
        expect(page.get_by_role("heading", name=name)).to_be_visible(timeout=READ_MS)

    put()
    expect(page.get_by_text("6 h 30 min in 5 lessons")).to_be_visible()
    page.get_by_role("button", name=f"Correct {LESSON}").click()
    form = page.get_by_role("form", name=f"Correct {LESSON}")
    form.get_by_label("Minutes").fill("150")
    form.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("7 h 30 min in 5 lessons")).to_be_visible(timeout=READ_MS)
    page.reload()
    put()
    expect(page.get_by_text("7 h 30 min in 5 lessons")).to_be_visible()
    page.get_by_role("button", name=f"Correct {LESSON}").click()
    page.get_by_role("button", name="Back to the rules").click()
    expect(page.get_by_text("6 h 30 min in 5 lessons")).to_be_visible(timeout=READ_MS)


def test_a_programme_is_audited_and_corrected(people: People, served: Served) -> None:
    """A person reads the split, corrects a lesson with a thumb, and finds it kept afterwards."""
    page = people.sit(served.address, PHONE, touch=True).page
    page.get_by_role("link", name="Programme audit").tap()
    expect(page.get_by_text("not for use in a live incident")).to_be_visible()
    put_in(page)
    bar = page.get_by_role("img", name="This programme:")
    expect(bar).to_have_attribute("aria-label", re.compile("Medical 23 %"))
    expect(page.get_by_text("Breaks are no lessons")).to_be_visible()
    assert overflow(page)[0] <= 0
    page.get_by_role("button", name=f"Correct {LESSON}").tap()
    form = page.get_by_role("form", name=f"Correct {LESSON}")
    form.get_by_role("button", name="Command").tap()
    expect(form.get_by_label("Command, per cent")).to_have_value("50")
    form.get_by_label("Medical, per cent").fill("20")
    expect(form.get_by_text("Adds up to 70 %: 30 left.")).to_be_visible()
    form.get_by_label("Command, per cent").fill("80")
    form.get_by_label("Minutes").fill("60")
    assert overflow(page)[0] <= 0
    assert violations(page) == []
    form.get_by_role("button", name="Keep").tap()
    expect(page.get_by_text(f"Kept for “{LESSON}”.")).to_be_visible(timeout=READ_MS)
    expect(page.get_by_text("Corrected by a person")).to_be_visible()
    expect(page.get_by_text("1 correction is kept on this machine")).to_be_visible()

    again = people.sit(f"{served.address}/audit", TABLET, theme="light").page
    put_in(again)
    expect(again.get_by_text("Corrected by a person")).to_be_visible()
    assert overflow(again)[0] <= 0
    assert violations(again) == []
    again.get_by_role("button", name=f"Correct {LESSON}").click()
    again.get_by_role("button", name="Back to the rules").click()
    expect(again.get_by_text("is as the rules say")).to_be_visible(timeout=READ_MS)
    expect(again.get_by_text("Corrected by a person")).to_have_count(0)
    broken = FilePayload(name="broken.pdf", mimeType="", buffer=b"%PDF-1.4 rubbish")
    again.get_by_label("Course schedules").set_input_files(broken)
    people.forgive("422")
    expect(again.get_by_role("alert")).to_contain_text("broken.pdf", timeout=READ_MS)
