"""Clocks of real incidents beside the school without command inside: held out, and not fitted."""

import numpy as np
from msgspec.structs import replace as changed

from warmzone.doctrine.commanders import automatic
from warmzone.evidence.timelines import PrintedClock, printed_clocks
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.studies.verification.durations import as_measured
from warmzone.studies.verification.playing import Setup, each_incident
from warmzone.studies.verification.result import Family, HeldOut
from warmzone.studies.verification.simulated_clocks import CLOCKS, play_clocks

FAMILY = "timelines"
SCENARIO = "school-active-threat"
COMMANDERS = ("nobody", "command-post")
HOW = (
    "What was printed of incidents of the past, where nobody commanded from inside, beside the "
    "middle 90 % of the shipped school (the length of the hazard drawn, arrivals spread as those "
    "of police were measured, play of 90 minutes) under nobody and under a command post. "
    "Buildings, crimes and agencies differ from the school in everything, so a clock outside the "
    "range is no miss of one number; many on one side would be. A clock that a number of the world "
    "rests on, or that holds a wait which one rests on, is marked as used; the others are held "
    "out. How long a hazard lasts comes from incidents of 2000 to 2013 that are not named; some "
    "of those here may be among them."
)


def compare(setup: Setup) -> Family:
    """Play the school without command inside and set the printed clocks beside it."""
    prepared = as_measured(_school(), setup)
    seeds = setup.seeds(setup.scaled(0.1))
    found = {
        name: np.array(each_incident(prepared, automatic(name), seeds, setup.machine, play_clocks))
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
