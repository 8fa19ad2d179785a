"""Golden cases of the RPM tables: in which order casualties are moved, and who is expected to live.

So many leave at once, the next after a period, and so on; a casualty's chance is that of the RPM
which is left on leaving, by the kernel's own functions. The expected survivors are our own
arithmetic: they test an implementation only.
"""

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np

from warmzone.evidence.rpm import GoldenCase, rpm_golden
from warmzone.kernel.physiology import RPM_STEP_MIN, rpm_after, rpm_survival
from warmzone.kernel.world_arrays import World
from warmzone.studies.verification.playing import Setup
from warmzone.studies.verification.result import Family, Simulated
from warmzone.studies.verification.unhelped import nobody_comes
from warmzone.vocabulary.codes import Physiology

START_LIKE = (range(1, 9), range(9, 12), range(12, 13), range(1))
"""RPM of the immediate, the delayed, the minor and the expectant, in the order of moving."""


@cache
def rpm_world() -> World:
    """A world with the tables as the kernel holds them."""
    return nobody_comes("blunt", 1, 60, Physiology.RPM).world


def chance(rpm: int, periods: int, *, rpm0_lives: bool) -> float:
    """The chance of living when moved after that many periods without help, by the kernel."""
    left = rpm_after(rpm_world(), rpm, RPM_STEP_MIN * periods)
    if periods > 0 and left == 0.0 and not rpm0_lives:
        return 0.0
    return rpm_survival(rpm_world(), left)


def in_order(case: GoldenCase, order: Sequence[int]) -> float:
    """Expected survivors when casualties (indexes) leave in that order."""
    return sum(
        chance(case.rpm[i], place // case.per_period, rpm0_lives=case.rpm0_lives)
        for place, i in enumerate(order)
    )


def optimal(case: GoldenCase) -> float:
    """The most survivors that any order gives, by assignment of casualties to places."""
    from scipy.optimize import linear_sum_assignment

    places = range(len(case.rpm))
    gain = np.array(
        [
            [chance(rpm, k // case.per_period, rpm0_lives=case.rpm0_lives) for k in places]
            for rpm in case.rpm
        ]
    )
    rows, columns = linear_sum_assignment(gain, maximize=True)
    return float(gain[rows, columns].sum())


def lowest_first(case: GoldenCase) -> float:
    """Expected survivors when the lowest RPM leaves first."""
    return in_order(case, sorted(range(len(case.rpm)), key=lambda i: case.rpm[i]))


def highest_first(case: GoldenCase) -> float:
    """Expected survivors when the highest RPM leaves first."""
    return in_order(case, sorted(range(len(case.rpm)), key=lambda i: -case.rpm[i]))


def start_like(case: GoldenCase) -> float:
    """Expected survivors when category after category leaves, each as listed."""

    def category(i: int) -> int:
        return next(k for k, held in enumerate(START_LIKE) if case.rpm[i] in held)

    return in_order(case, sorted(range(len(case.rpm)), key=category))


ORDERS: dict[str, Callable[[GoldenCase], float]] = {
    "optimal": optimal,
    "lowest_first": lowest_first,
    "highest_first": highest_first,
    "start_like": start_like,
}


def compare(_setup: Setup) -> Family:
    """Every golden case under every order of moving."""
    simulated = []
    for case in rpm_golden():
        zero = "kept" if case.rpm0_lives else "dead"
        for name, survivors in ORDERS.items():
            value = survivors(case)
            simulated.append(Simulated(f"rpm-own.{case.name}.{zero}.{name}", value, value, value))
    return Family(
        "rpm-own",
        "RPM tables, golden cases",
        "13, 24 and 40 casualties, two or four of them moved every half hour; survival by the RPM "
        "left on leaving. Own arithmetic, no published result: exact or wrong.",
        tuple(simulated),
    )
