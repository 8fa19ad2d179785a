"""The pace of a live exercise: from seconds on the wall to simulated milliseconds."""

from dataclasses import dataclass

MOST_BEHIND_S = 2.0
"""After a longer standstill (a laptop asleep, a slow kernel) time is dropped, not run after."""


@dataclass(slots=True)
class Pace:
    """Where the clock of an exercise should be. `wall_s` is a monotonic clock's reading."""

    at_ms: int
    wall_s: float
    rate: float = 1.0
    running: bool = False

    def due_ms(self, wall_s: float) -> int:
        """The simulated time that should have been reached by now."""
        if not self.running:
            return self.at_ms
        passed_s = min(wall_s - self.wall_s, MOST_BEHIND_S)
        return self.at_ms + max(0, int(passed_s * self.rate * 1000))

    def reach(self, at_ms: int, wall_s: float) -> None:
        """The run stands at `at_ms` now: count from there, keeping the part of a millisecond."""
        if self.running:
            spent_s = (at_ms - self.at_ms) / 1000 / self.rate
            self.wall_s = max(self.wall_s + spent_s, wall_s - MOST_BEHIND_S)
        else:
            self.wall_s = wall_s
        self.at_ms = at_ms

    def change(self, *, running: bool, rate: float) -> None:
        """Start, stop or change the tempo from the time last reached."""
        self.running = running
        self.rate = rate
