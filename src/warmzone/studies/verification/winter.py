"""Winter 2022: twelve minutes saved by police cars, and how little survival moves with them."""

from dataclasses import dataclass

import numpy as np

from warmzone.evidence.rows import world_rows
from warmzone.evidence.trials import trial_rows
from warmzone.kernel.casualties import admit, care_for
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.simulation.run import Run
from warmzone.studies.verification.playing import MS_PER_MIN, Setup
from warmzone.studies.verification.result import (
    Chart,
    Family,
    Line,
    Parameter,
    Simulated,
    Variant,
)
from warmzone.studies.verification.sampling import by_incident
from warmzone.studies.verification.unhelped import nobody, nobody_comes
from warmzone.vocabulary.codes import Physiology, Whereabouts

FAMILY = "winter-2022"
PEOPLE = 40
PLAYED_MIN = 240
NEVER_CARED = -1.0
DRAWN = (2.0, 5.0, 9.0, 15.0, 21.0, 30.0, 45.0, 60.0)
HOW = (
    "The same people with the single-gunshot mix, once brought to a trauma centre untreated after "
    "{police:.0f} min and once after {ems:.0f} min with a crew's care from minute {care:.0f}, in "
    "the same luck. The share of severe wounds is set so that {alive:.0%} of the latter live, as "
    "printed; what is compared is the difference."
)


@dataclass(frozen=True, slots=True)
class Brought:
    """People of one incident brought in at one time: bool[n] each."""

    moderate: np.ndarray
    at_arrival: np.ndarray
    at_a_day: np.ndarray


@dataclass(frozen=True, slots=True)
class Compared:
    """Both arms of one physiology: the differences, and the share of severe wounds behind them."""

    simulated: tuple[Simulated, ...]
    severe_p: float


def compare(setup: Setup) -> Family:
    """Alive on arrival and at 24 hours, police less ambulance, under each physiology."""
    worlds = {kind: nobody_comes("single-gunshot", PEOPLE, PLAYED_MIN, kind) for kind in Physiology}
    found = {kind: both_arms(setup, prepared) for kind, prepared in worlds.items()}
    rows = trial_rows()
    return Family(
        FAMILY,
        "Winter 2022: police or ambulance",
        HOW.format(
            police=rows["winter_police_min"].value,
            ems=rows["winter_ems_min"].value,
            care=rows["winter_ems_care_min"].value,
            alive=rows["winter_survival_p"].value,
        ),
        found[Physiology.HAZARD].simulated,
        parameters=_parameters(found[Physiology.HAZARD].severe_p),
        charts=(
            Chart(
                "Survival by minutes to hospital, untreated on the way",
                "minutes",
                "alive at 24 h",
                tuple(_line(setup, kind, worlds[kind], found[kind].severe_p) for kind in worlds),
                (),
            ),
        ),
        variants=tuple(
            Variant(f"physiology {kind.name.lower()}", found[kind].simulated)
            for kind in (Physiology.RPM, Physiology.FLAT)
        ),
    )


def both_arms(setup: Setup, prepared: Prepared) -> Compared:
    """The same people by police and by ambulance, and how many more live by police."""
    rows = trial_rows()
    police, ems = rows["winter_police_min"].value, rows["winter_ems_min"].value
    care = rows["winter_ems_care_min"].value
    seeds = setup.seeds(setup.scaled(0.06))
    by_police = [brought(prepared, seed, (police, NEVER_CARED), setup.machine) for seed in seeds]
    by_ems = [brought(prepared, seed, (ems, care), setup.machine) for seed in seeds]
    severe_p = severe_share(by_ems, rows["winter_survival_p"].value)
    pairs = list(zip(by_police, by_ems, strict=True))
    simulated = []
    for name, field in (("arrival", "at_arrival"), ("day", "at_a_day")):
        gained = [_gains(a, b, field) for a, b in pairs]
        value, low, high = by_incident(gained, lambda g: _mixed(g, severe_p), setup.seed)
        simulated.append(Simulated(f"{FAMILY}.{name}", value, low, high))
    return Compared(tuple(simulated), severe_p)


def brought(
    prepared: Prepared, seed: int, times: tuple[float, float], machine: Machine = PLAIN
) -> Brought:
    """What becomes of one set of people all brought in at one minute, cared for before or not.

    `times`: the minute of arrival and that of care, negative for none. The kernel's own care and
    admission are called at those times, on people nobody else helps.
    """
    minutes, care_min = times
    run = Run(prepared, seed, nobody(), machine=machine)
    everybody = range(int(run.state.clock[0]["person_count"]))
    # Hundreds of incidents over years: nobody waits for a trauma team.
    surgery_ms = round(world_rows()["surgery_delay_s"].value * 1000)
    with np.errstate(over="ignore"):
        if care_min >= 0:
            run.advance(round(care_min * MS_PER_MIN))
            for i in everybody:
                care_for(run.state, prepared.world, i, True, run.now_ms)
        run.advance(round(minutes * MS_PER_MIN))
        people = run.state.people
        at_arrival = np.array([people[i]["dead_ms"] < 0 for i in everybody])
        for i in everybody:
            if people[i]["dead_ms"] < 0 and people[i]["whereabouts"] != Whereabouts.IN_HOSPITAL:
                admit(run.state, prepared.world, i, surgery_ms, run.now_ms)
    at_a_day = np.array([people[i]["dead_ms"] < 0 for i in everybody])
    moderate = np.array([people[i]["moderate"] == 1 for i in everybody])
    return Brought(moderate, at_arrival, at_a_day)


def severe_share(arm: list[Brought], alive_p: float) -> float:
    """The share of severe wounds for which `alive_p` of the arm live for a day, within 0 to 1."""
    moderate = np.concatenate([each.moderate for each in arm])
    day = np.concatenate([each.at_a_day for each in arm])
    severe_p, moderate_p = float(day[~moderate].mean()), float(day[moderate].mean())
    if severe_p == moderate_p:
        return 1.0
    return float(np.clip((moderate_p - alive_p) / (moderate_p - severe_p), 0.0, 1.0))


def _gains(police: Brought, ems: Brought, field: str) -> np.ndarray:
    """Of each person: moderate, and lives by police less lives by ambulance: float64[n, 2]."""
    gain = getattr(police, field).astype(float) - getattr(ems, field).astype(float)
    return np.stack([police.moderate.astype(float), gain], axis=1)


def _mixed(gains: np.ndarray, severe_p: float) -> float:
    """The mean gain when that share of wounds is severe."""
    moderate = gains[:, 0] == 1.0
    severe = float(gains[~moderate, 1].mean())
    return severe_p * severe + (1.0 - severe_p) * float(gains[moderate, 1].mean())


def _parameters(severe_p: float) -> tuple[Parameter, ...]:
    row = trial_rows()["winter_ems_care_min"]
    note = "so that as many are alive at 24 h by ambulance as printed"
    return (
        Parameter("share of severe wounds", severe_p, "1", 0.0, 1.0, "fitted", FAMILY, note),
        Parameter(
            row.name, row.value, row.unit, row.low, row.high, "not printed", FAMILY, row.note
        ),
    )


def _line(setup: Setup, kind: Physiology, prepared: Prepared, severe_p: float) -> Line:
    """Alive at 24 hours by the minute of arrival, untreated on the way."""
    seeds = setup.seeds(setup.scaled(0.02))
    alive = []
    for minutes in DRAWN:
        arm = [brought(prepared, seed, (minutes, NEVER_CARED), setup.machine) for seed in seeds]
        moderate = np.concatenate([each.moderate for each in arm]).astype(float)
        day = np.concatenate([each.at_a_day for each in arm]).astype(float)
        alive.append(_mixed(np.stack([moderate, day], axis=1), severe_p))
    return Line(kind.name.lower(), DRAWN, tuple(alive))
