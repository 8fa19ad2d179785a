"""Orders: every refusal can be had, changes nothing, and no number from outside does harm."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import tiny
from tests.tiny import CORRIDOR, LANDING, LOBBY, ROAD, ROOM_A, ROOM_B, VAULT, YARD
from warmzone.doctrine.commanders import automatic
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Phase, Seat, Task, ThreatStatus, Triage, Whereabouts, Zone
from warmzone.vocabulary.orders import FORMS, PLACE_VERBS, TEAM_VERBS, UNBUILT, Order, Refusal, Verb

POLICE, MEDICS = 0, 5
HUGE = (2**31 - 1, 2**31, 2**63, 10**30, -(2**31), -(2**63), -(10**30))
TACTICAL_TEAM_VERBS = sorted(TEAM_VERBS - {Verb.REQUEST_ENTRY})
TACTICAL_PLACE_VERBS = sorted(PLACE_VERBS)
FOR_RTF = (Verb.CLEAR_RTF_IN, Verb.HOLD_RTF)


def suits(verb: Verb) -> int:
    """A team that the verb may be said to."""
    return MEDICS if verb in FOR_RTF else POLICE


def refused(run: Run, order: Order) -> Refusal:
    """The answer to an order that must change nothing: check and give agree, the digest stays."""
    before = run.digest()
    answer = run.check(order)
    assert run.digest() == before
    if answer != Refusal.ACCEPTED:
        assert run.give(order) == answer
        assert run.digest() == before
    return answer


@pytest.fixture(scope="module")
def commanded() -> Run:
    """A run in which everybody is on scene and a person commands; only refusals are tried on it."""
    return tiny.in_command("none")


@pytest.mark.parametrize("verb", sorted(set(Verb) - UNBUILT))
def test_before_command_only_taking_it_is_allowed(verb: Verb) -> None:
    """Nobody in command: TAKE_COMMAND needs somebody here, all else is refused."""
    run = tiny.by_person("none")
    value = 1 if verb == Verb.TAKE_COMMAND else 0
    expected = Refusal.NOT_IN_COMMAND
    if verb == Verb.TAKE_COMMAND:
        expected = Refusal.NOBODY_HERE_TO_COMMAND
    if verb == Verb.REQUEST_ENTRY:
        expected = Refusal.NOT_YOUR_ORDER
    if verb == Verb.SIZE_UP:  # the first words, before anybody commands
        expected = Refusal.NOBODY_HERE_TO_COMMAND
    if verb in (Verb.GO_IN, Verb.WAIT_AT_DOOR):  # the first officers' own choice
        expected = Refusal.UNKNOWN_TEAM
    assert refused(run, Order(Seat.TACTICAL, verb, POLICE, ROAD, MEDICS, value)) == expected


@pytest.mark.parametrize("verb", TACTICAL_TEAM_VERBS)
def test_team_verbs_need_a_team_that_is_known(commanded: Run, verb: Verb) -> None:
    """No team, a team that does not exist, a team nobody has heard of."""
    value = FORMS[verb].low
    tell = lambda team: refused(  # noqa: E731
        commanded, Order(Seat.TACTICAL, verb, team, ROOM_A, MEDICS, value)
    )
    assert tell(-1) == Refusal.TEAM_NEEDED
    assert tell(7) == tell(-2) == Refusal.UNKNOWN_TEAM
    early = tiny.by_person("none")
    early.advance(90_000)
    assert tiny.tell(early, Verb.TAKE_COMMAND, value=1) == Refusal.ACCEPTED
    unheard = Order(Seat.TACTICAL, verb, 4, ROOM_A, 4, value)
    assert refused(early, unheard) == Refusal.UNKNOWN_TEAM


@pytest.mark.parametrize("verb", TACTICAL_PLACE_VERBS)
def test_place_verbs_need_a_place(commanded: Run, verb: Verb) -> None:
    """No area, and areas that do not exist."""
    tell = lambda area: refused(  # noqa: E731
        commanded, Order(Seat.TACTICAL, verb, suits(verb), area, -1, FORMS[verb].low)
    )
    assert tell(-1) == Refusal.AREA_NEEDED
    assert tell(10) == tell(-2) == Refusal.UNKNOWN_AREA


@pytest.mark.parametrize(
    "verb", [Verb.CONTACT, Verb.HOLD, Verb.CLEAR, Verb.TREAT, Verb.CARRY, Verb.CLEAR_RTF_IN]
)
def test_places_that_no_way_leads_to(commanded: Run, verb: Verb) -> None:
    """A team is not sent where there is no way on foot."""
    order = Order(Seat.TACTICAL, verb, suits(verb), VAULT)
    assert refused(commanded, order) == Refusal.NOT_REACHABLE


@pytest.mark.parametrize("verb", TACTICAL_TEAM_VERBS)
def test_the_wrong_service(commanded: Run, verb: Verb) -> None:
    """Medics are not sent to the threat, officers are not an RTF; any team may be recalled."""
    wrong = POLICE if verb in FOR_RTF else MEDICS
    order = Order(Seat.TACTICAL, verb, wrong, ROOM_A, MEDICS, FORMS[verb].low)
    answer = refused(commanded, order)
    recalls = (Verb.ASK_REPORT, Verb.WITHDRAW, Verb.STAGE)
    expected = Refusal.ACCEPTED if verb in recalls else Refusal.WRONG_DISCIPLINE
    if verb == Verb.TRIAGE_OUTSIDE:  # said to any team, of a place outside
        expected = Refusal.NOTHING_THERE
    assert answer == expected


OTHER_REFUSALS: list[tuple[Order, Refusal]] = [
    (Order(Seat.TACTICAL, Verb.TAKE_COMMAND, value=1), Refusal.ALREADY_IN_COMMAND),
    (Order(Seat.TACTICAL, Verb.REQUEST_ENTRY, MEDICS), Refusal.NOT_YOUR_ORDER),
    (Order(Seat.TACTICAL, 99, POLICE, ROOM_A), Refusal.UNKNOWN_VERB),  # type: ignore[arg-type]
    (Order(Seat.TACTICAL, -1, POLICE, ROOM_A), Refusal.UNKNOWN_VERB),  # type: ignore[arg-type]
    (Order(Seat.TACTICAL, Verb.DECLARE_ZONE, area=ROOM_A, value=4), Refusal.BAD_VALUE),
    (Order(Seat.TACTICAL, Verb.DECLARE_ZONE, area=ROOM_A, value=-1), Refusal.BAD_VALUE),
    (Order(Seat.TACTICAL, Verb.DECLARE_THREAT, value=5), Refusal.BAD_VALUE),
    (Order(Seat.TACTICAL, Verb.HOLD_RTF, MEDICS, value=3601), Refusal.BAD_VALUE),
    (Order(Seat.TACTICAL, Verb.SECURE_RTF, POLICE), Refusal.OTHER_TEAM_NEEDED),
    (Order(Seat.TACTICAL, Verb.SECURE_RTF, POLICE, -1, 99), Refusal.UNKNOWN_TEAM),
    (Order(Seat.TACTICAL, Verb.SECURE_RTF, POLICE, -1, 1), Refusal.WRONG_DISCIPLINE),
    (Order(Seat.TACTICAL, Verb.SET_AEP, area=LOBBY), Refusal.NOT_A_VEHICLE_PLACE),
    (Order(Seat.TACTICAL, Verb.BUILD_CORRIDOR, POLICE), Refusal.NO_CCP),
    (Order(Seat.TACTICAL, Verb.BREAK_CORRIDOR), Refusal.NO_CORRIDOR),
    (Order(Seat.MEDICAL, Verb.HOLD, POLICE, ROOM_A), Refusal.NOT_YOUR_ORDER),
    (Order(Seat.MEDICAL, Verb.SET_AEP), Refusal.AREA_NEEDED),
    (Order(Seat.MEDICAL, Verb.SET_AEP, area=ROOM_A), Refusal.NOT_A_VEHICLE_PLACE),
    (Order(Seat.MEDICAL, Verb.REQUEST_ENTRY), Refusal.UNKNOWN_TEAM),
    (Order(Seat.MEDICAL, Verb.REQUEST_ENTRY, POLICE, ROOM_A), Refusal.WRONG_DISCIPLINE),
    (Order(Seat.MEDICAL, Verb.CLEAR_RTF_IN, MEDICS), Refusal.AREA_NEEDED),
    (Order(Seat.MEDICAL, Verb.CLEAR_RTF_IN, MEDICS, VAULT), Refusal.NOT_REACHABLE),
    (Order(2, Verb.HOLD, POLICE, ROOM_A), Refusal.NOT_YOUR_ORDER),  # type: ignore[arg-type]
    (Order(-1, Verb.HOLD, POLICE, ROOM_A), Refusal.NOT_YOUR_ORDER),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("order", "expected"), OTHER_REFUSALS)
def test_refusals_with_a_reason_of_their_own(
    commanded: Run, order: Order, expected: Refusal
) -> None:
    """Each impossible order is refused for its own reason and leaves no trace."""
    assert refused(commanded, order) == expected


def test_corridor_needs_an_aep_too() -> None:
    """With a CCP alone there is nowhere for a corridor to lead."""
    run = tiny.in_command("none")
    tiny.tell(run, Verb.SET_CCP, area=LOBBY)
    assert refused(run, Order(Seat.TACTICAL, Verb.BUILD_CORRIDOR, POLICE)) == Refusal.NO_AEP


def test_medics_enter_of_their_own_accord_only_where_entry_is_free() -> None:
    """While a threat is about, the medical seat may ask, not decide."""
    run = tiny.in_command("silent")
    order = Order(Seat.MEDICAL, Verb.CLEAR_RTF_IN, MEDICS, ROOM_A)
    assert refused(run, order) == Refusal.NOT_YOUR_ORDER


def test_orders_after_the_end() -> None:
    """Play over: every order is refused as such."""
    run = tiny.in_command("none")
    run.advance(run.prepared.end_ms)
    for verb in Verb:
        order = Order(Seat.TACTICAL, verb, POLICE, ROOM_A)
        assert refused(run, order) == Refusal.INCIDENT_OVER


def test_a_team_out_of_action() -> None:
    """Officers known to be hurt are given nothing."""
    run = tiny.in_command("none")
    run.state.team_beliefs["able"][Seat.TACTICAL, 1] = 0
    order = Order(Seat.TACTICAL, Verb.HOLD, 1, LOBBY)
    assert refused(run, order) == Refusal.TEAM_OUT_OF_ACTION


FLOODS: list[Callable[[int], Order]] = [
    lambda n: Order(Seat.TACTICAL, Verb.ASK_REPORT, n % 5),
    lambda n: Order(Seat.TACTICAL, Verb.CONTACT, 2, (ROOM_A, CORRIDOR)[n % 2]),
    lambda n: Order(Seat.TACTICAL, Verb.DECLARE_ZONE, -1, n % 10, -1, n % 4),
    lambda n: Order(Seat.TACTICAL, Verb.TREAT, n // 4000, CORRIDOR),
]


@pytest.mark.parametrize("place", [1, 2])
@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_of_orders_is_refused_in_time(flood: Callable[[int], Order], place: int) -> None:
    """Thousands of orders at one moment never end a run as a defect: the answer is a full queue."""
    run = tiny.in_command("silent", place=place)
    answers = {refusal for n in range(2500) if (refusal := run.give(flood(n)))}
    assert answers == {Refusal.QUEUE_FULL}
    run.advance(run.prepared.end_ms)
    assert run.ended


def test_every_refusal_but_the_unused_is_reached() -> None:
    """The tests above meet every reason there is; NOT_ASKED is declared and never given."""
    met = {expected for _, expected in OTHER_REFUSALS}
    met |= {
        Refusal.ACCEPTED, Refusal.NOT_IN_COMMAND, Refusal.NOBODY_HERE_TO_COMMAND,
        Refusal.TEAM_NEEDED, Refusal.UNKNOWN_AREA, Refusal.NO_AEP, Refusal.INCIDENT_OVER,
        Refusal.TEAM_OUT_OF_ACTION, Refusal.QUEUE_FULL, Refusal.FORBIDDEN_BY_PROFILE,
    }  # fmt: skip
    elsewhere = {refusal for refusal in Refusal if refusal > Refusal.FORBIDDEN_BY_PROFILE}
    assert set(Refusal) - met - elsewhere == {Refusal.NOT_ASKED}


@given(
    st.sampled_from(["seat", "verb", "team", "area", "other_team", "value"]),
    st.sampled_from(HUGE),
    st.sampled_from(sorted(Verb)),
)
@settings(max_examples=60, deadline=None)
def test_impossible_numbers_are_refused(field: str, number: int, verb: Verb) -> None:
    """Numbers of any size in any field: refused, or of no consequence to what was said."""
    run = tiny.in_command("none", at_ms=400_000)
    fields = {"seat": 0, "verb": verb, "team": suits(verb), "area": ROOM_A, "other_team": MEDICS,
              "value": 1, field: number}  # fmt: skip
    order = Order(**fields)  # type: ignore[arg-type]
    answer = refused(run, order)
    if answer == Refusal.ACCEPTED:
        assert field not in ("seat", "verb", "team", "area")
        run.give(order)
        row = run.state.orders[int(run.state.clock[0]["orders"]) - 1]
        assert -1 <= int(row["other_team"]) < 7
    run.advance(run.prepared.end_ms)


@pytest.mark.parametrize(
    "verb", [Verb.SET_CCP, Verb.SET_AEP, Verb.DECLARE_ZONE, Verb.DECLARE_THREAT]
)
def test_nobody_waits_for_a_team_that_is_not_spoken_to(verb: Verb) -> None:
    """A verb that speaks to no team leaves the team alone that its sender filled in."""
    run = tiny.in_command("none")
    task = int(run.state.teams[2]["task"])
    assert run.give(Order(Seat.TACTICAL, verb, 2, ROAD, value=1)) == Refusal.ACCEPTED
    assert int(run.state.team_beliefs[Seat.TACTICAL, 2]["pending_order"]) == -1
    run.advance(run.now_ms + 10_000)
    assert int(run.state.teams[2]["task"]) == task


def test_an_order_in_mid_leg_turns_the_team_at_its_end() -> None:
    """A walking team hears, finishes the leg in hand and goes where it was last told."""
    run = tiny.in_command("none")
    tiny.tell(run, Verb.HOLD, 1, LANDING)
    while int(run.state.teams[1]["leg_end_ms"]) < 0:
        run.advance(run.now_ms + 500)
    leg_to, ends = (int(run.state.teams[1][name]) for name in ("next_area", "leg_end_ms"))
    tiny.tell(run, Verb.HOLD, 1, YARD)
    run.advance(ends)
    assert int(run.state.teams[1]["area"]) == leg_to
    run.advance(run.now_ms + 240_000)
    team = run.state.teams[1]
    assert (int(team["area"]), int(team["task"]), int(team["phase"])) == (
        YARD,
        Task.HOLD,
        Phase.HOLDING,
    )


def lay(run: Run, i: int, area: int) -> None:
    """Lay person i, hurt and seen, in an area."""
    person = run.state.people[i]
    person["whereabouts"], person["area"] = Whereabouts.LYING, area
    person["hurt_ms"], person["seen"], person["triage"] = 0, Triage.RED, Triage.RED
    person["treater"] = person["trip"] = -1
    tiny.relink(run)


def carrying() -> tuple[Run, int]:
    """A run in which team 1 carries one of the only two casualties from room B to the AEP."""
    run = tiny.in_command("none")
    tiny.tell(run, Verb.SET_AEP, area=ROAD)
    while run.state.teams["load_count"].any() or run.state.teams["work"].any():
        run.advance(run.now_ms + 500)
    run.state.people["whereabouts"] = Whereabouts.FLED
    tiny.relink(run)
    run.state.ambulances["load_count"] = 0
    for i in range(2):
        lay(run, i, ROOM_B)
    tiny.tell(run, Verb.CARRY, 1, ROOM_B)
    while int(run.state.teams[1]["phase"]) != Phase.CARRYING:
        run.advance(run.now_ms + 1000)
        assert run.now_ms < 900_000
    return run, int(run.state.teams[1]["load"][0])


def test_a_carrying_team_puts_its_load_down_first() -> None:
    """Told something else on the way, the team brings its load to the AEP, then turns to it."""
    run, person = carrying()
    assert tiny.tell(run, Verb.HOLD, 1, LANDING) == Refusal.ACCEPTED
    while int(run.state.people[person]["whereabouts"]) == Whereabouts.CARRIED:
        assert int(run.state.teams[1]["task"]) == Task.CARRY
        run.advance(run.now_ms + 1000)
    assert int(run.state.people[person]["area"]) == ROAD
    run.advance(run.now_ms + 180_000)
    assert int(run.state.teams[1]["task"]) == Task.HOLD
    assert int(run.state.teams[1]["area"]) == LANDING


def test_a_withdrawing_team_leaves_its_load() -> None:
    """Told to withdraw, the team puts the load down where it stands and goes."""
    run, person = carrying()
    assert tiny.tell(run, Verb.WITHDRAW, 1) == Refusal.ACCEPTED
    run.advance(run.now_ms + 10_000)
    assert int(run.state.people[person]["whereabouts"]) == Whereabouts.LYING
    assert int(run.state.teams[1]["load_count"]) == 0


def test_a_locked_door_is_breached_once() -> None:
    """The way through a locked door takes the breaching time, and the door is open from then on."""
    run = tiny.in_command("none")
    tiny.tell(run, Verb.HOLD, 1, CORRIDOR)
    run.advance(run.now_ms + 90_000)
    tiny.tell(run, Verb.HOLD, 1, ROOM_B)
    run.advance(run.now_ms + 45_000)
    assert int(run.state.teams[1]["area"]) == CORRIDOR
    run.advance(run.now_ms + 30_000)
    assert int(run.state.teams[1]["area"]) == ROOM_B


def test_no_order_in_an_incident_without_teams_beyond_reach() -> None:
    """A shipped scenario answers the same to check before and after a give that was refused."""
    prepared = prepare(*open_scenario("robbery-single-casualty"))
    run = Run(prepared, 1, automatic("interior"), tactical_is_person=True)
    run.advance(250_000)
    order = Order(Seat.TACTICAL, Verb.DECLARE_THREAT, value=ThreatStatus.OVER)
    assert refused(run, order) == Refusal.NOT_IN_COMMAND
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=1) == Refusal.ACCEPTED
    assert run.check(order) == Refusal.ACCEPTED
    assert tiny.tell(run, Verb.DECLARE_ZONE, -1, 0, value=Zone.WARM) == Refusal.ACCEPTED


def test_scenarios_of_a_person_and_of_a_policy_start_alike() -> None:
    """Who sits in the seat changes one field and one slot, not the luck."""
    person, policy = tiny.by_person("active", 4), tiny.fresh("active", 4)
    for name in ("people", "teams", "hazard", "ground", "zones", "times"):
        one, other = getattr(person.state, name), getattr(policy.state, name)
        assert one.tobytes() == other.tobytes(), name
