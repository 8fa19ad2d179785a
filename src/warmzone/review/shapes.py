"""The shape of a review as it travels. Times are seconds of the exercise; -1 and null mean none.

Areas, teams and casualties are indexes; codes are those of `vocabulary.codes`.
"""

from typing import Literal

from msgspec import Struct

from warmzone.review.evaluation_shapes import NoteView, RatingRow
from warmzone.scenario.site import Site

NOTICE = (
    "Simulation for training and planning only; not for use in a live incident; not a performance "
    "record. Checked on automatic commanders only."
)
"""What stands on every page of a review and of what is made of it."""

EntryKind = Literal[
    "order", "refused", "zone", "answer", "request", "report", "clock", "hidden", "exercise"
]
Tone = Literal["happened", "outcome", "stood_out", "went_well"]


class Line(Struct):
    """One line of the first page; `at_s` and `areas` say what it points at, `lives`: who died."""

    text: str
    tone: Tone
    at_s: float | None = None
    areas: list[int] = []
    lives: bool = False


class Entry(Struct):
    """One entry of the timeline.

    `at_s` is when it was said, or when the Tactical seat heard it; `heard_s` when those whom an
    order concerns heard it. `hidden` entries are what was true and nobody told the seat; `lives`
    marks those that say, or in a person's own words may say, who died.
    """

    at_s: float
    kind: EntryKind
    who: str
    text: str
    note: str = ""
    areas: list[int] = []
    team: int = -1
    heard_s: float | None = None
    lives: bool = False


class Statement(Struct):
    """Why an order was given and what was expected of it, beside what came of it.

    `sequence` is the order's row in the log; `refused` says why where it was refused. `told` is
    what the seat heard about it afterwards, `hidden` what was true there meanwhile and not told.
    `cut`: play ended before so long had gone by as consequences are looked for.
    """

    sequence: int
    at_s: float
    until_s: float
    order: str
    why: str
    refused: str
    told: list[str]
    hidden: list[str]
    areas: list[int]
    team: int
    cut: bool = False


class ProbeRow(Struct):
    """One question of a probe: what was said, what the seat had been told, what was true.

    Scores are shares, 1 is best, `against_belief` and `against_truth`; None where unasked. What was
    true is empty where figures in lives are held: how many reds live says who died.
    """

    name: str
    question: str
    said: str
    told: str
    true: str
    against_belief: float | None
    against_truth: float | None


class ProbeView(Struct):
    """One freeze with its questions; `awareness` is their mean against the truth.

    `answered` is false where the exercise ended first; then there is nothing to score.
    """

    at_s: float
    answered: bool
    rows: list[ProbeRow]
    awareness: float | None
    knew: float | None


class PointRow(Struct):
    """One decision point that was put to the seat: how often, and how it was answered.

    `share` is the mean of its answers: 1 in time, half at twice the time allowed, 0 never.
    """

    number: int
    title: str
    within_s: float
    at_s: float
    asked: int
    in_time: int
    never: int
    share: float


class UnsoundRow(Struct):
    """An order that nothing heard gave a reason for."""

    at_s: float
    text: str
    why: str


class ScoreView(Struct):
    """The score of the exercise, of 100 points; None where nothing was asked.

    `error` is the standard error of one exercise; `asked` decision points were put to the seat and
    `taken` of them answered, late ones in part. `rows` are those points, the worst first.
    """

    how: str
    points: float | None
    error: float
    asked: int
    taken: float
    rows: list[PointRow]
    unsound: list[UnsoundRow]


class ClockView(Struct):
    """One benchmark clock: when it was reached, and by whom in the same luck."""

    name: str
    label: str
    at_s: float | None


class CasualtyRow(Struct):
    """One casualty: what was done when, beside what the Tactical seat had been told.

    `told_s`: when the seat first heard of casualties where they lay, `told_by` from whom; `judged`
    is the category responders gave last, `triage` the true one when they were hurt; `gap`, for
    the savable who died, is the first thing of an ideal response that was not done.
    """

    number: int
    area: int
    wound: str
    triage: int
    judged: int
    care: int
    hurt_s: float
    seen_s: float | None
    told_s: float | None
    told_by: str
    controlled_s: float | None
    moved_s: float | None
    collected_s: float | None
    left_s: float | None
    hospital_s: float | None
    hospital: str
    dead_s: float | None
    savable: bool
    fate: str
    gap: str = ""


KILLED_AT_ONCE = "killed at once"
"""The wound, and the fate, of whom nobody could have helped."""


def killed_at_once(one: CasualtyRow) -> bool:
    """Whether nobody could have helped them."""
    return one.wound == KILLED_AT_ONCE


class TeamRow(Struct):
    """One team's time on scene: minutes at each task, the longest first, and what was said to it.

    `untasked_min` are minutes in which its officers stood without a task; `orders` those it was
    given while the person held the seat; `first_order_s` when the first of them was said.
    """

    team: int
    arrived_s: float
    orders: int
    first_order_s: float | None
    untasked_min: float
    minutes: dict[str, float]


class MeasureView(Struct):
    """What one column of the comparison means."""

    name: str
    label: str
    unit: str
    better: str


class Compared(Struct):
    """One commander in the same luck; `values` by measure name."""

    commander: str
    label: str
    description: str
    values: dict[str, float | None]


class Comparison(Struct):
    """This run beside every automatic commander; `how` says from when and until when."""

    how: str
    measures: list[MeasureView]
    yours: dict[str, float | None]
    others: list[Compared]


class TeamBelief(Struct, array_like=True, frozen=True):
    """A team as last reported."""

    team: int
    area: int
    observed_s: int
    able: int
    task: int
    target: int
    untasked: int
    asked_s: int


class AreaBelief(Struct, array_like=True, frozen=True):
    """An area as declared and as last reported; `claimed` is a caller's number."""

    area: int
    zone: int
    zone_s: int
    seen_s: int
    searched_s: int
    red: int
    yellow: int
    green: int
    grey: int
    claimed: int
    threat: int
    source: int


class BeliefHead(Struct, array_like=True, frozen=True):
    """What the seat holds of the whole; `way` and `posts` are the corridor that it ordered."""

    threat: int
    threat_area: int
    threat_s: int
    place: int
    since_s: int
    ccp: int
    aep: int
    corridor: int
    posts_held: int
    way: tuple[int, ...]
    posts: tuple[int, ...]


class TeamTruth(Struct, array_like=True, frozen=True):
    """A team as it is."""

    team: int
    area: int
    able: int
    task: int
    target: int
    untasked: int


class AreaTruth(Struct, array_like=True, frozen=True):
    """Casualties in an area by true category, the dead grey; `exposed` 1 in the hazard's reach.

    Of the grey so many were red, yellow and green when they were hurt.
    """

    area: int
    red: int
    yellow: int
    green: int
    grey: int
    exposed: int
    was_red: int = 0
    was_yellow: int = 0
    was_green: int = 0


class TruthHead(Struct, array_like=True, frozen=True):
    """The hazard and the corridor as they are."""

    hazard: int
    hazard_area: int
    corridor: int
    posts_held: int


class Frame(Struct, omit_defaults=True):
    """One moment of the replay: the rows that differ from the frame before; the first has all."""

    at_s: int
    belief: BeliefHead | None = None
    belief_teams: list[TeamBelief] = []
    belief_areas: list[AreaBelief] = []
    truth: TruthHead | None = None
    truth_teams: list[TeamTruth] = []
    truth_areas: list[AreaTruth] = []


class CurvePoint(Struct, array_like=True, frozen=True):
    """How many waited at one moment: reds and yellows without care, officers without a task.

    `died`: reds and yellows who lie there and died before anybody cared for them.
    """

    at_s: int
    untreated: int
    untasked: int
    died: int = 0


class TeamName(Struct):
    """Who a team is."""

    callsign: str
    discipline: Literal["police", "medical"]


class Review(Struct):
    """Everything the page afterwards shows; `lives` is false where figures in lives are held.

    `bodies` says under which physiology, and how much faster, in words; `doctrine` that rules were
    in force which no text confirms, "" where none were. `held_lines` are the lines
    for those to whom figures in lives are not released; those are not told the `seed` either.
    """

    exercise: str
    scenario: str
    scenario_name: str
    summary: str
    seed: int | None
    physiology: str
    tempo: float
    started_at: str
    start_s: float
    end_s: float
    minutes: int
    notice: str
    claim: Literal["same", "recomputed"]
    claim_text: str
    digest: str
    results_version: str
    site: Site
    teams: list[TeamName]
    tasks: list[str]
    lines: list[Line]
    clocks: list[ClockView]
    outcome: dict[str, float | None]
    comparison: Comparison
    casualties: list[CasualtyRow]
    timeline: list[Entry]
    frames: list[Frame]
    statements: list[Statement] = []
    probes: list[ProbeView] = []
    notes: list[NoteView] = []
    led: bool = False
    by_team: list[TeamRow] = []
    lives: bool = True
    curves: list[CurvePoint] = []
    score: ScoreView | None = None
    bodies: str = ""
    doctrine: str = ""
    held_lines: list[Line] = []
    ratings: list[RatingRow] = []
