"""What each person has had by the end of the year: a certificate, and a line of a table."""

import csv
import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass

from warmzone.evidence.skills import SKILLS
from warmzone.training.plan.agency import Agency, Officer
from warmzone.training.plan.schedule import Session

BLANK_NAME = "_" * 32


@dataclass(frozen=True, slots=True)
class Certificate:
    """One person's year as planned; what was attended is written in by hand.

    `lines` has topic, number of sessions and minutes.
    """

    name: str
    number: str
    shift: str
    agency: str
    first: datetime.date
    last: datetime.date
    lines: tuple[tuple[str, int, int], ...]

    @property
    def minutes(self) -> int:
        """All minutes together."""
        return sum(minutes for _, _, minutes in self.lines)


def certificates(agency: Agency, sessions: Sequence[Session]) -> list[Certificate]:
    """One for each of the roster; where there is none, one a shift with its name to be filled in.

    A shift without a session has none.
    """
    people = agency.roster or [Officer(name=BLANK_NAME, shift=each) for each in agency.shifts]
    made = []
    for one in people:
        own = [each for each in sessions if each.shift == one.shift]
        if not own:
            continue
        lines = [(skill, [each for each in own if each.skill == skill]) for skill in SKILLS]
        made.append(
            Certificate(
                one.name,
                one.number,
                one.shift,
                agency.name,
                own[0].begins.date(),
                own[-1].begins.date(),
                tuple((skill, len(held), _minutes(held)) for skill, held in lines if held),
            )
        )
    return made


def certificates_csv(agency: Agency, sessions: Sequence[Session]) -> str:
    """The year of each person of the roster: minutes by topic; empty but for its head without."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(["name", "number", "shift", "agency", *(f"{skill}_minutes" for skill in SKILLS)])
    for one in agency.roster:
        own = [each for each in sessions if each.shift == one.shift]
        minutes = [_minutes([each for each in own if each.skill == skill]) for skill in SKILLS]
        lines.writerow([one.name, one.number, one.shift, agency.name, *minutes])
    return text.getvalue()


def _minutes(sessions: Sequence[Session]) -> int:
    return sum(each.minutes for each in sessions)
