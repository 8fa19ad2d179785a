"""What officers do unasked: they come, crowd, stand and follow, and little of it helps."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import CORRIDOR, LANDING, LOBBY, ROAD, ROOM_A, ROOM_B, YARD
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.contact import settle_contact
from warmzone.kernel.down import officer_down
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.hazard import activate
from warmzone.kernel.initiative import take_initiative
from warmzone.kernel.pace import speed
from warmzone.kernel.teams import wake_idle_teams
from warmzone.scenario.incident import ProfileName
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import HazardState, Phase, Seat, Task, Whereabouts
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind

OFFICERS = 5
"""Police teams of the small incident."""


def changed(threat: str = "none", profile: ProfileName | None = None, **numbers: float) -> Run:
    """A run with a person at the Tactical seat in a world with other numbers."""
    lowered = prepare(tiny.scenario(threat), tiny.site(), profile=profile)
    for name, value in numbers.items():
        lowered.world.parameters[0][name] = value
    return Run(lowered, 1, automatic("interior"), tactical_is_person=True)


def stand(run: Run, t: int, area: int, task: Task = Task.UNASSIGNED) -> None:
    """Put a team of officers somewhere, with nothing in hand."""
    team = run.state.teams[t]
    team["area"], team["task"], team["work"] = area, task, 0
    team["phase"] = Phase.IDLE if task == Task.UNASSIGNED else Phase.HOLDING
    team["leg_end_ms"] = team["goal_area"] = -1
    team["load_count"] = 0
    team["target_area"] = area
    first = run.prepared.world.layout[0]["slot"]
    for kind in (EventKind.TEAM_LEG, EventKind.TEAM_WORK, EventKind.TEAM_INITIATIVE):
        schedule(run.state.times, run.state.winners, int(first[kind]) + t, NEVER)


@pytest.mark.parametrize("seed", range(4))
def test_nobody_holds_searches_or_carries_where_nobody_commands(seed: int) -> None:
    """Without orders no ground is held or searched, and officers lift nobody before an AEP."""
    run = tiny.fresh("active", seed, "nobody")
    while not run.ended:
        run.advance(run.now_ms + 30_000)
        assert not run.state.ground["held_officers"].any()
        assert (run.state.ground["searched_ms"] == -1).all()
        if int(run.state.seats[Seat.MEDICAL]["aep"]) < 0:
            assert not run.state.teams["load_count"][:OFFICERS].any()


def test_officers_beyond_the_crowd_add_nothing() -> None:
    """With twice as many officers as there is room for, the hazard is ended no sooner."""
    due = []
    for present in (2, 4, 10):
        run = changed("active", crowd_officers=4)
        run.advance(60_000)
        state, world = run.state, run.prepared.world
        hazard = state.hazard[0]
        hazard["contact"], hazard["contact_threshold"], hazard["contact_officers"] = 0.0, 1.0, 0
        with np.errstate(over="ignore"):
            settle_contact(state, world, 0, present, run.now_ms)
        slot = int(world.layout[0]["slot"][EventKind.HAZARD_CONTACT])
        due.append(int(state.times[slot]) - run.now_ms)
    assert due[0] > due[1] == due[2] > 0


@pytest.mark.parametrize("helps", [0.0, 1.0])
def test_officers_treat_only_who_lies_before_them(helps: float) -> None:
    """By chance they turn to wounded where they stand; without that chance they stand."""
    run = changed("none", unasked_care_p=helps)
    run.advance(200_000)
    stand(run, 0, ROOM_B)
    person = run.state.people[0]
    person["whereabouts"], person["area"], person["seen"] = Whereabouts.LYING, ROOM_B, 1
    person["treater"] = person["trip"] = -1
    person["care"] = 0
    tiny.relink(run)
    with np.errstate(over="ignore"):
        take_initiative(run.state, run.prepared.world, 0, run.now_ms)
    assert (int(run.state.teams[0]["phase"]) == Phase.WORKING) == (helps == 1.0)


def test_officers_follow_who_sets_out_near_by() -> None:
    """Where officers close by set out, others without a task go to the same place."""
    run = changed("none", follow_p=1.0, unasked_care_p=0.0, unasked_carry_p=0.0)
    run.advance(200_000)
    for t in range(OFFICERS):
        stand(run, t, ROAD)
    stand(run, 0, LOBBY)
    leader = run.state.teams[1]
    leader["area"], leader["goal_area"] = CORRIDOR, LANDING
    leader["phase"], leader["leg_end_ms"] = Phase.WALKING, run.now_ms + 5_000
    run.state.teams["initiatives"] = 0
    with np.errstate(over="ignore"):
        take_initiative(run.state, run.prepared.world, 0, run.now_ms)
    assert int(run.state.teams[0]["goal_area"]) == LANDING


@pytest.mark.parametrize("leaves", [0.0, 1.0])
def test_officers_told_to_wait_may_leave_for_new_noise(leaves: float) -> None:
    """Staged officers go to the noise by chance, tell nobody, and command still thinks them there.

    A seat learns of it only from what they say later.
    """
    run = changed("silent", freelance_p=leaves, initiative_mean_s=2.0)
    run.advance(420_000)
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=1) == Refusal.ACCEPTED
    assert tiny.tell(run, Verb.STAGE, 1) == Refusal.ACCEPTED
    run.advance(run.now_ms + 120_000)
    team = run.state.teams[1]
    assert (int(team["task"]), int(team["phase"])) == (Task.STAGED, Phase.HOLDING)
    run.state.hazard["area"] = LANDING
    with np.errstate(over="ignore"):
        activate(run.state, run.prepared.world, 0, run.now_ms)
    run.state.hazard["contact_threshold"] = 1.0e9
    run.advance(run.now_ms + 25_000)
    assert (int(team["task"]) == Task.UNASSIGNED) == (leaves == 1.0)
    assert int(run.state.team_beliefs[Seat.TACTICAL, 1]["task"]) == Task.STAGED


def test_one_officer_alone_waits_at_the_door_where_the_rule_says_so() -> None:
    """A lone officer outside waits once, then goes in; where one may go alone, at once."""
    walks = {}
    rules: tuple[ProfileName, ...] = ("second-supervisor", "fifth-officer")
    for profile in rules:
        run = changed("active", profile)
        run.advance(200_000)
        for t in range(OFFICERS):
            stand(run, t, ROAD)
        stand(run, 0, YARD)
        run.state.teams[0]["able"] = 1
        run.state.hazard["state"], run.state.hazard["area"] = HazardState.ACTIVE, ROOM_A
        run.state.ground["exposure"] = 0.0
        run.state.record["down_area"] = -1
        with np.errstate(over="ignore"):
            take_initiative(run.state, run.prepared.world, 0, run.now_ms)
            walks[profile, 1] = int(run.state.teams[0]["leg_end_ms"]) >= 0
            take_initiative(run.state, run.prepared.world, 0, run.now_ms)
            walks[profile, 2] = int(run.state.teams[0]["leg_end_ms"]) >= 0
    assert not walks["second-supervisor", 1]
    assert walks["second-supervisor", 2]
    assert walks["fifth-officer", 1]


def test_loads_are_slow_through_a_jam() -> None:
    """Where a crowd stands without a task a load goes slowly; tasked officers make room."""
    run = changed("none", jam_factor=0.5, crowd_officers=4)
    run.advance(300_000)
    state, world = run.state, run.prepared.world
    for t in range(OFFICERS):
        stand(run, t, ROAD)
    state.teams[0]["load_count"], state.teams["able"] = 1, 3

    def pace() -> float:
        return float(speed(state, world, 0, LOBBY))

    free = pace()
    stand(run, 1, LOBBY)
    stand(run, 2, LOBBY)
    state.teams[0]["load_count"] = 1
    assert pace() == 0.5 * free
    stand(run, 1, LOBBY, Task.HOLD)
    assert pace() == free


def test_an_officer_down_draws_those_near_unless_they_hold() -> None:
    """Idle officers near by are drawn there; who holds stays; who searches may say so and go."""
    run = changed("none", down_pull_p=1.0, down_pull_m=1000.0)
    run.advance(420_000)
    for t in range(OFFICERS):
        stand(run, t, LOBBY)
    stand(run, 0, ROOM_A)
    stand(run, 2, LOBBY, Task.HOLD)
    stand(run, 3, LOBBY, Task.CLEAR)
    with np.errstate(over="ignore"):
        officer_down(run.state, run.prepared.world, 0, run.now_ms)
    run.advance(run.now_ms + 60_000)
    tasks = run.state.teams["task"].tolist()
    assert (tasks[2], tasks[3]) == (Task.HOLD, Task.UNASSIGNED)
    assert int(run.state.teams[2]["area"]) == LOBBY
    for t in (1, 3):
        assert int(run.state.teams[t]["drawn_ms"]) >= 0
        assert int(run.state.teams[t]["area"]) == ROOM_A
    said = run.state.reports[: int(run.state.clock[0]["reports"])]
    why = said[(said["kind"] == ReportKind.CANNOT) & (said["team"] == 3)]["status"]
    assert CannotReason.OFFICER_DOWN in why.tolist()


def test_new_noise_wakes_staged_officers_only_by_chance() -> None:
    """Without that chance nobody who was told to wait is woken."""
    run = changed("silent", freelance_p=0.0)
    run.advance(300_000)
    stand(run, 1, YARD, Task.STAGED)
    run.state.hazard["state"] = HazardState.ACTIVE
    slot = int(run.prepared.world.layout[0]["slot"][EventKind.TEAM_INITIATIVE]) + 1
    before = int(run.state.times[slot])
    with np.errstate(over="ignore"):
        wake_idle_teams(run.state, run.prepared.world, run.now_ms)
    assert int(run.state.times[slot]) == before
