"""Timing: the best of several turns, by the clock and in processor time."""

import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Took:
    """The shortest of some turns, in seconds: by the clock, and in processor time."""

    wall_s: float
    busy_s: float


def best_of(turns: int, play: Callable[[], object]) -> Took:
    """The shortest turn, by the clock and in processor time: other work only adds."""
    walls, busy = [], []
    for _ in range(turns):
        wall, cpu = time.perf_counter(), time.process_time()
        play()
        walls.append(time.perf_counter() - wall)
        busy.append(time.process_time() - cpu)
    return Took(min(walls), min(busy))


def surroundings() -> dict[str, object]:
    """What the figures depend on beside the code."""
    return {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "load_average": round(os.getloadavg()[0], 2),
    }
