"""A year of sessions: short, spaced, made of the scenarios that ship."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warmzone.evidence.skills import SKILLS, SkillName
from warmzone.training.plan.agency import Agency

ROLL_CALL_MIN, LESSON_MIN, EXERCISE_MIN = 10, 60, 120
DRILLS = ("drill-arcade-unknown-threat", "drill-school-rtf-at-the-door")
EXERCISES = ("school-active-threat", "arcade-thin-shift", "derailment-mci")
WEEKS = 52
ROLL_CALL = "08:00"
"""Where an agency says no times."""
TITLES: dict[SkillName, str] = {
    "medical": "Bleeding control and triage, hands on",
    "movement": "Drags, carries and lifts as a team",
    "command": "Interior command",
}


@dataclass(frozen=True, slots=True)
class Session:
    """One session of one shift: what is trained, for how long, with which shipped scenario.

    `turn` counts the shift's sessions of that skill and scenario before it.
    """

    number: int
    shift: str
    begins: datetime.datetime
    minutes: int
    skill: SkillName
    title: str
    scenario: str | None
    turn: int = 0


def schedule(agency: Agency, hours: tuple[float, float, float]) -> list[Session]:
    """Every session of the year, by time.

    Each skill's minutes are cut into sessions and spread evenly over the weeks, so that none lies
    long behind. Command is mostly ten-minute drills at roll call, and a full exercise for each
    four hours.
    """
    planned = []
    calls = agency.roll_calls or [ROLL_CALL] * len(agency.shifts)
    for day, (shift, call) in enumerate(zip(agency.shifts, calls, strict=True)):
        for skill, share in zip(SKILLS, hours, strict=True):
            for minutes, scenario, week in _spread(_blocks(skill, share, agency.sessions)):
                begins = _begins(agency.start, (week, day), call, skill)
                planned.append((begins, shift, minutes, skill, scenario))
    planned.sort(key=lambda each: (each[0], each[1]))
    turns: Counter[tuple[str, SkillName, str | None]] = Counter()
    sessions = []
    for k, (begins, shift, minutes, skill, scenario) in enumerate(planned):
        title, same = _title(skill, minutes, scenario), (shift, skill, scenario)
        sessions.append(Session(k + 1, shift, begins, minutes, skill, title, scenario, turns[same]))
        turns[same] += 1
    return sessions


Block = tuple[int, str | None]


def _blocks(skill: SkillName, hours: float, sessions: int) -> list[Block]:
    """A skill's sessions: minutes and scenario; together they are its hours to the minute."""
    total = round(60 * hours)
    if skill == "command":
        return _command_blocks(total)
    count = max(1, min(sessions, -(-total // LESSON_MIN)))
    return [(minutes, None) for minutes in _even(total, count)] if total else []


def _command_blocks(total: int) -> list[Block]:
    exercises = min(total // (2 * EXERCISE_MIN), len(EXERCISES) * 4)
    left = total - exercises * EXERCISE_MIN
    drills = left // ROLL_CALL_MIN
    if drills > 2 * WEEKS:
        drills = 2 * WEEKS
    if left == 0:
        lengths: list[int] = []
    elif drills == 0:
        lengths = [left]
    else:
        lengths = _even(left, drills)
    blocks: list[Block] = [(minutes, DRILLS[k % len(DRILLS)]) for k, minutes in enumerate(lengths)]
    for k in range(exercises):
        at = round((k + 1) * len(blocks) / (exercises + 1))
        blocks.insert(at, (EXERCISE_MIN, EXERCISES[k % len(EXERCISES)]))
    return blocks


def _even(total: int, count: int) -> list[int]:
    """Whole minutes that add up, as equal as can be."""
    least, more = divmod(total, count)
    return [least + 1] * more + [least] * (count - more)


def _spread(blocks: Sequence[Block]) -> Iterator[tuple[int, str | None, int]]:
    """Each block with its week of the year, evenly."""
    for k, (minutes, scenario) in enumerate(blocks):
        yield minutes, scenario, int((k + 0.5) * WEEKS / len(blocks))


def _begins(
    start: datetime.date, when: tuple[int, int], call: str, skill: SkillName
) -> datetime.datetime:
    """At roll call for command, later in the shift for what is hands on; `when`: week and day."""
    monday = start - datetime.timedelta(days=start.weekday())
    at = max(start, monday + datetime.timedelta(weeks=when[0], days=when[1] % 7))
    later = datetime.timedelta(hours=2 * ("command", "medical", "movement").index(skill))
    return datetime.datetime.combine(at, datetime.time.fromisoformat(call)) + later


def _title(skill: SkillName, minutes: int, scenario: str | None) -> str:
    if scenario is None:
        return TITLES[skill]
    kind = "roll-call drill" if minutes < LESSON_MIN else "full exercise"
    return f"{TITLES[skill]}: {kind}"


def officer_minutes(sessions: Sequence[Session], shift: str) -> dict[SkillName, int]:
    """What one officer of a shift has had by the end of the year, by skill."""
    found: dict[SkillName, int] = dict.fromkeys(SKILLS, 0)
    for each in sessions:
        if each.shift == shift:
            found[each.skill] += each.minutes
    return found
