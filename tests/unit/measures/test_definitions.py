"""Measures are defined once and read from an outcome row."""

import numpy as np
import pytest

from warmzone.kernel.outcomes import OUTCOME
from warmzone.measures import CLOCKS, MEASURES, OUTCOMES, Measure, read


@pytest.mark.parametrize("measure", MEASURES, ids=lambda one: one.name)
def test_every_measure_is_read_from_a_field_of_the_outcome(measure: Measure) -> None:
    """No measure names a field that the kernel does not fill."""
    assert measure.field in (OUTCOME.names or ())
    assert measure.per > 0


def test_names_are_unique() -> None:
    """A measure can be found by its name."""
    assert len({one.name for one in MEASURES}) == len(MEASURES) == len(OUTCOMES) + len(CLOCKS)


def test_a_clock_is_read_in_seconds_and_has_no_value_while_not_reached() -> None:
    """-1 in the row is no time at all, never a very early one."""
    row = np.zeros(1, OUTCOME)[0]
    row["rtf_in_ms"] = 90_500
    row["corridor_open_ms"] = -1
    values = {one.name: read(one, row) for one in CLOCKS}
    assert values["rtf_in"] == 90.5
    assert values["corridor_open"] is None


def test_officer_time_is_read_in_minutes() -> None:
    """Officer-milliseconds of the kernel become officer-minutes."""
    row = np.zeros(1, OUTCOME)[0]
    row["untasked_officer_ms"] = 150_000
    values = {one.name: read(one, row) for one in OUTCOMES}
    assert values["officer_minutes_without_task"] == 2.5
