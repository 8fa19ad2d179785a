"""EAST 2021: when survivors reach hospital, and where they go from its emergency department."""

from dataclasses import dataclass
from functools import partial
from typing import get_args

import numpy as np
from msgspec.structs import replace as changed

from warmzone.doctrine.commanders import automatic
from warmzone.kernel.outcomes import fate
from warmzone.scenario.agencies import with_agencies
from warmzone.scenario.incident import AgencyProfileName
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.studies.verification.lookup import target_of
from warmzone.studies.verification.playing import (
    MS_PER_MIN,
    Setup,
    hurt_people,
    play_each,
)
from warmzone.studies.verification.result import Family, Parameter, Simulated, Variant
from warmzone.studies.verification.sampling import by_incident, quantile, share_of
from warmzone.vocabulary.codes import Wound

FAMILY = "east-2021"
SCENARIOS = ("school-active-threat", "arcade-thin-shift")
COMMANDER = "command-post"
OTHER_COMMANDER = "interior"
NOBODY = "nobody"
MINUTES = 120
HOW = (
    "The shipped active-threat scenarios in equal parts, played for two hours under the automatic "
    "commander {commander}: survivors who reached hospital, from the first call. Sent home are "
    "those with a minor wound; of the others those hit below the chest or in a large vessel, and "
    "severe limbs, go to the operating room, severe chests and heads to intensive care, others to "
    "a ward. Which wound goes where is our reading."
)


@dataclass(frozen=True, slots=True)
class Survivors:
    """Those of one incident who lived: minutes to hospital (of who came), wounds, 1 if moderate."""

    minutes: np.ndarray
    wound: np.ndarray
    moderate: np.ndarray


WAYS = ("operating", "intensive", "ward")


def disposition(survivors: Survivors) -> np.ndarray:
    """Where each goes from the emergency department: an index of WAYS, or 3 home: int64[n]."""
    wound, severe = survivors.wound, survivors.moderate == 0
    ways = np.full(len(wound), WAYS.index("ward"))
    ways[np.isin(wound, (Wound.CHEST, Wound.HEAD)) & severe] = WAYS.index("intensive")
    ways[np.isin(wound, (Wound.TORSO, Wound.JUNCTIONAL))] = WAYS.index("operating")
    ways[(wound == Wound.LIMB) & severe] = WAYS.index("operating")
    ways[wound == Wound.MINOR] = len(WAYS)
    return ways


def compare(setup: Setup) -> Family:
    """When survivors reach hospital, and where they go from its emergency department."""
    found = _played(setup, COMMANDER)
    unled = shares(_played(setup, NOBODY), setup)
    everywhere = shares(_everywhere(setup, NOBODY), setup)
    return Family(
        FAMILY,
        "EAST 2021: survivors at hospital",
        HOW.format(commander=COMMANDER),
        shares(found, setup),
        parameters=_parameters(),
        variants=(
            Variant(
                f"commander {OTHER_COMMANDER}",
                shares(_played(setup, OTHER_COMMANDER), setup),
            ),
            Variant(f"commander {NOBODY}", unled),
            Variant(f"commander {NOBODY}, agencies rural to metro", everywhere),
        ),
        verdict=f"{_late(unled, everywhere)} {_sorted(found)}",
    )


def _parameters() -> tuple[Parameter, ...]:
    return (
        Parameter(
            "incident mix",
            float(len(SCENARIOS)),
            "scenarios",
            1,
            99,
            "not printed",
            FAMILY,
            "31 events of the source, here " + " and ".join(SCENARIOS),
        ),
        Parameter(
            "commander",
            1.0,
            "commander",
            1,
            1,
            "not printed",
            FAMILY,
            f"{COMMANDER}, as interior command was not the rule in such events",
        ),
    )


def _late(unled: tuple[Simulated, ...], everywhere: tuple[Simulated, ...]) -> str:
    quarters = [[f"{each.value:.0f}" for each in found[:3]] for found in (unled, everywhere)]
    printed = [f"{target_of(each.id).value:.0f}" for each in unled[:3]]
    one, two, three = (", ".join(each) for each in (printed, *quarters))
    return (
        f"The quartiles printed are {one} min. Where nobody commands, medics stay out until "
        f"command outside calls the scene clear, and they are {two}; with agencies of every size "
        f"from rural to metro in equal parts as well, {three}. So a late way in for medics is "
        "enough for such a median; which of the source's events had one is not printed, and the "
        "targets stand as compared."
    )


def _sorted(found: list[Survivors]) -> str:
    limbs = np.mean(np.concatenate([(e.wound == Wound.LIMB) & (e.moderate == 1) for e in found]))
    went = np.concatenate([disposition(each) for each in found])
    lack = sum(
        target_of(f"{FAMILY}.{name}").value - float(np.mean(went == WAYS.index(name)))
        for name in ("operating", "intensive")
    )
    return (
        f"The operating room and intensive care lack {lack:.0%} of survivors; {limbs:.0%} have a "
        "limb that is not severely hurt, and our reading sends all of these to a ward."
    )


def shares(found: list[Survivors], setup: Setup) -> tuple[Simulated, ...]:
    """The seven numbers of some incidents."""
    came = [each.minutes for each in found]
    simulated = [
        Simulated(
            f"{FAMILY}.arrival.{name}",
            *by_incident(came, partial(quantile, q=q), setup.seed),
        )
        for name, q in (("lower_quartile", 0.25), ("median", 0.5), ("upper_quartile", 0.75))
    ]
    home = by_incident([each.wound == Wound.MINOR for each in found], share_of, setup.seed)
    # The evidence's share of minor wounds was taken from this study's share sent home.
    simulated.append(Simulated(f"{FAMILY}.home", *home, fitted=True))
    went = [disposition(each) for each in found]
    simulated += [
        Simulated(f"{FAMILY}.{name}", *by_incident([w == k for w in went], share_of, setup.seed))
        for k, name in enumerate(WAYS)
    ]
    return tuple(simulated)


def _played(setup: Setup, commander: str) -> list[Survivors]:
    """The survivors of every scenario's incidents under one commander."""
    found: list[Survivors] = []
    for name in SCENARIOS:
        scenario, site = open_scenario(name)
        prepared = prepare(changed(scenario, minutes=MINUTES), site)
        seeds = setup.seeds(setup.scaled(0.15))
        found += play_each(prepared, automatic(commander), seeds, setup.machine, survivors)
    return found


def _everywhere(setup: Setup, commander: str) -> list[Survivors]:
    """The same with the agencies of every shipped profile in turn."""
    found: list[Survivors] = []
    for name in SCENARIOS:
        scenario, site = open_scenario(name)
        for profile in get_args(AgencyProfileName):
            there = with_agencies(changed(scenario, minutes=MINUTES), site, profile)
            seeds = setup.seeds(setup.scaled(0.03))
            prepared = prepare(there, site)
            found += play_each(prepared, automatic(commander), seeds, setup.machine, survivors)
    return found


def survivors(run: Run) -> Survivors:
    """Who of one incident is alive at 24 hours."""
    end_ms = run.prepared.end_ms
    count = int(run.state.clock[0]["person_count"])
    hurt = run.state.people[:count]["hurt_ms"] >= 0
    lives = [
        fate(run.state, run.prepared.world, i, end_ms) < 0 for i in np.flatnonzero(hurt).tolist()
    ]
    people = hurt_people(run)[np.array(lives, bool)]
    came = people["hospital_ms"][people["hospital_ms"] >= 0]
    return Survivors(came / MS_PER_MIN, people["wound"], people["moderate"])
