"""The plan as plain values: what `--json` prints and what lies beside a plan."""

from collections.abc import Sequence

from warmzone.training.plan.agency import Agency
from warmzone.training.plan.break_even import BreakEven, hours_table, sentences
from warmzone.training.plan.read import ToldBreakEven, ToldCarries, ToldPlan, ToldSession, ToldSplit
from warmzone.training.plan.schedule import Session
from warmzone.training.plan.splits import Answer, Split


def told(agency: Agency, found: Answer, sessions: Sequence[Session]) -> ToldPlan:
    """Splits, what the answer hangs on, and the year's sessions."""
    return ToldPlan(
        agency=agency.name,
        incidents=found.incidents,
        points=found.points,
        splits=[_split(each) for each in found.splits],
        hangs_on=[ToldCarries(each.row.name, each.index, each.worth) for each in found.carries],
        sessions=[_session(each) for each in sessions],
        break_even=_break_even(found.break_even),
    )


def _split(split: Split) -> ToldSplit:
    saved = split.saved
    return ToldSplit(
        *split.hours,
        saved.mean,
        saved.low,
        saved.high,
        saved.half_width,
        split.best_p,
        split.behind.mean,
        split.behind.half_width,
    )


def _session(session: Session) -> ToldSession:
    return ToldSession(
        session.number,
        session.shift,
        session.begins.isoformat(),
        session.minutes,
        session.skill,
        session.title,
        session.scenario,
    )


def _break_even(found: BreakEven | None) -> ToldBreakEven:
    table = hours_table(found)
    return ToldBreakEven(sentences(found), list(table.heads), [list(row) for row in table.rows])
