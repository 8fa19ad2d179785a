"""Teams that join: linking up, becoming one team, working for another."""

from warmzone.kernel.arrays import State
from warmzone.kernel.care import begin_work
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.holding import hold
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.standing import become_idle, cannot, go
from warmzone.kernel.teams import expose_team, new_roster, set_task
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Phase, Task
from warmzone.vocabulary.reports import CannotReason, ReportKind


@compiled
def join(state: State, t: int, other: int, merges: int, now: int) -> None:
    """Team t sets out to link up with another, and (1) to become part of it."""
    team = state.teams[t]
    set_task(state, t, Task.LINK_UP, now)
    team["joins"] = other
    team["merges"] = merges
    team["target_area"] = state.teams[other]["area"]


@compiled
def step_join(state: State, world: World, t: int, now: int) -> None:
    """Go to where the other team is; then both identify themselves, which takes a little."""
    team = state.teams[t]
    other = int(team["joins"])
    gone = other < 0 or state.teams[other]["able"] <= 0
    if gone or state.teams[other]["phase"] == Phase.NOT_ARRIVED:
        cannot(state, world, t, CannotReason.NOT_FOUND, now)
        become_idle(state, world, t, now)
        return
    if go(state, world, t, int(state.teams[other]["area"]), now):
        return
    team["work"] = Work.LINK
    begin_work(state, world, t, world.parameters[0]["link_up_s"], now)


@compiled
def finish_join(state: State, world: World, t: int, now: int) -> None:
    """Both know each other now; whoever was taken in is part of the other team."""
    team = state.teams[t]
    other = int(team["joins"])
    if other < 0 or state.teams[other]["area"] != team["area"] or state.teams[other]["able"] <= 0:
        step_join(state, world, t, now)  # they have gone on meanwhile
        return
    team["linked"] = 1
    state.teams[other]["linked"] = 1
    merges = team["merges"] == 1
    team["joins"] = -1
    team["merges"] = 0
    if merges:
        merge(state, world, t, other, now)
    speaker = other if merges else t
    row = open_report(state, ReportKind.JOINED if merges else ReportKind.LINKED, speaker, now)
    state.reports[row]["flag"] = 1 + (t if merges else other)
    send_report(state, world, row, now)
    if not merges:
        become_idle(state, world, t, now)


@compiled
def merge(state: State, world: World, t: int, into: int, now: int) -> None:
    """The able people of team t belong to another team from now on; team t is no more."""
    gone = state.teams[t]
    team = state.teams[into]
    for k in (t, into):
        expose_team(state, world, k, now)
    if team["untasked_since_ms"] >= 0:
        set_task(state, into, int(team["task"]), now)
    moved = int(gone["able"])
    team["people"] += moved
    team["able"] += moved
    gone["people"] -= moved
    gone["able"] = 0
    gone["merged"] = into
    gone["phase"] = Phase.OUT_OF_ACTION
    slots = world.layout[0]["slot"]
    for kind in (EventKind.TEAM_WORK, EventKind.TEAM_LEG, EventKind.TEAM_INITIATIVE):
        schedule(state.times, state.winners, slots[kind] + t, NEVER)
    new_roster(state, into)
    for k in (t, into):
        expose_team(state, world, k, now)
        contact_of(state, world, k, now)
        hold(state, world, k, now)


@compiled
def shadow(state: State, t: int, now: int) -> None:
    """Team t does what the team does that it works for, at the same place.

    Where that cannot be shared (escort, posts, command, nothing at all) it stands by beside them.
    """
    team = state.teams[t]
    leader = state.teams[team["works_for"]]
    task = int(leader["task"])
    target = int(leader["target_area"])
    if task in (Task.CONTACT, Task.CLEAR, Task.HOLD, Task.TREAT, Task.CARRY) and target >= 0:
        set_task(state, t, task, now)
        team["target_area"] = target
    else:
        set_task(state, t, Task.RESERVE, now)
        team["target_area"] = leader["area"]
