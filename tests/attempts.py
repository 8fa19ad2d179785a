"""Attempts for the tests."""

import uuid
from datetime import datetime
from typing import Any

import msgspec

from warmzone.training.drills.record import Attempt


def attempt(*, at: datetime, **other: Any) -> Attempt:
    """A right decision of twenty seconds at that time, but for what is said otherwise."""
    made = Attempt(
        id=str(uuid.uuid4()),
        drill="rtf-asks",
        variant=0,
        point=13,
        at=at,
        choice="go",
        verdict="right",
        took_s=8.0,
        limit_s=20.0,
        options=4,
        accepted=1,
    )
    return msgspec.structs.replace(made, **other)
