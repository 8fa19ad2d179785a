"""A seat whose picture is set by hand, and what an interior commander orders by it."""

from dataclasses import replace

import numpy as np

from tests import tiny
from warmzone.doctrine.allocate import allocate
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.memory import TEAMS
from warmzone.kernel.arrays import ORDER
from warmzone.kernel.view import view_of
from warmzone.kernel.world_arrays import World
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Discipline, Seat, Source, Task, ThreatStatus


def knows_only(officers: int) -> Run:
    """A commanded run whose seat knows of that many police teams of two, idle in the corridor.

    It holds nothing of casualties, of searched ground or of CCP and AEP.
    """
    made = tiny.in_command("none")
    made.prepared = replace(made.prepared, world=own_world(made.prepared.world))
    beliefs = made.state.team_beliefs[Seat.TACTICAL]
    beliefs["pending_order"] = -1
    beliefs["known"] = 0
    for t in police(made)[:officers]:
        beliefs[t]["known"], beliefs[t]["able"], beliefs[t]["plain"] = 1, 2, 0
        beliefs[t]["task"], beliefs[t]["area"] = Task.UNASSIGNED, tiny.CORRIDOR
        beliefs[t]["heard_ms"] = made.now_ms
    areas = made.state.area_beliefs[Seat.TACTICAL]
    areas["counts"], areas["claimed"], areas["searched_ms"] = 0, 0, -1
    own = made.state.seats[Seat.TACTICAL]
    own["places"] = 0
    own["ccp"] = own["aep"] = -1
    return made


def own_world(world: World) -> World:
    """The same world with rules and units of its own, which a test may change."""
    return world._replace(profile=world.profile.copy(), units=world.units.copy())


def police(run: Run) -> list[int]:
    """The teams that consist of officers."""
    return [t for t in range(len(run.state.teams)) if is_police(run, t)]


def is_police(run: Run, t: int) -> bool:
    """Whether a team consists of officers."""
    return bool(run.prepared.world.units[t]["discipline"] == Discipline.POLICE)


def holds(run: Run, status: ThreatStatus, by: Source, place: int = tiny.CORRIDOR) -> None:
    """What the seat holds of the threat, heard just now."""
    own = run.state.seats[Seat.TACTICAL]
    own["threat"], own["threat_by"], own["threat_area"] = status, by, place
    own["threat_ms"] = own["threat_heard_ms"] = run.now_ms


def given(
    run: Run,
    now_ms: int,
    memory: np.ndarray | None = None,
    parameters: np.ndarray | None = None,
) -> list[tuple[int, int, int]]:
    """Verb, team and area of what an interior commander orders at that time."""
    orders = np.zeros(8, ORDER)
    orders["verb"] = -1
    view = view_of(run.state, run.prepared.world, Seat.TACTICAL, now_ms)
    if memory is None:
        memory = np.zeros(TEAMS + len(view.teams) + 2 * len(view.areas), np.int64)
    if parameters is None:
        parameters = automatic("interior").crew.tactical
    allocate(view, parameters, memory, orders)
    return [(int(o["verb"]), int(o["team"]), int(o["area"])) for o in orders if o["verb"] >= 0]
