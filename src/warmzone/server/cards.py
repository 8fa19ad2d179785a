"""Team cards: what the seat believes each team is doing, and what it cannot be told now."""

from warmzone.server import wire
from warmzone.server.heard import Heard, Report
from warmzone.server.names import Names, team_letter
from warmzone.server.spoken import cannot_words
from warmzone.server.verbs import BARS, Bar
from warmzone.simulation.observe import TeamSeen
from warmzone.vocabulary.codes import CommandPlace, Reply, Task
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind

_DOING: dict[Task, str] = {
    Task.UNASSIGNED: "no task",
    Task.COMMAND: "command",
    Task.CONTACT: "contact, {place}",
    Task.CLEAR: "clearing {place}",
    Task.HOLD: "holding {place}",
    Task.TREAT: "treating in {place}",
    Task.CARRY: "carrying from {place}",
    Task.CORRIDOR_POST: "corridor post",
    Task.RTF_SECURITY: "RTF security",
    Task.RESERVE: "in reserve",
    Task.STAGED: "at staging",
    Task.RESCUE_TASK_FORCE: "rescue task force, {place}",
    Task.WITHDRAW: "withdrawing",
    Task.CONTAIN: "containing {place}",
    Task.CHECK: "checking {place}",
    Task.MOVE_VEHICLES: "clearing vehicles, {place}",
    Task.RUNNER: "runner",
    Task.BREACH: "opening {place}",
    Task.OUTSIDE_TRIAGE: "triage at {place}",
    Task.STAGING_MANAGER: "staging manager",
    Task.AREA_CONTROL: "area control, {place}",
    Task.AT_DOOR: "waiting at the door",
    Task.LINK_UP: "linking up",
    Task.POLICE_TRANSPORT: "driving to hospital",
    Task.PERIMETER: "perimeter",
}


def team_cards(heard: Heard, names: Names) -> list[wire.TeamCard]:
    """A card for every team that the seat knows of."""
    hurt = _hurt(heard.reports)
    return [_card(team, heard, names, hurt.get(team.index, 0)) for team in heard.view.teams]


def is_unassigned(team: TeamSeen, names: Names) -> bool:
    """Whether officers stand without a task: never given one, or they said that it is done."""
    if team.index in names.medical or team.able <= 0 or team.pending_order >= 0:
        return False
    return team.task == Task.UNASSIGNED or not team.busy


def task_text(team: TeamSeen, names: Names) -> str:
    """What a team is doing, in a few words."""
    if team.index in names.medical and team.task == Task.UNASSIGNED:
        return _medics_text(team)
    if not team.busy and team.cannot_ms >= team.task_since_ms and team.cannot_ms >= 0:
        return f"refused: {cannot_words(team.cannot)}"
    place = names.place(team.target_area if team.target_area >= 0 else team.area)
    text = _DOING[Task(team.task)].format(place=place)
    return text if team.busy or team.task == Task.UNASSIGNED else f"done: {text}"


def _medics_text(team: TeamSeen) -> str:
    if team.reply == Reply.WAITING:
        return "asking to come in"
    return {Reply.CLEARED: "cleared in", Reply.HELD: "told to wait"}.get(
        Reply(team.reply), "standing by"
    )


def _card(team: TeamSeen, heard: Heard, names: Names, hurt: int) -> wire.TeamCard:
    now_ms = heard.now_ms
    is_medical = team.index in names.medical
    return wire.TeamCard(
        index=team.index,
        callsign=names.team(team.index),
        letter=team_letter(team.index),
        discipline="medical" if is_medical else "police",
        size=team.able,
        hurt=hurt,
        task=Task(team.task).name.lower(),
        task_text=task_text(team, names),
        phase=_phase(team),
        area=team.area,
        target=team.target_area,
        since_s=max(0, now_ms - team.task_since_ms) / 1000,
        reported_age_s=max(0, now_ms - team.observed_ms) / 1000,
        unassigned=is_unassigned(team, names),
        order_pending=team.pending_order >= 0,
        dim=_dim(team, heard, is_medical=is_medical),
    )


def _phase(team: TeamSeen) -> str:
    if team.able <= 0:
        return "out of action"
    if team.pending_order >= 0:
        return "order on its way"
    return "working" if team.busy else "idle"


def _dim(team: TeamSeen, heard: Heard, *, is_medical: bool) -> dict[str, str]:
    """Why each verb that names a team makes no sense for this one now."""
    dim = {}
    for bar in BARS:
        if bar.team != "no":
            reason = _reason(bar, team, heard, is_medical=is_medical)
            if reason:
                dim[bar.verb.name.lower()] = reason
    return dim


def _reason(bar: Bar, team: TeamSeen, heard: Heard, *, is_medical: bool) -> str:
    command, needs, verb = heard.view, bar.team, bar.verb
    if command.place == CommandPlace.NOBODY:
        return "take command first"
    if team.able <= 0:
        return "out of action"
    if needs == "police" and is_medical:
        return "for police teams"
    if needs == "rtf" and not is_medical:
        return "for rescue task forces"
    if verb == Verb.BUILD_CORRIDOR and command.ccp < 0:
        return "set a CCP first"
    if verb == Verb.BUILD_CORRIDOR and command.aep < 0:
        return "set an AEP first"
    return ""


def _hurt(reports: tuple[Report, ...]) -> dict[int, int]:
    """How many officers of each team were reported down."""
    hurt: dict[int, int] = {}
    for report in reports:
        if report.kind == ReportKind.OFFICER_DOWN:
            hurt[report.team] = hurt.get(report.team, 0) + 1
    return hurt
