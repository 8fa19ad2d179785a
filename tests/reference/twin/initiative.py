"""What teams do unasked: go straight to the noise, follow others, stand, now and then help."""

from tests.reference.twin.care import begin_care, begin_lift
from tests.reference.twin.contact import nearest_noise
from tests.reference.twin.crowd import leader_near, officers_here
from tests.reference.twin.incident import Incident
from tests.reference.twin.movement import can_reach, walk
from tests.reference.twin.parts import take_leader_along
from tests.reference.twin.perimeter import is_kept
from tests.reference.twin.plans import turn_by_plan
from tests.reference.twin.profile import forbidden_verbs
from tests.reference.twin.tasks import step, step_contact
from tests.reference.twin.teams import schedule_initiative, set_task
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Phase, Task, Triage
from warmzone.vocabulary.orders import Verb

MOST_OCCASIONS = 8
HELPS, CARRIES, FOLLOWS = 0, 1, 2


def take_initiative(incident: Incident, team: Team) -> None:
    """A team that nobody has tasked acts of its own accord, unless its only officer commands."""
    if team.able <= 0:
        return
    if team.task == Task.CONTACT and team.phase == Phase.HOLDING:
        step_contact(incident, team)
        return
    if team.task == Task.STAGED and team.phase == Phase.HOLDING:
        set_task(incident, team, Task.UNASSIGNED)
        team.phase = Phase.IDLE
    if team.task != Task.UNASSIGNED or team.phase != Phase.IDLE:
        return
    if goes_to_officer_down(incident, team):
        return
    noise = nearest_noise(incident, team.area)
    if noise is None:
        if turn_by_plan(incident, team):
            take_leader_along(incident, team)
            step(incident, team)
            return
        team.self_directed = True
        act_in_quiet(incident, team)
    elif is_kept(incident, team.area):
        return
    elif not waits_at_door(incident, team) and team.area.exposure == 0.0:
        converge(incident, team, noise)


def go_on(incident: Incident, team: Team) -> None:
    """A team that has just finished and knows the plan turns to what comes next, and says both."""
    idle = team.task == Task.UNASSIGNED and team.phase == Phase.IDLE
    if not idle or team.untasked_since_ms != incident.now or team.able <= 0:
        return
    if nearest_noise(incident, team.area) is None and turn_by_plan(incident, team):
        incident.calendar.cancel(EventKind.TEAM_INITIATIVE, team.id)
        take_leader_along(incident, team)
        step(incident, team)


def act_in_quiet(incident: Incident, team: Team) -> None:
    """No noise: perhaps help who lies here, perhaps follow, else drift to where the noise was."""
    p = incident.p
    if chance(incident, team, HELPS) < p.unasked_care_p and begin_care(incident, team):
        return
    carries = chance(incident, team, CARRIES) < p.unasked_carry_p
    if carries and knows_where_to_carry(incident, team) and begin_lift(incident, team):
        return
    if team.initiatives >= MOST_OCCASIONS or is_kept(incident, team.area):
        return
    goal = None
    if chance(incident, team, FOLLOWS) < p.follow_p:
        goal = leader_near(incident, team)
    goal = goal or incident.hazards[0].last_heard_area or worst_area_heard_of(incident)
    if goal is None or goal is team.area:
        schedule_initiative(incident, team, p.initiative_care_mean_s)
    else:
        converge(incident, team, goal)


def chance(incident: Incident, team: Team, what: int) -> float:
    """The draw that decides whether a team does `what` on this occasion."""
    return incident.luck.uniform(team.id, Purpose.UNASKED, team.initiatives * 4 + what)


def knows_where_to_carry(incident: Incident, team: Team) -> bool:
    """Whether officers carry, and somebody has named a place for casualties that is not here."""
    if Verb.CARRY in forbidden_verbs(incident.plan.profile):
        return False
    named = [place for place in (incident.medical.ccp, incident.medical.aep) if place is not None]
    return bool(named) and team.area not in named


def waits_at_door(incident: Incident, team: Team) -> bool:
    """Whether officers outside wait first: the rule says so, or one is alone and may not go in."""
    rules = incident.plan.profile
    if team.waited or not team.area.outdoor:
        return False
    alone = not rules.solo_entry and officers_here(incident, team.area) < 2
    if rules.go_in and not alone:
        return False
    team.waited = True
    schedule_initiative(incident, team, incident.p.door_wait_mean_s)
    return True


def goes_to_officer_down(incident: Incident, team: Team) -> bool:
    """Whether a team without a task is drawn to where a responder was last hurt."""
    place, when = incident.record.down_area, incident.record.down_ms
    if place is None or when is None or team.area is place:
        return False
    if team.drawn_ms is not None and team.drawn_ms >= when:
        return False
    if incident.metres(team.area, place) > incident.p.down_pull_m:
        return False
    team.drawn_ms = incident.now
    converge(incident, team, place)
    return True


def converge(incident: Incident, team: Team, goal: Area) -> None:
    """Go where the noise is."""
    if can_reach(incident, team.area, goal):
        team.self_directed = True
        walk(incident, team, goal)
        take_leader_along(incident, team)


def worst_area_heard_of(incident: Incident) -> Area | None:
    """The area with the most reds, or the most casualties claimed, on the channel."""
    beliefs = incident.medical.areas
    need = [2 * belief.counts[Triage.RED - 1] + belief.claimed for belief in beliefs]
    return incident.areas[need.index(max(need))] if max(need) > 0 else None
