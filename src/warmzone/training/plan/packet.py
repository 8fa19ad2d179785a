"""What a session needs on paper: objectives, guide, roster, check and certificate."""

import csv
import io
from collections.abc import Sequence

from warmzone.measures.decisions.coverage import points_covered
from warmzone.studies.verification.report import Report, Section, Table
from warmzone.training.plan.agency import Agency
from warmzone.training.plan.schedule import Session

NOT_LIVE = "For training and planning; not for use in a live incident."
SKILL_GUIDE = {
    "medical": (
        "Tourniquet on every limb within the time of the table, by each officer, until it holds.",
        "Sort ten casualty cards by START; talk through each that was sorted wrongly.",
    ),
    "movement": (
        "Drag and carry over 30 m by twos and fours; lift on one word; change hands on the move.",
        "Load into a vehicle and onto a stretcher; say who leads before anybody lifts.",
    ),
    "command": (
        "Open the scenario (warmzone serve --scenario …); one officer commands, the others watch.",
        "Stop at each decision point and ask: what do you know, how old is it, what do you order?",
        "Debrief from the review page: three decisions, what they were worth, what to try.",
    ),
}
CHECK = {
    "medical": ("How long does a tourniquet take you?", "Which category is a casualty who walks?"),
    "movement": ("Who speaks before a lift?", "How far can two carry before they must change?"),
    "command": (
        "What are the first words on the air?",
        "On what evidence do you call ground warm?",
        "Who lets the rescue task force in, and by which way?",
    ),
}


def packet(agency: Agency, session: Session) -> Report:
    """The packet of one session, ready to be set as a page or a PDF."""
    when = f"{session.begins:%Y-%m-%d %H:%M}, {session.minutes} minutes, shift {session.shift}"
    opening = (f"{agency.name}. {when}.", NOT_LIVE)
    objectives = Table(
        ("Decision point", "Objective", "Orders that answer it"), _objectives(session)
    )
    sections = (
        Section("Objectives", _aims(session), (objectives,) if objectives.rows else (), ()),
        Section("Instructor's guide", SKILL_GUIDE[session.skill], (), ()),
        Section("Check before and after", CHECK[session.skill], (_check_table(session),), ()),
        Section(
            "Sign-in", ("Minutes by topic count for those who signed.",), (_roster(session),), ()
        ),
        Section("Certificate", (_certificate(agency, session),), (), ()),
    )
    title = f"Session {session.number}: {session.title}"
    return Report(title, "", opening, Table(("",), ()), sections, NOT_LIVE)


def _objectives(session: Session) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (str(point.number), point.title, point.orders)
        for point in points_covered()
        if point.scenario == session.scenario
    )


def _aims(session: Session) -> tuple[str, ...]:
    if session.scenario is None:
        return (session.title + ".",)
    return (f"{session.title}, scenario {session.scenario}.",)


def _check_table(session: Session) -> Table:
    rows = tuple((question, "", "") for question in CHECK[session.skill])
    return Table(("Question", "Before", "After"), rows)


def _roster(session: Session) -> Table:
    heads = ("Name", "Number", "Topic", "Minutes", "Signature")
    return Table(heads, tuple(("", "", session.skill, str(session.minutes), "") for _ in range(12)))


def _certificate(agency: Agency, session: Session) -> str:
    return (
        f"This is to say that ____________________ took part in “{session.title}” at {agency.name} "
        f"on {session.begins:%Y-%m-%d}: {session.minutes} minutes of {session.skill}. Instructor: "
        "____________________"
    )


def roster_csv(sessions: Sequence[Session]) -> str:
    """Every session as a line for a credit board: date, topic, minutes, name to be filled in."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(["session", "date", "shift", "title", "topic", "minutes", "scenario", "name"])
    for each in sessions:
        when = f"{each.begins:%Y-%m-%d %H:%M}"
        lines.writerow([each.number, when, each.shift, each.title, each.skill, each.minutes,
                        each.scenario or "", ""])  # fmt: skip
    return text.getvalue()
