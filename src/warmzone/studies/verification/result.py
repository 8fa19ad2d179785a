"""What a verification says: targets compared, parameters that were chosen, charts to draw."""

from dataclasses import dataclass
from typing import Literal

from warmzone.evidence.targets import Target

Chosen = Literal["fitted", "not printed", "from this source"]
"""Why a number counts as fitted: searched for, needed but not printed by the source, or an
evidence row that was derived from the very numbers it is compared with."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """What the world gave for one target, with the 95 % interval of its own luck."""

    id: str
    value: float
    low: float
    high: float
    fitted: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """One target with its sampling interval, the simulated value, and how both were had."""

    target: Target
    low: float
    high: float
    method: str
    simulated: Simulated

    @property
    def inside(self) -> bool:
        """Whether the simulated value lies in the sampling interval of the printed one."""
        return self.low <= self.simulated.value <= self.high


@dataclass(frozen=True, slots=True)
class NotSimulated:
    """A target that the world cannot be asked for yet, and why."""

    target: Target
    low: float
    high: float
    method: str
    reason: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that was chosen rather than printed by the source, and for which targets."""

    name: str
    value: float
    unit: str
    low: float
    high: float
    chosen: Chosen
    family: str
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """A curve of a chart: what it shows, x and y."""

    label: str
    xs: tuple[float, ...]
    ys: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A printed number in a chart, with its interval in y."""

    x: float
    y: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of one family: simulated lines, printed dots, what the axes mean."""

    title: str
    x_label: str
    y_label: str
    lines: tuple[Line, ...]
    dots: tuple[Dot, ...]
    places: tuple[str, ...] = ()
    """Words for x = 1, 2, …, where x is no quantity."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well one explanation meets a family's printed numbers.

    `chi_square` sums the squared distances in standard errors of the printed numbers, over those
    fitted and those held out; `score` adds 2 for every fitted parameter.
    """

    name: str
    parameters: int
    chi_square_fitted: float
    chi_square_held_out: float

    @property
    def score(self) -> float:
        """Chi square over all numbers with a price for parameters: lower is better."""
        return self.chi_square_fitted + self.chi_square_held_out + 2.0 * self.parameters


@dataclass(frozen=True, slots=True)
class Variant:
    """The same targets asked of the world under something other than its defaults."""

    name: str
    simulated: tuple[Simulated, ...]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A change that should lower a measure: the paired difference found, with its interval.

    `found` is fewer or more where the 95 % interval leaves out 0, else open; `without` is the
    measure's mean in the world without the change, `incidents` the pairs played.
    """

    name: str
    commander: str
    measure: str
    unit: str
    expected: str
    found: str
    without: float
    difference: float
    low: float
    high: float
    incidents: int


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A clock of a real incident beside the middle 90 % of simulated ones, in minutes.

    A bound is infinite where that many incidents ended before; `used_for` names the evidence row
    that rests on the printed clock, or is "" where it is held out.
    """

    id: str
    quantity: str
    commander: str
    printed: float
    low: float
    high: float
    incidents: int
    used_for: str
    source: str
    status: str

    @property
    def inside(self) -> bool:
        """Whether the printed clock lies in the simulated range."""
        return self.low <= self.printed <= self.high


@dataclass(frozen=True, slots=True)
class Family:
    """All that one published study was compared in."""

    id: str
    title: str
    how: str
    simulated: tuple[Simulated, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    parameters: tuple[Parameter, ...] = ()
    charts: tuple[Chart, ...] = ()
    fits: tuple[Fit, ...] = ()
    variants: tuple[Variant, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    held_out: tuple[HeldOut, ...] = ()
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a verification was made with: enough to make it again."""

    version: str
    results_version: str
    evidence_digest: str
    machine: str
    platform: str
    seed: int
    incidents: int
    wall_s: float


@dataclass(frozen=True, slots=True)
class Verification:
    """Every family compared, and what it was made with."""

    families: tuple[Family, ...]
    checked: tuple[Checked, ...]
    not_simulated: tuple[NotSimulated, ...]
    provenance: Provenance

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Every number that was chosen, family by family."""
        return tuple(p for family in self.families for p in family.parameters)
