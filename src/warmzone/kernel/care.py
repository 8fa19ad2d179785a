"""Care and carrying: who is treated next, who is lifted, where they are put down."""

from warmzone.kernel.arrays import LOAD, State
from warmzone.kernel.casualties import care_for, look_around
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import EventKind, schedule
from warmzone.kernel.people import lay_down, take_up
from warmzone.kernel.priority import TURNS, next_to_move
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import fill_counts, is_news, open_report
from warmzone.kernel.transport import call_ambulances
from warmzone.kernel.world_arrays import BEYOND_M, World
from warmzone.vocabulary.codes import (
    Care,
    Discipline,
    Phase,
    Priority,
    Seat,
    Task,
    Triage,
    Whereabouts,
)
from warmzone.vocabulary.reports import ReportKind

LIFTERS = 2  # who carry one casualty between them; four make it a stretcher (`pace.BEARERS`)


@compiled
def begin_work(state: State, world: World, t: int, seconds: float, now: int) -> None:
    """Occupy a team for that long; the kind of work is set by the caller."""
    team = state.teams[t]
    team["works"] += 1
    team["phase"] = Phase.WORKING
    slot = world.layout[0]["slot"][EventKind.TEAM_WORK] + t
    ready = now + int(team["start_ms"])
    team["start_ms"] = 0
    schedule(state.times, state.winners, slot, ready + int(seconds * 1000.0) + 1)


@compiled
def next_in_need(state: State, area: int, category: int, level: int) -> int:
    """The first casualty of that category lying in an area with care below `level`, or -1."""
    i = int(state.ground[area]["first_person"])
    while i >= 0:
        person = state.people[i]
        free = person["treater"] < 0 and person["trip"] < 0
        if free and person["seen"] == category and person["care"] < level:
            return i
        i = int(person["next_person"])
    return -1


@compiled
def begin_care(state: State, world: World, t: int, now: int) -> bool:
    """Start on the worst untreated casualties here, one a member. False where there are none."""
    team = state.teams[t]
    medic = team["discipline"] == Discipline.MEDICAL
    level = Care.MEDIC if medic else Care.OFFICER
    hands = int(team["able"])
    taken = 0
    for category in (Triage.RED, Triage.YELLOW):
        while taken < hands:
            i = next_in_need(state, team["area"], category, level)
            if i < 0:
                break
            state.people[i]["treater"] = t
            taken += 1
    if taken == 0:
        return False
    p = world.parameters[0]
    seconds = p["medic_care_s"] + p["triage_s"] if medic else p["officer_care_s"]
    team["work"] = Work.CARE
    begin_work(state, world, t, seconds, now)
    return True


@compiled
def finish_care(state: State, world: World, t: int, now: int) -> None:
    """The batch in hand has been treated."""
    medic = state.teams[t]["discipline"] == Discipline.MEDICAL
    i = int(state.ground[state.teams[t]["area"]]["first_person"])
    while i >= 0:
        if state.people[i]["treater"] == t:
            care_for(state, world, i, medic, now)
        i = int(state.people[i]["next_person"])
    look_around(state, world, state.teams[t]["area"], medic, now)
    call_ambulances(state, world, int(state.teams[t]["area"]), now)


@compiled
def drop_work(state: State, t: int) -> None:
    """Leave the casualties in hand, who lie where the team stands, as they are."""
    i = int(state.ground[state.teams[t]["area"]]["first_person"])
    while i >= 0:
        if state.people[i]["treater"] == t:
            state.people[i]["treater"] = -1
        i = int(state.people[i]["next_person"])
    state.teams[t]["work"] = Work.NONE


@compiled
def begin_lift(state: State, world: World, t: int, now: int) -> bool:
    """Lift who comes first here, one for every two bearers. False where there is nobody."""
    team = state.teams[t]
    bearers = int(team["able"])
    if team["partner"] >= 0 and team["task"] == Task.RESCUE_TASK_FORCE:
        bearers += int(state.teams[team["partner"]]["able"])
    room = max(1, min(LOAD, bearers // LIFTERS))
    taken = 0
    for turn in range(TURNS):
        while taken < room:
            i = next_to_lift(state, world, t, turn)
            if i < 0:
                break
            state.people[i]["treater"] = t
            team["load"][taken] = i
            taken += 1
    if taken == 0:
        return False
    team["load_count"] = taken
    team["work"] = Work.LIFT
    begin_work(state, world, t, world.parameters[0]["lift_s"], now)
    return True


@compiled
def next_to_lift(state: State, world: World, t: int, turn: int) -> int:
    """Whom a team lifts next in that turn, or -1; for a car, where nothing was said, the worst."""
    area = int(state.teams[t]["area"])
    unsaid = state.seats[Seat.MEDICAL]["priority"] == Priority.NEAREST
    if state.teams[t]["task"] != Task.POLICE_TRANSPORT or not unsaid:
        return next_to_move(state, world, area, turn, True)
    if turn > 1:
        return -1
    return next_in_need(state, area, Triage.RED if turn == 0 else Triage.YELLOW, Care.MEDIC + 1)


@compiled
def finish_lift(state: State, t: int, now: int) -> None:
    """The casualties are on their way."""
    team = state.teams[t]
    for k in range(int(team["load_count"])):
        take_up(state, int(team["load"][k]), Whereabouts.CARRIED)
        person = state.people[team["load"][k]]
        person["carries"] += 1
        if person["moved_ms"] < 0:
            person["moved_ms"] = now


@compiled
def put_down(state: State, world: World, t: int, now: int) -> None:
    """Put the casualties down where the team stands, say so if it is news, call the ambulances."""
    team = state.teams[t]
    medical = state.seats[Seat.MEDICAL]
    area = int(team["area"])
    for k in range(int(team["load_count"])):
        lay_down(state, world, int(team["load"][k]), area)
        person = state.people[team["load"][k]]
        person["treater"] = -1
        collecting = area == medical["ccp"] or area == medical["aep"]
        if collecting and person["gathered_ms"] < 0:
            person["gathered_ms"] = now
        if area == medical["ccp"] and person["collected_ms"] < 0:
            person["collected_ms"] = now
            if state.record[0]["first_ccp_ms"] < 0:
                state.record[0]["first_ccp_ms"] = now
    team["load_count"] = 0
    team["in_lane"] = 0
    see_area(state, world, t, now)
    call_ambulances(state, world, area, now)


@compiled
def see_area(state: State, world: World, t: int, now: int) -> None:
    """Look at the casualties where the team stands, and report what is news."""
    look_around(state, world, state.teams[t]["area"], is_medic(state, t), now)
    counts = state.reports[len(state.reports) - 1]["counts"]
    if is_news(state, state.teams[t]["area"], counts):
        say_seen(state, world, t, now)


@compiled
def see_what_is_left(state: State, world: World, t: int, now: int) -> None:
    """Look as ever; that nobody is left is said again where the team's commander counts on some.

    What was said may have been lost on the air, and teams would be sent after nobody for ever.
    """
    area = state.teams[t]["area"]
    look_around(state, world, area, is_medic(state, t), now)
    counts = state.reports[len(state.reports) - 1]["counts"]
    news = is_news(state, area, counts)
    seat = Seat.MEDICAL if is_medic(state, t) else Seat.TACTICAL
    believed = state.area_beliefs[seat, area]
    left = int(counts[0]) + int(counts[1])
    counted_on = int(believed["counts"][0]) + int(believed["counts"][1]) > 0
    counted_on = counted_on or believed["claimed"] > 0
    if news or (left == 0 and counted_on and state.teams[t]["said_ms"] < now):
        say_seen(state, world, t, now)


@compiled
def say_seen(state: State, world: World, t: int, now: int) -> None:
    """Report the casualties where the team stands."""
    area = int(state.teams[t]["area"])
    row = open_report(state, ReportKind.AREA_SEEN, t, now)
    fill_counts(state, row, area)
    send_report(state, world, row, now)
    call_ambulances(state, world, area, now)


@compiled
def is_medic(state: State, t: int) -> bool:
    """Whether a team is one of medics."""
    return bool(state.teams[t]["discipline"] == Discipline.MEDICAL)


@compiled
def carry_goal(state: State, world: World, t: int, from_area: int) -> int:
    """Where a load goes: the nearer of CCP and AEP, from the CCP to the AEP, else outside; or -1.

    RTFs and teams on the way out take casualties straight to the AEP. Before one is named RTFs
    gather those indoors at the CCP, and leave them there.
    """
    medical = state.seats[Seat.MEDICAL]
    ccp = int(medical["ccp"])
    aep = int(medical["aep"])
    medic = is_medic(state, t)
    if medic and aep < 0 and from_area == ccp:
        return -1
    gathers = not medic or (aep < 0 and world.areas[from_area]["outdoor"] == 0)
    straight = not gathers or from_area == ccp or ccp < 0
    if not straight and world.distance_m[from_area, ccp] < BEYOND_M:
        if aep < 0 or world.distance_m[from_area, ccp] <= world.distance_m[from_area, aep]:
            return ccp
    if aep >= 0:
        return aep if aep != from_area and world.distance_m[from_area, aep] < BEYOND_M else -1
    goal = int(world.areas[from_area]["exit_area"])
    return goal if goal != from_area else -1
