"""What a team does next: called when it arrives, has finished a piece of work, or is told."""

from tests.reference.twin.alarms import is_unchecked
from tests.reference.twin.care import (
    begin_care,
    begin_lift,
    begin_work,
    carry_goal,
    put_down,
    see_area,
    see_what_is_left,
)
from tests.reference.twin.contact import contact_of, nearest_noise
from tests.reference.twin.corridor import on_open_corridor
from tests.reference.twin.device import look_for_device
from tests.reference.twin.entry import step_door
from tests.reference.twin.ground_tasks import step_ground
from tests.reference.twin.holding import hold
from tests.reference.twin.incident import Incident
from tests.reference.twin.joining import step_join
from tests.reference.twin.marks import is_known_searched, is_marked, sees_mark
from tests.reference.twin.onward import goes_on, say_turned_to
from tests.reference.twin.pace import search_s
from tests.reference.twin.police_car import step_police_car
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import fill_counts, open_report, threat_report
from tests.reference.twin.roles import is_near
from tests.reference.twin.standing import become_idle, cannot, done, go, rest, say_at_place
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from tests.reference.twin.zones import ground_in_the_way, why_not
from warmzone.kernel.codes import Work
from warmzone.vocabulary.codes import AreaKind, HazardState, Movement, Phase, Task, ThreatStatus
from warmzone.vocabulary.reports import CannotReason, ReportKind


def step(incident: Incident, team: Team) -> None:
    """Take the next step of the team's task."""
    if team.phase in (Phase.OUT_OF_ACTION, Phase.NOT_ARRIVED):
        return
    steps = {
        Task.UNASSIGNED: step_unasked,
        Task.CLEAR: step_clear,
        Task.TREAT: step_treat,
        Task.CARRY: step_carry,
        Task.RTF_SECURITY: step_security,
        Task.RESCUE_TASK_FORCE: step_rtf,
        Task.CONTACT: step_contact,
        Task.LINK_UP: step_join,
        Task.AT_DOOR: step_door,
        Task.POLICE_TRANSPORT: step_police_car,
        Task.CONTAIN: step_ground,
        Task.CHECK: step_ground,
        Task.BREACH: step_ground,
        Task.MOVE_VEHICLES: step_ground,
        Task.OUTSIDE_TRIAGE: step_ground,
        Task.LEAD_OUT: step_ground,
    }
    steps.get(team.task, step_hold)(incident, team)


def step_unasked(incident: Incident, team: Team) -> None:
    """A team that acts of its own accord brings its load out, then stands idle."""
    if team.load:
        goal = team.goal_area or carry_goal(incident, team, team.area)
        if goal is not None and goal is not team.area and go(incident, team, goal):
            return
        put_down(incident, team)
    rest(incident, team)


def step_hold(incident: Incident, team: Team) -> None:
    """HOLD, CORRIDOR_POST, STAGED and the like: walk there, then stay."""
    assert team.target_area is not None
    if go(incident, team, team.target_area):
        return
    if team.phase != Phase.HOLDING:
        team.phase = Phase.HOLDING
        say_at_place(incident, team)
        hold(incident, team)
        if team.area is incident.medical.ccp:
            wake_waiting_crews(incident)


def step_contact(incident: Incident, team: Team) -> None:
    """Go to the threat: to the noise while there is any, else to the area ordered; then hold."""
    goal = nearest_noise(incident, team.area) or team.target_area
    if team.area.exposure > 0.0:
        goal = team.area
    assert goal is not None
    if go(incident, team, goal):
        return
    if team.phase != Phase.HOLDING:
        team.phase = Phase.HOLDING
        say_at_place(incident, team)
        if incident.hazards[0].state == HazardState.SILENT:
            send_report(incident, threat_report(incident, team, ThreatStatus.UNKNOWN, team.area))
    contact_of(incident, team)


def step_clear(incident: Incident, team: Team) -> None:
    """Search the area ordered, then every room off it; say so from the last one; then done."""
    target = team.target_area
    assert target is not None
    marked = sees_mark(incident, team, target) and not is_known_searched(incident, target)
    over = marked or searched_since(team, target)
    focus = next_room(incident, team, target) if over else target
    if focus is None:
        if not is_near(team.area, target) and go(incident, team, target):
            return
        report = open_report(incident, ReportKind.AREA_CLEAR, team)
        fill_counts(incident, report, target)
        report.flag = 1
        report.status = Task.UNASSIGNED
        send_report(incident, report)
        become_idle(incident, team)
        return
    team.focus_area = focus
    if go(incident, team, focus):
        return
    begin_work(incident, team, Work.SEARCH, search_s(incident, team, focus))


def searched_since(team: Team, area: Area) -> bool:
    """Whether an area has been searched since the team was told to."""
    return area.searched_ms is not None and area.searched_ms >= team.since_ms


def next_room(incident: Incident, team: Team, target: Area) -> Area | None:
    """The nearest room off the ordered area that has not been searched since the order."""
    again = is_known_searched(incident, target)
    rooms = [
        way.to
        for way in target.ways
        if way.to.kind == AreaKind.ROOM
        and not searched_since(team, way.to)
        and (again or not is_marked(incident, way.to))
        and incident.metres(team.area, way.to) < 1.0e9
    ]
    return min(rooms, key=lambda room: incident.metres(team.area, room), default=None)


def finish_search(incident: Incident, team: Team) -> None:
    """One area is searched; casualties found there are reported."""
    team.area.searched_ms = incident.now
    see_area(incident, team)
    look_for_device(incident, team, searching=True)
    if is_unchecked(incident.tactical, team.area):
        send_report(incident, open_report(incident, ReportKind.CHECKED, team))


def step_treat(incident: Incident, team: Team) -> None:
    """Treat the casualties of the area ordered until nobody there needs it."""
    assert team.target_area is not None
    if go(incident, team, team.target_area):
        return
    if not begin_care(incident, team):
        see_what_is_left(incident, team)
        done(incident, team)


def step_carry(incident: Incident, team: Team) -> None:
    """Shuttle casualties from the area ordered to the CCP or the AEP until none is left."""
    target = team.target_area
    assert target is not None
    if team.load:
        if go(incident, team, carry_goal(incident, team, target) or team.area):
            return
        put_down(incident, team)
    if go(incident, team, target):
        return
    if carry_goal(incident, team, target) is None:
        cannot(incident, team, CannotReason.NOTHING_TO_DO)
        become_idle(incident, team)
    elif not begin_lift(incident, team):
        see_what_is_left(incident, team)
        done(incident, team)


def step_security(incident: Incident, team: Team) -> None:
    """Join the RTF; once linked up the officers go where it goes."""
    rtf = team.partner
    if rtf is None:
        become_idle(incident, team)
        return
    if rtf.phase == Phase.OUT_OF_ACTION:
        team.partner = None
        cannot(incident, team, CannotReason.NOTHING_TO_DO)
        become_idle(incident, team)
        return
    if team.phase == Phase.FOLLOWING or go(incident, team, rtf.area):
        return
    if rtf.partner is not None and rtf.partner is not team:
        relieved = rtf.partner
        relieved.partner = None
        done(incident, relieved)
    team.phase = Phase.FOLLOWING
    rtf.partner = team
    note_formed(incident, rtf)
    say_at_place(incident, team)
    if rtf.cleared_area is not None and rtf.phase == Phase.HOLDING:
        step_rtf(incident, rtf)


def note_formed(incident: Incident, rtf: Team) -> None:
    """Note when the first crew is ready: formed up, with security beside it or free to go."""
    may = incident.medical.free_entry or rtf.partner is not None
    if rtf.work != Work.ASSEMBLE and may and incident.record.rtf_formed_ms is None:
        incident.record.rtf_formed_ms = incident.now


def may_go(incident: Incident, team: Team, goal: Area) -> bool:
    """Whether an RTF may move: free entry, its own security beside it, or a way that is held."""
    secured = incident.medical.free_entry or team.partner is not None
    if secured or goal.outdoor or goal is team.home_area:
        return True
    if team.movement == Movement.POLICE_CARRY:
        return False
    island = team.movement == Movement.ISLAND and goal.held_officers > 0
    return island or on_open_corridor(incident, goal)


def waits_for_ground(incident: Incident, team: Team, goal: Area) -> bool:
    """Whether a crew stays put because of ground on its way; it says once which ground that is."""
    bad = ground_in_the_way(incident, team, goal)
    if bad is not None and team.waits_for is not bad:
        report = open_report(incident, ReportKind.CANNOT, team)
        report.status = why_not(incident, bad)
        report.flag = bad.id + 1
        send_report(incident, report)
    team.waits_for = bad
    if bad is not None:
        team.phase = Phase.HOLDING
    return bad is not None


def wait_for_escort(incident: Incident, team: Team, cleared: Area) -> None:
    """A crew stays put for want of security; it says so once, and looks again as ground is held."""
    if team.waits_for is None and team.area is not cleared:
        cannot(incident, team, CannotReason.NO_SECURITY)
        team.waits_for = cleared
    team.phase = Phase.HOLDING


def wake_waiting_crews(incident: Incident) -> None:
    """Ground has been declared: crews that waited for it look again."""
    for team in incident.teams:
        waits = team.waits_for is not None and team.phase == Phase.HOLDING
        if waits and team.cleared_area is not None and not team.on_leg:
            step_rtf(incident, team)


def sees_to_casualties(incident: Incident, team: Team, cleared: Area) -> bool:
    """Whether a crew has somebody to treat, to carry, or to go on to."""
    see_area(incident, team)
    if begin_care(incident, team):
        if incident.record.rtf_contact_ms is None:
            incident.record.rtf_contact_ms = incident.now
        return True
    team.area.tended = True
    if incident.plan.profile.treat_first and goes_on(incident, team, untended=True):
        return True
    if carry_goal(incident, team, cleared) is not None and begin_lift(incident, team):
        return True
    return goes_on(incident, team, untended=False)


def step_rtf(incident: Incident, team: Team) -> None:
    """A rescue task force: wait for clearance, go in, treat, carry out, come back for more."""
    note_formed(incident, team)
    if team.load:
        goal = carry_goal(incident, team, team.cleared_area or team.area)
        if go(incident, team, goal or team.area):
            return
        put_down(incident, team)
    cleared = team.cleared_area
    if cleared is None:
        team.phase = Phase.HOLDING
        return
    if not may_go(incident, team, cleared):
        wait_for_escort(incident, team, cleared)
        return
    waited = team.waits_for is not None and cleared is not team.home_area
    if cleared is not team.home_area and waits_for_ground(incident, team, cleared):
        return
    if incident.record.rtf_formed_ms is None:
        incident.record.rtf_formed_ms = incident.now  # let in along an open corridor
    if go(incident, team, cleared):
        if waited:
            say_turned_to(incident, team, cleared)
        return
    if sees_to_casualties(incident, team, cleared):
        return
    team.phase = Phase.HOLDING
    if not team.busy_said:
        team.busy_said = True
        see_what_is_left(incident, team)
        report = open_report(incident, ReportKind.TASK_DONE, team)
        report.status = Task.RESCUE_TASK_FORCE
        send_report(incident, report)
