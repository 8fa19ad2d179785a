"""Published results that the world must reproduce: what was printed, and from how many."""

from dataclasses import dataclass
from functools import cache

from warmzone.evidence.table import lines

INTERVALS = frozenset({"order statistics", "binomial", "as given", "exact"})
"""How a target's sampling interval is made; see `studies.verification.sampling`."""

LABELS = frozenset({"published", "own", "unverified"})


@dataclass(frozen=True, slots=True)
class Target:
    """One printed number.

    `low` and `high` stand where the interval is given, `quantile` where the number is a quantile
    of a distribution, `n` where the source prints how many it rests on; else None. `label` says
    whether others published it, it is our own arithmetic, or it was not read anywhere.
    """

    id: str
    quantity: str
    value: float
    low: float | None
    high: float | None
    quantile: float | None
    n: int | None
    unit: str
    interval: str
    label: str
    source: str
    status: str
    note: str

    @property
    def family(self) -> str:
        """The study that it belongs to: the id up to its first dot."""
        return self.id.partition(".")[0]

    @property
    def group(self) -> str:
        """What it is a number of: the id up to its last dot; quantiles of one thing share it."""
        return self.id.rpartition(".")[0]


@cache
def targets() -> tuple[Target, ...]:
    """Every target, in the order of the table."""
    return tuple(
        Target(
            line["id"],
            line["quantity"],
            float(line["value"]),
            _number(line["low"]),
            _number(line["high"]),
            _number(line["quantile"]),
            int(line["n"]) if line["n"] else None,
            line["unit"],
            line["interval"],
            line["label"],
            line["source"],
            line["status"],
            line["note"],
        )
        for line in lines("targets.csv")
    )


def _number(text: str) -> float | None:
    return float(text) if text else None


@cache
def untreated_death_clock() -> tuple[tuple[float, float], ...]:
    """Of those who die untreated before hospital: (minutes, share dead by then), Webster 2021."""
    prefix = "webster-2021.dead_by_"
    return tuple(
        (float(target.id.removeprefix(prefix)), target.value)
        for target in targets()
        if target.id.startswith(prefix)
    )
