"""What a session needs on paper: objectives, guide, roster, check and certificate."""

import csv
import io
from collections.abc import Sequence

from warmzone.studies.verification.report import Report, Section, Table
from warmzone.training.plan.agency import Agency, Officer
from warmzone.training.plan.guide import focus, points_of, questions, run_sheet
from warmzone.training.plan.schedule import Session

NOT_LIVE = "For training and planning; not for use in a live incident."
BLANK = 12
OWN_QUESTIONS = 2
TICK = "Ask the same before and after; a tick for each person or for all together."
SPARE = 5  # further lines under those known by name
"""Lines of a sign-in sheet where nobody is known by name."""
SKILL_GUIDE = {
    "medical": (
        "A tourniquet on each limb by each officer, timed, until it holds; write the time down.",
        "Sort ten casualty cards by START; talk through each that was sorted wrongly.",
    ),
    "movement": (
        "Drag and carry over 30 m by twos and fours; lift on one word; change hands on the move.",
        "Load into a vehicle and onto a stretcher; say who leads before anybody lifts.",
    ),
    "command": (
        "Start “warmzone serve --scenario {scenario}”; one officer commands, the others watch.",
        "Stop at each decision point and ask: what do you know, how old is it, what do you order?",
        "Debrief from the review page: three decisions, what they were worth, what to try.",
    ),
}
CHECK = {
    "medical": (
        ("How long does a tourniquet take you?", "A time, taken with a watch, and that it held"),
        ("Which category is a casualty who walks?", "Green, until seen again"),
    ),
    "movement": (
        ("Who speaks before a lift?", "One, named before anybody lifts"),
        ("How far can two carry before they must change?", "What they did today, in metres"),
    ),
    "command": (
        ("What are the first words on the air?", "What, where, how many, who has command"),
        (
            "On what evidence do you call ground warm?",
            "Officers on it or a search, and the threat not placed there; by its name",
        ),
        (
            "Who lets the rescue task force in, and by which way?",
            "Whom the agency's rules name; a place, a way and its security, said at once",
        ),
    ),
}
"""What is asked before and after, and what counts."""


def packet(agency: Agency, session: Session) -> Report:
    """The packet of one session, ready to be set as a page or a PDF."""
    when = f"{session.begins:%Y-%m-%d %H:%M}, {session.minutes} minutes, shift {session.shift}"
    opening = (f"{agency.name}. {when}.", NOT_LIVE)
    objectives = _objectives(session)
    sections = (
        Section("Objectives", _aims(session), (objectives,) if objectives.rows else (), ()),
        Section(
            "Instructor's guide", _guide(session), (run_sheet(session), questions(session)), ()
        ),
        Section("Check before and after", (TICK,), (_check_table(session),), ()),
        Section(
            "Sign-in",
            ("Minutes by topic count for those who signed.",),
            (_roster(agency, session),),
            (),
        ),
        Section("Certificates", _certificates(agency, session), (), ()),
    )
    title = f"Session {session.number}: {session.title}"
    return Report(title, "", opening, Table(("",), ()), sections, NOT_LIVE)


def _objectives(session: Session) -> Table:
    """The decision points that this session is about."""
    rows = tuple((str(each.number), each.title, each.orders) for each in focus(session))
    return Table(("Point", "Objective", "Orders that answer it"), rows, wide=2)


def _aims(session: Session) -> tuple[str, ...]:
    where = f", scenario {session.scenario}" if session.scenario else ""
    about = {each.number for each in focus(session)}
    others = [each.title for each in points_of(session) if each.number not in about]
    may = (f"May come up as well: {'; '.join(others)}.",) if others else ()
    return (f"{session.title}{where}.", *may)


def _guide(session: Session) -> tuple[str, ...]:
    """What to do; a command session says what to open."""
    told = SKILL_GUIDE[session.skill]
    return tuple(line.format(scenario=session.scenario or "…") for line in told)


def _check_table(session: Session) -> Table:
    """What is asked before and after: of the skill, and of this session's own decisions."""
    asked = [(question, counts) for question, counts in CHECK[session.skill]]
    asked += [(row[1], row[2]) for row in questions(session).rows[:OWN_QUESTIONS]]
    rows = tuple((question, "", "", counts) for question, counts in asked)
    return Table(("Question", "Before", "After", "What counts"), rows, wide=(0, 3))


def of_shift(agency: Agency, session: Session) -> list[Officer]:
    """Who is to come, by the agency's roster; empty where it has none."""
    return [one for one in agency.roster if one.shift == session.shift]


def _roster(agency: Agency, session: Session) -> Table:
    heads = ("Name", "Number", "Topic", "Minutes", "Signature")
    known = [(one.name, one.number) for one in of_shift(agency, session)]
    lines = known + [("", "")] * (SPARE if known else BLANK)
    minutes = str(session.minutes)
    rows = tuple((*one, session.skill, minutes, "") for one in lines)
    return Table(heads, rows, wide=(0, 4), tall=True)


def _certificates(agency: Agency, session: Session) -> tuple[str, ...]:
    names = [one.name for one in of_shift(agency, session)] or ["_" * 20]
    return tuple(_certificate(agency, session, name) for name in names)


def _certificate(agency: Agency, session: Session, name: str) -> str:
    return (
        f"This is to say that {name} took part in “{session.title}” at {agency.name} "
        f"on {session.begins:%Y-%m-%d}: {session.minutes} minutes of {session.skill}. Instructor: "
        "____________________"
    )


def roster_csv(agency: Agency, sessions: Sequence[Session]) -> str:
    """Minutes per person and topic for a credit board: a line for each person of each session.

    Without a roster one line a session, its name to be filled in.
    """
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    heads = ["session", "date", "shift", "title", "topic", "minutes", "scenario", "name", "number"]
    lines.writerow(heads)
    for each in sessions:
        when = f"{each.begins:%Y-%m-%d %H:%M}"
        told = [each.number, when, each.shift, each.title, each.skill, each.minutes]
        known = [[one.name, one.number] for one in of_shift(agency, each)] or [["", ""]]
        for who in known:
            lines.writerow([*told, each.scenario or "", *who])
    return text.getvalue()
