"""What a seat comes to know: only what was delivered to it, with a running digest."""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.attention import calls_for_decision, tells_anew, wake
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import mixed
from warmzone.kernel.handover import hear_who_commands
from warmzone.kernel.people_heard import hear_of_people
from warmzone.kernel.roles import forget_post, hear_of_role
from warmzone.kernel.sources import hear_of_source, hear_of_threat, places_threat
from warmzone.kernel.weights import weigh, weigh_all, weigh_speaker
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import (
    Alarm,
    AreaKind,
    Discipline,
    Reply,
    Role,
    Seat,
    Source,
    Task,
    ThreatStatus,
)
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind


@compiled
def hear(state: State, world: World, seat: int, row: int, now: int) -> None:
    """Deliver report `row` to a seat, once: its beliefs, its digest, and its next decision."""
    report = state.reports[row]
    if report["heard_ms"][seat] >= 0:
        return  # said again for the other seat
    told = tells_anew(state, seat, row)
    report["heard_ms"][seat] = now
    digest_report(state.seats[seat], report, row, now)
    if report["misplaced"] == 1 and seat == Seat.TACTICAL:
        state.seats[seat]["digest"] = fold(np.uint64(state.seats[seat]["digest"]), 1)
    if report["area"] >= 0:
        hear_of_area(state, world, seat, row)
        hear_of_alarm(state, world, seat, row)
    if report["team"] >= 0:
        hear_of_team(state, seat, row, now)
        forget_post(state, world, seat, int(report["team"]))
        weigh_speaker(state, world, seat, row)
    if report["kind"] == ReportKind.THREAT or report["kind"] == ReportKind.SIZED_UP:
        hear_of_threat(state, world, seat, row)
    if report["kind"] == ReportKind.SOURCE_GIVEN:
        hear_of_source(state, world, seat, row, now)
    if report["kind"] == ReportKind.COUNT and report["team"] < 0:
        hear_of_count(state, seat, row)
    hear_who_commands(state, world, seat, row, now)
    if report["kind"] == ReportKind.TOGETHER:
        state.seats[seat]["together"] = 1
    hear_of_people(state, seat, row)
    if report["kind"] == ReportKind.CORRIDOR:
        state.seats[seat]["corridor"] = report["status"]
        state.seats[seat]["corridor_posts"] = report["flag"]
    if calls_for_decision(state, seat, row, told):
        wake(state, world, seat, now)


@compiled
def digest_report(seat: np.ndarray, report: np.ndarray, row: int, now: int) -> None:
    """Fold everything that was said, and when it was heard, into the seat's digest."""
    h = np.uint64(seat["digest"])
    h = fold(h, packed(row + 1, now + 1))
    h = fold(h, packed(int(report["kind"]) + 1, int(report["team"]) + 2))
    h = fold(h, packed(int(report["area"]) + 2, int(report["source"]) + 1))
    h = fold(h, packed(int(report["status"]) + 2, int(report["able"]) + 1))
    h = fold(h, packed(int(report["flag"]) + 1, int(report["observed_ms"]) + 1))
    counts = report["counts"]
    h = fold(h, packed(int(counts[0]) + 1, int(counts[1]) + 1))
    h = fold(h, packed(int(counts[2]) + 1, int(counts[3]) + 1))
    h = fold(h, int(report["uninjured"]) + 1)
    seat["digest"] = h
    seat["delivered"] += 1


@compiled
def packed(low: int, high: int) -> int:
    """Two numbers from 0 to less than 2 ** 31 as one."""
    return low + high * 4_294_967_296


@compiled
def fold(h: np.uint64, value: int) -> np.uint64:
    """Mix one more non-negative number into a running digest."""
    return mixed(h ^ np.uint64(value))


@compiled
def hear_of_area(state: State, world: World, seat: int, row: int) -> None:
    """Update what the seat believes of the ground."""
    report = state.reports[row]
    kind = report["kind"]
    belief = state.area_beliefs[seat, report["area"]]
    if speaks_of_ground(kind):
        belief["latest"] = row
    compare_counts(state, seat, row)
    if kind in (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR, ReportKind.COUNT):
        belief["counted"] = row
    if kind == ReportKind.AREA_SEEN and report["source"] != Source.TEAM:
        belief["report"] = row
        belief["claimed"] = report["flag"]
        if belief["seen_ms"] < 0:
            belief["source"] = report["source"]
    elif kind in (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR, ReportKind.COUNT):
        belief["report"] = row
        belief["seen_ms"] = report["observed_ms"]
        belief["uninjured"] = report["uninjured"]
        belief["source"] = report["source"]
        belief["claimed"] = 0
        for k in range(4):
            belief["counts"][k] = report["counts"][k]
    if kind == ReportKind.TRANSPORTED:
        for k in range(4):
            belief["counts"][k] = max(0, belief["counts"][k] - report["counts"][k])
    if kind == ReportKind.VEHICLES:
        blocked = 1 if report["flag"] > 0 else 0
        state.seats[seat]["blocked"] += blocked - int(belief["blocked"])
        belief["blocked"] = blocked
    if kind == ReportKind.AREA_CLEAR:
        belief["searched_ms"] = report["observed_ms"]
        if report["flag"] == 1:
            hear_wing_searched(state, world, seat, row)
    ongoing = kind == ReportKind.THREAT and report["status"] == ThreatStatus.ONGOING
    if ongoing and places_threat(state, row):
        belief["threat_ms"] = report["observed_ms"]
    if belief["listed"] == 0:
        speaks = int(belief["claimed"])
        for k in range(4):
            speaks += int(belief["counts"][k])
        if speaks > 0:
            belief["listed"] = 1
            state.places[seat, state.seats[seat]["places"]] = report["area"]
            state.seats[seat]["places"] += 1


@compiled
def speaks_of_ground(kind: int) -> bool:
    """Whether a report of that kind says what is in a place, so that one can ask who says so."""
    seen = kind == ReportKind.AREA_SEEN or kind == ReportKind.AREA_CLEAR
    danger = kind == ReportKind.THREAT or kind == ReportKind.SECOND_ATTACKER
    danger = danger or kind == ReportKind.DEVICE or kind == ReportKind.CHECKED
    return bool(seen or danger or kind == ReportKind.COUNT or kind == ReportKind.VEHICLES)


@compiled
def compare_counts(state: State, seat: int, row: int) -> None:
    """A place of which another number is told than before stands out until it is reconciled."""
    report = state.reports[row]
    kind = report["kind"]
    if kind not in (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR, ReportKind.COUNT):
        return
    count = int(report["flag"])
    if report["source"] == Source.TEAM:
        count = 0
        for k in range(4):
            count += int(report["counts"][k])
    belief = state.area_beliefs[seat, report["area"]]
    unequal = belief["told_count"] >= 0 and int(belief["told_count"]) != count
    if unequal and belief["differs"] == 0 and kind != ReportKind.COUNT:
        belief["differs"] = 1
        state.seats[seat]["differences"] += 1
    belief["told_count"] = count


@compiled
def hear_of_count(state: State, seat: int, row: int) -> None:
    """The counts have been reconciled: nothing stands out, and where teams looked, they hold."""
    report = state.reports[row]
    own = state.seats[seat]
    own["reconciled_ms"] = report["observed_ms"]
    own["unconfirmed"] = report["flag"]
    own["differences"] = 0
    for k in range(4):
        own["reconciled"][k] = report["counts"][k]
    for a in range(len(state.ground)):
        belief = state.area_beliefs[seat, a]
        belief["differs"] = 0
        if belief["seen_ms"] >= 0:
            belief["claimed"] = 0


@compiled
def hear_of_alarm(state: State, world: World, seat: int, row: int) -> None:
    """A second attacker is spoken of or checked, or a device found."""
    report = state.reports[row]
    kind = report["kind"]
    alarm = -1
    if kind == ReportKind.SECOND_ATTACKER:
        alarm = Alarm.SECOND_ATTACKER
    elif kind == ReportKind.DEVICE:
        alarm = Alarm.DEVICE
    elif kind == ReportKind.CHECKED:
        alarm = Alarm.CHECKED
    if kind == ReportKind.THREAT and report["team"] >= 0:
        if report["status"] == ThreatStatus.ONGOING:
            alarm = Alarm.CHECKED
    belief = state.area_beliefs[seat, report["area"]]
    if alarm < 0 or belief["alarm"] == Alarm.DEVICE:
        return
    if alarm == Alarm.CHECKED and belief["alarm"] != Alarm.SECOND_ATTACKER:
        return
    if belief["alarm"] == Alarm.SECOND_ATTACKER:
        state.seats[seat]["alarms"] -= 1
    if alarm == Alarm.SECOND_ATTACKER:
        state.seats[seat]["alarms"] += 1
    belief["alarm"] = alarm
    belief["alarm_ms"] = report["observed_ms"]
    if alarm == Alarm.DEVICE:
        state.seats[seat]["device_area"] = report["area"]
    if alarm == Alarm.DEVICE and seat == Seat.MEDICAL:
        hear_of_device(state, world, int(report["area"]))


@compiled
def hear_of_device(state: State, world: World, here: int) -> None:
    """Everybody on the channel knows that the ground about a device is to be cleared."""
    state.zones[here]["device"] = 1
    area = world.areas[here]
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        state.zones[world.edges[e]["to_area"]]["device"] = 1


@compiled
def hear_wing_searched(state: State, world: World, seat: int, row: int) -> None:
    """A team said that a corridor and the rooms off it are searched: all that it could get into."""
    report = state.reports[row]
    area = world.areas[report["area"]]
    searched = report["observed_ms"]
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        room = world.edges[e]["to_area"]
        way_in = world.next_area[report["area"], room] >= 0
        if way_in and world.areas[room]["kind"] == AreaKind.ROOM:
            belief = state.area_beliefs[seat, room]
            if searched > belief["searched_ms"]:
                belief["searched_ms"] = searched
            if belief["seen_ms"] < searched:
                belief["seen_ms"] = searched
                belief["report"] = row
                belief["source"] = report["source"]


@compiled
def hear_of_team(state: State, seat: int, row: int, now: int) -> None:
    """Update what the seat believes of the team that spoke."""
    report = state.reports[row]
    kind = report["kind"]
    belief = state.team_beliefs[seat, report["team"]]
    if belief["gone"] == 1:
        return
    if belief["known"] == 0:
        belief["known"] = 1
        belief["task"] = Task.UNASSIGNED
        belief["task_since_ms"] = report["observed_ms"]
    belief["able"] = report["able"]
    belief["heard_ms"] = now
    if kind == ReportKind.PLAIN_CLOTHES:
        belief["plain"] = 1
    if kind in (ReportKind.PLAIN_CLOTHES, ReportKind.ARRIVED) and report["status"] == Task.STAGED:
        belief["task"] = Task.STAGED
        belief["busy"] = 1
    if kind == ReportKind.LINKED or kind == ReportKind.JOINED:
        hear_of_joining(state, seat, row)
    if kind != ReportKind.THREAT:
        if report["misplaced"] == 0 or seat != Seat.TACTICAL or belief["area"] < 0:
            belief["area"] = report["area"]
        belief["observed_ms"] = report["observed_ms"]
    if report["observed_ms"] >= belief["task_since_ms"]:
        hear_of_progress(state, seat, row)
    if kind == ReportKind.ENTRY_REQUEST and belief["asked_ms"] < 0:
        belief["asked_ms"] = report["observed_ms"]
        belief["reply"] = Reply.WAITING


@compiled
def hear_of_progress(state: State, seat: int, row: int) -> None:
    """How a team gets on with what it was told last; what it said of a task before is past."""
    report = state.reports[row]
    kind = report["kind"]
    belief = state.team_beliefs[seat, report["team"]]
    if kind == ReportKind.TASK_DONE or (kind == ReportKind.AREA_CLEAR and report["flag"] == 1):
        belief["busy"] = 0
        belief["task_since_ms"] = report["observed_ms"]
        if report["status"] == Task.UNASSIGNED:
            belief["task"] = Task.UNASSIGNED
    if kind == ReportKind.AT_PLACE and report["status"] == Task.UNASSIGNED:
        belief["busy"] = 0
        belief["task"] = Task.UNASSIGNED
    if kind == ReportKind.ROLL_CALL or kind == ReportKind.TURNED_TO:
        hear_of_task(belief, report)
    if kind == ReportKind.CANNOT:
        is_crew = state.teams[int(report["team"])]["discipline"] == Discipline.MEDICAL
        belief["cannot_ms"] = report["observed_ms"]
        belief["cannot"] = report["status"]
        if report["flag"] >= 0:  # else it goes on with what it was at
            belief["busy"] = 0
        elif report["status"] == CannotReason.TOO_FEW and is_crew:
            belief["role"] = Role.NONE  # it could spare nobody for the part


@compiled
def hear_of_task(belief: np.ndarray, report: np.ndarray) -> None:
    """A team says what it does now: asked for by a roll call, or turned to by the plan."""
    by_plan = report["kind"] == ReportKind.TURNED_TO
    if belief["task"] != report["status"] or by_plan:
        belief["task_since_ms"] = report["observed_ms"]
    belief["task"] = report["status"]
    if by_plan or report["status"] != Task.RESCUE_TASK_FORCE:  # a crew that is done is one still
        belief["busy"] = 0 if report["status"] == Task.UNASSIGNED else 1
    if by_plan:
        belief["target_area"] = int(report["flag"]) - 1
        belief["by_plan"] = 1


@compiled
def hear_of_joining(state: State, seat: int, row: int) -> None:
    """Two teams have identified themselves, or one has become part of the other."""
    report = state.reports[row]
    belief = state.team_beliefs[seat, report["team"]]
    other = state.team_beliefs[seat, int(report["flag"]) - 1]
    belief["plain"] = 0
    other["plain"] = 0
    if report["kind"] == ReportKind.JOINED:
        other["known"] = 0
        other["gone"] = 1
        other["able"] = 0
    else:
        belief["task"] = Task.UNASSIGNED
        belief["busy"] = 0
        belief["task_since_ms"] = report["observed_ms"]


@compiled
def learn_heard(state: State, world: World, seat: int, row: int, now: int) -> None:
    """A seat learns that order `row` was heard, and what the team turned to."""
    order = state.orders[row]
    own = state.seats[seat]
    h = fold(np.uint64(own["digest"]), row + 1)
    h = fold(h, now + 1)
    own["digest"] = fold(h, int(order["ack_task"]) + 2)
    # What is handed on tells a seat again what it knows: it learnt it the first time.
    if order["seat"] == seat and order["acked_ms"] < 0:
        order["acked_ms"] = now
    if order["team"] < 0:
        return
    belief = state.team_beliefs[seat, order["team"]]
    belief["heard_ms"] = now
    if belief["pending_order"] == row:
        belief["pending_order"] = -1
    if order["verb"] == Verb.APPOINT:
        hear_of_role(state, seat, row)
        weigh_all(state, world, seat)
    if order["ack_task"] >= 0 and order["ack_task"] != Task.AREA_CONTROL:
        belief["task"] = order["ack_task"]
        belief["target_area"] = order["area"]
        belief["task_since_ms"] = order["heard_ms"]
        belief["busy"] = 1
        belief["by_plan"] = 0
        forget_post(state, world, seat, int(order["team"]))
        weigh(state, world, seat, int(order["team"]))
