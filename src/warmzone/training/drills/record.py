"""What a trainee has decided so far: the record is theirs, kept where they sit, as plain JSON."""

from datetime import UTC, datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from warmzone.scenario.problems import Invalid, Problem
from warmzone.training.drills.drill import Verdict, drills

RECORD_FORMAT = "warmzone-drill-record/1"
MOST_ATTEMPTS = 5_000
MOST_BYTES = 2 * 1024 * 1024


class Attempt(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One decision taken, or let go by. `choice` is empty where nothing was said in time.

    `options` and `accepted` are how many choices there were and how many of them would have done;
    `took_s` of `limit_s` seconds; `at` in UTC.
    """

    id: Annotated[str, Meta(pattern="^[0-9a-f-]{36}$")]
    drill: Annotated[str, Meta(pattern="^[a-z0-9-]{1,40}$")]
    variant: Annotated[int, Meta(ge=0, le=99)]
    point: Annotated[int, Meta(ge=1, le=30)]
    at: datetime
    choice: Annotated[str, Meta(pattern="^[a-z0-9-]{0,40}$")]
    verdict: Verdict
    took_s: Annotated[float, Meta(ge=0, le=3600)]
    limit_s: Annotated[float, Meta(ge=1, le=3600)]
    options: Annotated[int, Meta(ge=2, le=9)]
    accepted: Annotated[int, Meta(ge=1, le=9)]

    @property
    def right(self) -> bool:
        """Whether it counts as rightly decided: in time, and a choice that doctrine has."""
        return self.verdict != "wrong"

    @property
    def when(self) -> datetime:
        """The time in UTC, also where the record left the zone out."""
        return self.at.replace(tzinfo=UTC) if self.at.tzinfo is None else self.at.astimezone(UTC)


class Record(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A trainee's record as it is kept and exported."""

    format: str = RECORD_FORMAT
    attempts: Annotated[list[Attempt], Meta(max_length=MOST_ATTEMPTS)] = []


def judge(drill_id: str, choice_id: str) -> Verdict:
    """The verdict on a choice; silence and what is no choice of the drill are wrong."""
    choice = drills()[drill_id].choice(choice_id)
    return "wrong" if choice is None else choice.verdict


def read_record(data: bytes, file: str) -> Record:
    """Read an exported record; raise Invalid where it is none."""
    if len(data) > MOST_BYTES:
        raise Invalid([Problem(file, "", "its size", f"at most {MOST_BYTES // 2**20} MB")])
    try:
        record = msgspec.json.decode(data, type=Record)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Invalid([Problem(file, "", "its content", f"a drill record ({error})")]) from error
    if record.format != RECORD_FORMAT:
        raise Invalid([Problem(file, "format", repr(record.format), repr(RECORD_FORMAT))])
    return record


def write_record(record: Record) -> bytes:
    """The record as it is exported."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"
