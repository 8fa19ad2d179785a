"""The files of a plan: each opens, and all tell the same year."""

import datetime
import io
import re
import zipfile
from pathlib import Path

import msgspec
from pypdf import PdfReader

from tests.unit.training.plan.test_plan import AGENCY
from warmzone.interop.plan_files import plan_bundle, plan_files
from warmzone.studies.spread import Spread
from warmzone.training.plan.agency import Officer
from warmzone.training.plan.read import read_plan
from warmzone.training.plan.schedule import schedule
from warmzone.training.plan.splits import Answer, Split

NOW = datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC)
SPREAD = Spread(-0.01, -0.03, 0.01, 0.0, 0.005, 0.5, 0.5, 4)


def test_every_file_of_a_plan_tells_the_same_year(tmp_path: Path) -> None:
    """The calendar has every session; a certificate each; what reads a plan reads its values."""
    people = [Officer(name="R. Vale", shift="A"), Officer(name="T. Lind", shift="B")]
    agency = msgspec.structs.replace(AGENCY, roster=people)
    sessions = schedule(agency, (3.0, 3.0, 6.0))
    found = Answer((Split((3.0, 3.0, 6.0), SPREAD, 1.0, SPREAD),), (), 96, 2)
    made = plan_files(agency, found, sessions, NOW)
    calendar = made["plan.ics"].decode()
    assert calendar.count("BEGIN:VEVENT") == len(sessions)
    ids = re.findall("UID:(.*)", calendar)
    other = plan_files(msgspec.structs.replace(agency, name="Moor"), found, sessions, NOW)
    assert len({*ids, *re.findall("UID:(.*)", other["plan.ics"].decode())}) == 2 * len(sessions)
    longer = plan_files(agency, found, schedule(agency, (3.0, 2.0, 7.0)), NOW)["plan.ics"].decode()
    assert set(ids) & set(re.findall("UID:(.*)", longer))  # a plan made anew replaces, not doubles
    pages = PdfReader(io.BytesIO(made["certificates.pdf"])).pages
    assert ["R. Vale" in page.extract_text() for page in pages] == [True, False]
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    told = read_plan(tmp_path)
    assert told == read_plan(tmp_path / "plan.json")
    assert told.agency == "Tarnwick police"
    assert told.splits[0].shares == {"medical": 0.25, "movement": 0.25, "command": 0.5}
    assert [one.number for one in told.sessions] == [one.number for one in sessions]


def test_one_archive_holds_the_plan_and_every_packet() -> None:
    """Each session's packet once, what was made as it was made, the same bytes every time."""
    sessions = schedule(AGENCY, (1.0, 1.0, 0.5))
    name, data = plan_bundle(AGENCY, sessions, {"plan.ics": b"BEGIN"})
    assert name == "plan.zip"
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        assert whole.read("plan.ics") == b"BEGIN"
        packets = [each for each in whole.namelist() if each.startswith("packets/")]
        assert len(packets) == len(sessions)
        first = PdfReader(io.BytesIO(whole.read(packets[0]))).pages[0].extract_text()
    assert f"Session 1: {sessions[0].title}" in first
