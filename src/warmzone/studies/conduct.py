"""Conducting a study: rounds of parts, saved as they come, until it is known closely enough."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from warmzone.studies.engines import Workers, play_parts
from warmzone.studies.lowered import Lowered, parts_of, rounds
from warmzone.studies.provenance import identity_of, surroundings
from warmzone.studies.store import Store
from warmzone.studies.summary import Summary, summarise

Report = Callable[[int, int], None]
"""Told how many more incidents are done, and how many there are to be in all as far as known."""


@dataclass(frozen=True, slots=True)
class Conducted:
    """A study that has been played: its summary, and how it ended."""

    summary: Summary
    points: int
    incidents: int
    resumed: int
    close_enough: bool | None
    wall_s: float


def conduct(
    lowered: Lowered, folder: Path, workers: Workers, report: Report = lambda _done, _all: None
) -> Conducted:
    """Play what is missing of a study into its folder, and sum it up.

    What was played before is kept. Raises Invalid where the folder holds another study.
    """
    begun = time.perf_counter()
    store = Store(folder)
    identity = identity_of(lowered)
    store.open(identity, lowered)
    resumed, close, points = 0, None, 0
    for round_ in rounds(lowered):
        resumed += _play_round(lowered, store, round_, (workers, report))
        points = round_.stop
        if lowered.study.stop is not None:
            close = _is_close(lowered, store, points)
            if close:
                break
    summary = summarise(lowered, store, points)
    wall_s = time.perf_counter() - begun
    incidents = points * lowered.incidents_per_point
    told = {"points": points, "incidents": incidents, "finished": True, "close_enough": close}
    store.note({**identity, **told, **surroundings(workers), "wall_s": round(wall_s, 1)})
    return Conducted(summary, points, incidents, resumed, close, wall_s)


def _play_round(
    lowered: Lowered, store: Store, points: range, hands: tuple[Workers, Report]
) -> int:
    """Play the parts of a round that are missing; returns how many incidents were there already."""
    workers, report = hands
    each = lowered.incidents_per_point
    total = points.stop * each
    parts = list(parts_of(lowered, points))
    missing = [part for part in parts if not store.has(part)]
    there = (len(points) - sum(part.end - part.first for part in missing)) * each
    report(there, total)
    for part, rows in play_parts(lowered, missing, workers):
        store.write(part, rows)
        report(len(rows), total)
    return there


def _is_close(lowered: Lowered, store: Store, points: int) -> bool:
    """Whether the difference asked for is known to the wanted half-width.

    Every look takes its share of the 5 % by which the interval may be wrong.
    """
    stop = lowered.study.stop
    if stop is None:
        return True
    looks = sum(1 for _ in rounds(lowered))
    found = summarise(lowered, store, points, reference=stop.against, error_p=0.05 / looks)
    half = found.difference(stop.arm, stop.measure).half_width
    # Points that agree to the last bit are too few, not proof.
    return 0.0 < half <= stop.half_width
