"""What a seat comes to know: only what was delivered to it, with a running digest."""

from tests.reference.twin.attention import calls_for_decision, tells_anew, wake
from tests.reference.twin.handover import hear_who_commands
from tests.reference.twin.incident import Incident
from tests.reference.twin.luck import folded
from tests.reference.twin.people_heard import hear_of_people
from tests.reference.twin.roles import forget_post, hear_of_role
from tests.reference.twin.said import AreaBelief, CommandSeat, GivenOrder, Report, TeamBelief
from tests.reference.twin.sources import hear_of_source, hear_of_threat, places_threat
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import (
    Alarm,
    AreaKind,
    CorridorState,
    Reply,
    Role,
    Seat,
    Source,
    Task,
    ThreatStatus,
)
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind

COUNTS = (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR, ReportKind.COUNT)
OF_GROUND = (
    *COUNTS, ReportKind.THREAT, ReportKind.SECOND_ATTACKER, ReportKind.DEVICE, ReportKind.CHECKED,
    ReportKind.VEHICLES,
)  # fmt: skip


def hear(incident: Incident, seat: CommandSeat, report: Report) -> None:
    """Deliver a report to a seat, once: its beliefs, its digest, and its next decision."""
    if report.heard_ms[seat.id] is not None:
        return
    anew = tells_anew(seat, report)
    report.heard_ms[seat.id] = incident.now
    digest_report(incident, seat, report)
    if report.misplaced and seat is incident.tactical:
        seat.digest = folded(seat.digest, 1)
    if report.area is not None:
        hear_of_area(incident, seat, report, report.area)
        hear_of_alarm(seat, report, report.area)
    if report.team is not None:
        hear_of_team(incident, seat, report)
        forget_post(seat.teams[report.team.id])
    if report.kind in (ReportKind.THREAT, ReportKind.SIZED_UP):
        hear_of_threat(incident, seat, report)
    if report.kind == ReportKind.SOURCE_GIVEN:
        hear_of_source(incident, seat, report)
    if report.kind == ReportKind.COUNT and report.team is None:
        hear_of_count(seat, report)
    hear_who_commands(incident, seat, report)
    if report.kind == ReportKind.TOGETHER:
        seat.together = True
    hear_of_people(seat, report)
    if report.kind == ReportKind.CORRIDOR:
        assert isinstance(report.status, CorridorState)
        seat.corridor = report.status
        seat.corridor_posts = report.flag
    if calls_for_decision(incident, seat, report, anew=anew):
        wake(incident, seat)


def digest_report(incident: Incident, seat: CommandSeat, report: Report) -> None:
    """Fold everything that was said, and when it was heard, into the seat's digest."""
    said = [
        report.id + 1,
        incident.now + 1,
        report.kind + 1,
        1 if report.team is None else report.team.id + 2,
        1 if report.area is None else report.area.id + 2,
        report.source + 1,
        1 if report.status is None else report.status + 2,
        report.able + 1,
        report.flag + 1,
        report.observed_ms + 1,
        *(count + 1 for count in report.counts),
        report.uninjured + 1,
    ]
    pairs = zip(said[0:14:2], said[1:14:2], strict=True)
    for value in [*(low + (high << 32) for low, high in pairs), said[14]]:
        seat.digest = folded(seat.digest, value)
    seat.delivered += 1


def hear_of_area(incident: Incident, seat: CommandSeat, report: Report, area: Area) -> None:
    """Update what the seat believes of the ground."""
    belief, kind = seat.areas[area.id], report.kind
    if kind in OF_GROUND:
        belief.latest = report
    if kind in COUNTS:
        compare_counts(belief, report)
        belief.counted = report
    if kind == ReportKind.AREA_SEEN and report.source != Source.TEAM:
        belief.report = report
        belief.claimed = report.flag
        if belief.seen_ms is None:
            belief.source = report.source
    elif kind in COUNTS:
        belief.report = report
        belief.seen_ms = report.observed_ms
        belief.uninjured = report.uninjured
        belief.source = report.source
        belief.claimed = 0
        belief.counts = list(report.counts)
    if kind == ReportKind.TRANSPORTED:
        belief.counts = [
            max(0, lay - left) for lay, left in zip(belief.counts, report.counts, strict=True)
        ]
    if kind == ReportKind.VEHICLES:
        belief.blocked = report.flag > 0
        seat.blocked = sum(each.blocked for each in seat.areas)
    if kind == ReportKind.AREA_CLEAR:
        belief.searched_ms = report.observed_ms
        if report.flag == 1:
            hear_wing_searched(incident, seat, report, area)
    ongoing = kind == ReportKind.THREAT and report.status == ThreatStatus.ONGOING
    if ongoing and places_threat(report):
        belief.threat_ms = report.observed_ms
    if not belief.listed and belief.claimed + sum(belief.counts) > 0:
        belief.listed = True
        seat.heard_of.append(area)


def compare_counts(belief: AreaBelief, report: Report) -> None:
    """A place of which another number is told than before stands out until it is reconciled."""
    count = sum(report.counts) if report.source == Source.TEAM else report.flag
    if belief.told_count not in (None, count) and report.kind != ReportKind.COUNT:
        belief.differs = True
    belief.told_count = count


def hear_of_count(seat: CommandSeat, report: Report) -> None:
    """The counts have been reconciled: nothing stands out, and where teams looked, they hold."""
    seat.reconciled_ms = report.observed_ms
    seat.reconciled = list(report.counts)
    seat.unconfirmed = report.flag
    for belief in seat.areas:
        belief.differs = False
        if belief.seen_ms is not None:
            belief.claimed = 0


def hear_of_alarm(seat: CommandSeat, report: Report, area: Area) -> None:
    """A second attacker is spoken of or checked, or a device found."""
    alarm = {
        ReportKind.SECOND_ATTACKER: Alarm.SECOND_ATTACKER,
        ReportKind.DEVICE: Alarm.DEVICE,
        ReportKind.CHECKED: Alarm.CHECKED,
    }.get(report.kind)
    met = report.kind == ReportKind.THREAT and report.status == ThreatStatus.ONGOING
    if met and report.team is not None:
        alarm = Alarm.CHECKED
    belief = seat.areas[area.id]
    if alarm is None or belief.alarm == Alarm.DEVICE:
        return
    if alarm == Alarm.CHECKED and belief.alarm != Alarm.SECOND_ATTACKER:
        return
    belief.alarm = alarm
    belief.alarm_ms = report.observed_ms
    seat.alarms = sum(other.alarm == Alarm.SECOND_ATTACKER for other in seat.areas)
    if alarm == Alarm.DEVICE:
        seat.device_area = area
    if alarm == Alarm.DEVICE and seat.id == Seat.MEDICAL:
        for near in (area, *(way.to for way in area.ways)):
            near.declared.device = True


def hear_wing_searched(incident: Incident, seat: CommandSeat, report: Report, area: Area) -> None:
    """A team said that a corridor and the rooms off it are searched: all that it could get into."""
    searched = report.observed_ms
    for way in area.ways:
        room = way.to
        if room.kind == AreaKind.ROOM and incident.way(area, room) is not None:
            belief = seat.areas[room.id]
            if belief.searched_ms is None or searched > belief.searched_ms:
                belief.searched_ms = searched
            if belief.seen_ms is None or searched > belief.seen_ms:
                belief.seen_ms = searched
                belief.report = report
                belief.source = report.source


def hear_of_team(incident: Incident, seat: CommandSeat, report: Report) -> None:
    """Update what the seat believes of the team that spoke."""
    assert report.team is not None
    belief, kind = seat.teams[report.team.id], report.kind
    if belief.gone:
        return
    if not belief.known:
        belief.known = True
        belief.task, belief.task_since_ms = Task.UNASSIGNED, report.observed_ms
    belief.able = report.able
    belief.heard_ms = incident.now
    if kind == ReportKind.PLAIN_CLOTHES:
        belief.plain = True
    arrives = kind in (ReportKind.PLAIN_CLOTHES, ReportKind.ARRIVED)
    if arrives and report.status == Task.STAGED:
        belief.task = Task.STAGED
        belief.busy = True
    if kind in (ReportKind.LINKED, ReportKind.JOINED):
        hear_of_joining(seat, report, belief)
    if kind != ReportKind.THREAT:
        belief.area = place_taken_in(seat, report, belief)
        belief.observed_ms = report.observed_ms
    if report.observed_ms >= belief.task_since_ms:
        hear_of_progress(incident, report, belief)
    if kind == ReportKind.ENTRY_REQUEST and belief.asked_ms is None:
        belief.asked_ms = report.observed_ms
        belief.reply = Reply.WAITING


def hear_of_progress(incident: Incident, report: Report, belief: TeamBelief) -> None:
    """How a team gets on with what it was told last; what it said of a task before is past."""
    kind = report.kind
    if kind == ReportKind.TASK_DONE or (kind == ReportKind.AREA_CLEAR and report.flag == 1):
        belief.busy = False
        belief.task_since_ms = report.observed_ms
        if report.status == Task.UNASSIGNED:
            belief.task = Task.UNASSIGNED
    if kind == ReportKind.AT_PLACE and report.status == Task.UNASSIGNED:
        belief.busy = False
        belief.task = Task.UNASSIGNED
    if kind in (ReportKind.ROLL_CALL, ReportKind.TURNED_TO):
        hear_of_task(incident, report, belief)
    if kind == ReportKind.CANNOT:
        assert isinstance(report.status, CannotReason)
        belief.cannot_ms, belief.cannot = report.observed_ms, report.status
        belief.busy = belief.busy and report.flag < 0
        hear_of_lack(belief, report)


def place_taken_in(seat: CommandSeat, report: Report, belief: TeamBelief) -> Area | None:
    """Where a seat takes the team that spoke to be: as said, or where it was before."""
    stays = report.misplaced and seat.id == Seat.TACTICAL and belief.area is not None
    return belief.area if stays else report.area


def hear_of_lack(belief: TeamBelief, report: Report) -> None:
    """A crew that is too few could spare nobody for the part that it was given."""
    too_few = report.flag < 0 and report.status == CannotReason.TOO_FEW
    if too_few and report.team is not None and report.team.is_medical:
        belief.role = Role.NONE


def hear_of_task(incident: Incident, report: Report, belief: TeamBelief) -> None:
    """A team says what it does now: asked for by a roll call, or turned to by the plan."""
    assert isinstance(report.status, Task)
    by_plan = report.kind == ReportKind.TURNED_TO
    if by_plan or belief.task != report.status:
        belief.task_since_ms = report.observed_ms
    belief.task = report.status
    if by_plan or report.status != Task.RESCUE_TASK_FORCE:
        belief.busy = report.status != Task.UNASSIGNED
    if by_plan:
        belief.target_area = incident.areas[report.flag - 1]
        belief.by_plan = True


def hear_of_joining(seat: CommandSeat, report: Report, belief: TeamBelief) -> None:
    """Two teams have identified themselves, or one has become part of the other."""
    other = seat.teams[report.flag - 1]
    belief.plain = other.plain = False
    if report.kind == ReportKind.JOINED:
        other.known = False
        other.gone = True
        other.able = 0
    else:
        belief.task = Task.UNASSIGNED
        belief.busy = False
        belief.task_since_ms = report.observed_ms


def learn_heard(incident: Incident, seat: CommandSeat, order: GivenOrder) -> None:
    """A seat learns that an order was heard, and what the team turned to."""
    task = 1 if order.ack_task is None else order.ack_task + 2
    for value in (order.id + 1, incident.now + 1, task):
        seat.digest = folded(seat.digest, value)
    if order.seat == seat.id and order.acked_ms is None:
        order.acked_ms = incident.now
    if order.team is None:
        return
    belief = seat.teams[order.team.id]
    belief.heard_ms = incident.now
    if belief.pending_order is order:
        belief.pending_order = None
    if order.verb == Verb.APPOINT:
        hear_of_role(seat, order)
    if order.ack_task is not None and order.ack_task != Task.AREA_CONTROL:
        belief.task = order.ack_task
        belief.target_area = order.area
        assert order.heard_ms is not None
        belief.task_since_ms = order.heard_ms
        belief.busy = True
        belief.by_plan = False
        forget_post(belief)
