"""Stretches: quiet ground is walked through in one event, and what happens on the way stops it."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import CORRIDOR, LANDING, LOBBY, ROOM_A, ROOM_B, ROOM_C, STAIRS, YARD
from warmzone.kernel.casualties import die
from warmzone.kernel.crossing import walk_in
from warmzone.kernel.events import NEVER, EventKind
from warmzone.kernel.hazard import activate
from warmzone.kernel.movement import walk
from warmzone.kernel.people import lay_down
from warmzone.kernel.reports import fill_counts
from warmzone.kernel.stretch import beware_of, walk_on
from warmzone.simulation.observe import truth
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import (
    HazardState,
    OpeningState,
    Phase,
    Seat,
    Task,
    ThreatStatus,
    Triage,
    Whereabouts,
    Zone,
)
from warmzone.vocabulary.orders import Refusal, Verb

FIRST, SECOND = 0, 1
WAY = [LOBBY, CORRIDOR, STAIRS, LANDING]


@pytest.fixture
def run() -> Run:
    """A quiet house without casualties; two teams of officers stand in the yard."""
    run = tiny.in_command("none")
    run.advance(480_000)
    state = run.state
    state.people["whereabouts"] = Whereabouts.FLED
    tiny.relink(run)
    state.ground["last_said"] = 0
    state.ground["entry_team"] = -1
    for t in (FIRST, SECOND):
        team = state.teams[t]
        team["area"] = team["last_area"] = YARD
        team["leg_end_ms"] = team["goal_area"] = team["via_area"] = -1
        team["way_first"] = team["way_count"] = 0
        team["phase"], team["task"], team["work"] = Phase.HOLDING, Task.HOLD, 0
        team["target_area"] = YARD + t
    return run


def set_out(run: Run, t: int, goal: int) -> None:
    """Let a team walk to a place from now on."""
    with np.errstate(over="ignore"):
        assert walk(run.state, run.prepared.world, t, goal, run.now_ms)


def run_due(run: Run, kind: EventKind, t: int) -> int:
    """When that kind of event is in the calendar for a team."""
    return int(run.state.times[int(run.prepared.world.layout[0]["slot"][kind]) + t])


def due(run: Run, t: int) -> int:
    """When the end of a walk is in the calendar for a team."""
    return run_due(run, EventKind.TEAM_LEG, t)


def ends(run: Run, t: int) -> list[int]:
    """When the legs of a team's stretch end, the one being walked first."""
    team = run.state.teams[t]
    return [
        int(team["leg_end_ms"]),
        *team["way_ms"][team["way_first"] : team["way_count"]].tolist(),
    ]


def ways(run: Run, t: int) -> list[int]:
    """The ends of the legs of a team's stretch, the one being walked first."""
    team = run.state.teams[t]
    ahead = team["way_area"][team["way_first"] : team["way_count"]].tolist()
    return [int(team["next_area"]), *ahead]


def test_quiet_ground_is_walked_through_in_one_event(run: Run) -> None:
    """The calendar holds the end of the whole way; where the team is between follows from time."""
    set_out(run, FIRST, LANDING)
    assert ways(run, FIRST) == WAY
    legs = ends(run, FIRST)
    assert due(run, FIRST) == legs[-1]
    assert legs == sorted(set(legs))
    for place, ends_ms in zip(WAY[:-1], legs, strict=False):
        run.now_ms = ends_ms
        assert {one.index: one.area for one in truth(run).teams}[FIRST] == place
    assert int(run.state.teams[FIRST]["area"]) == YARD


def test_an_order_turns_a_team_where_its_leg_ends(run: Run) -> None:
    """It is heard in the middle of the house: the team stops in the next area, not at the goal."""
    set_out(run, FIRST, LANDING)
    legs = ends(run, FIRST)
    run.state.seats[Seat.TACTICAL]["place_area"] = LOBBY
    run.advance(legs[0])
    assert int(run.state.teams[FIRST]["area"]) in (YARD, LOBBY)
    assert tiny.tell(run, Verb.HOLD, FIRST, YARD) == Refusal.ACCEPTED
    assert int(run.state.teams[FIRST]["area"]) == LOBBY
    assert ways(run, FIRST) == [CORRIDOR]
    assert due(run, FIRST) == legs[1]


def test_nobody_walks_past_a_casualty(run: Run) -> None:
    """Ground where somebody lies ends a stretch, whether they lay there before or come to."""
    with np.errstate(over="ignore"):
        lay_down(run.state, run.prepared.world, 0, STAIRS)
    set_out(run, FIRST, LANDING)
    assert ways(run, FIRST) == WAY[:3]
    with np.errstate(over="ignore"):
        lay_down(run.state, run.prepared.world, 1, CORRIDOR)
    assert ways(run, FIRST) == WAY[:2]
    assert due(run, FIRST) == ends(run, FIRST)[-1]


def test_those_who_were_seen_and_told_of_stop_nobody(run: Run) -> None:
    """A casualty of whom there is nothing new to say is walked past, until the casualty dies."""
    person = run.state.people[0]
    with np.errstate(over="ignore"):
        lay_down(run.state, run.prepared.world, 0, STAIRS)
        person["seen"], person["triage"], person["dead_ms"] = Triage.RED, Triage.RED, -1
        fill_counts(run.state, 0, STAIRS)
        set_out(run, FIRST, LANDING)
        assert ways(run, FIRST) == WAY
        die(run.state, run.prepared.world, 0, run.now_ms)
    assert ways(run, FIRST) == WAY[:3]


def test_a_room_on_the_way_is_searched_in_the_same_event(run: Run) -> None:
    """A quiet room is walked to and searched at once; a casualty there ends it at the door."""
    team = run.state.teams[FIRST]
    team["task"], team["target_area"], team["focus_area"] = Task.CLEAR, ROOM_A, ROOM_A
    set_out(run, FIRST, ROOM_A)
    comes = ends(run, FIRST)[-1]
    searched = run_due(run, EventKind.TEAM_WORK, FIRST)
    assert searched == comes + int(team["search_ms"])
    assert due(run, FIRST) == NEVER
    saved = run.snapshot()
    run.advance(comes + 1_000)
    assert {one.index: one.phase for one in truth(run).teams}[FIRST] == Phase.WORKING
    run.advance(searched)
    assert int(run.state.ground[ROOM_A]["searched_ms"]) == searched
    run.restore(saved)
    with np.errstate(over="ignore"):
        lay_down(run.state, run.prepared.world, 0, ROOM_A)
    assert due(run, FIRST) == comes
    assert run_due(run, EventKind.TEAM_WORK, FIRST) == NEVER


def test_a_hazard_ends_every_stretch(run: Run) -> None:
    """When one begins, all stop where their leg ends; from then on nobody walks through its reach.

    Ground out of its reach is walked through as before.
    """
    set_out(run, FIRST, LANDING)
    run.state.hazard[0]["area"] = ROOM_A
    with np.errstate(over="ignore"):
        activate(run.state, run.prepared.world, 0, run.now_ms)
    assert ways(run, FIRST) == [LOBBY]
    assert due(run, FIRST) == ends(run, FIRST)[0]
    set_out(run, SECOND, LANDING)
    assert ways(run, SECOND) == [LOBBY, CORRIDOR]


def test_ground_that_comes_into_reach_is_neither_walked_through_nor_left_unseen(run: Run) -> None:
    """Who heads through it stops there, and who is on it where the next leg ends."""
    set_out(run, FIRST, LANDING)
    with np.errstate(over="ignore"):
        beware_of(run.state, run.prepared.world, CORRIDOR)
    assert ways(run, FIRST) == [LOBBY, CORRIDOR]
    set_out(run, SECOND, LANDING)
    with np.errstate(over="ignore"):
        beware_of(run.state, run.prepared.world, YARD)
    assert ways(run, SECOND) == [LOBBY]


def test_a_silent_hazard_is_walked_into_not_past(run: Run) -> None:
    """Where one hides a stretch ends, and so it does where one comes to hide."""
    hazard = run.state.hazard[0]
    hazard["state"], hazard["area"] = HazardState.SILENT, STAIRS
    set_out(run, FIRST, LANDING)
    assert ways(run, FIRST) == [LOBBY, CORRIDOR, STAIRS]


def test_a_locked_door_is_breached_on_the_way(run: Run) -> None:
    """It takes its time and ends no stretch; behind the team it is not locked any more."""
    team = run.state.teams[FIRST]
    team["task"], team["target_area"], team["focus_area"] = Task.CLEAR, ROOM_B, ROOM_B
    door = run.prepared.world.next_opening[CORRIDOR, ROOM_B]
    run.state.openings[door] = OpeningState.CLOSED
    set_out(run, SECOND, ROOM_B)
    quick = ends(run, SECOND)
    run.state.openings[door] = OpeningState.LOCKED
    set_out(run, FIRST, ROOM_B)
    assert ways(run, FIRST) == [LOBBY, CORRIDOR, ROOM_B]
    breach_ms = int(run.prepared.world.parameters[0]["breach_s"] * 1000.0)
    assert ends(run, FIRST) == [*quick[:-1], quick[-1] + breach_ms]
    run.advance(ends(run, FIRST)[-1] + 1_000)
    with np.errstate(over="ignore"):
        walk_on(run.state, run.prepared.world, run.now_ms)
    assert int(team["area"]) == ROOM_B
    assert int(run.state.openings[door]) == OpeningState.CLOSED


def test_a_way_round_hot_ground_is_walked_in_one_stretch(run: Run) -> None:
    """Past the place by which a team goes round, it is on the same stretch to its goal."""
    state, world = run.state, run.prepared.world
    state.zones[ROOM_C]["medics_zone"] = Zone.HOT
    state.clock[0]["hot_areas"] = 1
    straight = int(world.next_area[LOBBY, STAIRS])
    try:
        world.next_area[LOBBY, STAIRS] = ROOM_C
        world.next_area[YARD, STAIRS] = LOBBY
        set_out(run, FIRST, STAIRS)
    finally:
        world.next_area[LOBBY, STAIRS] = straight
    assert ways(run, FIRST) == [LOBBY, CORRIDOR, STAIRS]
    assert int(state.teams[FIRST]["via_area"]) == -1


def test_who_comes_second_from_elsewhere_stops_to_beware(run: Run) -> None:
    """Two teams on ways that cross: the later one has an event there, and it counts as crossing."""
    first = crossing(run)
    run.now_ms = first[STAIRS] - 1_000
    set_out(run, SECOND, YARD)
    assert ways(run, SECOND) == [STAIRS]
    assert ways(run, FIRST) == WAY
    team = run.state.teams[SECOND]
    with np.errstate(over="ignore"):
        walk_on(run.state, run.prepared.world, due(run, SECOND))
        team["last_area"], team["area"] = LANDING, STAIRS
        walk_in(run.state, run.prepared.world, SECOND, due(run, SECOND))
    assert int(team["crossings"]) == 1


def test_who_set_out_first_but_comes_second_stops_too(run: Run) -> None:
    """A team that will be met by one that has just set out ends its stretch where they meet."""
    first = crossing(run)
    run.now_ms = first[STAIRS] - 1_000 - leg_from(run, LANDING, STAIRS)
    set_out(run, SECOND, YARD)
    assert ways(run, FIRST) == WAY[:3]
    assert due(run, FIRST) == first[STAIRS]


def crossing(run: Run) -> dict[int, int]:
    """The first team walks to where the second stands; when it comes into each area."""
    run.state.seats[Seat.MEDICAL]["threat"] = ThreatStatus.UNKNOWN
    run.state.teams[SECOND]["area"] = LANDING
    set_out(run, FIRST, LANDING)
    return dict(zip(WAY, ends(run, FIRST), strict=True))


def leg_from(run: Run, start: int, goal: int) -> int:
    """Milliseconds that the leg takes for officers who go with care."""
    p = run.prepared.world.parameters[0]
    metres = float(run.prepared.world.distance_m[start, goal])
    return int(metres / float(p["walk_m_per_s"] * p["cautious_factor"]) * 1000.0) + 1
