"""What travels for plans and studies as long work. `long_work.Work` says how far one is."""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from warmzone.server.long_work import Work
from warmzone.training.plan.read import ToldPlan


class FieldProblem(Struct):
    """One thing wrong with a form: at which field, and what is allowed."""

    field: str
    text: str


class AgencyCard(Struct):
    """A kind of place by who comes there without being called for, and when the first is there.

    Null where none comes; `ambulances` is how many are on duty.
    """

    id: str
    police_s: float | None
    medical_s: float | None
    ambulance_s: float | None
    ambulances: int


class SiteCard(Struct):
    """A building where an active threat may be: a scenario that ships or is kept here."""

    id: str
    name: str


class PlanForm(Struct):
    """What a plan's form offers to choose from."""

    agencies: list[AgencyCard]
    sites: list[SiteCard]


PaceState = Literal["waiting", "compiling", "sampling", "ready", "failed"]


class PlanPace(Struct):
    """What a plan takes here, said before it is begun.

    `incidents_each`: how many incidents are played of one kind, at one draw and one repeat. `per_s`
    of them are played a second; null where that cannot be said, and `state` says why: the fast
    kernel is not ready yet (`waiting`, `compiling`), a few incidents are being played to see
    (`sampling`), or that or the kernel cannot be had (`failed`).
    """

    incidents_each: int
    per_s: float | None
    state: PaceState


class PlanAsk(Struct, forbid_unknown_fields=True):
    """An agency's numbers as they were typed; how many draws of the evidence, how many at each."""

    agency: dict[str, Any]
    points: Annotated[int, Meta(ge=2, le=512)]
    repeats: Annotated[int, Meta(ge=1, le=64)]


class WorkStarted(Struct):
    """The work that was started, or everything that is wrong with what was asked for."""

    work: Work | None
    problems: list[FieldProblem] = []


class PlanResult(ToldPlan, Struct, kw_only=True):
    """A plan as its file tells it, in words, and the files to take along."""

    recommended: str
    sure: str
    reading: str
    now: dict[str, float]
    notice: str
    files: list[str] = []


class StudyCard(Struct):
    """One study that can be played: what it asks, and how many incidents that takes.

    `claim`: one of the studies that put the claim to the test. `verdict` and `why` are what the
    shipped run of it found, empty where none ships; `found_with` is that run's results version.
    """

    id: str
    title: str
    question: str
    claim: bool
    incidents: int
    incidents_small: int
    verdict: str = ""
    why: str = ""
    found_with: str = ""


class StudyAsk(Struct, forbid_unknown_fields=True):
    """Which study, and whether with fewer points than planned."""

    study: Annotated[str, Meta(max_length=60)]
    small: bool = True


class StudyTable(Struct):
    """Heads and rows."""

    heads: list[str]
    rows: list[list[str]]


class StudyPicture(Struct):
    """A drawing, and what it shows in words."""

    svg: str
    says: str


class UncertainNumber(Struct):
    """A number that was varied, with its range and how it was read."""

    name: str
    value: float
    low: float
    high: float
    unit: str
    status: str
    source: str


class StudyResult(Struct):
    """What a study found: words, pictures, tables, what was uncertain, what it was made with."""

    study: str
    title: str
    question: str
    verdict: str
    why: str
    sentences: list[str]
    tables: list[StudyTable]
    pictures: list[StudyPicture]
    reading: str
    incidents: int
    points: int
    small: bool
    provenance: dict[str, str]
    uncertain: list[UncertainNumber]
    notice: str


class StudyShelf(Struct):
    """Every study, those in which the claim fails first; this program's results version."""

    studies: list[StudyCard]
    results_version: str
    notice: str
