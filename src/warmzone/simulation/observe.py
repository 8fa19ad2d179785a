"""What can be seen of a run: a seat's view as plain objects, the truth, and the outcome.

`seat_view` reads beliefs and what the seat said itself, never the truth. Times are milliseconds;
-1 means never; indexes are those of `Site.areas` and `Prepared.units`.
"""

from dataclasses import dataclass

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Lane
from warmzone.kernel.lanes import waiting
from warmzone.kernel.span import direct_reports
from warmzone.kernel.stretch import walk_on
from warmzone.kernel.world_arrays import World
from warmzone.simulation.messages import Report, Said, orders_given, reports_heard
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Discipline, Phase, Reply, Role, Seat, Task, Whereabouts, Zone
from warmzone.vocabulary.units import MS_PER_MIN


@dataclass(frozen=True, slots=True)
class TeamSeen:
    """What a seat believes of a team it has heard of. `pending_order` is a row of the orders.

    `plain`: in plain clothes and not linked up; `works_for` is the team it was assigned to.
    """

    index: int
    callsign: str
    discipline: Discipline
    able: int
    area: int
    observed_ms: int
    task: Task
    target_area: int
    task_since_ms: int
    busy: bool
    pending_order: int
    asked_ms: int
    reply: Reply
    cannot_ms: int
    cannot: int
    plain: bool = False
    works_for: int = -1
    role: Role = Role.NONE


@dataclass(frozen=True, slots=True)
class AreaSeen:
    """What a seat was told of an area or declared of it; counts are red, yellow, green, grey.

    `zone_by` is the seat that declared it.
    """

    index: int
    zone: Zone
    zone_ms: int
    zone_by: int
    seen_ms: int
    searched_ms: int
    counts: tuple[int, int, int, int]
    claimed: int
    threat_ms: int
    source: int
    alarm: int
    blocked: bool
    uninjured: int = -1  # people not hurt, as last told by a team; -1 not told


@dataclass(frozen=True, slots=True)
class CorridorSeen:
    """The corridor as reported; its chain, posts and owner are known once it is ordered."""

    state: int
    areas: tuple[int, ...]
    posts: tuple[int, ...]
    posts_held: int
    owner: int
    loads_per_min: float


@dataclass(frozen=True, slots=True)
class SeatView:
    """Everything that a seat can know at `now_ms`."""

    now_ms: int
    seat: Seat
    place: int
    place_area: int
    command_since_ms: int
    threat: int
    threat_area: int
    threat_ms: int
    threat_by: int
    ccp: int
    aep: int
    ccp_ms: int
    aep_ms: int
    radio_queue: int
    teams: tuple[TeamSeen, ...]
    areas: tuple[AreaSeen, ...]
    reports: tuple[Report, ...]
    orders: tuple[Said, ...]
    corridor: CorridorSeen
    arrivals_staged: bool = False
    priority: int = 0
    walking_area: int = -1
    walked_out: int = 0  # walking wounded who came out by themselves, as last told
    people_out: int = 0  # people not hurt who are outside, as last told
    direct_reports: int = 0  # teams that take their word from this seat, as it believes


def seat_view(run: Run, seat: Seat, *, since_report: int = 0, since_order: int = 0) -> SeatView:
    """The view of a seat now; reports and orders from those rows on (all by default)."""
    own = run.state.seats[seat]
    tactical = seat == Seat.TACTICAL
    own_channel = Lane.POLICE if tactical else Lane.MEDICAL
    return SeatView(
        now_ms=run.now_ms,
        seat=seat,
        place=int(own["place"]),
        place_area=int(own["place_area"]),
        command_since_ms=int(own["since_ms"]),
        threat=int(own["threat"]),
        threat_area=int(own["threat_area"]),
        threat_ms=int(own["threat_ms"]),
        threat_by=int(own["threat_by"]),
        ccp=int(own["ccp"]),
        aep=int(own["aep"]),
        ccp_ms=int(own["ccp_ms"]),
        aep_ms=int(own["aep_ms"]),
        radio_queue=waiting(run.state, own_channel),
        teams=_teams(run, seat),
        areas=_areas(run, seat),
        reports=reports_heard(run, seat, since_report),
        orders=orders_given(run, seat, since_order),
        corridor=_corridor(run, seat),
        arrivals_staged=int(own["arrivals_staged"]) == 1,
        priority=int(own["priority"]),
        walking_area=int(own["walking_area"]),
        walked_out=int(own["walked_out"]),
        people_out=int(own["people_out"]),
        direct_reports=direct_reports(run.state, run.prepared.world) if tactical else 0,
    )


def _teams(run: Run, seat: Seat) -> tuple[TeamSeen, ...]:
    seen = []
    for index, belief in enumerate(run.state.team_beliefs[seat].tolist()):
        row = dict(zip(run.state.team_beliefs.dtype.names or (), belief, strict=True))
        if row["known"] == 0:
            continue
        unit = run.prepared.units[index]
        seen.append(
            TeamSeen(
                index=index,
                callsign=unit.callsign,
                discipline=Discipline[unit.agency.discipline.upper()],
                able=row["able"],
                area=row["area"],
                observed_ms=row["observed_ms"],
                task=Task(row["task"]),
                target_area=row["target_area"],
                task_since_ms=row["task_since_ms"],
                busy=row["busy"] == 1,
                pending_order=row["pending_order"],
                asked_ms=row["asked_ms"],
                reply=Reply(row["reply"]),
                cannot_ms=row["cannot_ms"],
                cannot=row["cannot"],
                plain=row["plain"] == 1,
                works_for=row["works_for"],
                role=Role(row["role"]),
            )
        )
    return tuple(seen)


def _areas(run: Run, seat: Seat) -> tuple[AreaSeen, ...]:
    seen = []
    zones = run.state.zones.tolist()
    names = run.state.area_beliefs.dtype.names or ()
    for index, belief in enumerate(run.state.area_beliefs[seat].tolist()):
        row = dict(zip(names, belief, strict=True))
        zone, medics_zone, owner, since_ms, heard_ms, _device = zones[index]
        declared = zone if seat == Seat.TACTICAL else medics_zone
        declared_ms = since_ms if seat == Seat.TACTICAL else heard_ms
        spoken_of = row["report"] >= 0 or row["threat_ms"] >= 0 or row["searched_ms"] >= 0
        spoken_of = spoken_of or row["alarm"] > 0 or row["blocked"] == 1
        if not spoken_of and declared == Zone.UNDECLARED:
            continue
        red, yellow, green, grey = (int(n) for n in row["counts"])
        seen.append(
            AreaSeen(
                index=index,
                zone=Zone(declared),
                zone_ms=declared_ms if declared != Zone.UNDECLARED else -1,
                zone_by=owner if declared != Zone.UNDECLARED else -1,
                seen_ms=row["seen_ms"],
                searched_ms=row["searched_ms"],
                counts=(red, yellow, green, grey),
                claimed=row["claimed"],
                threat_ms=row["threat_ms"],
                source=row["source"],
                alarm=row["alarm"],
                blocked=row["blocked"] == 1,
                uninjured=row["uninjured"],
            )
        )
    return tuple(seen)


def _corridor(run: Run, seat: Seat) -> CorridorSeen:
    own = run.state.seats[seat]
    corridor = run.state.corridor[0]
    length = int(corridor["length"]) if int(corridor["state"]) else 0
    posts = int(corridor["posts_needed"]) if length else 0
    return CorridorSeen(
        state=int(own["corridor"]) or (1 if length else 0),
        areas=tuple(int(area) for area in corridor["chain"][:length]),
        posts=tuple(int(area) for area in corridor["post_area"][:posts]),
        posts_held=int(own["corridor_posts"]),
        owner=int(corridor["owner"]) if length else -1,
        loads_per_min=MS_PER_MIN / int(corridor["gap_ms"]) if length > 1 else 0.0,
    )


@dataclass(frozen=True, slots=True)
class PersonTruth:
    """What is true of one casualty. Times are milliseconds, -1 never."""

    index: int
    area: int
    wound: int
    triage: int
    seen: int
    care: int
    whereabouts: int
    hurt_ms: int
    seen_ms: int
    controlled_ms: int
    moved_ms: int
    collected_ms: int
    left_ms: int
    hospital_ms: int
    dead_ms: int


@dataclass(frozen=True, slots=True)
class TeamTruth:
    """What is true of one team on scene."""

    index: int
    area: int
    able: int
    hurt: int
    task: Task
    phase: Phase
    target_area: int
    untasked_officer_ms: int


@dataclass(frozen=True, slots=True)
class Truth:
    """The true state of the incident now; for the review only."""

    now_ms: int
    hazard_state: int
    hazard_area: int
    second_state: int
    second_area: int
    device_area: int
    people: tuple[PersonTruth, ...]
    teams: tuple[TeamTruth, ...]
    exposure: tuple[float, ...]


def standing(state: State, world: World, now_ms: int) -> State:
    """The state with every team where it is at `now_ms`, with whom it carries; a copy."""
    here = state._replace(
        clock=state.clock.copy(),
        teams=state.teams.copy(),
        walking=state.walking.copy(),
        people=state.people.copy(),
        ground=state.ground.copy(),
    )
    walk_on(here, world, now_ms)
    return here


def truth(run: Run) -> Truth:
    """What is true now."""
    state = standing(run.state, run.prepared.world, run.now_ms)
    hazard, second = state.hazard
    alarm = state.alarm[0]
    people = []
    names = [field for field in PersonTruth.__slots__ if field != "index"]
    for index in range(int(state.clock[0]["person_count"])):
        person = state.people[index]
        if int(person["whereabouts"]) not in (Whereabouts.UNHURT, Whereabouts.FLED):
            people.append(PersonTruth(index, *(int(person[name]) for name in names)))
    teams = []
    for index, team in enumerate(state.teams):
        if int(team["phase"]) != Phase.NOT_ARRIVED:
            teams.append(
                TeamTruth(
                    index,
                    int(team["area"]),
                    int(team["able"]),
                    int(team["hurt"]),
                    Task(int(team["task"])),
                    Phase(int(team["phase"])),
                    int(team["target_area"]),
                    int(team["untasked_officer_ms"]),
                )
            )
    return Truth(
        run.now_ms,
        int(hazard["state"]),
        int(hazard["area"]),
        int(second["state"]),
        int(second["area"]),
        int(alarm["device_area"]) if alarm["device"] else -1,
        tuple(people),
        tuple(teams),
        tuple(float(ground["exposure"]) for ground in state.ground),
    )


CLOCKS = {
    "interior_command": "interior_command_ms",
    "threat_over": "threat_over_ms",
    "first_warm_declared": "first_warm_ms",
    "rtf_in": "rtf_in_ms",
    "corridor_open": "corridor_open_ms",
    "first_red_out": "first_red_out_ms",
    "last_red_out": "last_red_out_ms",
}
"""Benchmark clocks by name, and the field of an outcome row that holds each."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of everybody if play ended now. Clocks in seconds, None where not reached."""

    casualties: int
    deaths: int
    savable_deaths: int
    savable: int
    responders_hurt: int
    officer_minutes_without_task: float
    clocks: dict[str, float | None]


def outcome(run: Run) -> Outcome:
    """The outcome, with fates followed to 24 hours by the stated rule."""
    row = run.outcome_row()[0]
    clocks = {name: int(row[field]) for name, field in CLOCKS.items()}
    return Outcome(
        casualties=int(row["casualties"]),
        deaths=int(row["deaths"]),
        savable_deaths=int(row["savable_deaths"]),
        savable=int(row["savable"]),
        responders_hurt=int(row["responders_hurt"]),
        officer_minutes_without_task=int(row["untasked_officer_ms"]) / MS_PER_MIN,
        clocks={name: None if ms < 0 else ms / 1000.0 for name, ms in clocks.items()},
    )


def seat_clocks(run: Run) -> dict[str, int]:
    """Benchmark clocks that the Tactical seat can know, in milliseconds, -1 not yet known.

    Built from what was delivered and said: an RTF is in when it was last reported indoors, a
    corridor open when that was reported, a red out when an ambulance said so.
    """
    from warmzone.simulation.seat_clocks import known_clocks

    return known_clocks(run)
