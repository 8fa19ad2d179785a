"""The hospital's ratios are asked of the world."""

import pytest

from warmzone.evidence.rows import world_rows
from warmzone.simulation.run import PLAIN
from warmzone.studies.verification import hirshberg
from warmzone.studies.verification.playing import Setup


def test_the_plan_quickens_and_overtriage_slows() -> None:
    """The full plan gives its own factor; half wrongly red leaves less, three quarters least."""
    found = {one.id: one for one in hirshberg.compare(Setup(PLAIN, 20, 1)).simulated}
    plan, half, most = (
        found[f"hirshberg-2005.{name}"].value
        for name in ("full_plan", "overtriage_50", "overtriage_75")
    )
    assert plan == pytest.approx(world_rows()["hospital_plan_factor"].value, rel=1e-3)
    assert 1.0 > half > most > 0.5
    assert all(one.fitted for one in found.values())
