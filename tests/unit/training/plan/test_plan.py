"""From an agency's numbers to a year: everything adds up, and nothing is hidden in a default."""

import csv
import datetime
import io
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from tests.studied import workers
from warmzone.evidence.skills import SKILLS
from warmzone.scenario.library import scenario_ids
from warmzone.scenario.problems import Invalid
from warmzone.training.plan.agency import Agency, Now, Officer, Place, Rates, agency_of, open_agency
from warmzone.training.plan.certificates import certificates, certificates_csv
from warmzone.training.plan.packet import packet, roster_csv
from warmzone.training.plan.report import plan_report
from warmzone.training.plan.schedule import officer_minutes, schedule
from warmzone.training.plan.sites import check_sites
from warmzone.training.plan.splits import STEPS, answer, parts, study_of

AGENCY = Agency(
    format="warmzone-agency/1",
    name="Tarnwick police",
    officers=40,
    hours=12.0,
    start=datetime.date(2027, 1, 6),
    shifts=["A", "B"],
    incidents_per_year=Rates(single=20.0, many=0.0, active=0.0),
    now=Now(medical_h=8.0, movement_h=3.0, command_h=1.0),
)


def test_an_agency_file_says_everything_that_is_wrong(tmp_path: Path) -> None:
    """Rates have no default; a date must be one."""
    path = tmp_path / "a.toml"
    path.write_text(
        'format = "warmzone-agency/1"\nname = "A"\nofficers = 0\nhours = 8.0\nstart = "soon"\n'
        "shifts = []\n[now]\nmedical_h = 1.0\nmovement_h = 1.0\ncommand_h = 1.0\n",
        encoding="utf-8",
    )
    with pytest.raises(Invalid) as caught:
        open_agency(path)
    said = str(caught.value)
    for place in ("officers: 0", "shifts", "incidents_per_year"):
        assert place in said


def test_every_way_of_dividing_is_asked_for_once() -> None:
    """Fifteen splits in quarters, each using all hours; today beside them; rates are weights."""
    assert len(set(parts())) == 15
    assert {sum(part) for part in parts()} == {STEPS}
    study = study_of(AGENCY, 2, 1)
    assert [each.weight for each in study.incidents] == [20.0]
    splits = [arm for arm in study.arms if arm.id.startswith("split-")]
    assert len(splits) == 15
    for arm in splits:
        assert arm.training is not None
        assert sum(arm.training.hours(skill) for skill in SKILLS) == pytest.approx(12.0)
        assert arm.training.months == 6.0 / AGENCY.sessions


@pytest.mark.parametrize(
    "hours", [(3.0, 3.0, 6.0), (0.0, 0.0, 12.0), (12.0, 0.0, 0.0), (0.0, 2.25, 0.1)]
)
def test_the_year_holds_the_hours_to_the_minute(hours: tuple[float, float, float]) -> None:
    """For every shift and skill; each scenario ships; nobody is in two places at once."""
    sessions = schedule(AGENCY, hours)
    for shift in AGENCY.shifts:
        minutes = officer_minutes(sessions, shift)
        assert list(minutes.values()) == [round(60 * each) for each in hours]
        own = [each for each in sessions if each.shift == shift]
        for one, other in pairwise(own):
            assert one.begins + datetime.timedelta(minutes=one.minutes) <= other.begins
    assert {each.scenario for each in sessions} - {None} <= set(scenario_ids())
    assert all(each.begins.date() >= AGENCY.start for each in sessions)


def test_a_shift_trains_from_its_own_roll_call_on() -> None:
    """Command at roll call, what is hands on later in the shift, past midnight where it is late."""
    agency = msgspec.structs.replace(AGENCY, roll_calls=["06:45", "22:30"])
    sessions = schedule(agency, (3.0, 3.0, 6.0))
    at = {(one.shift, one.skill): f"{one.begins:%H:%M}" for one in sessions}
    assert (at["A", "command"], at["A", "medical"]) == ("06:45", "08:45")
    assert (at["B", "command"], at["B", "movement"]) == ("22:30", "02:30")
    values = msgspec.to_builtins(agency) | {"start": AGENCY.start, "roll_calls": ["06:45"]}
    with pytest.raises(Invalid, match="roll_calls: 1 times"):
        agency_of(values, "a.toml")


def test_drills_are_short_and_spaced() -> None:
    """Six hours of command: most sessions at roll call, no gap of more than a month."""
    own = [each for each in schedule(AGENCY, (0.0, 0.0, 6.0)) if each.shift == "A"]
    assert sum(each.minutes <= 20 for each in own) > 0.8 * len(own)
    gaps = [(b.begins - a.begins).days for a, b in pairwise(own)]
    assert max(gaps) <= 31


def test_a_packet_has_what_a_credit_board_asks_for() -> None:
    """Objectives by decision point, guide, roster with minutes by topic, check, certificate."""
    session = next(each for each in schedule(AGENCY, (0.0, 0.0, 6.0)) if each.scenario)
    titles = [section.title for section in packet(AGENCY, session).sections]
    assert titles == [
        "Objectives",
        "Instructor's guide",
        "Check before and after",
        "Sign-in",
        "Certificates",
    ]
    rows = roster_csv(AGENCY, [session]).splitlines()
    assert rows[0].startswith("session,date,shift,title,topic,minutes")
    assert f",command,{session.minutes}," in rows[1]


def test_people_of_the_roster_sign_in_and_have_their_year() -> None:
    """A line for each person of the shift, a certificate each, and the year's minutes by topic."""
    people = [
        Officer(name="R. Vale", shift="A", number="4711"),
        Officer(name="S. Moor", shift="A"),
        Officer(name="T. Lind", shift="B"),
    ]
    agency = msgspec.structs.replace(AGENCY, roster=people)
    sessions = schedule(agency, (2.0, 2.0, 6.0))
    own = next(each for each in sessions if each.shift == "A")
    lines = list(csv.DictReader(io.StringIO(roster_csv(agency, [own]))))
    assert [line["name"] for line in lines] == ["R. Vale", "S. Moor"]
    made = packet(agency, own)
    assert len(made.sections[-1].sentences) == 2
    signs = [row[0] for row in made.sections[3].tables[0].rows]
    assert signs[:2] == ["R. Vale", "S. Moor"]
    assert len(signs) > 2  # lines for those whom the roster does not name
    assert not any(signs[2:])
    year = list(csv.DictReader(io.StringIO(certificates_csv(agency, sessions))))
    assert [int(line["command_minutes"]) for line in year] == [360, 360, 360]


def test_certificates_add_up_whether_names_are_known_or_not() -> None:
    """One a person with all hours to the minute, or one a shift to be filled in; a page each."""
    sessions = schedule(AGENCY, (2.0, 0.0, 10.0))
    blank = certificates(AGENCY, sessions)
    assert [one.shift for one in blank] == ["A", "B"]
    people = [Officer(name="R. Vale", shift="A", number="4711"), Officer(name="T. Lind", shift="B")]
    made = certificates(msgspec.structs.replace(AGENCY, roster=people), sessions)
    assert [one.name for one in made] == ["R. Vale", "T. Lind"]
    for one in made:
        assert one.minutes == 12 * 60
        assert [topic for topic, _, _ in one.lines] == ["medical", "command"]
        own = [each for each in sessions if each.shift == one.shift]
        assert sum(count for _, count, _ in one.lines) == len(own)
        assert one.first <= one.last


def test_a_building_that_cannot_be_opened_is_named_at_the_agencys_field(tmp_path: Path) -> None:
    """Not at a study's: the agency's file has no incidents of that name."""
    sites = [Place(scenario="school-active-threat"), Place(scenario="shool-active-threat")]
    with pytest.raises(Invalid) as caught:
        check_sites(msgspec.structs.replace(AGENCY, sites=sites), tmp_path / "a.toml")
    assert str(caught.value).startswith("a.toml: sites[1].scenario: ")
    assert '"school-active-threat"' in str(caught.value)
    check_sites(AGENCY, tmp_path / "a.toml")


def test_every_session_serves_decision_points() -> None:
    """Hands-on sessions too say which decisions their skill makes possible; checks have answers."""
    for session in schedule(AGENCY, (3.0, 3.0, 6.0)):
        sections = packet(AGENCY, session).sections
        assert sections[0].tables, session.title
        assert all(row[-1] for row in sections[2].tables[0].rows)


def test_active_threats_are_shared_among_the_agencys_buildings() -> None:
    """By their shares, each with its own travel times; a shift that is none is told."""
    sites = [
        Place(scenario="school-active-threat", share=3.0, arrival=1.5),
        Place(scenario="arcade-thin-shift"),
    ]
    rates = Rates(single=0.0, many=0.0, active=0.4)
    agency = msgspec.structs.replace(AGENCY, sites=sites, incidents_per_year=rates, arrival=2.0)
    incidents = study_of(agency, 2, 1).incidents
    assert [each.weight for each in incidents] == pytest.approx([0.3, 0.1])
    assert [each.arrival for each in incidents] == [3.0, 2.0]
    slow = study_of(msgspec.structs.replace(agency, medics=1.5), 2, 1).incidents
    assert [each.medics for each in slow] == [1.5, 1.5]
    values = msgspec.to_builtins(agency) | {"start": AGENCY.start}
    values["roster"] = [{"name": "R. Vale", "shift": "C"}]
    with pytest.raises(Invalid, match="'C'"):
        agency_of(values, "a.toml")


@pytest.mark.slow
def test_the_answer_is_ranked_and_says_how_sure_it_is(tmp_path: Path) -> None:
    """Fifteen splits, the lowest deaths first; the shares of being best add to one."""
    place = (tmp_path / "a.toml", tmp_path / "study")
    found = answer(AGENCY, place, workers(), lambda _done, _all: None, (2, 1))
    means = [split.saved.mean for split in found.splits]
    assert means == sorted(means)
    assert sum(split.best_p for split in found.splits) == pytest.approx(1.0)
    assert found.carries == ()
    assert found.splits[0].behind.mean == 0.0
    assert all(split.behind.mean >= 0.0 for split in found.splits)
    for split in found.splits:
        more = split.saved.mean - found.splits[0].saved.mean
        assert split.behind.mean == pytest.approx(more, abs=1e-9)
    report = plan_report(AGENCY, found, schedule(AGENCY, found.splits[0].hours))
    assert report.sections[0].title == "What was put in"
    assert len(report.sections[3].tables[0].rows) == 15
