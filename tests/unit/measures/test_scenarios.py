"""Each decision point and failure comes up in the shipped scenario that the tables name."""

from functools import cache

import pytest

from warmzone.doctrine.commanders import automatic
from warmzone.measures.decisions import FAILURES, POINTS, Account, account_of
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run

SEEDS = (1, 2, 3, 4, 5, 6, 7, 42)  # in the last parked cars stand in an ambulance's way
NOT_YET: dict[str, set[int]] = {"points": set(), "failures": set()}
"""Those that no shipped scenario raises yet; the tables say so."""


@cache
def accounts(scenario: str) -> tuple[Account, ...]:
    """What the automatic interior commander heard and said in eight incidents."""
    prepared = prepare(*open_scenario(scenario))
    found = []
    for seed in SEEDS:
        run = Run(prepared, seed, automatic("interior"))
        run.advance(prepared.end_ms)
        found.append(account_of(run))
    return tuple(found)


def test_what_is_not_yet_raised_is_said() -> None:
    """The tables say "none yet" of exactly those."""
    for kind, rows in (("points", POINTS), ("failures", FAILURES)):
        assert {one.number for one in rows if one.row.scenario == "none yet"} == NOT_YET[kind]


@pytest.mark.parametrize("number", sorted(set(range(1, 31)) - NOT_YET["points"]))
def test_point_comes_up_in_its_scenario(number: int) -> None:
    """In one of eight incidents at least the decision is asked for."""
    point = POINTS[number - 1]
    assert any(point.moments(account) for account in accounts(point.row.scenario))


@pytest.mark.parametrize("number", sorted(set(range(1, 17)) - NOT_YET["failures"]))
def test_failure_may_come_about_in_its_scenario(number: int) -> None:
    """In one of eight incidents at least there is what leads to it."""
    failure = FAILURES[number - 1]
    assert any(list(failure.trigger(account)) for account in accounts(failure.row.scenario))
