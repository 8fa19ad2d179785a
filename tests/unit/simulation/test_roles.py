"""Who is appointed to a part, what each does on its own, and when the part is given up."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import CORRIDOR, LOBBY
from tests.unit.kernel.test_span import reports_now
from tests.unit.simulation.test_transfer import FIRST, MEDICS, SECOND, town, wait
from warmzone.kernel.hospitals import is_spread
from warmzone.kernel.plans import turn_by_plan
from warmzone.kernel.roles import is_led
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Discipline, Priority, Reply, Role, Seat, Task, ThreatStatus
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import CannotReason

T = Seat.TACTICAL


def with_crew() -> Run:
    """A person in command who has heard of the crew."""
    run = town(patch_loss_p=0.0, patch_delay_s=5.0)
    belief = run.state.team_beliefs[T, MEDICS]
    belief["known"], belief["able"], belief["area"] = 1, 3, run.state.teams[MEDICS]["area"]
    return run


def appoint(run: Run, team: int, role: Role, area: int = LOBBY) -> Refusal:
    """Appoint a team and let it hear and take the part up."""
    refusal = tiny.tell(run, Verb.APPOINT, team, area, value=role)
    wait(run, 90)
    return refusal


def test_transport_spreads_casualties_over_the_hospitals() -> None:
    """From the moment on that a crew's leader is Transport, loads no longer go to the nearest."""
    run = with_crew()
    assert not is_spread(run.state)
    assert appoint(run, MEDICS, Role.TRANSPORT) == Refusal.ACCEPTED
    assert is_spread(run.state)
    run.state.teams[MEDICS]["able"] = 0
    assert not is_spread(run.state)


def test_triage_takes_reds_first_and_the_crews_off_command() -> None:
    """Where nobody said whom to take first, reds are; the crews count as one from then on."""
    run = with_crew()
    run.state.team_beliefs[T, MEDICS]["reply"] = Reply.CLEARED
    run.state.team_beliefs[T, SECOND] = run.state.team_beliefs[T, MEDICS]
    run.prepared.world.units["discipline"][SECOND] = Discipline.MEDICAL
    before = reports_now(run)
    assert appoint(run, MEDICS, Role.TRIAGE) == Refusal.ACCEPTED
    assert run.state.seats[Seat.MEDICAL]["priority"] == Priority.REDS
    assert reports_now(run) == before - 1


def test_staging_keeps_whoever_comes() -> None:
    """Once somebody leads staging, those who come wait there."""
    run = town()
    assert run.state.clock[0]["arrivals_staged"] == 0
    assert appoint(run, FIRST, Role.STAGING, tiny.YARD) == Refusal.ACCEPTED
    assert run.state.clock[0]["arrivals_staged"] == 1


def test_who_controls_an_area_leads_the_teams_about_it() -> None:
    """Idle teams there turn to what comes next, and weigh on Tactical no more."""
    run = town()
    state, world = run.state, run.prepared.world
    before = reports_now(run)
    assert appoint(run, FIRST, Role.AREA_CONTROL) == Refusal.ACCEPTED
    state.teams[SECOND]["area"] = state.teams[FIRST]["area"]
    state.team_beliefs[T, SECOND]["area"] = state.teams[FIRST]["area"]
    assert is_led(state, world, SECOND)
    assert not is_led(state, world, FIRST)
    assert reports_now(run) < before
    state.teams[SECOND]["plan_until_ms"] = 0
    state.seats[T]["threat"] = ThreatStatus.UNKNOWN  # there is ground to search
    with np.errstate(over="ignore"):
        assert turn_by_plan(state, world, SECOND, run.now_ms)
    state.teams[FIRST]["area"] = CORRIDOR  # whoever is not at their post leads nobody
    assert not is_led(state, world, SECOND)


def test_officers_give_a_part_up_when_they_turn_to_something_else() -> None:
    """In truth once they hear it; for command as soon as it has said so."""
    run = town()
    appoint(run, FIRST, Role.AREA_CONTROL)
    assert run.state.teams[FIRST]["role"] == Role.AREA_CONTROL
    assert run.state.team_beliefs[T, FIRST]["role"] == Role.AREA_CONTROL
    assert run.state.teams[FIRST]["task"] == Task.HOLD
    tiny.tell(run, Verb.CLEAR, FIRST, CORRIDOR)
    assert run.state.team_beliefs[T, FIRST]["role"] == Role.NONE
    wait(run, 60)
    assert run.state.teams[FIRST]["role"] == Role.NONE


def test_there_is_one_staging_and_the_one_before_gives_it_up() -> None:
    """Of every part but area control there is one holder, in truth and as believed."""
    run = town()
    appoint(run, FIRST, Role.STAGING, tiny.YARD)
    appoint(run, SECOND, Role.STAGING, tiny.YARD)
    roles = run.state.teams["role"]
    assert (roles[FIRST], roles[SECOND]) == (Role.NONE, Role.STAGING)
    assert (run.state.team_beliefs[T]["role"] == Role.STAGING).sum() == 1


@pytest.mark.parametrize("role", [Role.AREA_CONTROL, Role.STAGING])
def test_areas_and_staging_are_officers_parts(role: Role) -> None:
    """A crew is neither area control nor Staging; nobody is appointed twice to the same."""
    run = with_crew()
    assert tiny.tell(run, Verb.APPOINT, MEDICS, tiny.YARD, value=role) == Refusal.WRONG_DISCIPLINE
    assert appoint(run, FIRST, role, tiny.YARD) == Refusal.ACCEPTED
    assert tiny.tell(run, Verb.APPOINT, FIRST, tiny.YARD, value=role) == Refusal.ALREADY_DONE


def test_a_part_costs_a_crew_one_medic_until_another_has_it() -> None:
    """Its leader is away from the work of the crew, and back at it once somebody else is Triage."""
    run = with_crew()
    crew = run.state.teams[MEDICS]
    able = int(crew["able"])
    assert appoint(run, MEDICS, Role.TRIAGE) == Refusal.ACCEPTED
    assert (int(crew["able"]), int(crew["away"])) == (able - 1, 1)
    assert appoint(run, MEDICS, Role.TRANSPORT) == Refusal.ACCEPTED
    assert (int(crew["able"]), int(crew["away"])) == (able - 1, 1)  # the same one
    assert appoint(run, FIRST, Role.TRANSPORT) == Refusal.ACCEPTED
    assert (int(crew["able"]), int(crew["away"])) == (able, 0)


def test_a_crew_of_one_spares_nobody() -> None:
    """Known so, it is refused; where it turns out so, the crew says it and has no part."""
    run = with_crew()
    run.state.teams[MEDICS]["able"] = 1
    assert appoint(run, MEDICS, Role.TRIAGE) == Refusal.ACCEPTED
    assert int(run.state.teams[MEDICS]["role"]) == Role.NONE
    belief = run.state.team_beliefs[T, MEDICS]
    assert (int(belief["role"]), int(belief["cannot"])) == (Role.NONE, CannotReason.TOO_FEW)
    assert int(belief["able"]) == 1
    assert tiny.tell(run, Verb.APPOINT, MEDICS, LOBBY, value=Role.TRIAGE) == Refusal.TOO_FEW


def test_only_the_leader_controls_the_area_that_officers_are_at_work_in() -> None:
    """Two officers: one stands there and leads, the other goes on with the task, also led there."""
    run = town()
    state, world = run.state, run.prepared.world
    state.teams[FIRST]["area"] = LOBBY
    tiny.tell(run, Verb.CLEAR, FIRST, CORRIDOR)
    wait(run, 5)
    task, able = int(state.teams[FIRST]["task"]), int(state.teams[FIRST]["able"])
    state.teams[FIRST]["able"] = max(2, able)
    able = int(state.teams[FIRST]["able"])
    assert tiny.tell(run, Verb.APPOINT, FIRST, LOBBY, value=Role.AREA_CONTROL) == Refusal.ACCEPTED
    wait(run, 8)
    team, belief = state.teams[FIRST], state.team_beliefs[T, FIRST]
    assert (team["role"], team["post_area"]) == (Role.AREA_CONTROL, LOBBY)
    assert (team["task"], team["able"], team["away"]) == (task, able - 1, 1)
    assert (belief["role"], belief["post_area"]) == (Role.AREA_CONTROL, LOBBY)
    assert belief["task"] == task
    state.teams[SECOND]["area"] = CORRIDOR
    assert is_led(state, world, SECOND)


def test_officers_take_their_leader_along_when_they_turn_to_work_elsewhere() -> None:
    """Near the post the part is kept; sent away all are together again, and command knows."""
    run = town()
    team, belief = run.state.teams[FIRST], run.state.team_beliefs[T, FIRST]
    team["area"], team["able"] = LOBBY, 2
    tiny.tell(run, Verb.APPOINT, FIRST, LOBBY, value=Role.AREA_CONTROL)
    wait(run, 10)
    assert (team["able"], team["away"]) == (1, 1)
    tiny.tell(run, Verb.CLEAR, FIRST, CORRIDOR)
    wait(run, 10)
    assert (team["role"], belief["role"]) == (Role.AREA_CONTROL, Role.AREA_CONTROL)
    tiny.tell(run, Verb.HOLD, FIRST, tiny.LANDING)
    wait(run, 15)
    assert (team["role"], team["post_area"], team["able"], team["away"]) == (Role.NONE, -1, 2, 0)
    assert (belief["role"], belief["post_area"]) == (Role.NONE, -1)


def test_a_crews_security_takes_its_word_from_the_crew() -> None:
    """Officers told to secure an RTF weigh on Tactical no more; the crew does once it is let in."""
    run = with_crew()
    state = run.state
    before = reports_now(run)
    state.team_beliefs[T, SECOND]["task"] = Task.RTF_SECURITY
    assert reports_now(run) == before - 1
    state.team_beliefs[T, MEDICS]["reply"] = Reply.CLEARED
    assert reports_now(run) == before
