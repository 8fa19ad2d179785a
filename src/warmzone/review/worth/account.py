"""Where the lives of an exercise went: decisions and luck, stretch by stretch, adding up.

The exercise is cut at every moment at which the person said something. With V the deaths expected
from a moment if a commander goes on from there, and Q those expected if the person says what they
said and then nothing until the next cut, Q - V is what a stretch's decisions lost, its silence
among them, and V at the next cut - Q is what luck did in it. All stretches together give the deaths
expected at the end less those expected at the start, exactly.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from warmzone.measures.decisions import POINTS, Account
from warmzone.measures.estimate import estimate
from warmzone.review.worth.replays import Course, Moment, Spoken, Table
from warmzone.review.worth.shapes import AccountView, Cost, StretchView
from warmzone.simulation.lower import Prepared

PACE_MOST_S = 600.0

HALF = 0.5 + 1e-9
"""Of what was asked, still open: the median but for rounding."""


@dataclass(frozen=True)
class Stretch:
    """From one cut to the next: the state at its start and what was said at it."""

    moment: Moment
    until_ms: int
    said: tuple[Spoken, ...] = ()


def cuts(said: Sequence[Spoken], span: tuple[int, int]) -> list[int]:
    """The start, every moment at which something was said, and the end."""
    times = {one.at_ms for one in said if span[0] < one.at_ms < span[1]}
    return [span[0], *sorted(times), span[1]]


def account_for(
    stretches: Sequence[Stretch], last: Moment, table: Table, epochs: Sequence[int]
) -> AccountView:
    """The account of an exercise under the table's commander; `last` is the state at its end.

    A stretch's `said` is what its orders lost if the commander went on at once, `waited` what the
    silence after them lost.
    """
    rows, totals = [], np.zeros(len(epochs))
    found = _played(stretches, table, epochs)
    values = [begun for begun, _, _ in found]
    values.append(table.deaths(Course(last, (), last.at_ms), epochs))
    for index, (one, (begun, spoken, held)) in enumerate(zip(stretches, found, strict=True)):
        now = one.moment.at_ms
        totals += held - begun
        rows.append(
            StretchView(
                at_s=now / 1000,
                until_s=one.until_ms / 1000,
                orders=len(one.said),
                said=float((spoken - begun).mean()),
                waited=float((held - spoken).mean()),
                decisions=_cost(held - begun),
                luck=float(values[index + 1].mean() - held.mean()),
            )
        )
    return AccountView(
        commander=table.commander.name,
        pace_s=float(table.prepared.world.parameters[0]["decision_s"]),
        at_start=float(values[0].mean()),
        at_end=float(values[-1].mean()),
        decisions=_cost(totals),
        luck=sum(row.luck for row in rows),
        stretches=rows,
    )


def _played(
    stretches: Sequence[Stretch], table: Table, epochs: Sequence[int]
) -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Deaths if the commander goes on at the start of each, after what was said, after it all."""
    alone = replace(table, threads=1)

    def played(one: Stretch) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        now = one.moment.at_ms
        begun = alone.deaths(Course(one.moment, (), now), epochs)
        spoken = alone.deaths(Course(one.moment, one.said, now), epochs) if one.said else begun
        return begun, spoken, alone.deaths(Course(one.moment, one.said, one.until_ms), epochs)

    with ThreadPoolExecutor(table.workers) as pool:
        return list(pool.map(played, stretches))


def _cost(difference: np.ndarray) -> Cost:
    """The mean is always told here: parts that are left out would not add up."""
    found = estimate(difference)
    if found is None:
        raise ValueError("no replays")
    return Cost(found.mean, found.low, found.high, found.n)


def own_pace_s(account: Account, otherwise_s: float) -> float:
    """How long the person took to answer what was put to them: the median, as their own skill.

    What was never answered counts with them, for as long as it stood open. At most `PACE_MOST_S`.
    """
    waits = list(_waits(account))
    return min(median_wait_s(waits), PACE_MOST_S) if waits else otherwise_s


def median_wait_s(waits: Iterable[tuple[float, bool]]) -> float:
    """By when half are answered, of waits in seconds, True for those that ended without an answer.

    By the product limit; the longest wait where that never comes.
    """
    ranked = sorted(waits)
    open_still = 1.0
    for k, (wait_s, never) in enumerate(ranked):
        open_still *= 1.0 if never else 1.0 - 1.0 / (len(ranked) - k)
        if open_still <= HALF:
            return wait_s
    return ranked[-1][0]


def _waits(account: Account) -> Iterator[tuple[float, bool]]:
    """How long each answer took, in seconds, and how long what had none stood open (True)."""
    for point in POINTS:
        for moment in point.moments(account):
            answered = point.answered_ms(account, moment)
            until = account.end_ms if answered < 0 else answered
            if answered < 0 and point.passing:
                until = min(until, moment.at_ms + int(1000 * point.row.within_s))
            if until > moment.at_ms:
                yield (until - moment.at_ms) / 1000, answered < 0


def at_pace(prepared: Prepared, seconds: float) -> Prepared:
    """The same incident, decided at another pace."""
    parameters = prepared.world.parameters.copy()
    parameters["decision_s"] = seconds
    return replace(prepared, world=prepared.world._replace(parameters=parameters))
