"""Ground: what is held and in reach, how declarations age and flip, what crews walk through."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import CORRIDOR, LANDING, LOBBY, ROAD, ROOM_A, STAIRS, VAULT, YARD
from warmzone.kernel.codes import Work
from warmzone.kernel.corridor import enter_lane
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.hazard import activate, refresh
from warmzone.kernel.onward import MOST_PLACES
from warmzone.kernel.zones import is_fresh, way_round
from warmzone.simulation.observe import seat_view
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CorridorState, HazardState, Phase, Seat, Task, Zone
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind

MEDICS = 5


def quiet(at_ms: int = 420_000) -> Run:
    """A commanded run whose silent hazard is shut away."""
    run = tiny.in_command("silent", at_ms=at_ms)
    run.state.hazard["area"] = VAULT
    return run


def wake(run: Run, area: int) -> None:
    """The hazard is active in an area now, and stays there and so."""
    hazard = run.state.hazard[0]
    hazard["area"] = area
    hazard["contact_threshold"] = 1.0e9
    slots = run.prepared.world.layout[0]["slot"]
    with np.errstate(over="ignore"):
        activate(run.state, run.prepared.world, 0, run.now_ms)
    for kind in (EventKind.HAZARD, EventKind.HAZARD_MOVE):
        schedule(run.state.times, run.state.winners, int(slots[kind]), NEVER)


def station(run: Run, team: int, area: int) -> None:
    """Have a team hold an area, there already."""
    assert tiny.tell(run, Verb.HOLD, team, area) == Refusal.ACCEPTED
    while int(run.state.teams[team]["phase"]) != Phase.HOLDING:
        run.advance(run.now_ms + 1000)
        assert run.now_ms < 1_100_000


def exposure(run: Run, area: int) -> float:
    """How far an area lies in reach."""
    return float(run.state.ground[area]["exposure"])


def test_reach_goes_through_open_ways_and_along_passages() -> None:
    """Open doors are seen through once, passages between corridors and halls once more."""
    run = quiet()
    factor = float(run.prepared.world.parameters[0]["reach_factor"])
    wake(run, CORRIDOR)
    assert exposure(run, CORRIDOR) == 1.0
    assert exposure(run, ROOM_A) == exposure(run, LOBBY) == exposure(run, STAIRS) == factor
    assert exposure(run, tiny.ROOM_C) == exposure(run, tiny.ROOM_B) == 0.0
    assert exposure(run, YARD) == 0.0


def test_held_ground_is_out_of_reach() -> None:
    """Officers who hold the lobby cut the reach into it; when they leave it is back."""
    run = quiet()
    station(run, 0, LOBBY)
    wake(run, CORRIDOR)
    assert exposure(run, LOBBY) == 0.0
    assert tiny.tell(run, Verb.WITHDRAW, 0) == Refusal.ACCEPTED
    run.advance(run.now_ms + 40_000)
    assert int(run.state.teams[0]["task"]) == Task.WITHDRAW
    assert exposure(run, LOBBY) > 0.0


def test_a_hazard_whose_ways_out_are_held_is_contained_until_they_leave() -> None:
    """Room A has one door: while the corridor is held only people inside are in reach."""
    run = quiet()
    station(run, 0, CORRIDOR)
    wake(run, ROOM_A)
    hazard = run.state.hazard[0]
    assert int(hazard["state"]) == HazardState.CONTAINED
    assert 0.0 < exposure(run, ROOM_A) < 1.0
    assert exposure(run, CORRIDOR) == 0.0
    assert tiny.tell(run, Verb.WITHDRAW, 0) == Refusal.ACCEPTED
    run.advance(run.now_ms + 40_000)
    assert int(hazard["state"]) != HazardState.CONTAINED


def test_officers_sent_in_on_a_contained_hazard_end_it() -> None:
    """Holding the door ends nothing; a contact team sent in afterwards does."""
    run = quiet()
    station(run, 0, CORRIDOR)
    wake(run, ROOM_A)
    run.advance(run.now_ms + 60_000)
    assert int(run.state.hazard[0]["contact_officers"]) == 0
    run.state.hazard[0]["contact_threshold"] = 0.5
    assert tiny.tell(run, Verb.CONTACT, 1, ROOM_A) == Refusal.ACCEPTED
    run.advance(run.now_ms + 240_000)
    assert int(run.state.hazard[0]["state"]) == HazardState.OVER


def test_a_declaration_that_nobody_holds_loses_its_worth() -> None:
    """Warm ground counts while held and for a while after; said again it is fresh."""
    run = quiet()
    world = run.prepared.world
    ages_ms = int(world.parameters[0]["zone_ages_s"] * 1000)
    assert tiny.tell(run, Verb.DECLARE_ZONE, area=ROOM_A, value=Zone.WARM) == Refusal.ACCEPTED
    run.advance(run.now_ms + 20_000)
    heard = int(run.state.zones[ROOM_A]["heard_ms"])
    assert is_fresh(run.state, world, ROOM_A, heard + ages_ms)
    assert not is_fresh(run.state, world, ROOM_A, heard + ages_ms + 1)
    run.state.ground[ROOM_A]["held_officers"] = 1
    assert is_fresh(run.state, world, ROOM_A, heard + ages_ms + 1)
    run.state.ground[ROOM_A]["held_officers"] = 0
    run.state.ground[ROOM_A]["held_ms"] = heard + 5
    assert is_fresh(run.state, world, ROOM_A, heard + ages_ms + 5)


def test_medics_refuse_ground_whose_declaration_has_aged() -> None:
    """Cleared in on old words, the crew says that nobody has called the ground warm."""
    run = quiet(at_ms=720_000)
    tiny.tell(run, Verb.DECLARE_ZONE, area=ROOM_A, value=Zone.WARM)
    run.advance(run.now_ms + 20_000)
    run.state.zones[ROOM_A]["heard_ms"] -= 700_000
    assert tiny.tell(run, Verb.CLEAR_RTF_IN, MEDICS, ROOM_A) == Refusal.ACCEPTED
    run.advance(run.now_ms + 30_000)
    belief = run.state.team_beliefs[Seat.TACTICAL, MEDICS]
    assert int(belief["cannot"]) == CannotReason.ZONE_NOT_DECLARED


def inside(run: Run, secured: bool) -> Run:
    """The first crew works or waits in room A, called warm."""
    if secured:
        tiny.tell(run, Verb.SECURE_RTF, 1, other_team=MEDICS)
        run.advance(run.now_ms + 120_000)
    for area in (LOBBY, CORRIDOR, ROOM_A):
        assert tiny.tell(run, Verb.DECLARE_ZONE, area=area, value=Zone.WARM) == Refusal.ACCEPTED
    run.advance(run.now_ms + 20_000)
    crew = run.state.teams[MEDICS]
    if not secured:
        run.state.seats[Seat.MEDICAL]["free_entry"] = 1
    tiny.tell(run, Verb.CLEAR_RTF_IN, MEDICS, ROOM_A)
    while int(crew["area"]) != ROOM_A or int(crew["leg_end_ms"]) >= 0:
        run.advance(run.now_ms + 1000)
        crew["went_on"] = MOST_PLACES  # it stays, whoever lies elsewhere
        assert run.now_ms < 1_100_000
    return run


def test_ground_that_flips_sends_medics_back_or_down() -> None:
    """New shots where a crew works: it stops; alone it goes back a step, with security it holds."""
    for secured in (False, True):
        run = inside(quiet(), secured)
        wake(run, ROOM_A)
        crew = run.state.teams[MEDICS]
        assert int(run.state.record[0]["flips"]) >= 1
        assert int(crew["work"]) == Work.NONE
        assert int(crew["cleared_area"]) == -1
        run.advance(run.now_ms + 30_000)
        assert (int(crew["area"]) == ROOM_A) == secured
        said = run.state.reports[: int(run.state.clock[0]["reports"])]
        hot = (said["kind"] == ReportKind.CANNOT) & (said["status"] == CannotReason.GROUND_HOT)
        assert (hot & (said["team"] == MEDICS)).any()


def test_officers_at_work_turn_on_a_threat_that_comes_into_reach() -> None:
    """Officers who treat casualties drop the work, count as contact, and go on afterwards."""
    run = quiet()
    person = run.state.people[0]
    person["whereabouts"], person["area"], person["hurt_ms"], person["seen"] = 2, ROOM_A, 0, 1
    person["care"], person["treater"], person["trip"], person["dead_ms"] = 0, -1, -1, -1
    tiny.relink(run)
    run.state.teams["task"][[0, 2, 3, 4]] = Task.STAGED
    assert tiny.tell(run, Verb.TREAT, 1, ROOM_A) == Refusal.ACCEPTED
    team = run.state.teams[1]
    while int(team["work"]) != Work.CARE:
        run.advance(run.now_ms + 1000)
        assert run.now_ms < 900_000
    wake(run, CORRIDOR)
    assert int(team["work"]) == Work.COVER
    assert int(person["treater"]) == -1
    assert int(run.state.hazard[0]["contact_officers"]) >= int(team["able"])


def test_a_crew_whose_escort_is_taken_away_says_so() -> None:
    """On its way in it stops where it is, tells command once, and goes on once it has another."""
    run = quiet()
    tiny.tell(run, Verb.SECURE_RTF, 1, other_team=MEDICS)
    run.advance(run.now_ms + 120_000)
    tiny.tell(run, Verb.DECLARE_ZONE, area=ROOM_A, value=Zone.WARM)
    run.advance(run.now_ms + 20_000)
    assert tiny.tell(run, Verb.CLEAR_RTF_IN, MEDICS, ROOM_A) == Refusal.ACCEPTED
    crew = run.state.teams[MEDICS]
    while int(crew["area"]) in (ROAD, YARD):
        run.advance(run.now_ms + 1000)
        assert run.now_ms < 1_500_000
    assert tiny.tell(run, Verb.TREAT, 1, LOBBY) == Refusal.ACCEPTED
    run.advance(run.now_ms + 90_000)
    said = run.state.reports[: int(run.state.clock[0]["reports"])]
    lacks = (said["kind"] == ReportKind.CANNOT) & (said["status"] == CannotReason.NO_SECURITY)
    assert int((lacks & (said["team"] == MEDICS)).sum()) == 1
    assert int(crew["area"]) != ROOM_A
    crew["went_on"] = MOST_PLACES
    tiny.tell(run, Verb.SECURE_RTF, 1, other_team=MEDICS)
    run.advance(run.now_ms + 180_000)
    assert int(crew["area"]) == ROOM_A


def test_crews_do_not_walk_through_ground_called_hot() -> None:
    """The only way is hot: the crew waits, says where, and goes once it is called warm."""
    run = quiet()
    tiny.tell(run, Verb.SECURE_RTF, 1, other_team=MEDICS)
    run.advance(run.now_ms + 120_000)
    tiny.tell(run, Verb.DECLARE_ZONE, area=ROOM_A, value=Zone.WARM)
    tiny.tell(run, Verb.DECLARE_ZONE, area=CORRIDOR, value=Zone.HOT)
    run.advance(run.now_ms + 20_000)
    assert tiny.tell(run, Verb.CLEAR_RTF_IN, MEDICS, ROOM_A) == Refusal.ACCEPTED
    run.advance(run.now_ms + 60_000)
    crew = run.state.teams[MEDICS]
    assert run.prepared.world.areas[int(crew["area"])]["outdoor"] == 1
    assert int(crew["waits_for"]) == CORRIDOR
    belief = run.state.team_beliefs[Seat.TACTICAL, MEDICS]
    assert int(belief["cannot"]) == CannotReason.GROUND_HOT
    crew["went_on"] = MOST_PLACES  # it stays there, whoever lies elsewhere
    tiny.tell(run, Verb.DECLARE_ZONE, area=CORRIDOR, value=Zone.WARM)
    run.advance(run.now_ms + 180_000)
    assert int(crew["area"]) == ROOM_A


def test_teams_go_round_ground_called_hot_where_there_is_a_way() -> None:
    """A team goes round where it can; a contact team, or one without another way, goes straight."""
    run = quiet()
    state, world = run.state, run.prepared.world
    state.teams[1]["area"], state.teams[1]["task"] = LOBBY, Task.HOLD
    assert way_round(state, world, 1, LOBBY, LANDING) == -1
    state.zones[STAIRS]["medics_zone"] = Zone.HOT
    state.clock[0]["hot_areas"] = 1
    assert way_round(state, world, 1, LOBBY, LANDING) == -1
    state.zones[STAIRS]["medics_zone"] = Zone.UNDECLARED
    state.zones[CORRIDOR]["medics_zone"] = Zone.HOT
    ways = world.next_area.copy()
    try:
        world.next_area[LOBBY, YARD], world.next_area[YARD, LANDING] = YARD, LANDING
        assert way_round(state, world, 1, LOBBY, LANDING) == YARD
        state.teams[1]["task"] = Task.CONTACT
        assert way_round(state, world, 1, LOBBY, LANDING) == -1
    finally:
        world.next_area[:] = ways


def with_corridor() -> Run:
    """A run with an open corridor from the lobby over the yard to the road."""
    run = tiny.corridor_ordered()
    run.advance(run.now_ms + 120_000)
    assert int(run.state.corridor[0]["state"]) == CorridorState.OPEN
    return run


def test_a_corridor_has_one_owner_and_a_throughput() -> None:
    """Who laid it owns it; loads pass its narrowest opening one behind the other."""
    run = with_corridor()
    shown = seat_view(run, Seat.TACTICAL).corridor
    assert shown.owner == 1
    assert shown.loads_per_min == pytest.approx(6.0)
    gap_ms = int(run.state.corridor[0]["gap_ms"])
    world = run.prepared.world
    waits = [enter_lane(run.state, world, t, run.now_ms) for t in (2, 3, 4)]
    assert waits == [0, gap_ms, 2 * gap_ms]
    assert int(run.state.record[0]["lane_wait_ms"]) == 3 * gap_ms


def test_a_broken_corridor_is_repaired_by_others() -> None:
    """A post given up breaks it; another team that takes the post opens it again, and owns it."""
    run = with_corridor()
    assert tiny.tell(run, Verb.WITHDRAW, 1) == Refusal.ACCEPTED
    run.advance(run.now_ms + 30_000)
    assert int(run.state.corridor[0]["state"]) == CorridorState.BROKEN
    assert int(run.state.corridor[0]["owner"]) == -1
    assert tiny.tell(run, Verb.BUILD_CORRIDOR, 2) == Refusal.ACCEPTED
    run.advance(run.now_ms + 120_000)
    assert int(run.state.corridor[0]["state"]) == CorridorState.OPEN
    assert seat_view(run, Seat.TACTICAL).corridor.owner == 2


def test_refreshing_twice_changes_nothing() -> None:
    """Working out the reach again without any change leaves the whole state as it was."""
    run = tiny.fresh("active", 3)
    run.advance(150_000)
    before = run.digest()
    with np.errstate(over="ignore"):
        refresh(run.state, run.prepared.world, run.now_ms)
    assert run.digest() == before
