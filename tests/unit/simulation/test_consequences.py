"""What one event must bring with it: cases made by hand on the small building."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import CORRIDOR, LOBBY, ROAD, ROOM_A, VAULT, YARD
from warmzone.kernel.down import officer_down
from warmzone.kernel.first_reports import outside_clears
from warmzone.kernel.orders import append_order, give
from warmzone.simulation.observe import seat_view
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import (
    CorridorState,
    HazardState,
    Phase,
    Seat,
    Task,
    ThreatStatus,
    Zone,
)
from warmzone.vocabulary.orders import Refusal, Verb

MEDICS = 5


def with_corridor() -> Run:
    """A run with an open corridor from the lobby over the yard to the road."""
    run = tiny.corridor_ordered()
    run.advance(run.now_ms + 120_000)
    assert int(run.state.corridor[0]["state"]) == CorridorState.OPEN
    return run


def test_corridor_breaks_when_its_ground_turns_hot() -> None:
    """A team that runs into the silent hazard on the corridor's ground breaks it there and then."""
    run = with_corridor()
    assert tiny.tell(run, Verb.HOLD, 0, LOBBY) == Refusal.ACCEPTED
    run.advance(run.now_ms + 90_000)
    run.state.hazard["state"], run.state.hazard["area"] = HazardState.SILENT, YARD
    run.state.hazard["contact_threshold"] = 1.0e9
    assert tiny.tell(run, Verb.HOLD, 0, ROAD) == Refusal.ACCEPTED
    while int(run.state.hazard[0]["state"]) == HazardState.SILENT:
        run.advance(run.now_ms + 500)
        assert run.now_ms < 1_100_000
    assert float(run.state.ground[YARD]["exposure"]) > 0.0
    assert int(run.state.corridor[0]["state"]) == CorridorState.BROKEN


def test_corridor_breaks_when_a_post_is_given_up() -> None:
    """A post that is told to do something else leaves a gap: the corridor is broken, as is said."""
    run = with_corridor()
    assert tiny.tell(run, Verb.HOLD, 1, CORRIDOR) == Refusal.ACCEPTED
    run.advance(run.now_ms + 60_000)
    assert int(run.state.corridor[0]["state"]) == CorridorState.BROKEN
    assert seat_view(run, Seat.TACTICAL).corridor.state == CorridorState.BROKEN


def test_corridor_given_up_is_no_longer_shown() -> None:
    """After BREAK_CORRIDOR has been heard the seat has none, and its posts are free."""
    run = with_corridor()
    assert tiny.tell(run, Verb.BREAK_CORRIDOR) == Refusal.ACCEPTED
    run.advance(run.now_ms + 30_000)
    shown = seat_view(run, Seat.TACTICAL).corridor
    assert (shown.state, shown.areas, shown.posts_held) == (CorridorState.NONE, (), 0)
    assert Task.CORRIDOR_POST not in run.state.teams["task"].tolist()


def escorted() -> Run:
    """A run in which team 1 is linked up with the first RTF."""
    run = tiny.in_command("silent")
    run.state.hazard["area"] = VAULT
    assert tiny.tell(run, Verb.SECURE_RTF, 1, other_team=MEDICS) == Refusal.ACCEPTED
    run.advance(run.now_ms + 120_000)
    assert int(run.state.teams[MEDICS]["partner"]) == 1
    assert int(run.state.teams[1]["phase"]) == Phase.FOLLOWING
    return run


def hurt_everybody(run: Run, t: int) -> None:
    """Every able member of a team is hurt now."""
    with np.errstate(over="ignore"):
        while int(run.state.teams[t]["able"]) > 0:
            officer_down(run.state, run.prepared.world, t, run.now_ms)


def test_security_out_of_action_secures_nobody() -> None:
    """Hurt officers stay where they fell; the RTF goes in no further without others."""
    run = escorted()
    place = int(run.state.teams[1]["area"])
    hurt_everybody(run, 1)
    assert int(run.state.teams[MEDICS]["partner"]) == -1
    assert tiny.tell(run, Verb.DECLARE_ZONE, area=ROOM_A, value=Zone.WARM) == Refusal.ACCEPTED
    tiny.tell(run, Verb.CLEAR_RTF_IN, MEDICS, ROOM_A)
    run.advance(run.now_ms + 120_000)
    assert int(run.state.teams[1]["area"]) == place
    assert int(run.state.teams[1]["phase"]) == Phase.OUT_OF_ACTION
    assert run.prepared.world.areas[run.state.teams[MEDICS]["area"]]["outdoor"] == 1


def test_security_of_medics_out_of_action_is_free() -> None:
    """Officers whose RTF is out of action are without a task, and say where they are if asked."""
    run = escorted()
    hurt_everybody(run, MEDICS)
    assert int(run.state.teams[1]["partner"]) == -1
    assert int(run.state.teams[1]["task"]) == Task.UNASSIGNED


def test_time_without_a_task_counts_whoever_was_able() -> None:
    """When an officer is hurt, the time before counts them and the time after does not."""
    run = tiny.by_person("none")
    run.advance(400_000)
    team = run.state.teams[0]
    assert int(team["task"]) == Task.UNASSIGNED
    spent, since = int(team["untasked_officer_ms"]), int(team["untasked_since_ms"])
    able = int(team["able"])
    with np.errstate(over="ignore"):
        officer_down(run.state, run.prepared.world, 0, run.now_ms)
    assert able > 1
    assert int(team["untasked_officer_ms"]) == spent + (run.now_ms - since) * able
    assert int(team["untasked_since_ms"]) == run.now_ms


def test_medics_without_a_way_stay_medics() -> None:
    """An RTF sent where no way leads says so and waits; it never acts as officers do."""
    run = tiny.in_command("none", at_ms=500_000)
    order = (Seat.MEDICAL, Verb.CLEAR_RTF_IN, MEDICS, VAULT, -1, 0)
    with np.errstate(over="ignore"):
        row = append_order(run.state, order, run.now_ms)
        give(run.state, run.prepared.world, row, run.now_ms)
    run.advance(run.now_ms + 300_000)
    assert int(run.state.teams[MEDICS]["task"]) == Task.RESCUE_TASK_FORCE


def test_the_outside_all_clear_is_heard_once() -> None:
    """Each seat hears it once, and medics may then enter freely."""
    run = tiny.by_person("silent")
    run.advance(100_000)
    before = run.state.seats["delivered"].tolist()
    with np.errstate(over="ignore"):
        outside_clears(run.state, run.prepared.world, run.now_ms)
    assert run.state.seats["delivered"].tolist() == [count + 1 for count in before]
    assert int(run.state.seats[Seat.MEDICAL]["free_entry"]) == 1
    assert int(run.state.seats[Seat.MEDICAL]["threat"]) == ThreatStatus.OVER


@pytest.mark.parametrize("status", [ThreatStatus.NONE, ThreatStatus.OVER, ThreatStatus.ONGOING])
def test_declared_threat_opens_and_closes_the_door(status: ThreatStatus) -> None:
    """Medics enter freely while the threat is declared none or over, and not when it is back."""
    run = tiny.in_command("silent")
    tiny.tell(run, Verb.DECLARE_THREAT, value=ThreatStatus.OVER)
    run.advance(run.now_ms + 20_000)
    tiny.tell(run, Verb.DECLARE_THREAT, value=status)
    run.advance(run.now_ms + 20_000)
    free = int(run.state.seats[Seat.MEDICAL]["free_entry"]) == 1
    assert free == (status != ThreatStatus.ONGOING)


def test_newer_order_overtakes_one_that_waits_for_the_load() -> None:
    """What a carrying team was told for later is forgotten when it is told something else."""
    run = tiny.in_command("none")
    run.state.teams[0]["next_order"] = 0
    assert tiny.tell(run, Verb.STAGE, 0) == Refusal.ACCEPTED
    run.advance(run.now_ms + 60_000)
    assert int(run.state.teams[0]["next_order"]) == -1


def test_crew_told_to_withdraw_in_mid_leg_comes_home() -> None:
    """A crew inside goes back to where it came from, though nobody secures it."""
    run = tiny.in_command("none")
    crew = run.state.teams[MEDICS]
    crew["area"], crew["next_area"], crew["goal_area"] = CORRIDOR, LOBBY, LOBBY
    run.state.seats[Seat.MEDICAL]["free_entry"] = 0
    assert tiny.tell(run, Verb.WITHDRAW, MEDICS) == Refusal.ACCEPTED
    run.advance(run.now_ms + 200_000)
    assert int(run.state.teams[MEDICS]["area"]) == int(run.state.teams[MEDICS]["home_area"])
