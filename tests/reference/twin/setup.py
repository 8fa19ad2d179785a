"""The start of an incident: everything latent is drawn here and kept by branches."""

from collections.abc import Sequence

from tests.reference.twin.alarms import begin_device, begin_second
from tests.reference.twin.arrivals import drive_in_ms, way_ms
from tests.reference.twin.callers import begin_callers
from tests.reference.twin.casualties import hurt_person
from tests.reference.twin.events import Calendar
from tests.reference.twin.hazard import activate, all_over, is_over
from tests.reference.twin.incident import Incident
from tests.reference.twin.luck import Luck
from tests.reference.twin.profile import code
from tests.reference.twin.said import AreaBelief, CommandSeat, TeamBelief, Waiting
from tests.reference.twin.things import (
    Alarm,
    Ambulance,
    Command,
    Corridor,
    Hazard,
    Person,
    Record,
    Team,
)
from tests.reference.twin.uninjured import begin_uninjured
from tests.reference.twin.world import (
    Area,
    Hospital,
    Opening,
    Plan,
    Unit,
    Way,
    milliseconds,
)
from warmzone.kernel.codes import Lane
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.scenario import incident as scenario
from warmzone.scenario.incident import AreaWeight, Span
from warmzone.vocabulary.codes import (
    AreaKind,
    AtWounded,
    HazardState,
    OpeningKind,
    OpeningState,
    RadioPlan,
    Seat,
    ThreatStatus,
    Wound,
)


def begin(plan: Plan, seed: int, *, automatic: bool = True) -> Incident:
    """The start of the incident with that seed.

    `automatic`: the Tactical seat decides by policy; otherwise a person sits there.
    """
    return fill(empty_incident(plan, seed), automatic=automatic)


def fill(incident: Incident, *, automatic: bool = True) -> Incident:
    """Let everybody and everything be where an incident begins, with what is then due."""
    plan = incident.plan
    incident.seats = [
        begin_seat(incident, seat, automatic or seat != Seat.TACTICAL) for seat in Seat
    ]
    incident.arrivals_staged = plan.profile.stage_arrivals
    for unit in plan.units:
        begin_team(incident, unit)
    begin_ambulances(incident)
    for k, told in enumerate(plan.told):
        incident.calendar.put(EventKind.FIRST_REPORT, k, told.heard_ms)
    begin_people(incident)
    begin_uninjured(incident)
    begin_callers(incident)
    begin_hazard(incident)
    u = incident.latent.uniform(1, Purpose.SECOND_AREA, 0)
    begin_second(incident, drawn_place(incident, plan.scenario.casualties.areas, u))
    begin_calm(incident)
    begin_device(incident)
    return incident


def empty_incident(plan: Plan, seed: int) -> Incident:
    """The ground and everything on it, with nobody there and nothing due."""
    teams_and_people = max(1, len(plan.units)) + plan.most_people
    openings = [
        Opening(k, OpeningState[o.state.upper()], OpeningKind[o.kind.upper()], o.width_m)
        for k, o in enumerate(plan.site.openings)
    ]
    hospitals = [
        begin_hospital(plan, k, hospital) for k, hospital in enumerate(plan.scenario.hospitals)
    ]
    return Incident(
        plan=plan,
        seed=seed,
        latent=Luck(seed, 0),
        luck=Luck(seed, 0),
        p=plan.p,
        calendar=Calendar(),
        areas=lay_ground(plan, openings),
        openings=openings,
        hospitals=hospitals,
        told=plan.told,
        wounds=plan.wounds,
        hazards=[Hazard(0), Hazard(1)],
        alarm=Alarm(),
        corridor=Corridor(),
        record=Record(),
        command=Command(RadioPlan[plan.scenario.radio.upper().replace("-", "_")]),
        lanes=[Waiting(1024 + 16 * teams_and_people) for _ in Lane],
    )


def begin_hospital(plan: Plan, k: int, told: scenario.Hospital) -> Hospital:
    """A hospital with all its trauma teams free."""
    if told.trauma_centre:
        teams, per_hour = plan.p.trauma_centre_teams, plan.p.trauma_centre_per_hour
    else:
        teams, per_hour = plan.p.hospital_teams, plan.p.hospital_per_hour
    drive_ms = max(1000, milliseconds(told.drive_s))
    return Hospital(k, drive_ms, told.trauma_centre, int(teams), told.per_hour or per_hour)


def lay_ground(plan: Plan, openings: Sequence[Opening]) -> list[Area]:
    """The areas, the ways between them, and the nearest way outside of each."""
    areas = [
        Area(
            id=k,
            kind=AreaKind[area.kind.upper()],
            level=area.level,
            outdoor=area.kind in ("outdoor", "road"),
            vehicle=area.vehicle,
            floor_m2=area.floor_m2,
        )
        for k, area in enumerate(plan.site.areas)
    ]
    for opening, joined in zip(openings, plan.site.openings, strict=True):
        areas[joined.a].ways.append(Way(opening, areas[joined.b]))
        areas[joined.b].ways.append(Way(opening, areas[joined.a]))
        if joined.state == "locked":
            areas[joined.a].locked = areas[joined.b].locked = True
    for area in areas:
        metres = plan.distance_m[area.id]
        outside = [other for other in areas if other.outdoor and metres[other.id] < float("inf")]
        if outside:
            area.exit_area = min(outside, key=lambda other: (metres[other.id], other.id))
        roads = [other for other in areas if other.vehicle and metres[other.id] < float("inf")]
        if roads:
            area.road_area = min(roads, key=lambda other: (metres[other.id], other.id))
    return areas


def begin_seat(incident: Incident, seat: Seat, automatic: bool) -> CommandSeat:
    """A seat knows what dispatch first said, and nothing else."""
    reported = ThreatStatus[incident.plan.scenario.threat.reported.upper()]
    begun = CommandSeat(
        id=seat,
        automatic=automatic,
        threat=reported,
        areas=[AreaBelief() for _ in incident.areas],
        teams=[TeamBelief() for _ in incident.plan.units],
    )
    begun.arrivals_staged = incident.plan.profile.stage_arrivals
    begun.free_entry = seat == Seat.MEDICAL and reported == ThreatStatus.NONE
    return begun


def begin_team(incident: Incident, unit: Unit) -> None:
    """A car-load or crew: how many they are, what they can bear, and when they come."""
    number = len(incident.teams)
    latent = incident.latent
    people = latent.whole((number, Purpose.CREW, 0), unit.people_low, unit.people_high)
    home = incident.areas[unit.arrival_area]
    team = Team(
        id=number,
        agency=unit.agency,
        discipline=unit.discipline,
        number=unit.number,
        people=people,
        able=people,
        area=home,
        home_area=home,
        target_area=home,
        linked=not unit.plain_clothes,
        at_wounded=AtWounded[code(incident.plan.profile.at_wounded)],
        roster_people=people,
    )
    team.thresholds = sorted(
        latent.exponential(number, Purpose.RESPONDER_THRESHOLD, member) for member in range(people)
    )
    incident.teams.append(team)
    if not unit.on_call:
        incident.calendar.put(EventKind.TEAM_ARRIVAL, number, way_ms(incident, team))


def begin_ambulances(incident: Incident) -> None:
    """The ambulances, each with its own delay on the way."""
    fleet = incident.plan.scenario.ambulances
    place = next(mark.area for mark in incident.plan.site.marks if mark.id == fleet.arrives_at)
    for k in range(fleet.count + fleet.on_call):
        ambulance = Ambulance(k, incident.areas[place], fleet.capacity, incident.hospitals[0])
        ambulance.on_call = k >= fleet.count
        first_s, before = (
            (fleet.on_call_s, fleet.count) if ambulance.on_call else (fleet.first_s, 0)
        )
        ambulance.first_ms = milliseconds(first_s + (k - before) * fleet.gap_s)
        incident.ambulances.append(ambulance)
        if not ambulance.on_call:
            incident.calendar.put(EventKind.AMBULANCE, k, drive_in_ms(incident, ambulance))


def begin_people(incident: Incident) -> None:
    """The people who can be hurt; the first of them are hurt at time 0 already."""
    casualties = incident.plan.scenario.casualties
    latent = drawn_count(incident, casualties.latent, 0)
    hurt = drawn_count(incident, casualties.hurt, 1)
    for i in range(latent + hurt):
        person = begin_person(incident, i)
        incident.people.append(person)
        if i < hurt:
            hurt_person(incident, person)


def drawn_count(incident: Incident, span: Span, which: int) -> int:
    """How many: evenly drawn."""
    return incident.latent.whole((0, Purpose.COUNT, which), span.low, span.high)


def begin_person(incident: Incident, i: int) -> Person:
    """One latent person."""
    latent = incident.latent
    places = incident.plan.scenario.casualties.areas
    area = drawn_place(incident, places, latent.uniform(i, Purpose.PERSON_AREA, 0))
    u = latent.uniform(i, Purpose.WOUND, 0)
    wound, total = Wound.MINOR, 0.0
    for candidate, row in incident.wounds.items():
        total += row.share_p
        if u < total:
            wound = candidate
            break
    return Person(
        id=i,
        area=area,
        wound=wound,
        moderate=latent.uniform(i, Purpose.SEVERITY, 0) < incident.wounds[wound].moderate_p,
        exposure_threshold=latent.exponential(i, Purpose.EXPOSURE_THRESHOLD, 0),
        death_threshold=latent.exponential(i, Purpose.DEATH_THRESHOLD, 0),
        exit_area=area.exit_area,
    )


def drawn_place(incident: Incident, places: Sequence[AreaWeight], u: float) -> Area:
    """The area of a weighted list at quantile u."""
    by_id = {area.id: incident.areas[k] for k, area in enumerate(incident.plan.site.areas)}
    whole = sum(place.weight for place in places)
    total = 0.0
    for place in places:
        total += place.weight / whole
        if u < total:
            return by_id[place.area]
    return by_id[places[-1].area]


def begin_hazard(incident: Incident) -> None:
    """The hazard as it is at the first call."""
    hazard, threat = incident.hazards[0], incident.plan.scenario.threat
    hazard.state = HazardState[threat.state.upper()]
    for each in incident.hazards:
        each.contact_threshold = incident.latent.exponential(each.id, Purpose.HAZARD_CONTACT, 0)
    if threat.areas and hazard.state != HazardState.NONE:
        u = incident.latent.uniform(0, Purpose.HAZARD_AREA, 0)
        hazard.area = hazard.last_heard_area = drawn_place(incident, threat.areas, u)
    if hazard.state == HazardState.ACTIVE:
        activate(incident, hazard)
    if hazard.state in (HazardState.NONE, HazardState.OVER):
        hazard.over_ms = 0


def begin_calm(incident: Incident) -> None:
    """Where nothing hurts anybody and nothing is to come, the threat is over from the first."""
    if is_over(incident):
        incident.record.threat_over_ms = 0
        if incident.plan.scenario.threat.reported != "none":
            all_over(incident)
