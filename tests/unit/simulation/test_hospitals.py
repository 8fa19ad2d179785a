"""Hospitals that fill, police cars that drive, and walking wounded who come by themselves."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import LOBBY, ROAD, ROOM_A, YARD
from warmzone.evidence.rows import world_rows
from warmzone.kernel.codes import Work
from warmzone.kernel.hospitals import choose_hospital, nearest_trauma_centre, promise, receive
from warmzone.kernel.outcomes import fate
from warmzone.kernel.walking import walk_out
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Care, Phase, Priority, Seat, Task, Triage, Whereabouts, Wound
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

GENERAL, TRAUMA = 0, 1  # of the tiny incident; the general hospital is nearer


def casualty(run: Run, i: int, *, danger: bool, seen: int) -> None:
    """Person i comes to the hospital door alive, in danger or not, and sorted so."""
    person = run.state.people[i]
    person["wound"], person["moderate"] = Wound.TORSO, 0
    person["triage"] = Triage.RED if danger else Triage.GREEN
    person["seen"], person["dead_ms"], person["hurt_ms"] = seen, -1, 0
    person["death_threshold"] = 1.0e9
    person["death"], person["death_rate_per_min"] = 0.0, 0.0


def waited(run: Run, h: int, *who: tuple[bool, int], at_ms: int = 420_000) -> int:
    """Hand people over to hospital h at once; what they waited for trauma teams, together."""
    run.state.hospitals["team_free_ms"] = 0
    run.state.hospitals["waited_ms"] = 0
    with np.errstate(over="ignore"):
        for danger, seen in who:
            casualty(run, 0, danger=danger, seen=seen)
            receive(run.state, run.prepared.world, 0, h, at_ms)
    return int(run.state.hospitals[h]["waited_ms"])


RED, WRONGLY_RED, GREEN, UNSORTED = (
    (True, Triage.RED),
    (False, Triage.RED),
    (False, Triage.GREEN),
    (False, Triage.UNSEEN),
)


def test_a_hospital_takes_a_few_at_once_and_then_lets_wait() -> None:
    """As many reds as there are trauma teams are taken in at once; the next one waits."""
    run = tiny.in_command("none")
    teams = int(run.prepared.world.hospitals[TRAUMA]["teams"])
    assert waited(run, TRAUMA, *[RED] * teams) == 0
    per_hour = world_rows()["trauma_centre_per_hour"].value
    one = waited(run, TRAUMA, *[RED] * (teams + 1))
    assert one == pytest.approx(3_600_000 * teams / per_hour, abs=2)


def test_who_is_sorted_red_without_need_takes_a_team_for_a_while() -> None:
    """Overtriage lets others wait, but less than one in danger; greens take no team."""
    run = tiny.in_command("none")
    teams = int(run.prepared.world.hospitals[TRAUMA]["teams"])
    reds = waited(run, TRAUMA, *[RED] * teams, RED)
    wrong = waited(run, TRAUMA, *[WRONGLY_RED] * teams, RED)
    unsorted = waited(run, TRAUMA, *[UNSORTED] * teams, RED)
    assert 0 < wrong < reds
    assert unsorted == wrong
    assert waited(run, TRAUMA, *[GREEN] * teams, RED) == 0


def test_the_full_plan_quickens_a_hospital() -> None:
    """Once its plan is in force it takes as many more an hour as printed."""
    run = tiny.in_command("none")
    teams = int(run.prepared.world.hospitals[TRAUMA]["teams"])
    before = waited(run, TRAUMA, *[RED] * (teams + 1))
    after = waited(run, TRAUMA, *[RED] * (teams + 1), at_ms=4_000_000)
    assert before / after == pytest.approx(world_rows()["hospital_plan_factor"].value, rel=1e-3)


def dies_at(run: Run, h: int, seen: int) -> int:
    """When somebody in danger dies in hospital h who would die there soon, sorted so."""
    casualty(run, 0, danger=True, seen=seen)
    run.state.hospitals["team_free_ms"] = 0
    run.state.people[0]["death_threshold"] = 0.5
    with np.errstate(over="ignore"):
        receive(run.state, run.prepared.world, 0, h, run.now_ms)
    return int(run.state.people[0]["dead_ms"])


def test_sorted_too_low_or_brought_to_the_wrong_place_costs_time() -> None:
    """A missed red is found late, and a hospital that is no trauma centre has to move them."""
    run = tiny.in_command("none")
    assert dies_at(run, TRAUMA, Triage.RED) == -1
    assert dies_at(run, TRAUMA, Triage.GREEN) > 0
    assert dies_at(run, GENERAL, Triage.RED) > 0


def test_a_full_hospital_says_so_once_and_loads_are_spread() -> None:
    """Reds go to the trauma centre, others to the nearest, until one says that it is full."""
    run = tiny.in_command("none")
    state, world = run.state, run.prepared.world
    assert choose_hospital(state, world, 1, run.now_ms) == TRAUMA
    assert choose_hospital(state, world, 0, run.now_ms) == GENERAL
    waited(run, GENERAL, *[RED] * 9)
    rows = state.reports[: int(state.clock[0]["reports"])]
    said = rows[rows["kind"] == ReportKind.HOSPITAL]
    assert said["flag"].tolist() == [GENERAL + 1]
    assert (said["heard_ms"] == run.now_ms).all()
    promise(state, world, GENERAL, 20, run.now_ms)
    assert choose_hospital(state, world, 0, run.now_ms) == TRAUMA


def with_red(run: Run) -> None:
    """Two reds lie in room A and nobody else anywhere."""
    state = run.state
    state.people["whereabouts"] = Whereabouts.UNHURT
    for i in (0, 1):
        casualty(run, i, danger=True, seen=Triage.RED)
        person = state.people[i]
        person["area"], person["whereabouts"] = ROOM_A, Whereabouts.LYING
        person["treater"], person["trip"], person["left_ms"] = -1, -1, -1
    tiny.relink(run)


def until(run: Run, work: int, team: int = 0) -> None:
    """Go on until a team is at that piece of work."""
    while int(run.state.teams[team]["work"]) != work:
        run.advance(run.now_ms + 1000)
        assert run.now_ms < 1_150_000


def test_a_police_car_takes_a_red_and_comes_back() -> None:
    """The team lifts, drives off, is away meanwhile, and hands over at the trauma centre."""
    run = tiny.in_command("none")
    with_red(run)
    cars = int(run.state.ground[ROAD]["cars"])
    assert tiny.tell(run, Verb.POLICE_TRANSPORT, 0, ROOM_A) == Refusal.ACCEPTED
    until(run, Work.DRIVE)
    team, person = run.state.teams[0], run.state.people[int(run.state.teams[0]["load"][0])]
    assert int(team["phase"]) == Phase.NOT_ARRIVED
    assert int(run.state.ground[ROAD]["cars"]) == cars - 1
    assert int(person["left_ms"]) == int(run.state.record[0]["first_red_out_ms"]) > 0
    assert tiny.tell(run, Verb.HOLD, 0, LOBBY) == Refusal.ACCEPTED
    while int(person["hospital_ms"]) < 0:
        run.advance(run.now_ms + 1000)
        assert run.now_ms < 1_190_000
    assert int(team["phase"]) == Phase.NOT_ARRIVED
    assert int(person["hospital"]) == nearest_trauma_centre(run.prepared.world) == TRAUMA
    assert int(run.state.record[0]["by_police"]) >= 1


def test_a_police_car_takes_whom_command_said_first() -> None:
    """Unsaid it takes the worst; once those who walk are to go first, it takes the greens."""
    taken = {}
    for priority in (Priority.NEAREST, Priority.WALKING):
        run = tiny.in_command("none")
        with_red(run)
        green = run.state.people[1]
        green["area"], green["whereabouts"] = ROOM_A, Whereabouts.LYING
        green["seen"], green["care"] = Triage.GREEN, Care.MEDIC
        green["treater"], green["trip"], green["dead_ms"], green["walks"] = -1, -1, -1, 0
        tiny.relink(run)
        run.state.teams["able"][0] = 2
        run.state.seats["priority"][Seat.MEDICAL] = priority
        run.state.teams[0]["area"], run.state.teams[0]["leg_end_ms"] = ROOM_A, -1
        assert tiny.tell(run, Verb.POLICE_TRANSPORT, 0, ROOM_A) == Refusal.ACCEPTED
        until(run, Work.LIFT)
        taken[priority] = int(run.state.people[run.state.teams[0]["load"][0]]["seen"])
    assert taken == {Priority.NEAREST: Triage.RED, Priority.WALKING: Triage.GREEN}


def test_somebody_in_a_police_car_at_the_end_reaches_hospital() -> None:
    """The fate of who is under way when play ends is reckoned from when the car arrives."""
    run = tiny.in_command("none")
    with_red(run)
    assert tiny.tell(run, Verb.POLICE_TRANSPORT, 0, ROOM_A) == Refusal.ACCEPTED
    until(run, Work.DRIVE)
    i = int(run.state.teams[0]["load"][0])
    with np.errstate(over="ignore"):
        assert fate(run.state, run.prepared.world, i, run.now_ms) == -1
        run.state.people[i]["death_threshold"] = 0.0001
        assert fate(run.state, run.prepared.world, i, run.now_ms) > run.now_ms


def test_without_a_car_officers_say_that_they_cannot() -> None:
    """Where no car is left the team says so and takes nobody."""
    run = tiny.in_command("none")
    with_red(run)
    run.state.ground["cars"] = 0
    assert tiny.tell(run, Verb.POLICE_TRANSPORT, 0, ROOM_A) == Refusal.ACCEPTED
    run.advance(run.now_ms + 60_000)
    assert int(run.state.teams[0]["task"]) == Task.UNASSIGNED
    assert int(run.state.record[0]["by_police"]) == 0


def test_an_agency_may_forbid_police_cars() -> None:
    """Where the profile does not allow it the order is refused."""
    run = tiny.under("unified-early", "none")
    assert tiny.tell(run, Verb.POLICE_TRANSPORT, 0, ROOM_A) == Refusal.FORBIDDEN_BY_PROFILE


def test_walking_wounded_go_to_the_nearest_hospital_unless_told_where_to_go() -> None:
    """Some who come out are driven off by others, unsorted; told where to go, nobody is."""
    gone = 0
    for told in (-1, YARD):
        for seed in range(20):
            run = tiny.in_command("silent")
            run.state.clock[0]["seed"] = np.uint64(seed)
            run.state.command[0]["walking_area"] = told
            person = run.state.people[0]
            casualty(run, 0, danger=False, seen=Triage.UNSEEN)
            person["area"], person["whereabouts"], person["walks"] = LOBBY, Whereabouts.LYING, 1
            person["walks_to"], person["carries"] = YARD, 0
            for name in ("moved_ms", "treater", "trip"):
                person[name] = -1
            tiny.relink(run)
            with np.errstate(over="ignore"):
                walk_out(run.state, run.prepared.world, 0, run.now_ms)
            left = int(person["whereabouts"]) == Whereabouts.SELF_MOVING
            gone += left
            assert not (left and told >= 0)
            if left and gone == 1:
                run.advance(run.prepared.end_ms)
                assert int(person["hospital"]) == GENERAL
    assert 0 < gone < 20
