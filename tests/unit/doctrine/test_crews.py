"""Where commanders send crews."""

import numpy as np

from tests import tiny
from warmzone.doctrine.command import rtf_goal
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.arrays import ORDER, ORDERS_AT_ONCE
from warmzone.kernel.view import View, view_of
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Discipline, Seat, Zone
from warmzone.vocabulary.orders import Verb

INTERIOR = automatic("interior").crew.tactical


def view(run: Run) -> View:
    """What Tactical knows now."""
    return view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)


def nothing_said() -> np.ndarray:
    """Orders that a commander has yet to write."""
    orders = np.zeros(ORDERS_AT_ONCE, ORDER)
    orders["verb"] = -1
    return orders


def two_places() -> tuple[Run, int]:
    """Reds in the lobby and fewer in the vault, both called warm: the run and a crew."""
    run = tiny.in_command("none")
    seat = run.state.seats[Seat.TACTICAL]
    seat["ccp"], seat["places"] = -1, 2
    for k, (area, reds) in enumerate(((tiny.LOBBY, 3), (tiny.VAULT, 1))):
        run.state.places[Seat.TACTICAL, k] = area
        run.state.area_beliefs["counts"][Seat.TACTICAL, area] = (reds, 0, 0, 0)
        run.state.zones["zone"][area] = Zone.WARM
    medical = run.prepared.world.units["discipline"] == Discipline.MEDICAL
    return run, int(np.flatnonzero(medical)[0])


def test_crews_are_sent_to_different_places() -> None:
    """The second crew of one decision goes where the first does not."""
    run, crew = two_places()
    orders = nothing_said()
    assert rtf_goal(view(run), INTERIOR, orders, crew) == tiny.LOBBY
    orders[0]["verb"], orders[0]["team"], orders[0]["area"] = Verb.CLEAR_RTF_IN, 99, tiny.LOBBY
    assert rtf_goal(view(run), INTERIOR, orders, crew) == tiny.VAULT


def test_a_crew_goes_where_another_works_when_there_is_nothing_else() -> None:
    """One place left: both crews go there, and the first is not counted against itself."""
    run, crew = two_places()
    run.state.area_beliefs["counts"][Seat.TACTICAL, tiny.VAULT] = 0
    orders = nothing_said()
    orders[0]["verb"], orders[0]["team"], orders[0]["area"] = Verb.CLEAR_RTF_IN, 99, tiny.LOBBY
    assert rtf_goal(view(run), INTERIOR, orders, crew) == tiny.LOBBY


def test_before_an_exchange_point_is_named_the_ccp_comes_after_every_other_place() -> None:
    """Nobody can be taken on from it yet: a crew let in there would stand by those it treated."""
    run, crew = two_places()
    orders = nothing_said()
    goal = rtf_goal(view(run), INTERIOR, orders, crew)
    other = tiny.VAULT if goal == tiny.LOBBY else tiny.LOBBY
    seat = run.state.seats[Seat.TACTICAL]
    seat["ccp"], seat["aep"] = goal, -1
    assert rtf_goal(view(run), INTERIOR, orders, crew) == other
    seat["aep"] = tiny.ROAD
    assert rtf_goal(view(run), INTERIOR, orders, crew) == goal
    seat["aep"] = -1
    run.state.area_beliefs[Seat.TACTICAL, other]["counts"] = 0
    assert rtf_goal(view(run), INTERIOR, orders, crew) == goal
