"""Team cards: what the seat believes each team is doing, and what it cannot be told now."""

from warmzone.review.reports import cannot_words
from warmzone.server import wire
from warmzone.server.dimming import Dims
from warmzone.server.heard import Heard, Report
from warmzone.server.names import Names, team_letter
from warmzone.simulation.observe import TeamSeen
from warmzone.vocabulary.codes import Reply, Task
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
    Task.PERIMETER: "perimeter, {place}",
    Task.CCP_SECURITY: "CCP security",
    Task.LEAD_OUT: "with uninjured people, {place}",
}


def team_cards(heard: Heard, names: Names, dims: Dims) -> list[wire.TeamCard]:
    """A card for every team that the seat knows of."""
    hurt = _hurt(heard.reports)
    cards = []
    for team in heard.view.teams:
        card = _card(team, heard.now_ms, names)
        card.hurt = hurt.get(team.index, 0)
        card.dim = dims.teams.get(team.index, {})
        card.others = dims.others.get(team.index, {})
        cards.append(card)
    return cards


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


def _card(team: TeamSeen, now_ms: int, names: Names) -> wire.TeamCard:
    is_medical = team.index in names.medical
    return wire.TeamCard(
        index=team.index,
        callsign=names.team(team.index),
        letter=team_letter(team.index),
        discipline="medical" if is_medical else "police",
        size=team.able,
        task=Task(team.task).name.lower(),
        task_text=task_text(team, names),
        phase=_phase(team),
        area=team.area,
        target=team.target_area,
        since_s=max(0, now_ms - team.task_since_ms) / 1000,
        reported_age_s=max(0, now_ms - team.observed_ms) / 1000,
        unassigned=is_unassigned(team, names),
        order_pending=team.pending_order >= 0,
    )


def _phase(team: TeamSeen) -> str:
    if team.able <= 0:
        return "out of action"
    if team.pending_order >= 0:
        return "order on its way"
    return "working" if team.busy else "idle"


def _hurt(reports: tuple[Report, ...]) -> dict[int, int]:
    """How many officers of each team were reported down."""
    hurt: dict[int, int] = {}
    for report in reports:
        if report.kind == ReportKind.OFFICER_DOWN:
            hurt[report.team] = hurt.get(report.team, 0) + 1
    return hurt
