"""A perimeter outside: who comes waits, who is idle stays, cars and people are out of the way."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import LOBBY, ROAD, YARD
from tests.unit.simulation.test_unasked import changed, stand
from warmzone.kernel.arrivals import officers_arrive
from warmzone.kernel.initiative import take_initiative
from warmzone.kernel.perimeter import is_kept, loading_factor
from warmzone.kernel.teams import leaves_staging
from warmzone.kernel.vehicles import park
from warmzone.kernel.walking import goes_by_themselves
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Phase, Seat, Task
from warmzone.vocabulary.orders import Order, Refusal, Verb

KEEPERS, OTHER = 1, 2


def kept(area: int = YARD, **numbers: float) -> Run:
    """Everybody is on scene, and one team keeps a perimeter there."""
    run = changed("none", **numbers)
    run.advance(420_000)
    stand(run, KEEPERS, area, Task.PERIMETER)
    return run


def test_a_team_that_is_told_goes_there_and_keeps_it() -> None:
    """The order is taken for ground outside, the team walks there, and its seat hears so."""
    run = tiny.in_command("none")
    inside = Order(Seat.TACTICAL, Verb.PERIMETER, KEEPERS, LOBBY)
    assert run.check(inside) == Refusal.NOT_OUTSIDE
    assert tiny.tell(run, Verb.PERIMETER, KEEPERS, ROAD) == Refusal.ACCEPTED
    run.advance(run.now_ms + 180_000)
    team = run.state.teams[KEEPERS]
    assert (int(team["task"]), int(team["phase"])) == (Task.PERIMETER, Phase.HOLDING)
    assert is_kept(run.state, ROAD)
    assert not is_kept(run.state, YARD)
    belief = run.state.team_beliefs[Seat.TACTICAL, KEEPERS]
    assert (int(belief["task"]), int(belief["area"])) == (Task.PERIMETER, ROAD)


def test_whoever_comes_to_a_perimeter_waits_there() -> None:
    """A car-load that nobody told to stage does so all the same, and only there."""
    run = kept()
    run.state.clock[0]["arrivals_staged"] = 0
    for area, task in ((ROAD, Task.UNASSIGNED), (YARD, Task.STAGED)):
        run.state.teams[OTHER]["area"] = area
        with np.errstate(over="ignore"):
            officers_arrive(run.state, run.prepared.world, OTHER, run.now_ms)
        assert int(run.state.teams[OTHER]["task"]) == task


@pytest.mark.parametrize("area", [ROAD, YARD])
def test_officers_without_a_task_go_no_further(area: int) -> None:
    """In the quiet they drift to where the noise was, but not past a perimeter."""
    run = kept()
    run.state.hazard[0]["last_heard_area"] = LOBBY
    stand(run, OTHER, area)
    run.state.teams[OTHER]["initiatives"] = 0
    with np.errstate(over="ignore"):
        take_initiative(run.state, run.prepared.world, OTHER, run.now_ms)
    assert (int(run.state.teams[OTHER]["goal_area"]) == LOBBY) == (area == ROAD)


def test_nobody_leaves_staging_past_a_perimeter() -> None:
    """Where everybody freelances, those whom officers keep do not."""
    run = kept(freelance_p=1.0)
    for area in (ROAD, YARD):
        stand(run, OTHER, area, Task.STAGED)
        with np.errstate(over="ignore"):
            assert leaves_staging(run.state, run.prepared.world, OTHER) == (area == ROAD)


def test_cars_are_left_beside_the_way() -> None:
    """A car that would block is parked aside where officers say where to stop."""
    for keeps in (False, True):
        run = kept(car_blocks_p=1.0, perimeter_parking_factor=0.0)
        run.state.ground[ROAD]["blocking"] = 0
        stand(run, OTHER, YARD)
        if not keeps:
            stand(run, KEEPERS, YARD)
        with np.errstate(over="ignore"):
            park(run.state, run.prepared.world, OTHER, run.now_ms)
        assert int(run.state.ground[ROAD]["blocking"]) == (0 if keeps else 1)


def test_people_who_stand_about_slow_loading_until_they_are_taken_aside() -> None:
    """Enough of them at one place, and nobody who receives them."""
    run = kept()
    p = run.prepared.world.parameters[0]
    factors = []
    for people in (p["bystanders"] - 1, p["bystanders"]):
        run.state.ground["uninjured"][[ROAD, YARD]] = int(people)
        factors.append([loading_factor(run.state, run.prepared.world, a) for a in (ROAD, YARD)])
    assert factors == [[1.0, 1.0], [float(p["bystander_factor"]), 1.0]]


def test_walking_wounded_who_are_received_stay() -> None:
    """Where all would find a car to hospital, those who come out to a perimeter do not."""
    run = kept(self_transport_p=1.0)
    for area in (ROAD, YARD):
        run.state.people[0]["area"] = area
        with np.errstate(over="ignore"):
            assert goes_by_themselves(run.state, run.prepared.world, 0) == (area == ROAD)
