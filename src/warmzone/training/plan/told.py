"""The plan as plain values: what `--json` prints and what lies beside a plan."""

from collections.abc import Sequence
from typing import Any

import msgspec

from warmzone.training.plan.agency import Agency
from warmzone.training.plan.read import ToldSplit
from warmzone.training.plan.schedule import Session
from warmzone.training.plan.splits import Answer


def told(agency: Agency, found: Answer, sessions: Sequence[Session]) -> dict[str, Any]:
    """Splits, what the answer hangs on, and the year's sessions."""
    return {
        "agency": agency.name,
        "incidents": found.incidents,
        "points": found.points,
        "splits": [
            msgspec.structs.asdict(
                ToldSplit(
                    *each.hours,
                    each.saved.mean,
                    each.saved.low,
                    each.saved.high,
                    each.saved.half_width,
                    each.best_p,
                    each.behind.mean,
                    each.behind.half_width,
                )
            )
            for each in found.splits
        ],
        "hangs_on": [
            {"name": each.row.name, "share": each.index, "worth": each.worth}
            for each in found.carries
        ],
        "sessions": [
            {
                "number": each.number,
                "shift": each.shift,
                "begins": each.begins.isoformat(),
                "minutes": each.minutes,
                "skill": each.skill,
                "title": each.title,
                "scenario": each.scenario,
            }
            for each in sessions
        ],
    }
