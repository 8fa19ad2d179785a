"""Hearing an order: teams acknowledge and turn to it, medics learn what was declared."""

from tests.reference.twin.arrivals import set_out
from tests.reference.twin.attention import crew_waits, wake
from tests.reference.twin.beliefs import hear
from tests.reference.twin.command_words import WORDS
from tests.reference.twin.contact import contact_of
from tests.reference.twin.corridor import close_corridor, plan_corridor, take_posts
from tests.reference.twin.counting import recount
from tests.reference.twin.face_to_face import beside
from tests.reference.twin.ground_tasks import TASKS as GROUND
from tests.reference.twin.ground_tasks import obey_ground
from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import clear_air, hand_on
from tests.reference.twin.letting_go import release
from tests.reference.twin.parts import take_leader_along
from tests.reference.twin.police_car import obey_police_car
from tests.reference.twin.radio import (
    FOR_ALL_MEDICS,
    acknowledge,
    channel_of,
    listens,
    said_on,
    send_report,
)
from tests.reference.twin.reports import open_report
from tests.reference.twin.roles import takes_only_a_leader
from tests.reference.twin.rtf_orders import obey_rtf, obey_security, retreat
from tests.reference.twin.said import GivenOrder, Message, TeamBelief
from tests.reference.twin.sources import answer_source
from tests.reference.twin.standing import cannot, say_at_place
from tests.reference.twin.tasks import step, wake_waiting_crews
from tests.reference.twin.team_orders import (
    IN_PASSING,
    TURNED_TO,
    obey_in_passing,
    obey_team_order,
    turn_follower,
)
from tests.reference.twin.teams import set_task
from tests.reference.twin.things import Team
from tests.reference.twin.transport import call_ambulances
from tests.reference.twin.walking import tell_walking
from tests.reference.twin.world import Area
from tests.reference.twin.zones import hear_declared, safe_place
from warmzone.kernel.codes import Item, Lane, Work
from warmzone.vocabulary.codes import (
    CorridorState,
    Phase,
    Priority,
    Reply,
    Seat,
    Task,
    ThreatStatus,
    Zone,
)
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind

TASK_OF = {
    Verb.CONTACT: Task.CONTACT,
    Verb.HOLD: Task.HOLD,
    Verb.CLEAR: Task.CLEAR,
    Verb.TREAT: Task.TREAT,
    Verb.CARRY: Task.CARRY,
    Verb.PERIMETER: Task.PERIMETER,
    Verb.SECURE_CCP: Task.CCP_SECURITY,
    Verb.STAGE: Task.STAGED,
    Verb.WITHDRAW: Task.WITHDRAW,
}


def answer_rtf(belief: TeamBelief, verb: Verb) -> None:
    """A seat knows that an RTF's request has been answered, and how."""
    if verb in (Verb.CLEAR_RTF_IN, Verb.HOLD_RTF):
        belief.asked_ms = None
        belief.reply = Reply.CLEARED if verb == Verb.CLEAR_RTF_IN else Reply.HELD


def hear_order(incident: Incident, order: GivenOrder) -> None:
    """An order has been heard by whom it concerns."""
    order.heard_ms = incident.now
    verb, medical = order.verb, incident.medical
    if verb == Verb.DECLARE_ZONE:
        hear_zone(incident, order)
    elif verb == Verb.SET_CCP:
        medical.ccp, medical.ccp_ms = order.area, incident.now
        follow_ccp(incident)
    elif verb == Verb.SET_AEP:
        medical.aep, medical.aep_ms = order.area, incident.now
        call_ambulances(incident, None)
        if incident.command.walking_area is None:
            tell_walking(incident)
    elif verb == Verb.SET_PRIORITY:
        medical.priority = Priority(order.value)
    elif verb == Verb.DECLARE_THREAT:
        medical.threat = ThreatStatus(order.value)
        medical.threat_ms = incident.now
        medical.free_entry = medical.threat in (ThreatStatus.NONE, ThreatStatus.OVER)
    elif verb == Verb.BREAK_CORRIDOR:
        break_corridor(incident)
    elif verb == Verb.REQUEST_ENTRY:
        ask_entry(incident, order)
    elif order.team is not None:
        answer_rtf(medical.teams[order.team.id], verb)
        obey(incident, order)
    else:
        hear_by_all(incident, order)
    if order.team is None:
        acknowledge(incident, order)
    for_them = verb in FOR_ALL_MEDICS if order.team is None else order.team.is_medical
    if order.seat == Seat.TACTICAL and for_them and crew_waits(incident):
        wake(incident, medical)


def follow_ccp(incident: Incident) -> None:
    """The CCP has been named, perhaps elsewhere than before: its security goes there."""
    for team in incident.teams:
        elsewhere = team.target_area is not incident.medical.ccp
        if team.task == Task.CCP_SECURITY and team.able > 0 and elsewhere:
            release(incident, team)
            team.target_area = incident.medical.ccp
            if not team.on_leg:
                step(incident, team)


def hear_by_all(incident: Incident, order: GivenOrder) -> None:
    """An order to everybody, to those on their way, or to dispatch."""
    verb = order.verb
    if verb == Verb.WITHDRAW_AREA:
        assert order.area is not None
        withdraw_area(incident, order.area)
    elif verb == Verb.WARN_SITES:
        if incident.record.warned_ms is None:
            incident.record.warned_ms = incident.now
    elif verb == Verb.CLEAR_THE_AIR:
        for channel in (Lane.POLICE, Lane.MEDICAL, Lane.AID):
            if listens(incident, incident.tactical, channel):
                clear_air(incident, channel, incident.now + order.value * 1000)
    elif verb == Verb.ASK_SOURCE:
        answer_source(incident, order)
    elif verb == Verb.RECONCILE:
        recount(incident, order)
    elif verb == Verb.SET_RADIO_PLAN:
        word = Message(Item.PLAN, order, Seat.TACTICAL)
        hand_on(incident, word, incident.p.radio_switch_s)
        incident.command.switching_until_ms = word.rank
    elif verb == Verb.STAGE_ARRIVALS:
        incident.arrivals_staged = bool(order.value)
    elif verb == Verb.CALL_RESOURCES:
        set_out(incident)
    elif verb == Verb.MOVE_WALKING:
        incident.command.walking_area = order.area
        tell_walking(incident)
    elif verb in WORDS:
        WORDS[verb](incident, order)


def hear_zone(incident: Incident, order: GivenOrder) -> None:
    """Medics hear a declaration, and every one that was said in the same breath."""
    breath = [order]
    for later in incident.orders[order.id + 1 :]:
        if not later.rides:
            break
        breath.append(later)
    for said in breath:
        assert said.area is not None
        said.heard_ms = incident.now
        if said is not order:
            acknowledge(incident, said)
        # Said again late, it may have been declared anew meanwhile.
        if order.tries == 0 or said.area.declared.zone == said.value:
            hear_declared(incident, said.area, Zone(said.value))
    wake_waiting_crews(incident)


def ask_entry(incident: Incident, order: GivenOrder) -> None:
    """An RTF's request is heard on its channel, or by Tactical beside it."""
    assert order.team is not None
    if order.team.asked_ms is None:
        order.team.asked_ms = order.given_ms
    report = open_report(incident, ReportKind.ENTRY_REQUEST, order.team)
    report.observed_ms = order.given_ms
    if beside(order.team, incident.tactical):
        hear(incident, incident.tactical, report)
        hear(incident, incident.medical, report)
    else:
        said_on(incident, report, channel_of(incident, order.team))


def break_corridor(incident: Incident) -> None:
    """The corridor is given up; its posts are without a task."""
    close_corridor(incident)
    for team in incident.teams:
        if team.task == Task.CORRIDOR_POST:
            release(incident, team)
            stay_untasked(incident, team)


def stay_untasked(incident: Incident, team: Team) -> None:
    """Nothing to do: stand here, or where the leg being walked ends."""
    set_task(incident, team, Task.UNASSIGNED)
    if not team.on_leg:
        step(incident, team)


def obey(incident: Incident, order: GivenOrder) -> None:
    """A team has heard its order: it acknowledges and turns to it, once its hands are free."""
    team, verb = order.team, order.verb
    assert team is not None
    if team.work == Work.DRIVE:
        team.next_order = order
        acknowledge(incident, order)
        return
    if team.able <= 0 or not team.on_scene:
        acknowledge(incident, order)
        return
    if verb == Verb.ASK_REPORT:
        acknowledge(incident, order)
        say_at_place(incident, team)
        return
    if verb in IN_PASSING or takes_only_a_leader(order, team):
        joining = obey_in_passing(incident, order, team)
        if joining is not None:
            step(incident, joining)
        return
    carrying = team.load and team.work != Work.LIFT
    treats = team.is_medical and team.work == Work.CARE
    if (carrying or treats) and verb not in (Verb.WITHDRAW, Verb.HOLD_RTF):
        team.next_order = order
        acknowledge(incident, order)
        return
    ready = team.task in (Task.RESERVE, Task.AT_DOOR)
    release(incident, team)
    if not ready and not team.on_leg:
        team.start_ms = int(incident.p.start_delay_s * 1000.0)
    turn_to(incident, order, team)
    take_leader_along(incident, team)
    team.start_ms = 0
    for other in incident.teams:
        if turn_follower(incident, other, team):
            step(incident, other)


def turn_to(incident: Incident, order: GivenOrder, team: Team) -> None:
    """A team that has left what it was doing turns to an order."""
    verb = order.verb
    if verb == Verb.TRIAGE_OUTSIDE and incident.command.walking_area is None:
        incident.command.walking_area = order.area
        tell_walking(incident)
    crew = verb == Verb.TRIAGE_OUTSIDE and team.is_medical
    if crew or verb in (Verb.CLEAR_RTF_IN, Verb.HOLD_RTF):
        obey_rtf(incident, order, team)
    elif verb in TURNED_TO:
        obey_team_order(incident, order, team)
        if not team.on_leg:
            step(incident, team)
    elif verb in GROUND:
        obey_ground(incident, order, team)
        if not team.on_leg and team.task != Task.UNASSIGNED:
            step(incident, team)
    elif verb == Verb.POLICE_TRANSPORT:
        obey_police_car(incident, order, team)
        if not team.on_leg and team.task != Task.UNASSIGNED:
            step(incident, team)
    elif verb == Verb.SECURE_RTF:
        obey_security(incident, order, team)
    elif verb == Verb.BUILD_CORRIDOR:
        obey_corridor(incident, order, team)
    elif team.is_medical:
        acknowledge(incident, order, Task.RESCUE_TASK_FORCE)
        retreat(incident, team)
    else:
        obey_task(incident, order, team)


def obey_task(incident: Incident, order: GivenOrder, team: Team) -> None:
    """CONTACT, HOLD, CLEAR, TREAT, CARRY, STAGE, WITHDRAW, told to officers."""
    target = order.area
    if order.verb == Verb.STAGE:
        target = team.home_area
    elif order.verb == Verb.WITHDRAW:
        target = team.area.exit_area or team.home_area
    elif order.verb == Verb.SECURE_CCP:
        target = incident.tactical.ccp
    task = TASK_OF[order.verb]
    set_task(incident, team, task)
    team.target_area = target
    acknowledge(incident, order, task)
    contact_of(incident, team)
    if not team.on_leg:
        step(incident, team)


def withdraw_area(incident: Incident, area: Area) -> None:
    """Everybody out: each team there answers and leaves; about a device, next door too."""
    for team in incident.teams:
        here = team.area
        beside = area.declared.device and here.declared.device
        if (here is not area and not beside) or team.able <= 0 or not team.on_scene:
            continue
        report = open_report(incident, ReportKind.STATUS, team)
        report.status = Task.WITHDRAW
        send_report(incident, report)
        carrying = team.load and team.work != Work.LIFT
        if carrying or team.phase == Phase.FOLLOWING or team.work == Work.ASSEMBLE:
            continue
        release(incident, team)
        if team.is_medical:
            retreat(incident, team)
        else:
            set_task(incident, team, Task.WITHDRAW)
            team.target_area = safe_place(incident, here)
            if not team.on_leg:
                step(incident, team)


def obey_corridor(incident: Incident, order: GivenOrder, team: Team) -> None:
    """Officers are told to man the corridor; the first ones lay it out."""
    corridor, ccp, aep = incident.corridor, incident.medical.ccp, incident.medical.aep
    reason = CannotReason.NOTHING_TO_DO
    post = None
    if corridor.state == CorridorState.NONE:
        if ccp is not None and aep is not None and plan_corridor(incident, ccp, aep):
            corridor.state = CorridorState.BUILDING
            corridor.since_ms = incident.now
        else:
            reason = CannotReason.NO_CCP
    if corridor.state != CorridorState.NONE:
        post = take_posts(incident, team)
    if post is None:
        acknowledge(incident, order)
        cannot(incident, team, reason)
        stay_untasked(incident, team)
        return
    set_task(incident, team, Task.CORRIDOR_POST)
    team.target_area = post
    acknowledge(incident, order, Task.CORRIDOR_POST)
    if not team.on_leg:
        step(incident, team)
