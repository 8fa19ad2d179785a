"""Clocks of real incidents beside the school without command inside: held out, and not fitted."""

import numpy as np
from msgspec.structs import replace as changed

from warmzone.doctrine.commanders import automatic
from warmzone.evidence.timelines import PrintedClock, printed_clocks
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.run import Run
from warmzone.studies.verification.durations import as_measured
from warmzone.studies.verification.playing import MS_PER_MIN, Setup, play_each
from warmzone.studies.verification.result import Family, HeldOut
from warmzone.vocabulary.codes import Discipline

FAMILY = "timelines"
SCENARIO = "school-active-threat"
COMMANDERS = ("nobody", "command-post")
CLOCKS = {
    "call_to_police": "first call to first police on scene",
    "call_to_ten_police": "first call to ten officers on scene",
    "call_to_crew": "first call to first crew on scene",
    "police_to_over": "first police on scene to threat over",
    "crew_to_contact": "first crew on scene to first casualty it can care for",
    "police_to_carried": "first police on scene to first casualty carried off",
    "call_to_hospital": "first call to first casualty at a hospital",
}
HOW = (
    "What was printed of incidents of the past, where nobody commanded from inside, beside the "
    "middle 90 % of the shipped school (the length of the hazard drawn, arrivals spread as those "
    "of police were measured, play of 90 minutes) under nobody and under a command post. "
    "Buildings, crimes and agencies differ from the school in everything, so a clock outside the "
    "range is no miss of one number; many on one side would be. A clock that a number of the world "
    "rests on, or that holds a wait which one rests on, is marked as used; the others are held out."
)


def compare(setup: Setup) -> Family:
    """Play the school without command inside and set the printed clocks beside it."""
    prepared = as_measured(_school(), setup)
    seeds = setup.seeds(setup.scaled(0.1))
    found = {
        name: np.array(play_each(prepared, automatic(name), seeds, setup.machine, read_clocks))
        for name in COMMANDERS
    }
    held = tuple(
        _held_out(printed, name, found[name][:, list(CLOCKS).index(printed.clock)])
        for printed in printed_clocks()
        for name in COMMANDERS
    )
    inside = sum(each.inside for each in held if not each.used_for)
    below = sum(each.printed < each.low for each in held if not each.used_for)
    out = sum(not each.used_for for each in held)
    return Family(
        FAMILY,
        "Timelines of real incidents, held out",
        HOW,
        held_out=held,
        verdict=(
            f"{inside} of {out} held-out comparisons inside, {below} printed below the range, "
            f"{out - inside - below} above; {len(seeds)} incidents under either commander."
        ),
    )


def _school() -> Prepared:
    scenario, site = open_scenario(SCENARIO)
    threat = changed(scenario.threat, active_s=None)
    # Nobody is on duty in the building: in none of these incidents did the clocks begin so.
    police = [agency for agency in scenario.agencies if agency.id != "school-officer"]
    return prepare(changed(scenario, threat=threat, agencies=police, minutes=90), site)


def read_clocks(run: Run) -> list[float]:
    """The clocks of one incident in the order of CLOCKS, minutes; NaN where not reached."""
    state = run.state
    count = int(state.clock[0]["person_count"])
    people, record = state.people[:count], state.record[0]
    teams = state.teams
    police = teams["discipline"] == Discipline.POLICE
    first, crew = _first(teams["arrived_ms"][police]), _first(teams["arrived_ms"][~police])
    carried = _first(people["moved_ms"][people["carries"] > 0])
    over = max(float(record["threat_over_ms"]), first) if record["threat_over_ms"] >= 0 else np.nan
    contact = float(record["rtf_contact_ms"]) if record["rtf_contact_ms"] >= 0 else np.nan
    waits = {
        "call_to_police": first,
        "call_to_ten_police": _ten(teams[police]),
        "call_to_crew": crew,
        "police_to_over": over - first,
        "crew_to_contact": contact - crew,
        "police_to_carried": carried - first,
        "call_to_hospital": _first(people["hospital_ms"]),
    }
    return [float(waits[clock]) / MS_PER_MIN for clock in CLOCKS]


def _ten(police: np.ndarray) -> float:
    """When so many teams had come that ten officers were there."""
    come = np.sort(police[police["arrived_ms"] >= 0], order="arrived_ms")
    there = np.cumsum(come["people"])
    return float(come["arrived_ms"][np.argmax(there >= 10)]) if np.any(there >= 10) else np.nan


def _first(times: np.ndarray) -> float:
    reached = times[times >= 0]
    return float(reached.min()) if len(reached) else np.nan


def _held_out(printed: PrintedClock, commander: str, minutes: np.ndarray) -> HeldOut:
    # Not reached in play counts as later than all that was.
    low, high = np.quantile(
        np.where(np.isnan(minutes), np.inf, minutes), (0.05, 0.95), method="higher"
    )
    return HeldOut(
        printed.id,
        f"{printed.incident}: {CLOCKS[printed.clock]}",
        commander,
        printed.minutes,
        float(low),
        float(high),
        len(minutes),
        printed.used_for,
        printed.source,
        printed.status,
    )
