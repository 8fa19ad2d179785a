"""The kernel against its slow twin: two ways of saying the same model must tell one story."""

import os
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reference.compare import Difference, Pair
from tests.reference.random_incidents import Incident, random_incident
from tests.reference.twin.world import Plan, make_plan
from warmzone.doctrine.commanders import automatic
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.vocabulary.codes import Care, Seat

RANDOM_INCIDENTS = int(os.environ.get("WARMZONE_RANDOM_INCIDENTS", "220"))
"""Fewer while a change is being made, all of them before it counts."""


def play(incident: Incident, *, thorough: bool) -> Pair:
    """Play an incident in both, comparing after every event."""
    kind, tempo = incident.physiology, incident.tempo
    pair = Pair(
        prepare(incident.scenario, incident.site, physiology=kind, tempo=tempo),
        make_plan(incident.scenario, incident.site, kind, tempo),
        incident.seed,
        automatic(incident.commander),
        person=incident.person,
    )
    pair.thorough = thorough
    for at_ms, order in incident.orders:
        pair.play(at_ms)
        pair.give(order)
    pair.play(pair.run.prepared.end_ms)
    pair.outcome()
    return pair


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=RANDOM_INCIDENTS, deadline=None, derandomize=True, database=None)
def test_random_incidents_are_equal_event_by_event(number: int) -> None:
    """Any incident, under any commander and any orders, is the same in the kernel and the twin."""
    incident = random_incident(number)
    try:
        play(incident, thorough=False)
    except Difference:
        play(incident, thorough=True)
        raise


@cache
def school() -> tuple[Prepared, Plan]:
    """The shipped school, as the kernel and as the twin take it."""
    scenario, site = open_scenario("school-active-threat")
    return prepare(scenario, site), make_plan(scenario, site)


def test_the_school_is_equal_under_interior_command() -> None:
    """The shipped school incident is the same in the kernel and the twin, event by event."""
    pair = Pair(*school(), 1, automatic("interior"), person=False)
    pair.thorough = False
    pair.play(pair.run.prepared.end_ms)
    pair.outcome()


def test_the_school_is_equal_under_an_unpractised_commander() -> None:
    """Lapses before and in command, and orders never said, are the same in kernel and twin."""
    prepared, plan = (
        prepare(*open_scenario("school-active-threat")),
        make_plan(*open_scenario("school-active-threat")),
    )
    unpractised = {
        "command_lapse_mean_s": 200.0,
        "decision_lapse_mean_s": 90.0,
        "order_slip_p": 0.3,
    }
    for name, value in unpractised.items():
        prepared.world.parameters[0][name] = value
        setattr(plan.p, name, value)
    pair = Pair(prepared, plan, 2, automatic("interior"), person=False)
    pair.thorough = False
    pair.play(pair.run.prepared.end_ms)
    pair.outcome()
    tactical = pair.incident.seats[Seat.TACTICAL]
    assert tactical.lapse_ms > 0
    state = pair.run.state
    said = state.orders[: int(state.clock[0]["orders"])]["seat"] == Seat.TACTICAL
    assert tactical.wishes > said.sum()


def test_a_difference_is_named_by_event_thing_and_field() -> None:
    """A twin that goes its own way is caught, and the message says where it began."""
    pair = Pair(*school(), 1, automatic("interior"), person=False)
    pair.play(60_000)
    pair.incident.people[0].care = Care.MEDIC
    with pytest.raises(
        Difference, match=r"event \d+, after \w+ of \d+ at \d+ ms: people\[0\].care"
    ):
        pair.play(pair.run.prepared.end_ms)
