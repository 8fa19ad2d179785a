"""Cars in the way, doors to be opened, teams that cross unannounced."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import CORRIDOR, LOBBY, ROAD, ROOM_A, ROOM_B, STAIRS, VAULT, YARD
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.codes import Stage
from warmzone.kernel.crossing import walk_in
from warmzone.kernel.events import EventKind
from warmzone.kernel.transport import ambulance_turn
from warmzone.kernel.vehicles import held_up, in_the_way, move_cars
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.observe import seat_view
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import OpeningState, Seat, Task, ThreatStatus
from warmzone.vocabulary.orders import Order, Refusal, Verb
from warmzone.vocabulary.reports import ReportKind


def said(run: Run, kind: ReportKind) -> int:
    """How many reports of a kind have been made."""
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    return int((rows["kind"] == kind).sum())


def test_cars_block_the_sooner_the_more_there_are() -> None:
    """Every car-load parks at the nearest road; over many seeds five cars block in about half."""
    runs = [tiny.by_person("none", seed) for seed in range(80)]
    for run in runs:
        run.advance(420_000)
        assert int(run.state.ground[ROAD]["cars"]) == 5
    blocked = sum(int(run.state.ground[ROAD]["blocking"]) > 0 for run in runs)
    assert 22 <= blocked <= 54


def blocked() -> Run:
    """A commanded run with two cars in the way at the road, and an ambulance on its way there."""
    run = tiny.in_command("none", at_ms=600_000)
    run.state.ground[ROAD]["blocking"] = 2
    ambulance = run.state.ambulances[0]
    ambulance["stage"], ambulance["area"], ambulance["load_count"] = Stage.TO_AEP, YARD, 0
    run.state.seats[Seat.MEDICAL]["aep"] = ROAD
    with np.errstate(over="ignore"):
        assert held_up(run.state, run.prepared.world, 0, ROAD, run.now_ms)
    return run


def test_an_ambulance_before_parked_cars_waits_and_says_so() -> None:
    """The driver reports it; nobody moves the cars, so it gets through late."""
    run = blocked()
    begun = run.now_ms
    assert said(run, ReportKind.VEHICLES) == 1
    run.advance(begun + 100_000)
    seen = {area.index: area for area in seat_view(run, Seat.TACTICAL).areas}
    assert seen[ROAD].blocked
    assert int(run.state.ambulances[0]["stage"]) == Stage.TO_AEP
    run.advance(begun + 260_000)
    assert int(run.state.ambulances[0]["area"]) == ROAD
    assert int(run.state.record[0]["blocked_ms"]) == 240_000


def test_moving_the_cars_lets_ambulances_through_at_once() -> None:
    """A team clears the way, the ambulance that waits drives on, and the seat hears of it."""
    run = blocked()
    begun = run.now_ms
    assert tiny.tell(run, Verb.MOVE_VEHICLES, 1, ROAD) == Refusal.ACCEPTED
    while int(run.state.ground[ROAD]["blocking"]) > 0:
        run.advance(run.now_ms + 1000)
        assert run.now_ms < begun + 238_000
    run.advance(run.now_ms + 1000)
    assert int(run.state.record[0]["blocked_ms"]) < 239_000
    run.advance(run.now_ms + 60_000)
    seen = {area.index: area for area in seat_view(run, Seat.TACTICAL).areas}
    assert ROAD not in seen or not seen[ROAD].blocked


def test_cars_on_the_road_to_the_exchange_point_block_it_too() -> None:
    """Before cars on the lane an ambulance waits there; it drives on once no road is blocked."""
    prepared = prepare(*open_scenario("derailment-mci"))
    run = Run(prepared, 1, automatic("nobody"), tactical_is_person=True)
    state, world = run.state, prepared.world
    at = {area.id: index for index, area in enumerate(prepared.site.areas)}
    aep, lane = at["access-track-middle"], at["farm-lane"]
    state.seats[Seat.MEDICAL]["aep"] = aep
    state.ambulances[0]["stage"], state.ambulances[0]["blocked"] = Stage.TO_AEP, 0
    assert in_the_way(state, world, 0, aep) == -1
    state.ground["blocking"][[lane, at["access-track-east"]]] = 1
    state.ground[at["crossing"]]["blocking"] = 1  # no ambulance comes that way
    with np.errstate(over="ignore"):
        assert held_up(state, world, 0, aep, 1000)
    said_of = state.reports[int(state.clock[0]["reports"]) - 1]
    assert (int(said_of["kind"]), int(said_of["area"])) == (ReportKind.VEHICLES, lane)
    slot = int(world.layout[0]["slot"][EventKind.AMBULANCE])
    due = int(state.times[slot])
    move_cars(state, world, lane, 2000)
    assert int(state.times[slot]) == due
    move_cars(state, world, at["access-track-east"], 3000)
    assert int(state.times[slot]) == 3000
    assert in_the_way(state, world, 0, aep) == -1


def test_cars_and_doors_that_are_not_there() -> None:
    """No cars known there, no place for cars, no locked door: each refused for its own reason."""
    run = tiny.by_person("none")
    run.advance(420_000)
    tiny.tell(run, Verb.TAKE_COMMAND, value=1)
    ask = lambda verb, area: run.check(Order(Seat.TACTICAL, verb, 1, area))  # noqa: E731
    assert ask(Verb.MOVE_VEHICLES, YARD) == Refusal.NOT_A_VEHICLE_PLACE
    assert ask(Verb.BREACH, LOBBY) == Refusal.NOT_LOCKED
    assert ask(Verb.MOVE_VEHICLES, ROAD) == Refusal.ACCEPTED
    run.state.team_beliefs["known"][Seat.TACTICAL, [0, 2, 3, 4]] = 0
    run.state.teams["home_area"][1] = VAULT
    assert ask(Verb.MOVE_VEHICLES, ROAD) == Refusal.NOTHING_THERE


def test_breaching_opens_locked_doors_ahead_of_need() -> None:
    """The team opens the door from outside without going in; a second time nothing is left."""
    run = tiny.in_command("none")
    door = int(np.flatnonzero(run.prepared.world.openings == OpeningState.LOCKED)[0])
    assert tiny.tell(run, Verb.BREACH, 1, ROOM_B) == Refusal.ACCEPTED
    run.advance(run.now_ms + 180_000)
    assert int(run.state.openings[door]) == OpeningState.CLOSED
    assert int(run.state.teams[1]["task"]) == Task.UNASSIGNED
    assert tiny.tell(run, Verb.BREACH, 1, ROOM_B) == Refusal.ACCEPTED
    run.advance(run.now_ms + 30_000)
    belief = run.state.team_beliefs[Seat.TACTICAL, 1]
    assert int(belief["cannot_ms"]) > 0


def crossing(run: Run, seconds: float, from_area: int = STAIRS) -> int:
    """Teams 0 and 1 walk into the corridor one after the other; crossings counted so far."""
    world, now = run.prepared.world, run.now_ms
    run.state.seats["threat"] = ThreatStatus.ONGOING
    for team, last, at_ms in ((0, LOBBY, now), (1, from_area, now + int(seconds * 1000))):
        run.state.teams[team]["area"], run.state.teams[team]["last_area"] = CORRIDOR, last
        with np.errstate(over="ignore"):
            walk_in(run.state, world, team, at_ms)
    return int(run.state.teams[1]["crossings"])


def test_teams_that_cross_unannounced_are_counted() -> None:
    """From another side, soon after, on no common errand: a crossing, and by luck a near-miss."""
    assert crossing(tiny.in_command("silent"), 5.0) == 1
    assert crossing(tiny.in_command("silent"), 60.0) == 0
    assert crossing(tiny.in_command("silent"), 5.0, LOBBY) == 0
    together = tiny.in_command("silent")
    together.state.teams["task"][:2] = Task.CLEAR
    together.state.teams["target_area"][:2] = ROOM_A
    assert crossing(together, 5.0) == 0


@pytest.mark.parametrize("plain", [False, True])
def test_plain_clothes_make_near_misses_likelier(plain: bool) -> None:
    """Over many seeds a tenth of crossings comes close, thrice as many where one is not known."""
    close = 0
    for seed in range(150):
        run = tiny.by_person("silent", seed)
        run.state.teams["linked"][1] = 0 if plain else 1
        crossing(run, 5.0)
        close += int(run.state.record[0]["near_misses"])
        assert said(run, ReportKind.NEAR_MISS) == int(run.state.record[0]["near_misses"])
    assert (28 <= close <= 62) if plain else (6 <= close <= 26)


def test_an_ambulance_back_from_hospital_meets_the_cars_again() -> None:
    """The way in is as blocked the second time: it waits again, until the cars are moved."""
    run = tiny.in_command("none", at_ms=600_000)
    state, world = run.state, run.prepared.world
    state.seats[Seat.MEDICAL]["aep"] = ROAD
    ambulance = state.ambulances[0]
    ambulance["stage"], ambulance["area"], ambulance["load_count"] = Stage.BACK, ROAD, 0
    state.ground[ROAD]["blocking"] = 1
    with np.errstate(over="ignore"):
        ambulance_turn(state, world, 0, run.now_ms)
        assert (ambulance["blocked"], ambulance["stage"]) == (1, Stage.BACK)
        move_cars(state, world, ROAD, run.now_ms)
        ambulance_turn(state, world, 0, run.now_ms)
    assert ambulance["blocked"] == 0
    assert ambulance["stage"] != Stage.BACK
