"""Durations over the published mix of incidents."""

import pytest

from warmzone.kernel.draws import Purpose
from warmzone.simulation.hazard_mix import drawn, published_mix

INCIDENTS = 20_000


def test_durations_reproduce_the_published_shares() -> None:
    """36 % over by 2 minutes and 69 % by 5 (FBI), and 43 to 67 % before the first police."""
    mix = published_mix(INCIDENTS)
    assert mix.over_by_2_min == pytest.approx(23 / 64, abs=0.012)
    assert mix.over_by_5_min == pytest.approx(44 / 64, abs=0.012)
    assert 0.43 <= mix.over_before_police <= 0.67


def test_the_mix_draws_what_an_incident_draws() -> None:
    """The duration of a seed is that of the hazard's first activity in an incident of that seed."""
    from tests import tiny

    assert Purpose.HAZARD_DURATION == 12
    for seed in (1, 5, 9):
        hazard = tiny.fresh("active", seed).state.hazard[0]
        assert int(hazard["active_until_ms"]) == int(drawn(seed)[0] * 1000.0)
