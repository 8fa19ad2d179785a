"""One lever at a time: nothing replaced costs nothing, and only the lever's orders are replaced."""

from itertools import combinations

import pytest

from warmzone.eventlog import Header, Row
from warmzone.review.levers.levers import (
    LEVERS,
    levers,
    said_by_person,
    said_by_reference,
    with_lever,
)
from warmzone.review.rebuild import Rebuilt, Terms, rebuild
from warmzone.simulation.results import version
from warmzone.vocabulary.orders import Verb


@pytest.fixture(scope="module")
def rebuilt(log: tuple[Header, list[Row]]) -> Rebuilt:
    """The drill of this folder, replayed."""
    return rebuild(*log, lambda _run: None, Terms(version()))


def test_an_order_belongs_to_one_lever() -> None:
    """No verb is counted twice."""
    for one, other in combinations(LEVERS, 2):
        assert not one.verbs & other.verbs


def test_only_the_levers_orders_are_replaced(rebuilt: Rebuilt) -> None:
    """Everything else that was said stays, by time; the lever's are the reference's."""
    yours, theirs = said_by_person(rebuilt), said_by_reference(rebuilt)
    assert yours
    assert theirs
    for lever in LEVERS:
        merged = with_lever(lever, yours, theirs)
        times = [one.at_ms for one in merged]
        assert times == sorted(times)
        inside = {one for one in merged if Verb(one.order[1]) in lever.verbs}
        assert inside == {one for one in theirs if Verb(one.order[1]) in lever.verbs}
        assert {*merged} - inside == {one for one in yours if Verb(one.order[1]) not in lever.verbs}


def test_the_reference_in_its_own_place_costs_nothing(rebuilt: Rebuilt) -> None:
    """Who says what the reference says has every lever managed alike."""
    theirs = said_by_reference(rebuilt)
    for lever in LEVERS:
        assert sorted(with_lever(lever, theirs, theirs), key=repr) == sorted(theirs, key=repr)


@pytest.mark.slow
def test_levers_are_told_with_intervals(log: tuple[Header, list[Row]]) -> None:
    """Every lever is there once, and a figure stands only where the interval leaves 0 out."""
    found = levers(*log, pairs=2)
    assert sorted(one.name for one in found.levers) == sorted(one.name for one in LEVERS)
    for one in found.levers:
        if one.cost is not None and one.cost.mean is None:
            assert one.cost.low <= 0 <= one.cost.high
