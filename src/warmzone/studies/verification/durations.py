"""FBI durations: how long the hazard hurts people, and whether it is over before police arrive."""

from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace as changed

from warmzone.doctrine.commanders import automatic
from warmzone.evidence.trials import trial_rows
from warmzone.scenario.incident import Agency
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.run import Run
from warmzone.studies.verification.lookup import dot_of
from warmzone.studies.verification.playing import (
    MS_PER_MIN,
    Setup,
    play_each,
    with_parameters,
)
from warmzone.studies.verification.result import (
    Chart,
    Family,
    Line,
    Simulated,
)
from warmzone.studies.verification.sampling import of_share
from warmzone.vocabulary.codes import Discipline, HazardState

FAMILY = "fbi-2014"
SCENARIO = "school-active-threat"
COMMANDER = "interior"
DRAWN = tuple(float(minutes) / 2 for minutes in range(31))
HOW = (
    "The shipped school with the hazard's length drawn, first officers on scene as police "
    "arrivals were measured (median 3 min), nobody on duty in the building. From the first call to "
    "the last moment at which the hazard hurt anybody; officers who reach it cut it short."
)


@dataclass(frozen=True, slots=True)
class Lasted:
    """One incident: when the hazard last hurt people and when the first officer came, minutes."""

    over_min: float
    police_min: float


def compare(setup: Setup) -> Family:
    """Shares over within 2 and 5 minutes, and before police arrive."""
    incidents = play_each(
        incident(),
        automatic(COMMANDER),
        setup.seeds(setup.scaled(1.0)),
        setup.machine,
        lasted,
    )
    over = np.array([each.over_min for each in incidents])
    police = np.array([each.police_min for each in incidents])
    n = len(incidents)
    by_minute = {minutes: of_share(int(np.sum(over <= minutes)), n) for minutes in (2, 5)}
    simulated = tuple(
        Simulated(f"{FAMILY}.over_by_{minutes}", *by_minute[minutes], fitted=True)
        for minutes in (2, 5)
    )
    before = Simulated(f"{FAMILY}.over_before_police", *of_share(int(np.sum(over <= police)), n))
    return Family(
        FAMILY,
        "FBI: how long incidents last",
        HOW,
        (*simulated, before),
        charts=(_chart(over),),
    )


def incident() -> Prepared:
    """The shipped school, its hazard's length drawn, police arriving as measured."""
    scenario, site = open_scenario(SCENARIO)
    first_s = min(_first_s(agency) for agency in _police(scenario.agencies))
    rows = trial_rows()
    later = rows["police_arrival_median_s"].value - first_s
    agencies = [_shifted(a, later) if a.discipline == "police" else a for a in scenario.agencies]
    kept = [a for a in agencies if a.discipline != "police" or a.id != "school-officer"]
    scenario = changed(scenario, threat=changed(scenario.threat, active_s=None), agencies=kept)
    sigma = rows["police_arrival_sigma"].value
    return with_parameters(prepare(scenario, site), {"arrival_sigma": sigma})


def _police(agencies: list[Agency]) -> list[Agency]:
    """Police who come from outside: an officer on duty in the building has no arrival."""
    return [a for a in agencies if a.discipline == "police" and a.id != "school-officer"]


def _first_s(agency: Agency) -> float:
    return min(cars.first_s for cars in agency.arrivals)


def _shifted(agency: Agency, later_s: float) -> Agency:
    moved = [changed(cars, first_s=max(0.0, cars.first_s + later_s)) for cars in agency.arrivals]
    return changed(agency, arrivals=moved)


def lasted(run: Run) -> Lasted:
    """When the hazard last hurt anybody, and when the first officer arrived."""
    hazard, teams = run.state.hazard[0], run.state.teams
    state = int(hazard["state"])
    end_ms = run.prepared.end_ms
    over = int(hazard["over_ms"]) if state == HazardState.OVER else end_ms
    if state in (HazardState.SILENT, HazardState.ELSEWHERE):
        over = int(hazard["silent_ms"])
    here = (teams["discipline"] == Discipline.POLICE) & (teams["arrived_ms"] >= 0)
    first = int(teams["arrived_ms"][here].min()) if np.any(here) else end_ms
    return Lasted(over / MS_PER_MIN, first / MS_PER_MIN)


def _chart(over: np.ndarray) -> Chart:
    line = Line("simulated", DRAWN, tuple(float(np.mean(over <= m)) for m in DRAWN))
    dots = tuple(dot_of(f"{FAMILY}.over_by_{minutes}", float(minutes)) for minutes in (2, 5))
    return Chart("How long the hazard lasts", "minutes", "share over", (line,), dots)
