"""Words of command to everybody: what each of them changes, and what it costs."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import CORRIDOR, LOBBY, ROOM_A, VAULT, YARD
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.codes import Lane
from warmzone.scenario.incident import Agency, Cars, ProfileName, Span
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Task, ThreatStatus, Triage, Whereabouts, Wound, Zone
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind

MINUTE = 60_000
FIRST, MEDICS = 0, 3


def town(
    profile: ProfileName = "fifth-officer", *, aid: bool = False, radio: str = "shared"
) -> Run:
    """A quiet incident at minute five: three cars of police and a crew are here, nobody commands.

    `aid`: one more car and one more crew that come only when they are called for.
    """
    two = Span(2, 2)
    police = [Cars(3, 40, 15, two)] + ([Cars(1, 60, 0, two, on_call=True)] if aid else [])
    crews = [Cars(1, 60, 0, Span(3, 3))] + ([Cars(1, 60, 0, two, on_call=True)] if aid else [])
    agencies = [
        Agency("police", "Police", "police", "CITY", "arrive-yard", police),
        Agency("medics", "Medics", "medical", "MED", "arrive-road", crews),
    ]
    scenario = tiny.scenario("none", agencies=agencies, radio=radio, reports=[])
    lowered = prepare(scenario, tiny.site(), profile=profile)
    lowered.world.parameters[0]["unasked_care_p"] = 0.0
    run = Run(lowered, 3, automatic("interior"), tactical_is_person=True)
    run.advance(5 * MINUTE)
    return run


def commanded(radio: str = "shared") -> Run:
    """The same with a person in command inside."""
    run = town(radio=radio)
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=1) == Refusal.ACCEPTED
    return run


def heard_ms(run: Run, verb: Verb) -> int:
    """When the last order of that verb was heard."""
    orders = run.state.orders[: int(run.state.clock[0]["orders"])]
    return int(orders[orders["verb"] == verb][-1]["heard_ms"])


def wait(run: Run, seconds: float) -> None:
    """Let time go by."""
    run.advance(run.now_ms + int(seconds * 1000))


def said(run: Run, kind: ReportKind) -> np.ndarray:
    """Every report of a kind so far."""
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    return rows[rows["kind"] == kind]


def lay(run: Run, i: int, area: int) -> None:
    """Lay person i in an area, badly hurt, seen as red and reported so."""
    person = run.state.people[i]
    person["whereabouts"], person["area"], person["wound"] = Whereabouts.LYING, area, Wound.TORSO
    person["seen"] = person["triage"] = Triage.RED
    person["hurt_ms"] = 0
    person["treater"] = person["trip"] = -1
    tiny.relink(run)
    for seat in Seat:
        run.state.area_beliefs[seat, area]["counts"][0] += 1


def called(run: Run) -> list[int]:
    """Of each team whether it was called for."""
    return [int(n) for n in run.state.teams["called"]]


def test_a_size_up_reaches_the_medics_and_brings_help() -> None:
    """What is said at the door is passed on to the medics, and dispatch sends who is on call."""
    run = town(aid=True)
    tactical = run.state.seats[Seat.TACTICAL]
    tactical["threat"] = ThreatStatus.ONGOING
    assert tiny.tell(run, Verb.SIZE_UP, area=ROOM_A) == Refusal.ACCEPTED
    wait(run, 30)
    (report,) = said(run, ReportKind.SIZED_UP)
    medical = run.state.seats[Seat.MEDICAL]
    assert (report["area"], report["heard_ms"][Seat.TACTICAL]) == (ROOM_A, -1)
    assert (medical["threat"], medical["threat_area"]) == (ThreatStatus.ONGOING, ROOM_A)
    assert called(run) == [0, 0, 0, 2, 0, 2]


def test_by_some_rules_nobody_comes_unless_called_for() -> None:
    """Where the agency's rule says so, a size-up sends nobody."""
    run = town("second-supervisor", aid=True)
    tiny.tell(run, Verb.SIZE_UP, area=ROOM_A)
    wait(run, 30)
    assert called(run) == [0] * 6


def test_a_size_up_takes_longer_to_say_than_an_order() -> None:
    """It blocks the channel for its own airtime."""
    heard = []
    for verb in (Verb.SIZE_UP, Verb.GO_IN):
        run = town()
        begun = run.now_ms
        assert tiny.tell(run, verb, FIRST, area=ROOM_A) == Refusal.ACCEPTED
        wait(run, 60)
        heard.append(heard_ms(run, verb) - begun)
    assert heard[0] - heard[1] == 7000  # 12 s and 5 s of airtime


def test_cars_that_come_after_a_size_up_stand_less_often_in_the_way() -> None:
    """Whoever knows by which side to come in leaves the way to ambulances free."""
    blocking = []
    for sizes_up in (False, True):
        count = 0
        for seed in range(1, 25):
            run = tiny.by_person("none", seed)
            run.prepared.world.parameters[0]["car_blocks_p"] = 0.6
            run.advance(60_000)
            if sizes_up:
                tiny.tell(run, Verb.SIZE_UP, area=ROOM_A)
            run.advance(5 * MINUTE)
            count += int(run.state.ground["blocking"].sum())
            run.prepared.world.parameters[0]["car_blocks_p"] = 0.12
        blocking.append(count)
    assert blocking[1] < 0.85 * blocking[0]


@pytest.mark.parametrize("verb", [Verb.SIZE_UP, Verb.SAY_PLAN, Verb.ROLL_CALL])
def test_a_word_to_everybody_is_not_said_again_at_once(verb: Verb) -> None:
    """Within a minute it is refused; later it is not."""
    run = commanded()
    assert tiny.tell(run, verb, area=ROOM_A) == Refusal.ACCEPTED
    wait(run, 20)
    assert tiny.tell(run, verb, area=ROOM_A) == Refusal.ALREADY_DONE
    wait(run, 300)
    assert tiny.tell(run, verb, area=ROOM_A) == Refusal.ACCEPTED


def test_nobody_sizes_up_from_afar() -> None:
    """Before officers are known to be here there is nobody to say it."""
    run = tiny.by_person("none")
    run.advance(1000)
    assert tiny.tell(run, Verb.SIZE_UP, area=ROOM_A) == Refusal.NOBODY_HERE_TO_COMMAND


def test_a_roll_call_puts_the_picture_of_the_teams_right() -> None:
    """Every team answers with its place and its task; who cannot speak stays unheard."""
    run = commanded()
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    beliefs[1]["area"], beliefs[1]["task"] = ROOM_A, Task.CLEAR
    run.state.teams[2]["able"] = 0
    begun = run.now_ms
    assert tiny.tell(run, Verb.ROLL_CALL) == Refusal.ACCEPTED
    wait(run, 60)
    answered = said(run, ReportKind.ROLL_CALL)["team"].tolist()
    assert answered == [0, 1, MEDICS]
    assert beliefs[1]["area"] == run.state.teams[1]["area"]
    assert beliefs[1]["task"] == run.state.teams[1]["task"]
    assert beliefs[2]["heard_ms"] < begun <= beliefs[1]["heard_ms"]


def idle_after(run: Run, seconds: float) -> int:
    """What the first car does after a while in which nobody tells it anything."""
    wait(run, seconds)
    return int(run.state.teams[FIRST]["task"])


def test_a_team_that_knows_the_plan_turns_to_casualties_and_says_so() -> None:
    """With the plan said, idle officers go and treat; without it they only stand about."""
    tasks = []
    for plan in (False, True):
        run = commanded()
        lay(run, 0, ROOM_A)
        if plan:
            assert tiny.tell(run, Verb.SAY_PLAN) == Refusal.ACCEPTED
        tasks.append(idle_after(run, 240))
        turned = said(run, ReportKind.TURNED_TO)
        if plan:
            assert turned["flag"][0] == ROOM_A + 1
            assert turned["status"][0] == Task.TREAT
        else:
            assert len(turned) == 0
    assert tasks[0] == Task.UNASSIGNED


def test_the_seat_believes_what_a_team_turned_to() -> None:
    """A team that follows the plan is known to be at work there, until it is told otherwise."""
    run = commanded()
    lay(run, 0, ROOM_A)
    tiny.tell(run, Verb.SAY_PLAN)
    while len(said(run, ReportKind.TURNED_TO)) == 0 and run.now_ms < 15 * MINUTE:
        wait(run, 1)
    wait(run, 10)
    team = int(said(run, ReportKind.TURNED_TO)["team"][0])
    belief = run.state.team_beliefs[Seat.TACTICAL, team]
    assert (belief["task"], belief["target_area"], belief["by_plan"]) == (Task.TREAT, ROOM_A, 1)
    tiny.tell(run, Verb.HOLD, team, LOBBY)
    wait(run, 20)
    assert (belief["task"], belief["by_plan"]) == (Task.HOLD, 0)


def test_a_plan_goes_out_of_date() -> None:
    """What was said long ago moves nobody any more."""
    run = commanded()
    tiny.tell(run, Verb.SAY_PLAN)
    wait(run, 20)
    last = int(run.state.teams[FIRST]["plan_until_ms"])
    run.advance(last + 1000)
    lay(run, 0, ROOM_A)
    wait(run, 60)
    assert len(said(run, ReportKind.TURNED_TO)) == 0


def together(run: Run) -> int:
    """When Triage and Transport came to stand with Tactical; -1 not."""
    return int(run.state.command[0]["together_ms"])


def test_standing_together_takes_a_walk() -> None:
    """They come on foot, after they have heard the word."""
    run = commanded()
    run.state.seats[Seat.TACTICAL]["place_area"] = YARD
    assert tiny.tell(run, Verb.CO_LOCATE) == Refusal.ACCEPTED
    wait(run, 60)
    assert together(run) == heard_ms(run, Verb.CO_LOCATE) + int(12 / 1.19 * 1000)
    assert run.state.seats["together"].tolist() == [1, 1]
    assert tiny.tell(run, Verb.CO_LOCATE) == Refusal.ALREADY_DONE


def test_they_keep_off_ground_that_nobody_calls_warm() -> None:
    """Medics' supervisors say why they do not come; once the ground is called warm they do."""
    run = commanded()
    run.state.seats[Seat.TACTICAL]["place_area"] = CORRIDOR
    run.state.seats[Seat.MEDICAL]["free_entry"] = 0
    tiny.tell(run, Verb.CO_LOCATE)
    wait(run, 70)
    (refusal,) = said(run, ReportKind.CANNOT)
    assert (refusal["status"], refusal["flag"]) == (CannotReason.ZONE_NOT_DECLARED, CORRIDOR + 1)
    assert together(run) == -1
    tiny.tell(run, Verb.DECLARE_ZONE, area=CORRIDOR, value=Zone.WARM)
    wait(run, 20)
    assert tiny.tell(run, Verb.CO_LOCATE) == Refusal.ACCEPTED
    wait(run, 120)
    assert together(run) > 0


def test_together_they_hear_the_same_at_once() -> None:
    """Apart, what medics say on their channel comes by dispatch, late; together it does not.

    It waits for dispatch's next call, which may have been due for something else before.
    """
    delays = []
    for beside in (False, True):
        run = commanded("by-agency")
        run.state.seats["place_area"] = CORRIDOR, VAULT  # neither beside the crew
        run.prepared.world.parameters[0]["patch_loss_p"] = 0.0
        if beside:
            run.state.command[0]["together_ms"] = run.now_ms
        tiny.tell(run, Verb.ASK_REPORT, MEDICS)
        wait(run, 90)
        answer = said(run, ReportKind.AT_PLACE)[-1]
        assert (answer["team"], answer["channel"]) == (MEDICS, Lane.MEDICAL)
        heard_ms = int(answer["heard_ms"][Seat.TACTICAL])
        called_ms = int(run.state.seats[Seat.TACTICAL]["called_ms"])
        delays.append(heard_ms - int(answer["spoken_ms"]))
        assert beside or heard_ms == called_ms
    assert 0 < delays[0] <= 20_000
    assert delays[1] == 0


def test_triage_is_not_called_before_medics_are_known() -> None:
    """Nobody is there to come."""
    run = tiny.in_command("none", at_ms=70_000)
    assert tiny.tell(run, Verb.CO_LOCATE) == Refusal.NOTHING_THERE
