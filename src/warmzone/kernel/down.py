"""A responder is down: what becomes of the team, and of officers near by, who are drawn to it."""

from warmzone.kernel.arrays import State
from warmzone.kernel.care import drop_work, put_down
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of
from warmzone.kernel.corridor import leave_posts
from warmzone.kernel.draws import Purpose, uniform
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.holding import hold
from warmzone.kernel.letting_go import release
from warmzone.kernel.obedience import stay_untasked
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report, threat_report
from warmzone.kernel.standing import become_idle, cannot
from warmzone.kernel.stretch import set_leg_end
from warmzone.kernel.teams import expose_team, schedule_initiative, set_task
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Phase, Task, ThreatStatus
from warmzone.vocabulary.reports import CannotReason, ReportKind


@compiled
def officer_down(state: State, world: World, t: int, now: int) -> None:
    """A responder is hurt; the rest of the team goes on, or the team is out of action."""
    team = state.teams[t]
    expose_team(state, world, t, now)
    if team["untasked_since_ms"] >= 0:
        team["untasked_officer_ms"] += (now - team["untasked_since_ms"]) * team["able"]
        team["untasked_since_ms"] = now
    team["hurt"] += 1
    team["roster_hurt"] += 1
    team["able"] -= 1
    state.record[0]["responders_hurt"] += 1
    row = open_report(state, ReportKind.OFFICER_DOWN, t, now)
    send_report(state, world, row, now)
    row = threat_report(state, t, ThreatStatus.ONGOING, int(team["area"]), now)
    send_report(state, world, row, now)
    if team["able"] <= 0:
        set_task(state, t, Task.WITHDRAW, now)
        leave_posts(state, world, t, now)
        if team["load_count"] > 0 and team["work"] != Work.LIFT:
            put_down(state, world, t, now)
        team["load_count"] = 0
        drop_work(state, t)
        part(state, world, t, now)
        team["phase"] = Phase.OUT_OF_ACTION
        slots = world.layout[0]["slot"]
        schedule(state.times, state.winners, slots[EventKind.TEAM_WORK] + t, NEVER)
        schedule(state.times, state.winners, slots[EventKind.TEAM_LEG] + t, NEVER)
        set_leg_end(state, t, -1)
    expose_team(state, world, t, now)
    contact_of(state, world, t, now)
    hold(state, world, t, now)
    pull_to_officer_down(state, world, t, now)


@compiled
def part(state: State, world: World, t: int, now: int) -> None:
    """An RTF and its security no longer go together; officers left behind are without a task."""
    partner = int(state.teams[t]["partner"])
    if partner < 0:
        return
    state.teams[t]["partner"] = -1
    if state.teams[partner]["partner"] == t:
        state.teams[partner]["partner"] = -1
        if state.teams[partner]["task"] == Task.RTF_SECURITY:
            become_idle(state, world, partner, now)


@compiled
def pull_to_officer_down(state: State, world: World, t: int, now: int) -> None:
    """A responder of team t is hurt: officers near by go there, some of them from their work.

    Whoever was told to hold, to contain or to go for the threat stays with that.
    """
    record = state.record[0]
    place = int(state.teams[t]["area"])
    record["down_area"] = place
    record["down_ms"] = now
    p = world.parameters[0]
    for other in range(len(state.teams)):
        team = state.teams[other]
        near = other != t and team["able"] > 0 and team["discipline"] == Discipline.POLICE
        if not near or world.distance_m[team["area"], place] > p["down_pull_m"]:
            continue
        if team["task"] == Task.UNASSIGNED and team["phase"] == Phase.IDLE:
            schedule_initiative(state, world, other, p["look_s"], now)
        elif leaves_work(state, world, other):
            cannot(state, world, other, CannotReason.OFFICER_DOWN, now)
            release(state, world, other, now)
            stay_untasked(state, world, other, now)
            schedule_initiative(state, world, other, p["look_s"], now)


@compiled
def leaves_work(state: State, world: World, t: int) -> bool:
    """Whether a team at work that can be left drops it for a hurt officer."""
    team = state.teams[t]
    if team["task"] not in (Task.CLEAR, Task.TREAT, Task.CARRY) or team["load_count"] > 0:
        return False
    if team["leg_end_ms"] >= 0:
        return False
    clock = state.clock[0]
    key = (clock["epoch"], t, Purpose.DOWN_PULL, int(state.record[0]["responders_hurt"]))
    return bool(uniform(clock["seed"], key) < world.parameters[0]["down_pull_p"])
