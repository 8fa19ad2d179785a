"""A supervisor who comes and is given no part: goes in, takes teams from their task, commands."""

from tests.reference.twin.contact import contact_of, nearest_noise
from tests.reference.twin.incident import Incident
from tests.reference.twin.initiative import worst_area_heard_of
from tests.reference.twin.lanes import hand_on_at
from tests.reference.twin.letting_go import release
from tests.reference.twin.movement import can_reach
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.said import Message
from tests.reference.twin.tasks import step
from tests.reference.twin.teams import set_task
from tests.reference.twin.things import Team
from warmzone.kernel.codes import Item
from warmzone.kernel.draws import Purpose
from warmzone.kernel.senior import MOST_ACTS
from warmzone.vocabulary.codes import CommandPlace, Phase, Task
from warmzone.vocabulary.reports import ReportKind

PULLED_FROM = (
    Task.CLEAR, Task.TREAT, Task.CARRY, Task.HOLD, Task.CORRIDOR_POST, Task.RESERVE, Task.STAGED,
)  # fmt: skip


def supervisor_arrives(incident: Incident, team: Team) -> None:
    """A supervisor says that they are here; some will not wait to be given a part."""
    if not incident.plan.units[team.id].supervisor:
        return
    team.senior = 1
    send_report(incident, open_report(incident, ReportKind.SUPERVISOR_HERE, team))
    u = incident.luck.uniform(team.id, Purpose.SENIOR_ACT, 0)
    if u < incident.p.senior_freelances_p:
        act_later(incident, team, 1, incident.p.senior_waits_s)


def act_later(incident: Incident, team: Team, n: int, mean_s: float) -> None:
    """Set when a supervisor acts for the n-th time."""
    wait = int(incident.luck.exponential(team.id, Purpose.SENIOR, n) * mean_s * 1000.0) + 1
    hand_on_at(incident, Message(Item.SENIOR, team, n), incident.now + wait)


def senior_acts(incident: Incident, team: Team, n: int) -> None:
    """A supervisor whom nobody gave a part acts on their own."""
    command, p = incident.command, incident.p
    if team.senior != 1 or team.able <= 0 or command.commander is team:
        return
    u = incident.luck.uniform(team.id, Purpose.SENIOR_ACT, 1)
    if u < p.senior_joins_p:
        send(incident, team, team)
        return
    commanded = incident.tactical.place != CommandPlace.NOBODY
    if u < p.senior_joins_p + p.senior_commands_p and commanded and command.rival is None:
        command.rival = team
        if command.two_since_ms is None:
            command.two_since_ms = incident.now
    others = [
        other
        for other in incident.teams
        if other is not team and other.task in PULLED_FROM and can_be_sent(other)
    ]
    near = [other for other in others if incident.metres(team.area, other.area) < 1.0e8]
    if near:
        pulled = min(near, key=lambda other: incident.metres(team.area, other.area))
        incident.record.pulled += 1
        send(incident, pulled, team)
    if n < MOST_ACTS:
        act_later(incident, team, n + 1, p.senior_orders_s)


def can_be_sent(team: Team) -> bool:
    """Whether officers are here, carry nobody and follow no crew."""
    here = team.is_police and team.on_scene and team.able > 0
    return here and not team.load and team.phase != Phase.FOLLOWING


def send(incident: Incident, team: Team, by: Team) -> None:
    """A team goes where a supervisor thinks it is needed: to the noise, else where it last was."""
    if not can_be_sent(team):
        return
    goal = nearest_noise(incident, by.area)
    goal = goal or incident.hazards[0].last_heard_area or worst_area_heard_of(incident)
    if goal is None or not can_reach(incident, team.area, goal):
        return
    release(incident, team)
    set_task(incident, team, Task.CONTACT)
    team.target_area = goal
    contact_of(incident, team)
    if not team.on_leg:
        step(incident, team)
