"""What the rules remember of an exercise: its clock and whether it is over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """The state of an exercise after some rows; the incident itself is in the run.

    `at_ms` is the simulated time of the last row. `resumed_at_ms` is set from a resumption until
    the clock is started again. `probing`: a probe waits for its answer; `frozen_running` is whether
    the clock ran before it.
    """

    at_ms: int = 0
    running: bool = False
    rate: float = 1.0
    handed_over: bool = False
    ended: bool = False
    probing: bool = False
    frozen_running: bool = False
    resumed_at_ms: int | None = None
