"""Casualties in a police car: a team lifts them, drives them to hospital, and comes back.

On the drive the team is not on scene; what it is told meanwhile it turns to when it is back.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.care import begin_lift, begin_work
from warmzone.kernel.casualties import note_left
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of
from warmzone.kernel.draws import Purpose, lognormal
from warmzone.kernel.hospitals import nearest_trauma_centre, receive
from warmzone.kernel.people import lay_down
from warmzone.kernel.radio import acknowledge, send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.standing import become_idle, cannot, done, go
from warmzone.kernel.teams import expose_team, set_task
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Phase, Task
from warmzone.vocabulary.reports import CannotReason, ReportKind

TO_HOSPITAL, BACK = 0, 1


@compiled
def obey_police_car(state: State, world: World, row: int, now: int) -> None:
    """Officers are told to drive casualties of an area to hospital; without a car they cannot."""
    order = state.orders[row]
    t = int(order["team"])
    team = state.teams[t]
    place = car_place(state, world, t)
    if place < 0:
        acknowledge(state, world, row, -1, now)
        cannot(state, world, t, CannotReason.NO_VEHICLE, now)
        become_idle(state, world, t, now)
        return
    set_task(state, t, Task.POLICE_TRANSPORT, now)
    team["target_area"] = order["area"]
    team["focus_area"] = place
    acknowledge(state, world, row, Task.POLICE_TRANSPORT, now)
    contact_of(state, world, t, now)


@compiled
def car_place(state: State, world: World, t: int) -> int:
    """Where the team's car stands: where it came, if one is left there; or -1."""
    road = int(world.areas[state.teams[t]["home_area"]]["road_area"])
    if road < 0 or state.ground[road]["cars"] <= 0:
        return -1
    return road


@compiled
def step_police_car(state: State, world: World, t: int, now: int) -> None:
    """Lift whoever comes first in the area ordered, carry them to the car, drive."""
    team = state.teams[t]
    if team["load_count"] > 0:
        if not go(state, world, t, int(team["focus_area"]), now):
            drive_away(state, world, t, now)
        return
    if go(state, world, t, int(team["target_area"]), now):
        return
    if not begin_lift(state, world, t, now):
        cannot(state, world, t, CannotReason.NOT_FOUND, now)
        become_idle(state, world, t, now)


@compiled
def drive_away(state: State, world: World, t: int, now: int) -> None:
    """The car drives off, if one is left; its officers are away until it is back."""
    team = state.teams[t]
    ground = state.ground[team["area"]]
    if ground["cars"] <= 0:
        leave_beside_the_road(state, world, t, now)
        return
    ground["cars"] -= 1
    ground["blocking"] = min(int(ground["blocking"]), int(ground["cars"]))
    row = open_report(state, ReportKind.TRANSPORTED, t, now)
    report = state.reports[row]
    report["area"] = team["target_area"]
    for k in range(int(team["load_count"])):
        i = int(team["load"][k])
        note_left(state, i, now)
        seen = int(state.people[i]["seen"])
        if seen > 0:
            report["counts"][seen - 1] += 1
        state.record[0]["by_police"] += 1
    send_report(state, world, row, now)
    drive(state, world, t, TO_HOSPITAL, now)
    team["phase"] = Phase.NOT_ARRIVED
    expose_team(state, world, t, now)
    contact_of(state, world, t, now)


@compiled
def leave_beside_the_road(state: State, world: World, t: int, now: int) -> None:
    """No car is left: the casualties lie at the road, and the team says so."""
    team = state.teams[t]
    for k in range(int(team["load_count"])):
        lay_down(state, world, int(team["load"][k]), int(team["area"]))
        state.people[team["load"][k]]["treater"] = -1
    team["load_count"] = 0
    cannot(state, world, t, CannotReason.NO_VEHICLE, now)
    become_idle(state, world, t, now)


@compiled
def drive(state: State, world: World, t: int, way: int, now: int) -> None:
    """Occupy a team with one drive; the hand-over comes before the way back."""
    team = state.teams[t]
    clock = state.clock[0]
    median = float(world.hospitals[nearest_trauma_centre(world)]["drive_ms"])
    key = (clock["epoch"], t, Purpose.POLICE_TRIP, int(team["works"]) * 2 + way)
    lasts = lognormal(clock["seed"], key, median, world.parameters[0]["drive_sigma"]) / 1000.0
    if way == BACK:
        lasts += world.parameters[0]["police_hand_over_s"]
    team["work"] = Work.DRIVE
    begin_work(state, world, t, lasts, now)


@compiled
def finish_drive(state: State, world: World, t: int, now: int) -> None:
    """At the hospital the casualties are handed over; back again the team is on scene."""
    team = state.teams[t]
    if team["load_count"] > 0:
        for k in range(int(team["load_count"])):
            i = int(team["load"][k])
            state.people[i]["treater"] = -1
            receive(state, world, i, nearest_trauma_centre(world), now)
        team["load_count"] = 0
        drive(state, world, t, BACK, now)
        team["phase"] = Phase.NOT_ARRIVED
        return
    state.ground[team["area"]]["cars"] += 1
    team["phase"] = Phase.IDLE
    expose_team(state, world, t, now)
    done(state, world, t, now)
