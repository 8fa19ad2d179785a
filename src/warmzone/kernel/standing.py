"""What every task is made of: going somewhere, standing there, saying so, being done."""

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of
from warmzone.kernel.movement import can_reach, walk
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.teams import schedule_initiative, set_task
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Phase, Task
from warmzone.vocabulary.reports import CannotReason, ReportKind


@compiled
def go(state: State, world: World, t: int, goal: int, now: int) -> bool:
    """Walk to `goal`; True while under way. Where there is no way, say so and stand idle."""
    team = state.teams[t]
    if team["leg_end_ms"] < 0 and not can_reach(world, team["area"], goal):
        cannot(state, world, t, CannotReason.NO_WAY, now)
        become_idle(state, world, t, now)
        return True
    return walk(state, world, t, goal, now)


@compiled
def cannot(state: State, world: World, t: int, reason: int, now: int) -> None:
    """Tell command that the order cannot be carried out, and why."""
    row = open_report(state, ReportKind.CANNOT, t, now)
    state.reports[row]["status"] = reason
    send_report(state, world, row, now)


@compiled
def cannot_beside(state: State, world: World, t: int, reason: int, now: int) -> None:
    """Tell command so of something asked of the team beside its task, with which it goes on."""
    row = open_report(state, ReportKind.CANNOT, t, now)
    state.reports[row]["status"] = reason
    state.reports[row]["flag"] = -1
    send_report(state, world, row, now)


@compiled
def done(state: State, world: World, t: int, now: int) -> None:
    """Tell command that the task is finished and stand without one."""
    row = open_report(state, ReportKind.TASK_DONE, t, now)
    state.reports[row]["status"] = Task.UNASSIGNED
    send_report(state, world, row, now)
    become_idle(state, world, t, now)


@compiled
def become_idle(state: State, world: World, t: int, now: int) -> None:
    """Stand without a task; officers in time act of their own accord, medics wait for a word."""
    if state.teams[t]["discipline"] == Discipline.MEDICAL:
        state.teams[t]["cleared_area"] = -1
        state.teams[t]["phase"] = Phase.HOLDING
        return
    set_task(state, t, Task.UNASSIGNED, now)
    state.teams[t]["goal_area"] = -1
    rest(state, world, t, now)


@compiled
def rest(state: State, world: World, t: int, now: int) -> None:
    """Stand idle until something happens or initiative takes over."""
    team = state.teams[t]
    team["phase"] = Phase.IDLE
    team["work"] = Work.NONE
    mean = world.parameters[0]["initiative_mean_s"]
    if team["self_directed"] == 1:
        mean = world.parameters[0]["initiative_care_mean_s"]
    schedule_initiative(state, world, t, mean, now)
    contact_of(state, world, t, now)


@compiled
def say_at_place(state: State, world: World, t: int, now: int) -> None:
    """Say where the team stands and that it holds there."""
    row = open_report(state, ReportKind.AT_PLACE, t, now)
    state.reports[row]["status"] = state.teams[t]["task"]
    send_report(state, world, row, now)
