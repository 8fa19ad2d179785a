"""The plan as plain values."""

from collections.abc import Sequence
from typing import Any

from warmzone.training.plan.agency import Agency
from warmzone.training.plan.schedule import Session
from warmzone.training.plan.splits import Answer


def told(agency: Agency, found: Answer, sessions: Sequence[Session]) -> dict[str, Any]:
    """Splits, what the answer hangs on, and the year's sessions."""
    return {
        "agency": agency.name,
        "incidents": found.incidents,
        "points": found.points,
        "splits": [
            {
                "medical_h": each.hours[0],
                "movement_h": each.hours[1],
                "command_h": each.hours[2],
                "deaths_per_year": each.saved.mean,
                "low": each.saved.low,
                "high": each.saved.high,
                "half_width": each.saved.half_width,
                "best_p": each.best_p,
            }
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
