"""Attempts for the tests."""

import uuid
from datetime import datetime

from warmzone.training.drills.drill import Verdict
from warmzone.training.drills.record import Attempt


def attempt(
    *,
    at: datetime,
    verdict: Verdict = "right",
    point: int = 13,
    drill: str = "rtf-asks",
    choice: str = "go",
    took_s: float = 8.0,
    options: int = 4,
    accepted: int = 1,
) -> Attempt:
    """One decision of twenty seconds."""
    return Attempt(
        id=str(uuid.uuid4()),
        drill=drill,
        variant=0,
        point=point,
        at=at,
        choice=choice,
        verdict=verdict,
        took_s=took_s,
        limit_s=20.0,
        options=options,
        accepted=accepted,
    )
