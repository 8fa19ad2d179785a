"""The single-incident split of 2020: of 102 shot, 40 dead at the scene, 9 on arrival, 53 lived."""

from dataclasses import replace
from functools import partial

import numpy as np
from msgspec.structs import replace as changed

from warmzone.doctrine.commanders import automatic
from warmzone.evidence.table import lines
from warmzone.evidence.trials import trial_rows
from warmzone.kernel.outcomes import fate
from warmzone.scenario.incident import Span
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.run import Run
from warmzone.studies.verification.lookup import interval_of, target_of
from warmzone.studies.verification.playing import Setup, play_each, with_parameters
from warmzone.studies.verification.result import Family, Parameter, Simulated, Variant
from warmzone.studies.verification.sampling import by_incident
from warmzone.vocabulary.codes import Wound

FAMILY = "pulse-2020"
SCENARIO = "school-active-threat"
COMMANDER = "command-post"
OTHER_COMMANDER = "interior"
MINUTES = 240
FATES = ("dead_at_scene", "dead_on_arrival", "lived")
ON_ARRIVAL_MS = 600_000
"""A death so soon after reaching hospital counts as dead on arrival."""

HOW = (
    "102 people hurt at the first call, with the share of savable among the dead published "
    "for this incident (32 %), the hazard active for 8 min, on the shipped school with twice its "
    "ambulances, a trauma centre two minutes away. As on record the hazard is then held in place, "
    "with whoever is there in its reach, for close to three hours until it is ended. "
    "Dead on arrival: after leaving the scene and within 10 min of the hospital door."
)


def compare(setup: Setup) -> Family:
    """The three shares over many incidents of 102."""
    world = incident()
    worse = shares(setup, COMMANDER, deadlier(world, dead_here() / dead_of_mix()))
    return Family(
        FAMILY,
        "One incident: the split of 102",
        HOW,
        shares(setup, COMMANDER, world),
        parameters=_parameters(),
        variants=(
            Variant(f"commander {OTHER_COMMANDER}", shares(setup, OTHER_COMMANDER, world)),
            Variant(f"wounds of which {dead_here():.0%} die", worse),
        ),
        verdict=_verdict(worse),
    )


def dead_here() -> float:
    """The share of those shot in this incident who died."""
    return 1.0 - target_of(f"{FAMILY}.lived").value


def dead_of_mix() -> float:
    """The share who die that the mixes of wounds are calibrated to: the median over incidents."""
    row = next(line for line in lines("wounding.csv") if line["name"] == "dead")
    return float(row["value"])


def deadlier(prepared: Prepared, factor: float) -> Prepared:
    """The same world with so many times as many killed at once and severely hurt."""
    wounds = prepared.world.wounds.copy()
    severe = wounds["share_p"] * (1.0 - wounds["moderate_p"])
    severe[Wound.MINOR] = 0.0
    other = wounds["share_p"] - severe
    severe = severe * factor
    other = other * (1.0 - severe.sum()) / other.sum()
    wounds["share_p"] = severe + other
    some = wounds["share_p"] > 0.0
    some[Wound.MINOR] = False
    wounds["moderate_p"][some] = (other / np.maximum(wounds["share_p"], 1e-12))[some]
    return replace(prepared, world=prepared.world._replace(wounds=wounds))


def _verdict(worse: tuple[Simulated, ...]) -> str:
    told = []
    for each, place in zip(worse, ("at the scene", "on arrival"), strict=False):
        printed = interval_of(target_of(each.id))
        inside = "inside" if printed.low <= each.value <= printed.high else "outside"
        told.append(f"{each.value:.0%} die {place} ({inside})")
    return (
        f"Of those shot here {dead_here():.0%} died; the wounds are calibrated to "
        f"{dead_of_mix():.0%}, the median over incidents, and nothing was changed for this one. "
        f"With as many times more killed and severely hurt, {' and '.join(told)}: that so many "
        "live is then given, where they die is not."
    )


def shares(setup: Setup, commander: str, world: Prepared) -> tuple[Simulated, ...]:
    """The three shares under one commander."""
    fates = play_each(
        world, automatic(commander), setup.seeds(setup.scaled(0.1)), setup.machine, ends
    )
    return tuple(
        Simulated(
            f"{FAMILY}.{name}",
            *by_incident(fates, partial(share_with, value=k), setup.seed),
        )
        for k, name in enumerate(FATES)
    )


def incident() -> Prepared:
    """The shipped school with as many hurt, at once, and a near trauma centre."""
    scenario, site = open_scenario(SCENARIO)
    rows = trial_rows()
    hurt = round(rows["single_incident_hurt"].value)
    fleet = changed(scenario.ambulances, count=2 * scenario.ambulances.count)
    near = [
        changed(h, drive_s=rows["single_incident_drive_s"].value) if h.trauma_centre else h
        for h in scenario.hospitals
    ]
    people = changed(
        scenario.casualties,
        hurt=Span(hurt, hurt),
        latent=Span(0, 0),
        savable_share=rows["single_incident_savable_p"].value,
    )
    active_s = rows["single_incident_active_s"].value
    threat = changed(
        scenario.threat,
        active_s=active_s,
        contained_p=1.0,
        over_after_active_p=0.0,
        restart_p=0.0,
    )
    held_s = rows["single_incident_contained_s"].value
    prepared = prepare(
        changed(
            scenario,
            minutes=MINUTES,
            casualties=people,
            threat=threat,
            ambulances=fleet,
            hospitals=near,
        ),
        site,
    )
    return with_parameters(prepared, {"contained_over_s": held_s, "contact_contain_p": 1.0})


def ends(run: Run) -> np.ndarray:
    """For each person the index in FATES, or 3 for a later death in hospital: int64[people]."""
    end_ms = run.prepared.end_ms
    found = []
    for i in range(int(run.state.clock[0]["person_count"])):
        person = run.state.people[i]
        if person["hurt_ms"] < 0:
            continue
        dead_ms = fate(run.state, run.prepared.world, i, end_ms)
        left, came = int(person["left_ms"]), int(person["hospital_ms"])
        if dead_ms < 0:
            found.append(2)
        elif left < 0 or dead_ms < left:
            found.append(0)
        elif came < 0 or dead_ms <= came + ON_ARRIVAL_MS:
            found.append(1)
        else:
            found.append(3)
    return np.array(found, np.int64)


def share_with(fates: np.ndarray, value: int) -> float:
    """The share of people with that fate."""
    return float(np.mean(fates == value))


def _parameters() -> tuple[Parameter, ...]:
    row = trial_rows()["single_incident_drive_s"]
    drive = Parameter(
        row.name, row.value, row.unit, row.low, row.high, "not printed", FAMILY, row.note
    )
    building = Parameter(
        "building, officers, ambulances",
        1.0,
        "scenario",
        1.0,
        1.0,
        "not printed",
        FAMILY,
        f"those of {SCENARIO}, ambulances doubled",
    )
    note = f"{COMMANDER}: that anybody commanded from inside is not on record"
    commander = Parameter("commander", 1.0, "commander", 1, 1, "not printed", FAMILY, note)
    return drive, building, commander
