"""Transfer of command: said, briefed, acknowledged; and police and fire at one post."""

from tests.reference.twin.beliefs import hear
from tests.reference.twin.contact import contact_of
from tests.reference.twin.face_to_face import beside
from tests.reference.twin.handover import end_two
from tests.reference.twin.holding import hold
from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on
from tests.reference.twin.letting_go import release
from tests.reference.twin.radio import (
    acknowledge,
    announce,
    listens,
    pass_on,
    send_report,
)
from tests.reference.twin.reports import open_report
from tests.reference.twin.said import CommandSeat, GivenOrder, Message
from tests.reference.twin.teams import schedule_initiative, set_task
from tests.reference.twin.things import Team
from tests.reference.twin.together import share_picture
from warmzone.kernel.codes import Item, Lane
from warmzone.kernel.transfer import MOST_ANSWERS
from warmzone.vocabulary.codes import Phase, Seat, Source
from warmzone.vocabulary.reports import ReportKind


def tell_who_commands(incident: Incident) -> None:
    """Somebody said that they have command: medics on another channel hear of it late, or not."""
    if incident.command.commander is None:
        return
    report = open_report(incident, ReportKind.COMMAND_TAKEN, incident.command.commander)
    if listens(incident, incident.medical, Lane.POLICE):
        hear(incident, incident.medical, report)
    else:
        pass_on(incident, report, incident.medical)


def occupy(incident: Incident, seat: CommandSeat, seconds: float) -> None:
    """Whoever sits in a seat can say nothing else for so long."""
    seat.ready_ms = max(seat.ready_ms, incident.now + int(seconds * 1000.0))


def take_brief(incident: Incident, order: GivenOrder, team: Team) -> None:
    """A team has been told to take over; face to face the brief is still to come."""
    acknowledge(incident, order)
    incident.command.heir, incident.command.answers = team, 0
    seconds = 0.0
    if beside(team, incident.tactical):
        seconds = incident.p.brief_s
        occupy(incident, incident.tactical, seconds)
    hand_on(incident, Message(Item.BRIEFED, order, Seat.TACTICAL), seconds)


def lend(incident: Incident, team: Team, officers: int) -> None:
    """An officer leaves a team to command (-1), or comes back to it (1)."""
    if officers < 0 and team.able == 1:
        release(incident, team)
    if team.untasked_since_ms is not None:
        set_task(incident, team, team.task)
    team.able += officers
    contact_of(incident, team)
    hold(incident, team)
    if officers > 0 and team.able == officers and team.phase == Phase.IDLE:
        schedule_initiative(incident, team, incident.p.initiative_mean_s)


def come_back(incident: Incident) -> None:
    """Whoever handed command over is back with their team, or with those who took it in."""
    team, incident.command.returns = incident.command.returns, None
    if team is not None and team.merged is not None:
        team = team.merged
    if team is not None and team.phase != Phase.OUT_OF_ACTION:
        lend(incident, team, 1)


def accept(incident: Incident, order: GivenOrder) -> None:
    """The brief is over: the heir says that they have it, and again where nobody heard that."""
    command, tactical, team = incident.command, incident.tactical, order.team
    assert team is not None
    known = tactical.commander if order.value == 1 else tactical.overall
    come_back(incident)
    if command.heir is not team or known is team or command.answers >= MOST_ANSWERS:
        return
    if team.able <= 0 or not team.on_scene:
        command.heir = None
        return
    if command.accepted is not order:
        command.accepted = order
        if order.value == 1:
            pass_to(incident, team)
        give_part(incident, team)
    command.answers += 1
    report = open_report(incident, ReportKind.COMMAND_ACCEPTED, team)
    report.flag = order.value
    again = Message(Item.BRIEFED, order, Seat.TACTICAL)
    hand_on(incident, again, incident.p.repeat_order_s)
    send_report(incident, report)


def pass_to(incident: Incident, team: Team) -> None:
    """An officer of a team commands; one who had just taken over before is back with their team."""
    command, before = incident.command, incident.command.commander
    if before is team:
        return
    if before is not None and before is not incident.tactical.commander:
        command.returns = before
        come_back(incident)
    lend(incident, team, -1)
    command.commander = team
    if command.two_since_ms is None:
        command.two_since_ms = incident.now


def give_part(incident: Incident, team: Team) -> None:
    """A senior officer has a part in the plan and no longer acts on their own."""
    team.senior = 2 if team.senior == 1 else team.senior
    if incident.command.rival is team:
        incident.command.rival = None
        end_two(incident)


def unite(incident: Incident) -> None:
    """Police and fire go to one post; where nobody else can stand there, whoever leads goes."""
    command = incident.command
    crews = [team for team in incident.teams if team.is_medical and team.on_scene and team.able > 0]
    if command.unified_ms is not None or command.uniting or not crews:
        return
    command.uniting = True
    if not any(team.senior and team.able > 0 for team in incident.teams):
        occupy(incident, incident.tactical, incident.p.unify_s)
    if len(crews) < 2:
        occupy(incident, incident.medical, incident.p.unify_s)
    # the message is about nothing: it names the first team, as the kernel does
    hand_on(incident, Message(Item.UNITED, incident.teams[0], Seat.TACTICAL), incident.p.unify_s)


def united(incident: Incident) -> None:
    """Police and fire command together, know the same, and are on the police channel from now."""
    incident.command.unified_ms = incident.now
    share_picture(incident)
    for team in incident.teams:
        give_part(incident, team)
    report = open_report(incident, ReportKind.UNITED, None)
    report.source = Source.MEDICAL
    announce(incident, report)
