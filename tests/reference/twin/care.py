"""Care and carrying: who is treated next, who is lifted, where they are put down."""

from tests.reference.twin.casualties import care_for, look_around
from tests.reference.twin.incident import Incident
from tests.reference.twin.priority import is_carried, to_move
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import fill_counts, is_news, open_report
from tests.reference.twin.stretch import lay_down
from tests.reference.twin.things import Person, Team
from tests.reference.twin.transport import call_ambulances
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Work
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Care, Phase, Priority, Task, Triage, Whereabouts
from warmzone.vocabulary.reports import ReportKind

MOST_CARRIED = 2
NO_WAY_M = 1.0e8


def begin_work(incident: Incident, team: Team, work: Work, seconds: float) -> None:
    """Occupy a team for that long."""
    team.work = work
    team.works += 1
    team.phase = Phase.WORKING
    due = incident.now + team.start_ms + int(seconds * 1000.0) + 1
    team.start_ms = 0
    incident.calendar.put(EventKind.TEAM_WORK, team.id, due)


def in_need(incident: Incident, area: Area, level: int) -> list[Person]:
    """Reds, then yellows, who lie here free and have had care below that level."""
    free = [person for person in incident.lying_in(area) if person.is_free and person.care < level]
    reds = [person for person in free if person.seen == Triage.RED]
    return reds + [person for person in free if person.seen == Triage.YELLOW]


def begin_care(incident: Incident, team: Team) -> bool:
    """Start on the worst untreated casualties here, one a member. False where there are none."""
    level = Care.MEDIC if team.is_medical else Care.OFFICER
    patients = in_need(incident, team.area, level)[: max(0, team.able)]
    for person in patients:
        person.treater = team
    if patients:
        p = incident.p
        seconds = p.medic_care_s + p.triage_s if team.is_medical else p.officer_care_s
        begin_work(incident, team, Work.CARE, seconds)
    return bool(patients)


def finish_care(incident: Incident, team: Team) -> None:
    """The batch in hand has been treated."""
    for person in incident.people:
        if person.treater is team:
            care_for(incident, person, team.is_medical)
    look_around(incident, team.area, team.is_medical)
    call_ambulances(incident, team.area)


def drop_work(incident: Incident, team: Team) -> None:
    """Leave the casualties in hand as they are."""
    for person in incident.people:
        if person.treater is team and person.whereabouts == Whereabouts.LYING:
            person.treater = None
    team.work = Work.NONE


def begin_lift(incident: Incident, team: Team) -> bool:
    """Lift who comes first here, one for every two bearers. False where there is nobody."""
    bearers = team.able
    if team.partner is not None and team.task == Task.RESCUE_TASK_FORCE:
        bearers += team.partner.able
    most = max(1, min(MOST_CARRIED, bearers // 2))
    lifted = to_lift(incident, team)[:most]
    if not lifted:
        return False
    for person in lifted:
        person.treater = team
    team.load = lifted
    begin_work(incident, team, Work.LIFT, incident.p.lift_s)
    return True


def to_lift(incident: Incident, team: Team) -> list[Person]:
    """Whom a team would lift here, in order; for a car, where nothing was said, the worst."""
    unsaid = incident.medical.priority == Priority.NEAREST
    if team.task == Task.POLICE_TRANSPORT and unsaid:
        return in_need(incident, team.area, Care.MEDIC + 1)
    return [person for person in to_move(incident, team.area) if is_carried(incident, person)]


def finish_lift(incident: Incident, team: Team) -> None:
    """The casualties are on their way."""
    for person in team.load:
        person.whereabouts = Whereabouts.CARRIED
        person.carries += 1
        if person.moved_ms is None:
            person.moved_ms = incident.now


def put_down(incident: Incident, team: Team) -> None:
    """Put the casualties down where the team stands, say so if it is news, call the ambulances."""
    for person in team.load:
        lay_down(incident, person, team.area)
        person.treater = None
        medical = incident.medical
        if person.gathered_ms is None and team.area in (medical.ccp, medical.aep):
            person.gathered_ms = incident.now
        if team.area is medical.ccp and person.collected_ms is None:
            person.collected_ms = incident.now
            if incident.record.first_ccp_ms is None:
                incident.record.first_ccp_ms = incident.now
    team.load = []
    team.in_lane = False
    see_area(incident, team)
    call_ambulances(incident, team.area)


def see_area(incident: Incident, team: Team) -> None:
    """Look at the casualties where the team stands, and report what is news."""
    look_around(incident, team.area, team.is_medical)
    if is_news(incident, team.area):
        say_seen(incident, team)


def see_what_is_left(incident: Incident, team: Team) -> None:
    """Look as ever; that nobody is left is said again where the team's commander counts on some."""
    look_around(incident, team.area, team.is_medical)
    hurt = [p for p in incident.lying_in(team.area) if p.seen in (Triage.RED, Triage.YELLOW)]
    seat = incident.medical if team.is_medical else incident.tactical
    believed = seat.areas[team.area.id]
    counted_on = sum(believed.counts[:2]) + believed.claimed > 0 and team.said_ms < incident.now
    if is_news(incident, team.area) or (counted_on and not hurt):
        say_seen(incident, team)


def say_seen(incident: Incident, team: Team) -> None:
    """Report the casualties where the team stands."""
    report = open_report(incident, ReportKind.AREA_SEEN, team)
    fill_counts(incident, report, team.area)
    send_report(incident, report)
    call_ambulances(incident, team.area)


def carry_goal(incident: Incident, team: Team, start: Area) -> Area | None:
    """Where a load goes: the nearer of CCP and AEP, from the CCP to the AEP, else outside.

    RTFs and teams on the way out take casualties straight to the AEP. Before one is named RTFs
    gather those indoors at the CCP, and leave them there.
    """
    ccp, aep = incident.medical.ccp, incident.medical.aep
    if team.is_medical and aep is None and start is ccp:
        return None
    gathers = not team.is_medical or (aep is None and not start.outdoor)
    if ccp is not None and start is not ccp and gathers:
        to_ccp = incident.metres(start, ccp)
        if to_ccp < NO_WAY_M and (aep is None or to_ccp <= incident.metres(start, aep)):
            return ccp
    if aep is not None:
        reachable = incident.metres(start, aep) < NO_WAY_M
        return aep if aep is not start and reachable else None
    return None if start.exit_area is start else start.exit_area
