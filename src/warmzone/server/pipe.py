"""What passes between the server and a worker: what a job is made of, and a line for each step."""

from typing import Any, Protocol

import msgspec
from msgspec import Struct

from warmzone.training.audit.corrections import Correction
from warmzone.training.audit.result import AuditedProgramme

TOO_LONG = "too long"
"""The error of a job that took more of a processor than it may."""


class Report(Protocol):
    """Told how much is done of how much, and what there is of the result so far."""

    def __call__(self, done: int, total: int, so_far: Any = None) -> None:
        """Pass it on."""


class Step(Struct, omit_defaults=True):
    """One line of a worker: progress, or a result, or what went wrong."""

    done: int = 0
    total: int = 0
    so_far: Any = None
    result: Any = None
    error: str = ""


class ReviewInput(Struct):
    """What a review is made of: an `eventlog.Header`, its rows, and digests kept while played.

    The digests are by simulated milliseconds, of whole minutes, under the same results version.
    """

    header: msgspec.Raw
    rows: msgspec.Raw
    kept: dict[int, str] = {}


class AuditInput(Struct):
    """A course schedule, pasted where `is_text`, and what people have corrected so far."""

    name: str
    data: bytes
    corrections: list[Correction] = []
    is_text: bool = False


class AuditOutput(Struct):
    """The audited programme, or why its file cannot be read."""

    programme: AuditedProgramme | None = None
    refused: list[str] = []


class WorkInput(Struct):
    """The folder of long work; `fast` where a compiled kernel is there to play it on."""

    folder: str
    fast: bool = False


class DrillInput(Struct):
    """Which moment of which drill; `fast` where a compiled kernel is there to play it on."""

    drill: str
    variant: int
    fast: bool = False
