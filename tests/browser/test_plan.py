"""The plan's form filled in whole, and everything that comes out of it opened."""

import csv
import datetime
import io
import json
import re
import zipfile

import pytest
from playwright.sync_api import FilePayload, Page, Route, expect
from pypdf import PdfReader

from tests import schedules
from tests.browser.people import DESK, PHONE, People
from tests.browser.test_accessible import violations
from tests.browser.test_audit import READ_MS
from tests.browser.test_training import fits
from tools.browser.served import Served

pytestmark = pytest.mark.browser

PLAYED_MS = 600_000
"""A quick plan takes seconds; before it the kernel may have to be compiled."""
NUMBERS = {
    "Name": "Tarnwick police",
    "Officers": "40",
    "Shifts": "A, B",
    "Roll calls": "06:45, 22:30",
    "First week": "2027-01-04",
    "Hours to divide": "12",
    "Sessions": "12",
    "Medical today": "8",
    "Movement today": "3",
    "Command today": "1",
    "One casualty, no threat": "20",
    "Many casualties, no threat": "0,2",
    "Active threat": "0.05",
    "Travel times, as a factor": "1.1",
    "Police cars, as a factor": "1",
}
EMS = {
    "Medical crews": "2",
    "People in each crew": "4",
    "First crew after": "9",
    "Each further crew after": "3",
    "Ambulances": "4",
    "Casualties in each": "2",
    "First ambulance after": "10",
    "Each further ambulance after": "2",
    "More ambulances when called for": "4",
    "The first of these after": "18",
}
ROSTER = "name;number;shift\nVale, R.;4711;A\nS. Moor;12;C\nT. Lind;B"
PEOPLE = [("Vale, R.", "4711", "A"), ("S. Moor", "12", "B"), ("T. Lind", "", "B")]


def fill(page: Page) -> None:
    """Everything but a building's travel times, with one person in a shift that is none."""
    page.get_by_label("In your own terms").check()
    for label, value in {**NUMBERS, **EMS}.items():
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_label("Police, Fire and EMS who come").select_option("suburban")
    page.get_by_label("How they go in").select_option("when-clear")
    page.get_by_role("button", name="Add a hospital").click()
    for at, (name, centre) in ((1, ("St. Ann", "yes")), (2, ("Tarnwick General", "no"))):
        page.get_by_label(f"Hospital {at}", exact=True).fill(name)
        page.get_by_label(f"Drive there, hospital {at}").fill("12")
        page.get_by_label(f"Trauma centre, hospital {at}").select_option(centre)
    page.get_by_label("Building", exact=True).select_option(label="School, active threat")
    page.get_by_role("button", name="Add a building").click()
    page.get_by_label("Building 2", exact=True).select_option(label="Arcade, thin shift")
    for at, share in ((1, "3"), (2, "1")):
        page.get_by_label(f"Share of the active threats, building {at}").fill(share)
    page.get_by_label("Travel times there, as a factor, building 1").fill("1.2")
    page.get_by_label("People, one a line").fill(ROSTER)
    page.get_by_label("A quick look").check()


def asked_small(route: Route) -> None:
    """What the form sends, with the fewest draws that a plan can have: here the page is tried."""
    if route.request.method == "POST":
        asked = route.request.post_data_json
        route.continue_(post_data=json.dumps({**asked, "points": 2, "repeats": 1}))
    else:
        route.continue_()


def saved(page: Page, name: str) -> bytes:
    """What a link downloads."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    return download.value.path().read_bytes()


def words(data: bytes) -> str:
    """The text of a PDF."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def lines(data: bytes) -> list[dict[str, str]]:
    """The lines of a table."""
    return list(csv.DictReader(io.StringIO(data.decode())))


def test_a_plan_is_made_of_a_whole_form_and_every_file_opens(
    people: People, served: Served
) -> None:
    """Mistakes are named at their fields, nothing typed is lost; then each file holds the year."""
    page = people.sit(f"{served.address}/plan", DESK).page
    page.route("**/api/plans", asked_small)
    fill(page)
    make = page.get_by_role("button", name="Make the plan")
    make.click()
    expect(page.get_by_role("alert")).to_contain_text("2 fields need another look")
    expect(page.get_by_text("Line 3, shift: 'C' is not allowed; A, B")).to_be_visible()
    late = page.get_by_label("Travel times there, as a factor, building 2")
    expect(late).to_be_focused()
    fits(page)
    page.reload()
    expect(page.get_by_label("People, one a line")).to_have_value(ROSTER)
    expect(page.get_by_label("Share of the active threats, building 1")).to_have_value("3")
    expect(page.get_by_label("Hospital 2", exact=True)).to_have_value("Tarnwick General")
    late.fill("1")
    page.get_by_label("People, one a line").fill(ROSTER.replace(";C", ";B"))
    expect(page.get_by_text("3 people: A 1, B 2.")).to_be_visible()
    page.get_by_label("A quick look").check()
    make.click()
    expect(page.get_by_role("heading", name="To take along")).to_be_visible(timeout=PLAYED_MS)
    fits(page)
    assert violations(page) == []
    files_hold_the_year(page)
    the_audit_knows_the_plan(page)


def the_audit_knows_the_plan(page: Page) -> None:
    """A programme stands beside what the plan says of its split, until none is wanted."""
    page.get_by_role("link", name="Programme audit").click()
    file: FilePayload = {"name": "course.csv", "mimeType": "", "buffer": schedules.as_csv()}
    page.get_by_label("Course schedules").set_input_files(file)
    expect(page.get_by_text("the plan of Tarnwick police finds")).to_be_visible(timeout=READ_MS)
    expect(page.get_by_role("img", name="Your own study:")).to_be_visible()
    fits(page)
    page.get_by_label("Your own study to compare with").select_option(label="none")
    expect(page.get_by_text("Nothing says yet which split")).to_be_visible(timeout=READ_MS)


def files_hold_the_year(page: Page) -> None:
    """Every file that the page offers, and the packet of a session."""
    told = json.loads(saved(page, "The plan's numbers (JSON)"))
    count, hours = len(told["sessions"]), told["splits"][0]
    assert hours["medical_h"] + hours["movement_h"] + hours["command_h"] == 12
    printed = words(saved(page, "The plan (PDF)"))
    assert "Where active threats may be" in printed
    assert "police carry casualties out" in printed
    assert "What an hour of command must bring" in printed
    assert "Tarnwick police" in saved(page, "The plan (web page)").decode()
    begins = re.findall(r"DTSTART:(\d{8}T\d{6})", saved(page, "Calendar (.ics)").decode())
    when = [datetime.datetime.fromisoformat(one["begins"]) for one in told["sessions"]]
    assert begins == [f"{one:%Y%m%dT%H%M%S}" for one in when]
    roster = lines(saved(page, "Roster with minutes (CSV)"))
    assert {(one["name"], one["number"], one["shift"]) for one in roster} == set(PEOPLE)
    year = lines(saved(page, "Certificates (CSV)"))
    assert [(one["name"], one["number"], one["shift"]) for one in year] == PEOPLE
    papers = words(saved(page, "Certificates (PDF)"))
    for one in year:
        minutes = [int(one[f"{skill}_minutes"]) for skill in ("medical", "movement", "command")]
        assert sum(minutes) == 720
        assert one["name"] in papers
    expect(page.get_by_role("heading", name=f"The year: {count} sessions")).to_be_visible()
    packet = words(saved(page, "Packet of session 1"))
    assert "Instructor's guide" in packet
    assert "Vale, R." in packet
    linked = page.locator("p.files a").all_inner_texts()
    assert len(linked) == 8, linked
    with zipfile.ZipFile(io.BytesIO(saved(page, linked[0]))) as whole:
        names = whole.namelist()
        assert "Instructor's guide" in words(whole.read(names[-1]))
    assert len(names) == 7 + count


def test_the_form_is_emptied_and_filled_from_a_file_with_a_thumb(
    people: People, served: Served
) -> None:
    """On a phone: a roster from a file, a building taken away; it asks before it empties."""
    page = people.sit(f"{served.address}/plan", PHONE, touch=True).page
    again = page.get_by_role("button", name="Make another plan")
    form = page.get_by_label("Officers")
    expect(form.or_(again)).to_be_visible()
    if again.is_visible():
        again.tap()
    page.get_by_label("Shifts").fill("day")
    typed = b"R. Vale,4711\nS. Moor,12\n"
    file: FilePayload = {"name": "people.csv", "mimeType": "text/csv", "buffer": typed}
    page.get_by_label("A roster as CSV").set_input_files(file)
    expect(page.get_by_text("2 people: day 2.")).to_be_visible()
    sheet: FilePayload = {"name": "people.xlsx", "mimeType": "", "buffer": b"PK\x00\xff\xfe"}
    page.get_by_label("A roster as CSV").set_input_files(sheet)
    expect(page.get_by_text("people.xlsx is no text")).to_be_visible()
    expect(page.get_by_label("People, one a line")).to_have_value("R. Vale,4711\nS. Moor,12")
    page.get_by_role("button", name="Add a building").tap()
    page.get_by_role("button", name="Remove building 1").tap()
    fits(page)
    page.get_by_role("button", name="Empty the form").tap()
    page.get_by_role("button", name="Keep it").tap()
    expect(page.get_by_label("Shifts")).to_have_value("day")
    page.get_by_role("button", name="Empty the form").tap()
    page.get_by_role("button", name="Yes, empty it").tap()
    expect(page.get_by_label("Shifts")).to_have_value("")
    expect(page.get_by_label("People, one a line")).to_have_value("")
