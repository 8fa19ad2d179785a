"""The shape of decision worth as it travels. Costs are expected lives; above 0 is lives lost."""

from msgspec import Struct

NOTICE = "Simulation, not a performance record; checked on automatic commanders only."


class Cost(Struct):
    """Expected lives lost against something else, over `pairs` replays with common luck.

    `mean` is None where the interval holds 0: the two cannot be told apart.
    """

    mean: float | None
    low: float
    high: float
    pairs: int


class Alternative(Struct):
    """One thing that could have been said, and the deaths expected from it on screening luck."""

    text: str
    deaths: float
    forbidden: bool = False
    best: bool = False


class Known(Struct):
    """What a decision was worth over worlds that told the seat the same, beside what it cost.

    `better` is the alternative that is best over those worlds; it is picked on one half of them and
    priced on the other, either way round. `worlds` is how many were played, `effective` how many
    different ones they come to, `r_hat` how far the two halves, which began in different worlds,
    are apart (1 not at all). `cost` is None where those are too few, or too far apart, to tell.
    """

    cost: Cost | None
    worlds: int
    effective: float
    r_hat: float | None = None
    better: str = ""


class Worth(Struct):
    """One decision. `text` is what was said or what nobody said; `kind` order, refused, missing.

    `cost` is against `better`, the best of what the agency's rules allow; `policy` the same of what
    they forbid; `interior` against the interior commander taking over at that moment; `known` is
    what could have been known, with its own diagnostics. `sequence` is the log row from which a
    fork goes on. `part_of` is the number of another decision that the same words would have put
    right, 0 for none: what the two cost is not to be added.
    """

    number: int
    kind: str
    at_s: float
    until_s: float
    text: str
    sequence: int
    team: int = -1
    area: int = -1
    point: int = 0
    title: str = ""
    note: str = ""
    alternatives: list[Alternative] = []
    better: str = ""
    cost: Cost | None = None
    policy_better: str = ""
    policy: Cost | None = None
    interior: Cost | None = None
    priced: bool = False
    part_of: int = 0
    known: Known | None = None


class StretchView(Struct):
    """From one thing said to the next: what its decisions lost, and what luck did.

    `said` and `waited` add up to `decisions`: the orders themselves, and the silence after them.
    """

    at_s: float
    until_s: float
    orders: int
    said: float
    waited: float
    decisions: Cost
    luck: float


class AccountView(Struct):
    """Where the lives of an exercise went, under one commander who would have gone on.

    `at_start` + `decisions` + `luck` = `at_end`, all of them expected deaths.
    """

    commander: str
    pace_s: float
    at_start: float
    at_end: float
    decisions: Cost
    luck: float
    stretches: list[StretchView]


class WorthReview(Struct):
    """What every decision of an exercise was worth, most costly first.

    `how` says under which continuation and with how many replays; `unpriced` are decision points
    that cannot be looked at, each with the reason; `accounts` are under the interior commander and
    under the same at the person's own pace. `worlds` says how the sampling of worlds went.
    """

    notice: str
    how: str
    claim: str
    results_version: str
    decisions: list[Worth]
    unpriced: list[str]
    accounts: list[AccountView] = []
    worlds: list[str] = []
    done: int = 0
    total: int = 0
