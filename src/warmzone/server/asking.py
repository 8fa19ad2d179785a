"""What waits on the commander, with orders that answer it in one tap."""

from warmzone.review.reports import cannot_words
from warmzone.server import wire
from warmzone.server.cards import is_unassigned
from warmzone.server.heard import Heard, Report
from warmzone.server.names import Names
from warmzone.simulation.observe import TeamSeen
from warmzone.vocabulary.codes import Discipline, Reply, Task, ThreatStatus, Zone
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind

THREAT_MS = 60_000
"""How long a report of an active threat is held before the eyes if nobody is sent."""


def waiting(heard: Heard, names: Names) -> list[wire.Waiting]:
    """Threat first, then requests, refusals and officers without a task."""
    found = _threat(heard, names)
    for team in heard.view.teams:
        if team.reply == Reply.WAITING:
            found.append(_entry(team, heard, names))
        elif _could_not(team):
            found.append(_cannot(team, heard, names))
        elif is_unassigned(team, names):
            found.append(_idle(team, heard, names))
    return found


def _entry(team: TeamSeen, heard: Heard, names: Names) -> wire.Waiting:
    return wire.Waiting(
        key=f"entry-{team.index}",
        kind="entry_request",
        text=f"{names.team(team.index)} asks to come in",
        waiting_s=(heard.now_ms - team.asked_ms) / 1000,
        team=team.index,
        area=team.area,
        answers=[
            *_way_in(team, _where_medics_are_needed(heard), heard, names),
            wire.ReadyOrder("Wait", "hold_rtf", team.index),
        ],
    )


def _way_in(team: TeamSeen, goal: int, heard: Heard, names: Names) -> list[wire.ReadyOrder]:
    """The next thing that medics need: ground called warm, officers beside them, then the word.

    Ground that no team has looked at is not offered as warm; a team is sent there first.
    """
    if goal < 0:
        return []
    if not _is_warm(goal, heard):
        return _look_first(goal, heard, names) or [_call_warm(goal, names)]
    if _needs_escort(team, heard):
        return _escorts(team, heard, names)
    label = f"Cleared in to {names.place(goal)}"
    return [wire.ReadyOrder(label, "clear_rtf_in", team.index, goal)]


def _look_first(goal: int, heard: Heard, names: Names) -> list[wire.ReadyOrder]:
    """Orders to search ground that nobody on scene has reported from; none where one has."""
    if any(ground.index == goal and ground.seen_ms >= 0 for ground in heard.view.areas):
        return []
    return [
        wire.ReadyOrder(
            f"{names.team(sent.index)}: clear {names.place(goal)}", "clear", sent.index, goal
        )
        for sent in could_be_sent(heard, names)[:1]
    ]


def _needs_escort(team: TeamSeen, heard: Heard) -> bool:
    """Whether a threat is about and no team's last order was to go with these medics."""
    if heard.view.threat in (ThreatStatus.NONE, ThreatStatus.OVER):
        return False
    last = {said.order.team: said.order for said in heard.orders}
    return not any(
        order.verb == Verb.SECURE_RTF and order.other_team == team.index for order in last.values()
    )


def _escorts(team: TeamSeen, heard: Heard, names: Names) -> list[wire.ReadyOrder]:
    """Officers who could go with these medics, those beside them first."""
    callsign = names.team(team.index)
    able = sorted(could_be_sent(heard, names), key=lambda one: one.area != team.area)
    return [
        wire.ReadyOrder(
            f"{names.team(one.index)} with {callsign}", "secure_rtf", one.index, other=team.index
        )
        for one in able[:2]
    ]


def could_be_sent(heard: Heard, names: Names) -> list[TeamSeen]:
    """Police teams that could be given something else, those without a task first."""
    police = [
        team
        for team in heard.view.teams
        if team.index not in names.medical
        and team.able > 0
        and team.pending_order < 0
        and team.task not in (Task.RTF_SECURITY, Task.CORRIDOR_POST)
    ]
    return sorted(police, key=lambda team: not is_unassigned(team, names))


def _is_warm(area: int, heard: Heard) -> bool:
    """Whether the ground has been called warm or cold: medics go nowhere else."""
    zones = [ground.zone for ground in heard.view.areas if ground.index == area]
    return bool(zones) and zones[0] >= Zone.WARM


def _call_warm(area: int, names: Names) -> wire.ReadyOrder:
    return wire.ReadyOrder(f"Call {names.place(area)} warm", "declare_zone", -1, area, "warm")


def _where_medics_are_needed(heard: Heard) -> int:
    """The collection point if one is set, else where most reds, then yellows, were reported."""
    if heard.view.ccp >= 0:
        return heard.view.ccp
    hurt = [ground for ground in heard.view.areas if sum(ground.counts[:3]) > 0]
    return max(hurt, key=lambda ground: ground.counts).index if hurt else -1


def _could_not(team: TeamSeen) -> bool:
    """Whether the team's last word is that it could not, and nothing was said to it since."""
    return team.cannot_ms >= team.task_since_ms and not team.busy and team.pending_order < 0


def _cannot(team: TeamSeen, heard: Heard, names: Names) -> wire.Waiting:
    return wire.Waiting(
        key=f"cannot-{team.index}",
        kind="cannot",
        text=f"{names.team(team.index)} cannot: {cannot_words(team.cannot)}",
        waiting_s=(heard.now_ms - team.cannot_ms) / 1000,
        team=team.index,
        area=team.area,
        answers=_mend(team, heard, names),
    )


def _mend(team: TeamSeen, heard: Heard, names: Names) -> list[wire.ReadyOrder]:
    """What removes the reason: officers for medics without any, ground that is called warm."""
    if team.cannot == CannotReason.NO_SECURITY:
        return _escorts(team, heard, names) if _needs_escort(team, heard) else []
    if team.cannot == CannotReason.ZONE_NOT_DECLARED:
        return _way_in(team, _last_cleared_to(team, heard), heard, names)
    return [] if team.discipline == Discipline.MEDICAL else _hold_or_stage(team)


def _last_cleared_to(team: TeamSeen, heard: Heard) -> int:
    """Where a rescue task force was last told to go, or -1."""
    goals = [
        said.order.area
        for said in heard.orders
        if said.order.verb == Verb.CLEAR_RTF_IN and said.order.team == team.index
    ]
    return goals[-1] if goals else -1


def _without_task(heard: Heard, names: Names) -> list[TeamSeen]:
    return [team for team in heard.view.teams if is_unassigned(team, names)]


def _idle(team: TeamSeen, heard: Heard, names: Names) -> wire.Waiting:
    people = "officer" if team.able == 1 else "officers"
    return wire.Waiting(
        key=f"idle-{team.index}",
        kind="unassigned",
        text=f"{names.team(team.index)}, {team.able} {people} without a task",
        waiting_s=max(0, heard.now_ms - team.task_since_ms) / 1000,
        team=team.index,
        area=team.area,
        answers=_hold_or_stage(team),
    )


def _hold_or_stage(team: TeamSeen) -> list[wire.ReadyOrder]:
    return [
        wire.ReadyOrder("Hold here", "hold", team.index, team.area),
        wire.ReadyOrder("To staging", "stage", team.index),
    ]


def _threat(heard: Heard, names: Names) -> list[wire.Waiting]:
    """The latest report of an active threat, until somebody has been sent or it has grown old."""
    reports = [one for one in heard.reports if _is_ongoing(one)]
    if not reports or heard.view.threat != ThreatStatus.ONGOING:
        return []
    last = reports[-1]
    sent = any(
        said.order.verb == Verb.CONTACT and said.given_ms >= last.heard_ms for said in heard.orders
    )
    if sent or heard.now_ms - last.heard_ms > THREAT_MS:
        return []
    return [
        wire.Waiting(
            key=f"threat-{last.row}",
            kind="threat",
            text=f"Threat active at {names.place(last.area)}",
            waiting_s=(heard.now_ms - last.heard_ms) / 1000,
            team=last.team,
            area=last.area,
            answers=_contact(last.area, heard, names),
        )
    ]


def _contact(area: int, heard: Heard, names: Names) -> list[wire.ReadyOrder]:
    """Send a team without a task, or one that is at contact already."""
    free = _without_task(heard, names)
    free += [team for team in heard.view.teams if team.task == Task.CONTACT and team.able > 0]
    return [
        wire.ReadyOrder(f"{names.team(team.index)} to contact", "contact", team.index, area)
        for team in free[:2]
    ]


def _is_ongoing(report: Report) -> bool:
    is_threat = report.kind == ReportKind.THREAT and report.status == ThreatStatus.ONGOING
    return is_threat and report.area >= 0
