"""The ground and the situation as the seat believes them, with who said so and how long ago."""

from typing import get_args

from warmzone.measures.decisions.triggers import SPAN
from warmzone.scenario.incident import Ambulances
from warmzone.server import wire
from warmzone.server.division import division
from warmzone.server.heard import Heard, Report
from warmzone.server.names import Names
from warmzone.server.neglected import pending_zones, uncared
from warmzone.server.wire_situation import Situation, ThreatWord
from warmzone.simulation.observe import AreaSeen
from warmzone.vocabulary.codes import Alarm, ThreatStatus, Zone
from warmzone.vocabulary.reports import ReportKind

_ALARMS: dict[Alarm, wire.AlarmWord] = {
    Alarm.SECOND_ATTACKER: "second attacker",
    Alarm.DEVICE: "device",
}
_NO_MORE = (ThreatStatus.OVER, ThreatStatus.NONE)


def situation_view(heard: Heard, names: Names, fleet: Ambulances) -> Situation:
    """Casualties as reported, an unseen caller's count included, against medical teams known.

    Ambulances are those that should be there by dispatch's reckoning: nobody reports them.
    """
    command = heard.view
    casualties = sum(_believed_hurt(ground) for ground in command.areas)
    medics = sum(1 for team in command.teams if team.index in names.medical and team.able > 0)
    threats = get_args(ThreatWord)
    waiting = uncared(heard)
    return Situation(
        casualties=casualties,
        medical_teams=medics,
        ambulances=_ambulances_due(heard.now_ms, fleet),
        ratio=casualties / medics if medics else None,
        threat=threats[threats.index(ThreatStatus(command.threat).name.lower())],
        threat_age_s=_age(heard.now_ms, command.threat_ms),
        threat_by=_threat_by(heard, names),
        uncared=sum(one.people for one in waiting),
        uncared_s=_age(heard.now_ms, waiting[0].since_ms) if waiting else None,
        span=command.direct_reports,
        span_most=SPAN,
        people_out=command.people_out,
        division=division(command, names),
    )


def area_views(heard: Heard, names: Names) -> list[wire.AreaBelief]:
    """Every area that somebody has spoken of, with who spoke of it last."""
    spoken = {report.area: report for report in heard.reports}
    threats = {report.area: report for report in heard.reports if report.kind == ReportKind.THREAT}
    pending = pending_zones(heard)
    views = []
    for ground in heard.view.areas:
        view = _area(ground, heard, spoken.get(ground.index), names)
        view.zone_pending = ground.index in pending
        _place_threat(view, ground, threats.get(ground.index), heard, names)
        views.append(view)
    return views


def _ambulances_due(now_ms: int, fleet: Ambulances) -> int:
    due_s = (fleet.first_s + number * fleet.gap_s for number in range(fleet.count))
    return sum(1 for at_s in due_s if at_s * 1000 <= now_ms)


def _believed_hurt(ground: AreaSeen) -> int:
    return sum(ground.counts[:3]) if ground.seen_ms >= 0 else ground.claimed


def _threat_by(heard: Heard, names: Names) -> str:
    """Who says what the seat holds of the threat."""
    command = heard.view
    if command.threat_by < 0:
        return "you"
    spoke = [
        report
        for report in heard.reports
        if report.kind == ReportKind.THREAT and report.observed_ms == command.threat_ms
    ]
    team = spoke[-1].team if spoke else -1
    return names.speaker(team, command.threat_by)


def _area(ground: AreaSeen, heard: Heard, last: Report | None, names: Names) -> wire.AreaBelief:
    now_ms = heard.now_ms
    declared = ground.zone != Zone.UNDECLARED
    zones = get_args(wire.ZoneWord)
    red, yellow, green, grey = ground.counts
    return wire.AreaBelief(
        index=ground.index,
        zone=zones[zones.index(ground.zone.name.lower())],
        zone_age_s=_age(now_ms, ground.zone_ms) if declared else None,
        zone_by="you" if declared else "",
        seen_age_s=_age(now_ms, ground.seen_ms),
        cleared=ground.searched_ms >= 0,
        red=red,
        yellow=yellow,
        green=green,
        grey=grey,
        threat=False,
        source=names.speaker(last.team, last.source) if last is not None else "",
        claimed=ground.claimed,
        uninjured=max(0, ground.uninjured),
        alarm=_ALARMS.get(Alarm(ground.alarm), ""),
        cars=ground.blocked,
    )


def _place_threat(
    view: wire.AreaBelief,
    ground: AreaSeen,
    last: Report | None,
    heard: Heard,
    names: Names,
) -> None:
    """A team's word places the threat; what only others say stays theirs, at its age."""
    command = heard.view
    held = command.threat_area == ground.index and command.threat not in _NO_MORE
    if ground.threat_ms < 0 or command.threat in _NO_MORE:
        return
    view.threat_age_s = _age(heard.now_ms, ground.threat_ms)
    if last is None or last.team >= 0:
        view.threat = held
    elif last.status not in _NO_MORE and ground.searched_ms < last.observed_ms:
        view.threat_said = names.speaker(last.team, last.source)


def _age(now_ms: int, at_ms: int) -> float | None:
    return (now_ms - at_ms) / 1000 if at_ms >= 0 else None
