"""The measures of one incident: what each is called, its unit, its direction, where it is read."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

Better = Literal["lower", "higher", "neither"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure, read from a field of `kernel.outcomes.OUTCOME`.

    `per` is how many of the field's units make one of `unit`. A clock that was not reached has no
    value; which way is better holds for it only where it was reached.
    """

    name: str
    label: str
    unit: str
    better: Better
    field: str
    per: float = 1.0


OUTCOMES = (
    Measure("deaths", "Deaths at 24 hours", "people", "lower", "deaths"),
    Measure("savable_deaths", "Deaths among the savable", "people", "lower", "savable_deaths"),
    Measure("casualties", "People hurt", "people", "lower", "casualties"),
    Measure("responders_hurt", "Responders hurt", "people", "lower", "responders_hurt"),
    Measure(
        "officer_minutes_without_task",
        "Officer-minutes without a task",
        "officer-minutes",
        "lower",
        "untasked_officer_ms",
        60_000.0,
    ),
    Measure("flips", "Times that safe ground came into reach", "times", "lower", "flips"),
    Measure(
        "lane_wait_minutes", "Loads waiting for the corridor", "min", "lower", "lane_wait_ms", 6e4
    ),
    Measure(
        "minutes_beside_device",
        "Responder-minutes beside a device",
        "responder-minutes",
        "lower",
        "beside_device_ms",
        60_000.0,
    ),
    Measure("near_misses", "Teams that crossed unannounced", "times", "lower", "near_misses"),
    Measure("blocked_minutes", "Ambulances before parked cars", "min", "lower", "blocked_ms", 6e4),
    Measure("uninjured_out", "Unhurt people who are outside", "people", "neither", "uninjured_out"),
    Measure("led_out", "People whom officers led out", "people", "neither", "led_out"),
    Measure("unwarned", "Went on elsewhere unwarned", "times", "lower", "unwarned"),
)

CLOCKS = (
    Measure("interior_command", "Interior command", "s", "lower", "interior_command_ms", 1000.0),
    Measure("threat_over", "Threat over", "s", "lower", "threat_over_ms", 1000.0),
    Measure(
        "first_warm_declared", "First warm ground declared", "s", "lower", "first_warm_ms", 1000.0
    ),
    Measure("rtf_in", "First RTF in", "s", "lower", "rtf_in_ms", 1000.0),
    Measure("corridor_open", "Corridor open", "s", "lower", "corridor_open_ms", 1000.0),
    Measure("first_red_out", "First red out", "s", "lower", "first_red_out_ms", 1000.0),
    Measure("warned_sites", "Other sites warned", "s", "lower", "warned_ms", 1000.0),
    Measure("last_red_out", "Last red out", "s", "lower", "last_red_out_ms", 1000.0),
)

MEASURES = OUTCOMES + CLOCKS


def read(measure: Measure, outcome: np.ndarray) -> float | None:
    """The measure's value in an OUTCOME row; None for a clock that was not reached."""
    value = outcome[measure.field].item()
    return None if value < 0 else float(value) / measure.per
