"""The drill of Bachman 2019 in this world: its scenario, its clocks, its three free numbers."""

from dataclasses import dataclass, replace

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.simulation.lower import Prepared
from warmzone.simulation.run import Run
from warmzone.studies.verification.playing import (
    MS_PER_MIN,
    Setup,
    open_trial,
    play_each,
    with_parameters,
)
from warmzone.vocabulary.codes import Discipline, Seat, Wound

CLOCKS = ("command", "rtf_formed", "first_contact", "first_at_ccp", "all_ready")
"""The five clocks of the drill, in minutes from dispatch, in the order in which they are read."""

COMMANDER = "interior"

WORKS = ("medic_care_s", "triage_s", "lift_s")
"""The evidence rows that the work factor multiplies."""


@dataclass(frozen=True, slots=True)
class Free:
    """The three numbers that are fitted, each a factor on what the scenario or the evidence says.

    `police`: when officers come; `crews`: when medical crews come; `work`: how long crews take to
    triage, treat and lift one casualty.
    """

    police: float = 1.0
    crews: float = 1.0
    work: float = 1.0


def open_drill() -> Prepared:
    """The drill with role players: nobody is dead, nobody walks out, nobody dies of waiting."""
    prepared = open_trial("drill/drill.toml")
    wounds = prepared.world.wounds.copy()
    for wound in (Wound.KILLED, Wound.MINOR):
        wounds[wound]["share_p"] = 0.0
    wounds["share_p"] /= wounds["share_p"].sum()
    wounds["rate_per_min"] = 0.0
    wounds["walks_p"] = 0.0
    return replace(prepared, world=prepared.world._replace(wounds=wounds))


def with_free(prepared: Prepared, free: Free) -> Prepared:
    """The drill with the free numbers set."""
    units = prepared.world.units.copy()
    medical = units["discipline"] == Discipline.MEDICAL
    factor = np.where(medical, free.crews, free.police)
    units["first_ms"] = np.rint(units["first_ms"] * factor)
    changed = replace(prepared, world=prepared.world._replace(units=units))
    row = prepared.world.parameters[0]
    return with_parameters(changed, {name: float(row[name]) * free.work for name in WORKS})


def clocks(run: Run) -> tuple[float, ...]:
    """The five clocks of one drill in minutes; one not reached is the end of play.

    So a drill that never gets there counts as a late one, and is never left out in silence.
    """
    record = run.state.record[0]
    count = int(run.state.clock[0]["person_count"])
    gathered = run.state.people[:count]["gathered_ms"]
    first = int(gathered[gathered >= 0].min()) if np.any(gathered >= 0) else -1
    last = int(gathered.max()) if np.all(gathered >= 0) else -1
    command = int(run.state.seats[Seat.TACTICAL]["since_ms"])
    times = (command, record["rtf_formed_ms"], record["rtf_contact_ms"], first, last)
    end_ms = run.prepared.end_ms
    return tuple(float(t if t >= 0 else end_ms) / MS_PER_MIN for t in times)


def play_drills(prepared: Prepared, free: Free, setup: Setup, count: int) -> np.ndarray:
    """The clocks of `count` drills: float64[count, 5], minutes."""
    return np.array(
        play_each(
            with_free(prepared, free),
            automatic(COMMANDER),
            setup.seeds(count),
            setup.machine,
            clocks,
        )
    )
