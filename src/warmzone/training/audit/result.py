"""What an audit says of a programme; the same shapes for the command line and the browser."""

from msgspec import Struct

from warmzone.training.audit.schedule import Problem
from warmzone.training.audit.shares import Shares


class AuditedLesson(Struct, frozen=True):
    """One lesson with what it teaches.

    `confidence` runs from 0 to 1; 0 marks a lesson that is not labelled (then `shares` say only
    `other`, and the split leaves it out). `minutes` is None where none could be read.
    """

    title: str
    minutes: int | None
    shares: Shares
    confidence: float
    reason: str
    method: str = ""
    day: str = ""
    place: str = ""
    corrected: bool = False

    @property
    def is_labelled(self) -> bool:
        """Whether anybody, a person or the rules, says what it teaches."""
        return self.confidence > 0


class Split(Struct, frozen=True):
    """How a programme's time divides; None where there is nothing to divide."""

    medical: float | None = None
    movement: float | None = None
    command: float | None = None
    threat: float | None = None
    other: float | None = None


class ClaimCompared(Struct, frozen=True):
    """A programme beside the split that one instructor estimates, of these three labels alone."""

    estimate: Split
    here: Split
    whose: str


class Range(Struct, frozen=True):
    """One label here, and from where to where it runs in the public programmes."""

    label: str
    here: float | None
    lowest: float
    highest: float


class PlayedSplit(Struct, frozen=True):
    """A split of medical, movement and command hours that the agency's own study played.

    Deaths in a year against today's hours, below nought is fewer; 95 % from `low` to `high`.
    """

    split: Split
    deaths_per_year: float
    low: float
    high: float


class StudyCompared(Struct, frozen=True):
    """A programme beside the agency's own study: its training plan.

    `nearest` is the split played that is nearest to the programme's own, None where it has nothing
    of the three; `apart` says whether the incidents played part it from the best, None where that
    was not looked at.
    """

    agency: str
    best: PlayedSplit
    nearest: PlayedSplit | None
    apart: bool | None
    text: str


class Compared(Struct, frozen=True):
    """A programme beside others; `study` is the agency's own study, None while there is none."""

    claim: ClaimCompared
    programmes: tuple[Range, ...]
    programmes_counted: int
    study: StudyCompared | None = None


class AuditedProgramme(Struct, frozen=True):
    """One audited file. `minutes_total` counts the lessons whose minutes are known.

    `split` divides the minutes of the labelled lessons, `split_by_lessons` their number.
    """

    file: str
    lessons: tuple[AuditedLesson, ...]
    minutes_total: int
    minutes_labelled: int
    split: Split
    split_by_lessons: Split
    problems: tuple[Problem, ...]
    compared: Compared
