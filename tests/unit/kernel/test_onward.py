"""A crew under escort goes on to the next casualties by itself, on ground open to medics."""

import numpy as np

from tests import tiny
from tests.tiny import CORRIDOR, LOBBY, ROAD, ROOM_A, ROOM_C, VAULT
from warmzone.kernel.care import begin_work
from warmzone.kernel.codes import Work
from warmzone.kernel.obedience import hands_are_full
from warmzone.kernel.onward import MOST_PLACES, goes_on, next_place
from warmzone.kernel.tasks import sees_to_casualties, step_rtf
from warmzone.kernel.zones import declare, hear_declared
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Care, Discipline, Phase, Seat, Task, Triage, Whereabouts, Zone
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind


def done_in_the_lobby(warm: tuple[int, ...] = (CORRIDOR, ROOM_A, ROOM_C)) -> tuple[Run, int]:
    """A run and its crew, escorted, nothing left to do where it is; two rooms have reds."""
    run = tiny.in_command("silent")
    state = run.state
    crew = int((run.prepared.world.units["discipline"] == Discipline.MEDICAL).argmax())
    team = state.teams[crew]
    team["area"] = team["cleared_area"] = LOBBY
    team["task"], team["phase"], team["leg_end_ms"] = Task.RESCUE_TASK_FORCE, Phase.HOLDING, -1
    team["partner"], team["able"] = 0, 2
    state.seats["free_entry"] = 0
    state.area_beliefs["counts"] = 0
    for area, reds in ((ROOM_A, 1), (ROOM_C, 4)):
        state.area_beliefs["counts"][Seat.MEDICAL, area] = (reds, 0, 0, 0)
    for area in warm:
        declare(state, area, Zone.WARM, Seat.TACTICAL, run.now_ms)
        hear_declared(state, area, Zone.WARM, run.now_ms)
    return run, crew


def test_it_goes_where_most_lie_and_says_so() -> None:
    """The next place with most need for its distance is where it sets out for, and reports."""
    run, crew = done_in_the_lobby()
    assert goes_on(run.state, run.prepared.world, crew, False, run.now_ms)
    team = run.state.teams[crew]
    assert team["cleared_area"] == ROOM_C
    assert team["phase"] == Phase.WALKING
    said = run.state.reports[: int(run.state.clock[0]["reports"])]
    turned = said[(said["kind"] == ReportKind.TURNED_TO) & (said["team"] == crew)]
    assert [(int(row["status"]), int(row["flag"]) - 1) for row in turned] == [
        (Task.RESCUE_TASK_FORCE, ROOM_C)
    ]


def test_not_without_its_escort_nor_for_ever() -> None:
    """Without security it waits for a word, and after so many places it does in any case."""
    run, crew = done_in_the_lobby()
    run.state.teams[crew]["went_on"] = MOST_PLACES
    assert not goes_on(run.state, run.prepared.world, crew, False, run.now_ms)
    run.state.teams[crew]["went_on"] = MOST_PLACES - 1
    run.state.teams[crew]["partner"] = -1
    assert not goes_on(run.state, run.prepared.world, crew, False, run.now_ms)
    run.state.teams[crew]["partner"] = 0
    assert goes_on(run.state, run.prepared.world, crew, False, run.now_ms)


def test_only_ground_open_to_medics() -> None:
    """Rooms that nobody called warm, or that cannot be reached, are none of its own choosing."""
    run, crew = done_in_the_lobby(warm=(ROOM_A,))
    assert next_place(run.state, run.prepared.world, crew, False, run.now_ms) == ROOM_A
    run, crew = done_in_the_lobby(warm=())
    assert next_place(run.state, run.prepared.world, crew, False, run.now_ms) == -1
    run, crew = done_in_the_lobby(warm=(VAULT,))
    run.state.area_beliefs["counts"][Seat.MEDICAL, VAULT] = (9, 0, 0, 0)
    assert next_place(run.state, run.prepared.world, crew, False, run.now_ms) == -1


def test_not_where_another_crew_is_let_in_nor_to_the_exchange_point() -> None:
    """Crews spread out, and casualties who wait for ambulances are left to those."""
    run, crew = done_in_the_lobby()
    other = run.state.teams[crew - 1]
    other["discipline"], other["able"], other["cleared_area"] = Discipline.MEDICAL, 2, ROOM_C
    assert next_place(run.state, run.prepared.world, crew, False, run.now_ms) == ROOM_A
    run.state.area_beliefs["counts"][Seat.MEDICAL] = 0
    run.state.area_beliefs["counts"][Seat.MEDICAL, ROAD] = (9, 0, 0, 0)
    run.state.seats["aep"] = ROAD
    declare(run.state, ROAD, Zone.COLD, Seat.TACTICAL, run.now_ms)
    hear_declared(run.state, ROAD, Zone.COLD, run.now_ms)
    assert next_place(run.state, run.prepared.world, crew, False, run.now_ms) == -1


def said_to_have_turned(run: Run, crew: int) -> list[int]:
    """The places for which a crew has said that it sets out."""
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    told = rows[(rows["kind"] == ReportKind.TURNED_TO) & (rows["team"] == crew)]
    return [int(row["flag"]) - 1 for row in told]


def test_a_crew_that_waited_for_its_escort_says_that_it_sets_out() -> None:
    """Its seat would hold it for waiting and ask again; a crew that never waited says nothing."""
    run, crew = done_in_the_lobby()
    team = run.state.teams[crew]
    team["cleared_area"], team["waits_for"] = ROOM_A, ROOM_A
    with np.errstate(over="ignore"):
        step_rtf(run.state, run.prepared.world, crew, run.now_ms)
    assert team["phase"] == Phase.WALKING
    assert said_to_have_turned(run, crew) == [ROOM_A]
    run, crew = done_in_the_lobby()
    run.state.teams[crew]["cleared_area"] = ROOM_A
    with np.errstate(over="ignore"):
        step_rtf(run.state, run.prepared.world, crew, run.now_ms)
    assert said_to_have_turned(run, crew) == []


def test_a_crew_finishes_the_care_it_has_begun_before_it_goes_elsewhere() -> None:
    """Let in to another place it treats who is in hand first; told to wait it leaves at once."""
    run, crew = done_in_the_lobby()
    state, team = run.state, run.state.teams[crew]
    assert state.people[0]["hurt_ms"] >= 0
    state.people[0]["area"], state.people[0]["treater"] = LOBBY, crew
    state.people[0]["whereabouts"], state.people[0]["care"] = Whereabouts.LYING, Care.NONE
    state.people[0]["dead_ms"] = -1
    tiny.relink(run)
    team["work"] = Work.CARE
    begin_work(state, run.prepared.world, crew, 60.0, run.now_ms)
    state.team_beliefs[Seat.TACTICAL, crew]["known"] = 1
    state.team_beliefs[Seat.TACTICAL, crew]["able"] = 2
    begun_ms = run.now_ms
    assert tiny.tell(run, Verb.CLEAR_RTF_IN, crew, ROOM_C) == Refusal.ACCEPTED
    run.advance(begun_ms + 55_000)
    assert team["cleared_area"] == LOBBY
    assert state.people[0]["treater"] == crew
    run.advance(begun_ms + 75_000)
    assert team["cleared_area"] == ROOM_C
    assert state.people[0]["care"] == Care.MEDIC
    team["work"] = Work.CARE
    assert hands_are_full(team)
    team["discipline"] = Discipline.POLICE
    assert not hands_are_full(team)


def test_where_the_agency_has_all_treated_first_a_crew_goes_on_before_it_carries() -> None:
    """On to the next untended place; once all are tended, or by the usual rule, it lifts here."""
    for rule, tended, lifts in ((1, 0, False), (1, 1, True), (0, 0, True)):
        run, crew = done_in_the_lobby()
        state, world = run.state, run.prepared.world
        profile = world.profile.copy()
        profile["treat_first"] = rule
        world = world._replace(profile=profile)
        state.ground["tended"][[ROOM_A, ROOM_C]] = tended
        state.people["whereabouts"] = Whereabouts.FLED
        person = state.people[0]
        person["whereabouts"], person["area"], person["care"] = Whereabouts.LYING, LOBBY, Care.MEDIC
        person["treater"], person["trip"], person["dead_ms"] = -1, -1, -1
        person["walks"], person["triage"] = 0, Triage.RED
        tiny.relink(run)
        with np.errstate(over="ignore"):
            assert sees_to_casualties(state, world, crew, run.now_ms)
        team = state.teams[crew]
        assert state.ground[LOBBY]["tended"] == 1
        assert (team["work"] == Work.LIFT) == lifts
        assert (team["cleared_area"] == LOBBY) == lifts
