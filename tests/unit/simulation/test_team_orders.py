"""Orders about officers as teams: each changes what it should, and nothing is lost on the way."""

import numpy as np
import pytest

from tests import tiny
from tests.invariants.watch import Watch
from tests.tiny import CORRIDOR, LANDING, LOBBY, ROAD, ROOM_A, ROOM_C, YARD
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.down import officer_down
from warmzone.scenario.incident import Agency, Ambulances, Cars, ProfileName, Span
from warmzone.simulation.lower import prepare
from warmzone.simulation.observe import seat_view
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import (
    AtWounded,
    CommandPlace,
    HazardState,
    Phase,
    Resource,
    Seat,
    Task,
    ThreatStatus,
    Triage,
    Whereabouts,
    Wound,
    Zone,
)
from warmzone.vocabulary.orders import Order, Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

POLICE = (Cars(2, 40, 15, Span(2, 3)), Cars(3, 60, 10, Span(2, 3)))
PLAIN = Cars(1, 50, 0, Span(2, 2), plain_clothes=True)
CALLED = Cars(2, 60, 5, Span(2, 2), on_call=True)


def town(*cars: Cars, profile: ProfileName = "fifth-officer", on_call: int = 0) -> Run:
    """A quiet incident with these cars of police, everybody on scene, nobody in command."""
    crews = [Cars(1, 50, 0, Span(3, 3)), Cars(1, 60, 0, Span(3, 3), on_call=True)]
    agencies = [
        Agency("police", "Police", "police", "CITY", "arrive-yard", list(cars or POLICE)),
        Agency("medics", "Medics", "medical", "MED", "arrive-road", crews),
    ]
    fleet = Ambulances(1, 150, 30, "arrive-road", 2, on_call, 60.0)
    scenario = tiny.scenario("none", agencies=agencies, ambulances=fleet)
    lowered = prepare(scenario, tiny.site(), profile=profile)
    lowered.world.parameters[0]["unasked_care_p"] = 0.0
    lowered.world.parameters[0]["triage_officer_p"] = 1.0
    run = Run(lowered, 3, automatic("interior"), tactical_is_person=True)
    run.advance(300_000)
    return run


def commanded(*cars: Cars, profile: ProfileName = "fifth-officer", on_call: int = 0) -> Run:
    """The same with a person in command at the post, so that no team stands beside them."""
    run = town(*cars, profile=profile, on_call=on_call)
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=CommandPlace.INSIDE) == Refusal.ACCEPTED
    return run


def wait(run: Run, seconds: float) -> None:
    """Let time go by."""
    run.advance(run.now_ms + int(seconds * 1000))


def said(run: Run, kind: ReportKind) -> np.ndarray:
    """Every report of a kind so far."""
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    return rows[rows["kind"] == kind]


def lay(run: Run, i: int, area: int, wound: Wound) -> None:
    """Lay person i, hurt and untreated, in an area."""
    person = run.state.people[i]
    person["whereabouts"], person["area"], person["wound"] = Whereabouts.LYING, area, wound
    person["seen"] = person["triage"] = Triage.RED
    person["care"], person["hurt_ms"] = 0, 0
    person["treater"] = person["trip"] = -1
    tiny.relink(run)


def test_the_first_officers_go_in_or_wait_before_anybody_commands() -> None:
    """Told so before command, one team waits at the door and says so, another goes in."""
    run = town()
    assert run.check(Order(Seat.TACTICAL, Verb.HOLD, 0, ROOM_A)) == Refusal.NOT_IN_COMMAND
    for t in (0, 1):
        run.state.teams[t]["area"] = run.state.team_beliefs[Seat.TACTICAL, t]["area"] = ROAD
    assert tiny.tell(run, Verb.WAIT_AT_DOOR, 0) == Refusal.ACCEPTED
    assert tiny.tell(run, Verb.GO_IN, 1) == Refusal.ACCEPTED
    wait(run, 120)
    waits, goes = run.state.teams[0], run.state.teams[1]
    assert (int(waits["task"]), int(waits["area"])) == (Task.AT_DOOR, YARD)
    assert 0 in said(run, ReportKind.WAITING_AT_DOOR)["team"]
    assert int(goes["task"]) == Task.CONTACT
    assert run.prepared.world.areas[goes["area"]]["outdoor"] == 0
    assert run.check(Order(Seat.TACTICAL, Verb.GO_IN, 1)) == Refusal.ALREADY_DONE


def test_one_officer_alone_does_not_go_in_where_that_is_forbidden() -> None:
    """GO_IN of a lone officer is refused under such a profile while there may be a threat."""
    run = town(profile="second-supervisor")
    run.state.seats["threat"] = ThreatStatus.UNKNOWN
    belief = run.state.team_beliefs[Seat.TACTICAL, 0]
    belief["area"], belief["able"] = ROAD, 1
    assert tiny.tell(run, Verb.GO_IN, 0) == Refusal.FORBIDDEN_BY_PROFILE
    belief["able"] = 2
    assert tiny.tell(run, Verb.GO_IN, 0) == Refusal.ACCEPTED


@pytest.mark.parametrize("rule", AtWounded)
def test_wounded_on_the_way(rule: AtWounded) -> None:
    """Step past: nobody is helped; tourniquet: the bleeding limb alone; stop: everybody."""
    run = commanded()
    run.state.seats["automatic"] = run.state.seats["free_entry"] = 0
    medics = np.flatnonzero(run.prepared.world.units["discipline"] == 1)
    run.state.teams["able"][medics] = 0
    run.state.people["whereabouts"] = Whereabouts.FLED
    lay(run, 0, CORRIDOR, Wound.LIMB)
    lay(run, 1, CORRIDOR, Wound.CHEST)
    run.state.teams["area"] = ROAD
    run.state.team_beliefs["area"] = ROAD
    run.state.hazard["state"] = HazardState.NONE
    assert tiny.tell(run, Verb.STEP_PAST, 1, value=rule) == Refusal.ACCEPTED
    assert tiny.tell(run, Verb.CONTACT, 1, LANDING) == Refusal.ACCEPTED
    wait(run, 300)
    care = run.state.people["care"][:2].tolist()
    expected = {
        AtWounded.STEP_PAST: [0, 0], AtWounded.TOURNIQUET: [1, 0], AtWounded.STOP: [1, 1],
    }  # fmt: skip
    assert care == expected[rule]
    assert int(run.state.teams[1]["area"]) == LANDING


def test_the_profile_says_what_a_team_does_at_wounded() -> None:
    """Where nothing was ordered the agency's rule holds."""
    assert set(town().state.teams["at_wounded"].tolist()) == {AtWounded.STEP_PAST}
    assert set(town(profile="island").state.teams["at_wounded"].tolist()) == {AtWounded.TOURNIQUET}


def test_two_teams_become_one() -> None:
    """The other team's people are the team's from then on; it is gone from the list and silent."""
    run = commanded()
    watch = Watch(run)
    people = run.state.teams["people"].copy()
    able = int(run.state.teams[1]["able"]) + int(run.state.teams[2]["able"])
    assert tiny.tell(run, Verb.FORM_TEAM, 1, other_team=2) == Refusal.ACCEPTED
    wait(run, 180)
    watch.look()
    one, gone = run.state.teams[1], run.state.teams[2]
    assert int(one["able"]) == able
    assert (int(gone["able"]), int(gone["merged"])) == (0, 1)
    assert int(run.state.teams["people"].sum()) == int(people.sum())
    seen = {team.index: team for team in seat_view(run, Seat.TACTICAL).teams}
    assert 2 not in seen
    assert seen[1].able == able
    assert run.check(Order(Seat.TACTICAL, Verb.HOLD, 2, ROOM_A)) == Refusal.UNKNOWN_TEAM
    assert said(run, ReportKind.JOINED)["team"].tolist() == [1]


def test_one_team_of_two_can_be_hurt_to_the_last() -> None:
    """After joining everybody can be hurt once, and no more often than there are people."""
    run = commanded()
    tiny.tell(run, Verb.FORM_TEAM, 1, other_team=2)
    wait(run, 180)
    able = int(run.state.teams[1]["able"])
    with np.errstate(over="ignore"):
        for left in range(able - 1, -1, -1):
            officer_down(run.state, run.prepared.world, 1, run.now_ms)
            assert int(run.state.teams[1]["able"]) == left
    assert int(run.state.teams[1]["phase"]) == Phase.OUT_OF_ACTION
    Watch(run).look()


def test_plain_clothes_are_strangers_until_they_link_up() -> None:
    """They say so on arrival; a team sent to them identifies both, and the seat hears of it."""
    run = commanded(*POLICE, PLAIN)
    plain = 5
    assert int(run.state.teams[plain]["linked"]) == 0
    assert said(run, ReportKind.PLAIN_CLOTHES)["team"].tolist() == [plain]
    seen = {team.index: team.plain for team in seat_view(run, Seat.TACTICAL).teams}
    assert [t for t, is_plain in seen.items() if is_plain] == [plain]
    assert tiny.tell(run, Verb.LINK_UP, 1, other_team=plain) == Refusal.ACCEPTED
    wait(run, 180)
    assert int(run.state.teams[plain]["linked"]) == 1
    assert said(run, ReportKind.LINKED)["team"].tolist() == [1]
    assert not any(team.plain for team in seat_view(run, Seat.TACTICAL).teams)
    assert int(run.state.teams[1]["task"]) == Task.UNASSIGNED
    again = Order(Seat.TACTICAL, Verb.LINK_UP, 1, -1, plain)
    assert run.check(again) == Refusal.ALREADY_DONE


def test_a_declared_reserve_has_a_task_and_goes_at_once() -> None:
    """It stands where it was told, counts as tasked, and starts without delay when ordered next."""
    run = commanded()
    run.prepared.world.parameters[0]["start_delay_s"] = 30.0
    assert tiny.tell(run, Verb.RESERVE, 1, YARD) == Refusal.ACCEPTED
    assert tiny.tell(run, Verb.HOLD, 2, YARD) == Refusal.ACCEPTED
    wait(run, 150)
    team = run.state.teams[1]
    assert (int(team["task"]), int(team["area"])) == (Task.RESERVE, YARD)
    assert int(team["untasked_since_ms"]) == -1
    for t in (1, 2):
        assert tiny.tell(run, Verb.HOLD, t, LOBBY) == Refusal.ACCEPTED
    while min(int(run.state.teams[t]["leg_end_ms"]) for t in (1, 2)) < 0:
        wait(run, 0.5)
    starts = [int(run.state.teams[t]["leg_ms"]) for t in (1, 2)]
    heard = run.state.orders[: int(run.state.clock[0]["orders"])]["heard_ms"][-2:].tolist()
    assert starts[0] - heard[0] == 0
    assert starts[1] - heard[1] == 30_000


def test_an_assigned_team_does_what_its_leader_does() -> None:
    """It turns to the leader's task, then to the next that the leader is given; then to its own."""
    run = commanded()
    assert tiny.tell(run, Verb.HOLD, 1, LOBBY) == Refusal.ACCEPTED
    wait(run, 20)
    assert tiny.tell(run, Verb.ASSIGN, 2, other_team=1) == Refusal.ACCEPTED
    wait(run, 120)
    follower = run.state.teams[2]
    assert (int(follower["task"]), int(follower["target_area"])) == (Task.HOLD, LOBBY)
    assert seat_view(run, Seat.TACTICAL).teams[2].works_for == 1
    assert tiny.tell(run, Verb.CLEAR, 1, ROOM_C) == Refusal.ACCEPTED
    wait(run, 10)
    assert (int(follower["task"]), int(follower["target_area"])) == (Task.CLEAR, ROOM_C)
    reverse = Order(Seat.TACTICAL, Verb.ASSIGN, 1, -1, 2)
    assert run.check(reverse) == Refusal.SAME_TEAM
    assert tiny.tell(run, Verb.HOLD, 2, YARD) == Refusal.ACCEPTED
    wait(run, 10)
    assert tiny.tell(run, Verb.HOLD, 1, ROOM_A) == Refusal.ACCEPTED
    wait(run, 60)
    assert int(follower["target_area"]) == YARD


def test_who_comes_waits_at_staging_once_that_is_said() -> None:
    """Cars that come after it was heard stand at staging with a task; lifted, they act unasked."""
    late = (Cars(2, 40, 15, Span(2, 3)), Cars(2, 500, 5, Span(2, 2)), Cars(1, 900, 0, Span(2, 2)))
    run = commanded(*late)
    assert tiny.tell(run, Verb.STAGE_ARRIVALS, value=0) == Refusal.ALREADY_DONE
    assert tiny.tell(run, Verb.STAGE_ARRIVALS, value=1) == Refusal.ACCEPTED
    assert seat_view(run, Seat.TACTICAL).arrivals_staged
    while int(run.state.teams[3]["phase"]) == Phase.NOT_ARRIVED:
        wait(run, 5)
    wait(run, 10)
    for t in (2, 3):
        assert int(run.state.teams[t]["task"]) == Task.STAGED
        assert int(run.state.team_beliefs[Seat.TACTICAL, t]["task"]) == Task.STAGED
    assert tiny.tell(run, Verb.STAGE_ARRIVALS, value=0) == Refusal.ACCEPTED
    while int(run.state.teams[4]["phase"]) == Phase.NOT_ARRIVED:
        wait(run, 5)
    assert int(run.state.teams[4]["task"]) == Task.UNASSIGNED
    assert int(run.state.teams[2]["task"]) == Task.STAGED


@pytest.mark.parametrize("resource", [Resource.OFFICERS, Resource.RTF, Resource.AMBULANCES])
def test_what_is_called_for_comes_after_its_way(resource: Resource) -> None:
    """Nobody on call comes uncalled; once called they come; when none is left it is refused."""
    run = commanded(*POLICE, CALLED, on_call=2)
    wait(run, 120)
    units, vehicles = run.prepared.world.units, run.prepared.world.vehicles
    waiting = np.flatnonzero(units["on_call"] == 1)
    assert (run.state.teams["phase"][waiting] == Phase.NOT_ARRIVED).all()
    order = Order(Seat.TACTICAL, Verb.CALL_RESOURCES, value=resource)
    assert run.give(order) == Refusal.ACCEPTED
    assert run.check(order) == Refusal.NOTHING_THERE
    wait(run, 240)
    here = run.state.teams["phase"][waiting] != Phase.NOT_ARRIVED
    medical = units["discipline"][waiting] == 1
    on_call = np.flatnonzero(vehicles["on_call"] == 1)
    came = run.state.ambulances["area"][on_call] >= 0
    assert here[~medical].all() == (resource == Resource.OFFICERS)
    assert here[medical].all() == (resource == Resource.RTF)
    assert came.all() == (resource == Resource.AMBULANCES)


def test_whoever_commands_does_nothing_else() -> None:
    """A team of one that takes command has nobody left to send, inside or at the post."""
    for place in (CommandPlace.INSIDE, CommandPlace.POST):
        run = town(Cars(1, 40, 0, Span(1, 1)))
        assert tiny.tell(run, Verb.TAKE_COMMAND, value=place) == Refusal.ACCEPTED
        assert int(run.state.teams[0]["able"]) == 0
        hold = Order(Seat.TACTICAL, Verb.HOLD, 0, LOBBY)
        assert run.check(hold) == Refusal.TEAM_OUT_OF_ACTION
        Watch(run).look()


REFUSED = [
    (Order(Seat.TACTICAL, Verb.LINK_UP, 1), Refusal.OTHER_TEAM_NEEDED),
    (Order(Seat.TACTICAL, Verb.LINK_UP, 1, -1, 2), Refusal.ALREADY_DONE),
    (Order(Seat.TACTICAL, Verb.FORM_TEAM, 1, -1, 1), Refusal.SAME_TEAM),
    (Order(Seat.TACTICAL, Verb.FORM_TEAM, 1, -1, 5), Refusal.WRONG_DISCIPLINE),
    (Order(Seat.TACTICAL, Verb.FORM_TEAM, 1, -1, 99), Refusal.UNKNOWN_TEAM),
    (Order(Seat.TACTICAL, Verb.ASSIGN, 1, -1, 1), Refusal.SAME_TEAM),
    (Order(Seat.TACTICAL, Verb.RESERVE, 1), Refusal.AREA_NEEDED),
    (Order(Seat.TACTICAL, Verb.RESERVE, 1, tiny.VAULT), Refusal.NOT_REACHABLE),
    (Order(Seat.TACTICAL, Verb.STEP_PAST, 1, value=3), Refusal.BAD_VALUE),
    (Order(Seat.TACTICAL, Verb.STAGE_ARRIVALS, value=2), Refusal.BAD_VALUE),
    (Order(Seat.TACTICAL, Verb.CALL_RESOURCES, value=0), Refusal.BAD_VALUE),
    (Order(Seat.TACTICAL, Verb.CALL_RESOURCES, value=1), Refusal.NOTHING_THERE),
]


@pytest.mark.parametrize(("order", "expected"), REFUSED)
def test_each_is_refused_for_its_own_reason(order: Order, expected: Refusal) -> None:
    """What cannot be done is refused and leaves no trace."""
    run = commanded()
    before = run.digest()
    assert run.check(order) == expected
    assert run.give(order) == expected
    assert run.digest() == before


def test_a_team_out_of_action_is_not_joined() -> None:
    """Nobody is taken into a team, or works for one, of which nobody is fit."""
    run = commanded()
    run.state.team_beliefs[Seat.TACTICAL, 2]["able"] = 0
    for verb in (Verb.FORM_TEAM, Verb.ASSIGN):
        order = Order(Seat.TACTICAL, verb, 1, -1, 2)
        assert run.check(order) == Refusal.TEAM_OUT_OF_ACTION
    assert tiny.tell(run, Verb.DECLARE_ZONE, area=LOBBY, value=Zone.WARM) == Refusal.ACCEPTED
