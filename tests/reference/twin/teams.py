"""Teams: their task, the time they spend without one, and their exposure."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.perimeter import is_kept
from tests.reference.twin.things import Team
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import HazardState, Phase, Task

MEMBERS = 1024


def set_task(incident: Incident, team: Team, task: Task) -> None:
    """Change a team's task and account for the officer-time it spent without one."""
    account_untasked(incident, team)
    team.untasked_since_ms = None
    if task == Task.UNASSIGNED and team.is_police:
        team.untasked_since_ms = incident.now
    team.task = task
    team.since_ms = incident.now
    team.self_directed = False


def account_untasked(incident: Incident, team: Team) -> None:
    """Add the officer-time without a task up to now; the time starts afresh."""
    if team.untasked_since_ms is not None:
        team.untasked_officer_ms += (incident.now - team.untasked_since_ms) * team.able
        team.untasked_since_ms = incident.now


def schedule_initiative(incident: Incident, team: Team, mean_s: float) -> None:
    """Draw when a team without a task will act of its own accord."""
    team.initiatives += 1
    wait_s = incident.luck.exponential(team.id, Purpose.INITIATIVE, team.initiatives) * mean_s
    due = incident.now + int(wait_s * 1000.0) + 1
    incident.calendar.put(EventKind.TEAM_INITIATIVE, team.id, due)


def first_team_inside(incident: Incident) -> Team | None:
    """The first able police team that is indoors, else the first on scene."""
    able = [team for team in incident.teams if team.is_police and team.able > 0 and team.on_scene]
    indoors = [team for team in able if not team.area.outdoor]
    return next(iter(indoors + able), None)


def wake_idle_teams(incident: Incident) -> None:
    """What everybody heard makes teams without a task, and contact teams, think again."""
    noise = any(hazard.state == HazardState.ACTIVE for hazard in incident.hazards)
    for team in incident.teams:
        idle = team.phase == Phase.IDLE and team.task == Task.UNASSIGNED
        if idle and team.is_police:
            schedule_initiative(incident, team, incident.p.initiative_mean_s)
        staged = team.phase == Phase.HOLDING and team.task == Task.STAGED
        if staged and noise and leaves_staging(incident, team):
            schedule_initiative(incident, team, incident.p.initiative_mean_s)
        waits = team.phase == Phase.HOLDING and team.task == Task.CONTACT
        if waits and noise:
            schedule_initiative(incident, team, incident.p.look_s)


def leaves_staging(incident: Incident, team: Team) -> bool:
    """Whether officers who were told to wait leave for the noise they hear, telling nobody."""
    changes = sum(hazard.changes for hazard in incident.hazards)
    luck = incident.luck.uniform(team.id, Purpose.FREELANCE, changes)
    stays = not team.is_police or is_kept(incident, team.area)
    return not stays and bool(luck < incident.p.freelance_p)


def harm_rate(incident: Incident, team: Team) -> float:
    """What a team's members are exposed to where they stand, per minute: a hazard, a device."""
    if not team.on_scene or team.able <= 0:
        return 0.0
    rate = team.area.exposure * incident.p.responder_rate_per_min
    return float(rate + incident.p.device_rate_per_min if team.area.device else rate)


def expose_team(incident: Incident, team: Team) -> None:
    """Add up a team's exposure, and foresee when the next of its members is hurt."""
    now = incident.now
    minutes = float(now - team.exposure_since_ms) / 60_000.0
    team.exposure += team.exposure_rate_per_min * minutes
    team.exposure_since_ms = now
    rate = harm_rate(incident, team)
    if rate == 0.0 and team.exposure_rate_per_min == 0.0:
        return
    team.exposure_rate_per_min = rate
    incident.calendar.cancel(EventKind.TEAM_HURT, team.id)
    if rate > 0.0:
        left_min = (next_threshold(team) - team.exposure) / rate
        due = now + int(max(left_min, 0.0) * 60_000.0) + 1
        incident.calendar.put(EventKind.TEAM_HURT, team.id, due)


def next_threshold(team: Team) -> float:
    """Exposure at which the next member is hurt: the lowest own threshold not yet passed."""
    fit = team.roster_hurt < team.roster_people
    return team.thresholds[team.roster_hurt] if fit else 1.0e9


def new_roster(incident: Incident, team: Team) -> None:
    """Others have joined: everybody's threshold is drawn afresh."""
    team.roster += 1
    team.roster_people = team.able
    team.roster_hurt = 0
    team.exposure = 0.0
    first = team.roster * MEMBERS
    team.thresholds = sorted(
        incident.latent.exponential(team.id, Purpose.RESPONDER_THRESHOLD, member)
        for member in range(first, first + team.able)
    )
