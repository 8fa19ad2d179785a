"""Hirshberg 2005: what a hospital takes an hour, and what overtriage leaves of it."""

import numpy as np

from warmzone.evidence.rows import world_rows
from warmzone.kernel.hospitals import nearest_trauma_centre, receive
from warmzone.measures.estimate import NORMAL_95
from warmzone.simulation.lower import Prepared
from warmzone.simulation.run import Run
from warmzone.studies.verification.playing import Setup
from warmzone.studies.verification.result import Family, Simulated
from warmzone.studies.verification.unhelped import nobody, nobody_comes
from warmzone.vocabulary.codes import Triage

FAMILY = "hirshberg-2005"
COME = 240
"""People handed over at once: enough that every trauma team is taken up throughout."""
LONG_BEFORE_MS = -1_000_000_000
"""So long before the plan is in force that it never comes to be."""
HOW = (
    "{come} people come to one trauma centre at once, sorted red, a share of them in no danger: "
    "how many in danger it takes up an hour, with what it has at once and with its whole plan. "
    "The rate, the plan's factor and what somebody wrongly sorted red takes of a team's time are "
    "rows of the evidence from this source, the last fitted to both of its shares of overtriage."
)


def compare(setup: Setup) -> Family:
    """The ratios of the rates, each with the interval of who is in danger."""
    prepared = nobody_comes("active-shooter", 1, 60)
    seeds = setup.seeds(setup.scaled(0.01))
    plan_ms = round(world_rows()["hospital_plan_s"].value * 1000)
    # With nobody sorted too high there is no luck in it: once is enough.
    base = [an_hour(prepared, setup.seed, 0.0, LONG_BEFORE_MS)]
    arms = {
        "full_plan": [an_hour(prepared, setup.seed, 0.0, plan_ms)],
        "overtriage_50": [an_hour(prepared, seed, 0.5, LONG_BEFORE_MS) for seed in seeds],
        "overtriage_75": [an_hour(prepared, seed, 0.75, LONG_BEFORE_MS) for seed in seeds],
    }
    return Family(
        FAMILY,
        "Hirshberg 2005: hospital surge",
        HOW.format(come=COME),
        tuple(_ratio(name, np.array(arm), np.array(base)) for name, arm in arms.items()),
    )


def an_hour(prepared: Prepared, seed: int, overtriage: float, from_ms: int) -> float:
    """Casualties in danger whom the trauma centre takes up an hour, all of them waiting."""
    run = Run(prepared, seed, nobody())
    h = nearest_trauma_centre(prepared.world)
    person, load = run.state.people[0], run.state.hospitals[h]
    load["team_free_ms"] = from_ms
    load["full_ms"] = 0  # it has said that it is full, so that nobody says so again
    wrong = np.random.default_rng(seed).random(COME) < overtriage
    with np.errstate(over="ignore"):
        for mistaken in wrong:
            person["dead_ms"], person["seen"] = -1, Triage.RED
            person["triage"] = Triage.GREEN if mistaken else Triage.RED
            receive(run.state, prepared.world, 0, h, from_ms)
    teams = int(prepared.world.hospitals[h]["teams"])
    hours = (float(load["team_free_ms"][:teams].mean()) - from_ms) / 3.6e6
    return float((~wrong).sum()) / hours


def _ratio(name: str, arm: np.ndarray, base: np.ndarray) -> Simulated:
    ratio = arm / base.mean()
    half = NORMAL_95 * float(ratio.std()) / len(ratio) ** 0.5
    value = float(ratio.mean())
    return Simulated(f"{FAMILY}.{name}", value, value - half, value + half, fitted=True)
