"""A study is cut into parts that are saved one by one, by its own size alone."""

import hashlib
from itertools import pairwise

import msgspec
import numpy as np
import pytest

from tests.studied import lowered, study
from warmzone.studies.lowered import LONGEST_PART, PART, PARTS, Lowered, parts_of
from warmzone.studies.study import Arm
from warmzone.studies.study_file import study_digest


@pytest.fixture(scope="module")
def small() -> Lowered:
    """A study of four incidents a point."""
    return lowered()


@pytest.mark.parametrize("points", [1, 200, 3_000, 100_000])
def test_parts_hold_every_point_once(small: Lowered, points: int) -> None:
    """Without gaps, in order, and neither longer than the longest nor many where there are few."""
    parts = list(parts_of(small, range(7, 7 + points)))
    assert (parts[0].first, parts[-1].end) == (7, 7 + points)
    assert all(one.end == other.first for one, other in pairwise(parts))
    incidents = [(part.end - part.first) * small.incidents_per_point for part in parts]
    assert all(PART <= one <= LONGEST_PART for one in incidents[:-1])


def test_a_longer_study_is_saved_in_longer_parts(small: Lowered) -> None:
    """Up to the longest, and never in fewer than can be played side by side."""
    sizes = []
    for points in (3_000, 10_000, 100_000):
        parts = list(parts_of(small, range(points)))
        assert len(parts) >= PARTS
        sizes.append(parts[0].end - parts[0].first)
    assert sizes == sorted(set(sizes))
    assert sizes[-1] * small.incidents_per_point == LONGEST_PART


def test_an_arm_may_play_by_unconfirmed_rules() -> None:
    """Two arms of one profile differ in the rules that no text was found for, and in no other."""
    arms = [
        Arm(id=name, commander="interior", profile="second-supervisor", unconfirmed=switch)
        for name, switch in (("sourced", False), ("all", True))
    ]
    sourced, both = (each.world.profile[0] for each in lowered(arms=arms).worlds[0][0])
    differ = {name for name in sourced.dtype.names if np.any(sourced[name] != both[name])}
    assert differ == {"stage_arrivals"}


def test_a_switch_that_is_off_leaves_the_digest_of_a_study() -> None:
    """A study written before the switch keeps its digest; one that uses it has another."""
    made = study()
    said = msgspec.to_builtins(made)
    for arm in said["arms"]:
        assert arm.pop("unconfirmed") is False
    before = hashlib.blake2b(msgspec.json.encode(said), digest_size=16).hexdigest()
    assert study_digest(made) == before
    on = [msgspec.structs.replace(arm, unconfirmed=True) for arm in made.arms]
    assert study_digest(study(arms=on)) != before
