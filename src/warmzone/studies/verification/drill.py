"""The drill of Bachman 2019 in this world: its scenario, its clocks, its three free numbers."""

from dataclasses import dataclass, replace

import numpy as np
from msgspec.structs import replace as changed

from warmzone.doctrine.commanders import automatic
from warmzone.scenario.load import load_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.run import Run
from warmzone.studies.verification.playing import (
    MS_PER_MIN,
    Setup,
    play_each,
    trial_path,
)
from warmzone.vocabulary.codes import Care, Discipline, Seat, Wound
from warmzone.vocabulary.orders import Verb

CLOCKS = ("command", "rtf_formed", "first_contact", "first_at_ccp", "all_ready")
"""The five clocks of the drill, in minutes from dispatch, in the order in which they are read."""

COMMANDER = "interior"
OTHER_COMMANDER = "clear-first"
"""The source does not print how the drill was commanded; this one is fitted beside."""

CARS = (3, 4, 5, 6, 8)
"""Car-loads of two officers among which the fit chooses: 468 came to 69 drills, 6.8 to each."""

OFFICERS_IN_A_CAR = 2


@dataclass(frozen=True, slots=True)
class Free:
    """The three numbers that are fitted.

    `police` and `crews` are factors on when officers and medical crews come, as the scenario has
    it; `cars` is how many car-loads of officers come.
    """

    police: float = 1.0
    crews: float = 1.0
    cars: int = 6


def open_drill(cars: int = 6) -> Prepared:
    """The drill with so many car-loads of officers.

    The casualties are role players: nobody is dead, nobody walks out, nobody dies of waiting, and
    nobody is driven off. The source says who had which task: officers the threat and the crews'
    security, the two rescue task forces the casualties, whom they brought to a collection point
    inside, where they were ready for evacuation. So officers treat those whom they find and carry
    nobody by themselves, and nobody names an exchange point for ambulances. Each task force was
    given triage and treatment of all eleven: it treats all whom it can come to, and then carries.
    """
    scenario, site = load_scenario(trial_path("drill/drill.toml"))
    agencies = [
        changed(agency, arrivals=[changed(agency.arrivals[0], count=cars)])
        if agency.discipline == "police"
        else agency
        for agency in scenario.agencies
    ]
    prepared = prepare(changed(scenario, agencies=agencies), site)
    wounds = prepared.world.wounds.copy()
    for wound in (Wound.KILLED, Wound.MINOR):
        wounds[wound]["share_p"] = 0.0
    wounds["share_p"] /= wounds["share_p"].sum()
    wounds["rate_per_min"] = 0.0
    wounds["walks_p"] = 0.0
    rules = prepared.world.profile.copy()
    rules[0]["treat_first"] = 1
    for verb in (Verb.CARRY, Verb.POLICE_TRANSPORT, Verb.SET_AEP):
        rules[0]["forbidden"][verb] = 1
    return replace(prepared, world=prepared.world._replace(wounds=wounds, profile=rules))


def with_free(free: Free) -> Prepared:
    """The drill with the free numbers set."""
    prepared = open_drill(free.cars)
    units = prepared.world.units.copy()
    medical = units["discipline"] == Discipline.MEDICAL
    factor = np.where(medical, free.crews, free.police)
    units["first_ms"] = np.rint(units["first_ms"] * factor)
    return replace(prepared, world=prepared.world._replace(units=units))


def clocks(run: Run) -> tuple[float, ...]:
    """The five clocks of one drill in minutes; one not reached is the end of play.

    So a drill that never gets there counts as a late one, and is never left out in silence.
    """
    record = run.state.record[0]
    gathered = gathered_ms(run)
    first = int(gathered[gathered >= 0].min()) if np.any(gathered >= 0) else -1
    last = int(gathered.max()) if np.all(gathered >= 0) else -1
    command = int(run.state.seats[Seat.TACTICAL]["since_ms"])
    times = (command, record["rtf_formed_ms"], record["rtf_contact_ms"], first, last)
    end_ms = run.prepared.end_ms
    return tuple(float(t if t >= 0 else end_ms) / MS_PER_MIN for t in times)


def gathered_ms(run: Run) -> np.ndarray:
    """When each casualty was at the collection point: int64[people], -1 not.

    Put down there; who lay there from the first counts once it is named and a crew has begun,
    which is the earliest that they can be ready.
    """
    people = run.state.people[: int(run.state.clock[0]["person_count"])]
    medical = run.state.seats[Seat.MEDICAL]
    there = (people["area"] == medical["ccp"]) & (people["carries"] == 0)
    there &= people["care"] == Care.MEDIC
    since = max(int(medical["ccp_ms"]), int(run.state.record[0]["rtf_contact_ms"]))
    return np.where((people["gathered_ms"] < 0) & there, since, people["gathered_ms"])


def play_drills(free: Free, commander: str, setup: Setup, count: int) -> np.ndarray:
    """The clocks of `count` drills: float64[count, 5], minutes."""
    return np.array(
        play_each(with_free(free), automatic(commander), setup.seeds(count), setup.machine, clocks)
    )
