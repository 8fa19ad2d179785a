"""Random incidents, each played once on the plain kernel under the eyes of every promise."""

import os
from collections.abc import Iterator
from functools import cache

from hypothesis import strategies as st

from tests.invariants.watch import Watch, each_event
from tests.reference.random_incidents import Incident, random_incident
from warmzone.doctrine.commanders import automatic
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Physiology

INCIDENTS = int(os.environ.get("WARMZONE_INVARIANT_INCIDENTS", "20"))
"""How many different incidents a run of the tests may play; more of them over night."""

numbers = st.integers(0, INCIDENTS - 1)
"""The number of an incident: everything in it follows from that."""


def shipped_school(seed: int) -> Incident:
    """The shipped school under `interior`: a whole incident, in many of which a corridor opens."""
    scenario, site = open_scenario("school-active-threat")
    kind = Physiology.HAZARD
    return Incident(-seed, site, scenario, seed, "interior", False, [], kind, 1.0)


def lowered(incident: Incident) -> Prepared:
    """The incident as arrays."""
    kind, tempo = incident.physiology, incident.tempo
    return prepare(incident.scenario, incident.site, physiology=kind, tempo=tempo)


def begun(incident: Incident) -> Run:
    """A run of it at its start."""
    return Run(
        lowered(incident),
        incident.seed,
        automatic(incident.commander),
        tactical_is_person=incident.person,
    )


def moments(incident: Incident, run: Run) -> Iterator[None]:
    """Play a run of it from event to event, with its orders; yields after each."""
    waiting = list(reversed(incident.orders))
    for due in each_event(run):
        yield
        while waiting and waiting[-1][0] <= due:
            run.give(waiting.pop()[1])
            yield
    yield


@cache
def broken_promises(number: int) -> dict[str, str]:
    """Every promise that does not hold at some moment of an incident, and the first time why."""
    incident = random_incident(number)
    run = begun(incident)
    watch = Watch(run)
    found: dict[str, str] = {}
    for _ in moments(incident, run):
        for name, why in watch.broken().items():
            found.setdefault(name, why)
    return found
