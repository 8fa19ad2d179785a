"""Span of control: what a commander with too many reporting to them does not take in."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.roles import is_near
from tests.reference.twin.things import Team
from warmzone.kernel.codes import Lane
from warmzone.kernel.draws import Purpose
from warmzone.kernel.span import MISPLACED, OVERLOOKED, TAKEN_IN
from warmzone.vocabulary.codes import CommandPlace, Reply, Role, Task

TOLD_BY_OTHERS = (Task.STAGED, Task.COMMAND, Task.RTF_SECURITY)


def direct_reports(incident: Incident) -> int:
    """How many report to Tactical directly, as it believes."""
    tactical = incident.tactical
    if tactical.place == CommandPlace.NOBODY:
        return 0
    led = [
        (team, belief)
        for team, belief in zip(incident.teams, tactical.teams, strict=True)
        if belief.known and belief.able > 0 and belief.works_for is None
    ]
    fit = [belief for belief in tactical.teams if belief.able > 0]
    controls = [belief for belief in fit if belief.role == Role.AREA_CONTROL]
    crews = sum(team.is_medical and belief.reply == Reply.CLEARED for team, belief in led)
    if tactical.together or any(belief.role == Role.TRIAGE for belief in fit):
        crews = min(crews, 1)
    busy = [
        belief for team, belief in led if not team.is_medical and belief.task not in TOLD_BY_OTHERS
    ]
    under = sum(
        belief.role != Role.AREA_CONTROL
        and any(
            is_near(belief.area, control.post_area or control.target_area) for control in controls
        )
        for belief in busy
    )
    beyond = max(0, under - len(controls) * int(incident.p.span_most))
    return len(busy) - under + beyond + crews


def beyond_span(incident: Incident) -> int:
    """How many more report to Tactical than one person can lead."""
    quiet = not incident.lanes[Lane.POLICE].waiting
    most = incident.p.span_most if quiet else incident.p.span_busy
    return max(0, direct_reports(incident) - int(most))


def taken_in(incident: Incident, team: Team) -> int:
    """What Tactical makes of what a team has just said: all, not where it is, or nothing."""
    over = beyond_span(incident)
    if over == 0:
        return TAKEN_IN
    most = incident.p.span_most_p
    loses = min(most, over * incident.p.span_overlooks_p)
    misplaces = min(most, over * incident.p.span_misplaces_p)
    drawn = incident.luck.uniform(team.id, Purpose.SPAN, team.spoken)
    if drawn < loses:
        return OVERLOOKED
    return MISPLACED if drawn < loses + misplaces else TAKEN_IN
