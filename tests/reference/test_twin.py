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
from warmzone.vocabulary.codes import Care

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


def test_a_difference_is_named_by_event_thing_and_field() -> None:
    """A twin that goes its own way is caught, and the message says where it began."""
    pair = Pair(*school(), 1, automatic("interior"), person=False)
    pair.play(60_000)
    pair.incident.people[0].care = Care.MEDIC
    with pytest.raises(
        Difference, match=r"event \d+, after \w+ of \d+ at \d+ ms: people\[0\].care"
    ):
        pair.play(pair.run.prepared.end_ms)
