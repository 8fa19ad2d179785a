"""A world with other numbers is another world, and the first stays what it was."""

import pytest

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.simulation.run import Run
from warmzone.studies.numbers import (
    known_numbers,
    put_numbers,
    united,
    with_numbers,
    without_orders,
)
from warmzone.vocabulary.codes import Wound
from warmzone.vocabulary.orders import Verb


def test_numbers_are_changed_in_the_copy_alone() -> None:
    """World rows and wound numbers by name."""
    first = tiny.prepared("over")
    before = float(first.world.parameters[0]["lift_s"])
    other = with_numbers(first, {"lift_s": 33.0, "torso.rate_per_min": 0.5})
    assert other.world.parameters[0]["lift_s"] == 33.0
    assert other.world.wounds[Wound.TORSO]["rate_per_min"] == 0.5
    assert first.world.parameters[0]["lift_s"] == before
    assert first.world.wounds[Wound.TORSO]["rate_per_min"] != 0.5


@pytest.mark.parametrize("name", ["lift", "torso.speed", "toe.rate_per_min", "torso."])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    """Never ignored."""
    with pytest.raises(KeyError):
        with_numbers(tiny.prepared("over"), {name: 1.0})


def test_every_known_number_can_be_set() -> None:
    """And lies in its range as it stands."""
    for name, row in known_numbers().items():
        assert row.low <= row.value <= row.high, name
        with_numbers(tiny.prepared("over"), {name: row.value})


def test_an_order_that_nobody_may_give_is_refused() -> None:
    """In the copy alone."""
    first = tiny.prepared("over")
    other = without_orders(first, ["take_command"])
    assert other.world.profile[0]["forbidden"][Verb.TAKE_COMMAND] == 1
    assert first.world.profile[0]["forbidden"][Verb.TAKE_COMMAND] == 0
    run = Run(other, 1, automatic("interior"))
    run.advance(other.end_ms)
    assert run.state.record[0]["interior_command_ms"] < 0


def test_when_police_and_fire_unite_is_changed_in_the_copy_alone() -> None:
    """Early, late, or as the profile has it."""
    first = tiny.prepared("over")
    before = int(first.world.profile[0]["unified_early"])
    assert united(first, None) is first
    for when, value in (("early", 1), ("late", 0)):
        assert united(first, when).world.profile[0]["unified_early"] == value
    assert first.world.profile[0]["unified_early"] == before


def test_a_world_that_goes_on_to_other_numbers_keeps_nothing_of_the_last() -> None:
    """In place, the same as made anew, and the world it was made of stays as it was."""
    prepared = tiny.prepared("over")
    first, second = {"lift_s": 9.0, "torso.rate_per_min": 0.5}, {"drag_m_per_s": 0.7}
    own, before = with_numbers(prepared, first), prepared.world.parameters.copy()
    put_numbers(own, prepared, second)
    anew = with_numbers(prepared, second).world
    assert own.world.parameters.tobytes() == anew.parameters.tobytes()
    assert own.world.wounds.tobytes() == anew.wounds.tobytes()
    assert prepared.world.parameters.tobytes() == before.tobytes()
