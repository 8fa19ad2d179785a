"""FBI durations: how long the hazard hurts people, and whether it is over before police arrive."""

from dataclasses import dataclass, replace

import numpy as np
from msgspec.structs import replace as changed

from warmzone.doctrine.commanders import automatic
from warmzone.evidence.trials import trial_rows
from warmzone.kernel.events import EventKind
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.run import Run
from warmzone.studies.verification.cited import CHOSEN
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
    Parameter,
    Simulated,
    Variant,
)
from warmzone.studies.verification.sampling import of_share
from warmzone.vocabulary.codes import Discipline, HazardState

FAMILY = "fbi-2014"
SCENARIO = "school-active-threat"
COMMANDER = "interior"
DRAWN = tuple(float(minutes) / 2 for minutes in range(31))
HOW = (
    "The shipped school with the hazard's length drawn, first officers on scene as police "
    "arrivals were measured (median 3 min), nobody on duty in the building, the hazard over for "
    "good when it stops by itself as often as the source's endings say. From the first call to "
    "the last moment of activity; officers who reach it cut it short."
)


@dataclass(frozen=True, slots=True)
class Lasted:
    """One incident: when the hazard last hurt people and when the first officer came, minutes."""

    over_min: float
    police_min: float


def compare(setup: Setup) -> Family:
    """Shares over within 2 and 5 minutes, and before police arrive."""
    row = trial_rows()["fbi_over_p"]
    rebuilt = played(setup, incident(row.value, setup))
    own_p = open_scenario(SCENARIO)[0].threat.over_after_active_p
    as_shipped = played(setup, incident(own_p, setup))
    return Family(
        FAMILY,
        "FBI: how long incidents last",
        HOW,
        shares(rebuilt),
        parameters=(
            Parameter(row.name, row.value, row.unit, row.low, row.high, CHOSEN, FAMILY, row.note),
        ),
        charts=(_chart(rebuilt, as_shipped),),
        variants=(
            Variant(f"over for good in {own_p:.0%}, as the scenario ships", shares(as_shipped)),
        ),
    )


def played(setup: Setup, prepared: Prepared) -> list[Lasted]:
    """How long it lasted, in many incidents."""
    seeds = setup.seeds(setup.scaled(1.0))
    return play_each(prepared, automatic(COMMANDER), seeds, setup.machine, lasted)


def shares(incidents: list[Lasted]) -> tuple[Simulated, ...]:
    """Shares over within 2 and 5 minutes, and before the first officer came."""
    over = np.array([each.over_min for each in incidents])
    police = np.array([each.police_min for each in incidents])
    hits = {
        "over_by_2": over <= 2.0,
        "over_by_5": over <= 5.0,
        "over_before_police": over <= police,
    }
    # The hazard's length was derived from the first two.
    return tuple(
        Simulated(
            f"{FAMILY}.{name}",
            *of_share(int(np.sum(these)), len(incidents)),
            fitted=name != "over_before_police",
        )
        for name, these in hits.items()
    )


def incident(over_p: float, setup: Setup) -> Prepared:
    """The shipped school, its hazard's length drawn, police arriving as measured.

    `over_p`: the chance that the hazard is over for good when it stops by itself. Nobody is on duty
    in the building; all police come so much later or earlier that the first of them has the
    printed median.
    """
    scenario, site = open_scenario(SCENARIO)
    threat = changed(scenario.threat, active_s=None, over_after_active_p=over_p)
    kept = [agency for agency in scenario.agencies if agency.id != "school-officer"]
    return as_measured(prepare(changed(scenario, threat=threat, agencies=kept), site), setup)


def as_measured(prepared: Prepared, setup: Setup) -> Prepared:
    """The same world, its first officers coming with the printed median and spread."""
    rows = trial_rows()
    sigma = rows["police_arrival_sigma"].value
    prepared = with_parameters(prepared, {"arrival_sigma": sigma})
    median_ms = float(np.median(first_arrivals_ms(prepared, setup)))
    units = prepared.world.units.copy()
    police = units["discipline"] == Discipline.POLICE
    factor = rows["police_arrival_median_s"].value * 1000.0 / median_ms
    units["first_ms"] = np.where(police, units["first_ms"] * factor, units["first_ms"])
    units["gap_ms"] = np.where(police, units["gap_ms"] * factor, units["gap_ms"])
    return replace(prepared, world=prepared.world._replace(units=units))


def first_arrivals_ms(prepared: Prepared, setup: Setup) -> np.ndarray:
    """When the first officer is due in many incidents, as drawn at their start."""
    police = np.flatnonzero(prepared.world.units["discipline"] == Discipline.POLICE)
    slots = int(prepared.world.layout[0]["slot"][EventKind.TEAM_ARRIVAL]) + police
    runs = (
        Run(prepared, seed, automatic(COMMANDER), machine=setup.machine)
        for seed in setup.seeds(setup.scaled(0.5))
    )
    return np.array([run.state.times[slots].min() for run in runs])


def lasted(run: Run) -> Lasted:
    """When a hazard last was active, and when the first officer arrived."""
    state, teams = run.state, run.state.teams
    end_ms = run.prepared.end_ms
    last = max(last_active_ms(hazard, end_ms) for hazard in state.hazard)
    here = (teams["discipline"] == Discipline.POLICE) & (teams["arrived_ms"] >= 0)
    first = int(teams["arrived_ms"][here].min()) if np.any(here) else end_ms
    return Lasted(last / MS_PER_MIN, first / MS_PER_MIN)


def last_active_ms(hazard: np.ndarray, end_ms: int) -> int:
    """When one hazard was active for the last time; a contained one is active no more."""
    state = int(hazard["state"])
    silent, contained = int(hazard["silent_ms"]), int(hazard["contained_ms"])
    if state == HazardState.NONE:
        return 0
    if state == HazardState.ACTIVE:
        return end_ms
    if state == HazardState.SILENT:
        return silent
    if contained > silent:
        return contained
    return int(hazard["over_ms"])


def _chart(rebuilt: list[Lasted], as_shipped: list[Lasted]) -> Chart:
    lines = tuple(
        Line(label, DRAWN, tuple(float(np.mean([i.over_min <= m for i in found])) for m in DRAWN))
        for label, found in (("rebuilt", rebuilt), ("as the scenario ships", as_shipped))
    )
    dots = tuple(dot_of(f"{FAMILY}.over_by_{minutes}", float(minutes)) for minutes in (2, 5))
    return Chart("How long the hazard lasts", "minutes", "share over", lines, dots)
