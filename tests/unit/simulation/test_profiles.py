"""Doctrine profiles in the world: what they forbid is refused, and commanders follow them."""

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from tests import tiny
from tests.tiny import CORRIDOR, LOBBY, ROAD, ROOM_A
from warmzone.doctrine.names import NAMES
from warmzone.evidence.profiles import profiles
from warmzone.scenario.incident import ProfileName
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Movement, Seat, ThreatStatus, Zone
from warmzone.vocabulary.orders import Order, Refusal, Verb

MEDICS = 5
INTERIOR = tiny.automatic("interior")


def commanded(profile: ProfileName, threat: str = "silent") -> Run:
    """A run under a profile, a person in command, everybody on scene."""
    lowered = prepare(tiny.scenario(threat), tiny.site(), profile=profile)
    run = Run(lowered, 1, tiny.automatic("interior"), tactical_is_person=True)
    run.advance(420_000)
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=CommandPlace.INSIDE) == Refusal.ACCEPTED
    return run


def test_forbidden_verbs_are_refused() -> None:
    """What a profile forbids altogether is refused for that reason, and allowed elsewhere."""
    order = Order(Seat.TACTICAL, Verb.SECURE_RTF, 1, -1, MEDICS)
    assert commanded("three-echo").give(order) == Refusal.FORBIDDEN_BY_PROFILE
    assert commanded("fifth-officer").give(order) == Refusal.ACCEPTED


def test_no_collection_point_inside_where_casualties_go_straight_out() -> None:
    """Under such a profile a CCP may be named outdoors only."""
    run = commanded("unified-early")
    assert tiny.tell(run, Verb.SET_CCP, area=LOBBY) == Refusal.FORBIDDEN_BY_PROFILE
    assert tiny.tell(run, Verb.SET_CCP, area=ROAD) == Refusal.ACCEPTED
    assert tiny.tell(commanded("fifth-officer"), Verb.SET_CCP, area=LOBBY) == Refusal.ACCEPTED


def test_where_officers_do_not_carry_none_does_it_unasked() -> None:
    """A rule against carrying binds those too who act by the plan or of their own accord."""
    lowered = prepare(tiny.scenario("silent"), tiny.site())
    carried = {}
    for rule in (0, 1):
        rules = lowered.world.profile.copy()
        rules[0]["forbidden"][Verb.CARRY] = rule
        carried[rule] = 0
        for seed in (1, 2, 3):
            run = Run(replace(lowered, world=lowered.world._replace(profile=rules)), seed, INTERIOR)
            for until in range(0, lowered.end_ms, 10_000):
                run.advance(until)
                carried[rule] += int(run.state.teams["load_count"][:MEDICS].sum())
    assert carried[0] > 0
    assert carried[1] == 0


@pytest.mark.parametrize("profile", ["rtf-escort", "three-echo", "unified-early"])
def test_medics_move_only_as_the_profile_allows(profile: ProfileName) -> None:
    """A way of moving that the profile does not name is refused; leaving it open never is."""
    run = commanded(profile)
    assert tiny.tell(run, Verb.DECLARE_ZONE, area=LOBBY, value=Zone.WARM) == Refusal.ACCEPTED
    allowed = {Movement[name.upper().replace("-", "_")] for name in profiles()[profile].movements}
    for movement in Movement:
        order = Order(Seat.TACTICAL, Verb.CLEAR_RTF_IN, MEDICS, LOBBY, value=movement)
        good = movement == Movement.PROFILE or movement in allowed
        expected = Refusal.ACCEPTED if good else Refusal.FORBIDDEN_BY_PROFILE
        assert run.check(order) == expected, movement


def test_one_officer_alone_is_not_sent_in_where_that_is_forbidden() -> None:
    """A lone officer outside is not sent at a threat; inside, in a pair, or elsewhere they are."""
    run = commanded("second-supervisor")
    run.state.seats["threat"] = ThreatStatus.UNKNOWN
    belief = run.state.team_beliefs[Seat.TACTICAL, 1]
    belief["area"], belief["able"] = ROAD, 1
    assert tiny.tell(run, Verb.CONTACT, 1, CORRIDOR) == Refusal.FORBIDDEN_BY_PROFILE
    assert tiny.tell(run, Verb.CLEAR, 1, ROOM_A) == Refusal.FORBIDDEN_BY_PROFILE
    assert run.check(Order(Seat.TACTICAL, Verb.HOLD, 1, CORRIDOR)) == Refusal.ACCEPTED
    belief["able"] = 2
    assert run.check(Order(Seat.TACTICAL, Verb.CONTACT, 1, CORRIDOR)) == Refusal.ACCEPTED
    belief["able"], belief["area"] = 1, LOBBY
    assert run.check(Order(Seat.TACTICAL, Verb.CONTACT, 1, CORRIDOR)) == Refusal.ACCEPTED
    other = commanded("fifth-officer")
    belief = other.state.team_beliefs[Seat.TACTICAL, 1]
    belief["area"], belief["able"] = ROAD, 1
    assert tiny.tell(other, Verb.CONTACT, 1, CORRIDOR) == Refusal.ACCEPTED


@pytest.mark.parametrize("profile", get_args(ProfileName))
@pytest.mark.parametrize("commander", NAMES)
def test_every_commander_plays_under_every_profile(profile: ProfileName, commander: str) -> None:
    """Played to the end; whoever commands says nothing that the profile forbids."""
    run = tiny.under(profile, "active", commander)
    run.advance(run.prepared.end_ms)
    said = run.state.orders[: int(run.state.clock[0]["orders"])]
    tactical = said[said["seat"] == Seat.TACTICAL]
    assert (len(tactical) > 0) == (commander != "nobody")
    forbidden = np.flatnonzero(run.prepared.world.profile[0]["forbidden"])
    assert not np.isin(tactical["verb"], forbidden).any()


def test_threat_only_leaves_casualties_until_the_threat_is_over() -> None:
    """Nobody is sent to treat, carry or escort while there may be a threat; interior does so."""
    care = (Verb.TREAT, Verb.CARRY, Verb.SECURE_RTF, Verb.BUILD_CORRIDOR, Verb.CLEAR_RTF_IN)

    def sent_early(commander: str) -> int:
        run = tiny.fresh("active", 3, commander)
        run.state.hazard["contact_threshold"] = 1.0e9
        run.advance(300_000)
        said = run.state.orders[: int(run.state.clock[0]["orders"])]
        return int((np.isin(said["verb"], care) & (said["seat"] == Seat.TACTICAL)).sum())

    assert sent_early("threat-only") == 0
    assert sent_early("interior") > 0


def test_who_takes_command_when_is_the_profile_s() -> None:
    """Under inside-out command is taken no later than under the fifth-officer rule."""

    def taken_ms(profile: ProfileName) -> int:
        run = tiny.under(profile)
        run.advance(run.prepared.end_ms)
        return int(run.state.record[0]["interior_command_ms"])

    assert 0 < taken_ms("inside-out") < taken_ms("second-supervisor")


@pytest.mark.parametrize(("unconfirmed", "posts"), [(False, 1), (True, 2)])
def test_a_corridor_has_posts_as_often_as_the_profile_says(unconfirmed: bool, posts: int) -> None:
    """From the corridor over the lobby outside: every second indoor area, or each of them."""
    scenario = tiny.scenario("silent", unconfirmed=unconfirmed)
    lowered = prepare(scenario, tiny.site(), profile="three-echo")
    run = Run(lowered, 1, tiny.automatic("interior"), tactical_is_person=True)
    run.advance(420_000)
    tiny.tell(run, Verb.TAKE_COMMAND, value=CommandPlace.INSIDE)
    tiny.tell(run, Verb.SET_CCP, area=CORRIDOR)
    tiny.tell(run, Verb.SET_AEP, area=ROAD)
    run.advance(run.now_ms + 20_000)
    assert tiny.tell(run, Verb.BUILD_CORRIDOR, 1) == Refusal.ACCEPTED
    run.advance(run.now_ms + 20_000)
    assert int(run.state.corridor[0]["posts_needed"]) == posts


def answered_after_ms(profile: ProfileName) -> int:
    """How long after it was given an RTF hears that it is cleared in, said beside it or near."""
    run = commanded(profile)
    assert tiny.tell(run, Verb.DECLARE_ZONE, area=LOBBY, value=Zone.WARM) == Refusal.ACCEPTED
    run.prepared.world.parameters[0]["radio_loss_p"] = 0.0
    run.prepared.world.parameters[0]["radio_loss_per_waiting_p"] = 0.0
    run.advance(run.now_ms + 60_000)
    assert tiny.tell(run, Verb.CLEAR_RTF_IN, MEDICS, LOBBY) == Refusal.ACCEPTED
    row = int(run.state.clock[0]["orders"]) - 1
    run.advance(run.now_ms + 300_000)
    heard = int(run.state.orders[row]["heard_ms"])
    return heard - int(run.state.orders[row]["given_ms"])


def test_an_owner_outside_makes_the_answer_late() -> None:
    """Tactical lets an RTF in at once; the branch costs one way outside, the post one more."""
    at_once, branch, post = (
        answered_after_ms(profile)
        for profile in ("fifth-officer", "second-supervisor", "unified-early")
    )  # fmt: skip
    assert at_once + 40_000 < branch
    assert branch + 40_000 < post


@pytest.mark.parametrize(
    ("movement", "goes"),
    [(Movement.ESCORT, False), (Movement.ISLAND, True), (Movement.POLICE_CARRY, False)],
)
def test_medics_on_an_island_go_where_officers_hold(movement: Movement, goes: bool) -> None:
    """Held ground is enough for an RTF told to move as an island, and for no other way."""
    run = commanded("fifth-officer")
    run.state.hazard["area"] = tiny.VAULT
    run.state.seats["free_entry"] = 0
    run.state.seats["threat"] = ThreatStatus.UNKNOWN
    assert tiny.tell(run, Verb.HOLD, 0, LOBBY) == Refusal.ACCEPTED
    assert tiny.tell(run, Verb.DECLARE_ZONE, area=LOBBY, value=Zone.WARM) == Refusal.ACCEPTED
    run.advance(run.now_ms + 120_000)
    assert int(run.state.ground[LOBBY]["held_officers"]) > 0
    assert tiny.tell(run, Verb.CLEAR_RTF_IN, MEDICS, LOBBY, value=movement) == Refusal.ACCEPTED
    run.advance(run.now_ms + 120_000)
    assert (int(run.state.teams[MEDICS]["area"]) == LOBBY) == goes
