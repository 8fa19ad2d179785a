"""Officers who lead uninjured people out of a place, or have them stay behind closed doors."""

from warmzone.kernel.arrays import State
from warmzone.kernel.care import begin_work
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.hazard import holds_changed
from warmzone.kernel.people import uninjured_here
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.standing import become_idle, cannot, done
from warmzone.kernel.uninjured import send_out
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import OpeningKind, OpeningState, Task
from warmzone.vocabulary.reports import CannotReason, ReportKind


@compiled
def step_leading(state: State, world: World, t: int, now: int) -> None:
    """Gather the people where they are; outside with them, the task is done.

    What is said then tells that nobody is left where they were.
    """
    team = state.teams[t]
    if team["focus_area"] != team["target_area"]:
        row = open_report(state, ReportKind.TASK_DONE, t, now)
        state.reports[row]["status"] = Task.UNASSIGNED
        state.reports[row]["flag"] = team["target_area"] + 1
        send_report(state, world, row, now)
        become_idle(state, world, t, now)
    elif uninjured_here(state, int(team["target_area"])) == 0:
        cannot(state, world, t, CannotReason.NOT_FOUND, now)
        become_idle(state, world, t, now)
    else:
        team["work"] = Work.GATHER
        begin_work(state, world, t, world.parameters[0]["gather_s"], now)


@compiled
def finish_gathering(state: State, world: World, t: int, now: int) -> bool:
    """They have been told: whether the team walks out with them, else it is done there."""
    team = state.teams[t]
    area = int(team["target_area"])
    if team["leads_out"] == 0:
        keep_in(state, world, area, now)
        done(state, world, t, now)
        return False
    goal = int(world.areas[area]["exit_area"])
    if goal < 0:
        cannot(state, world, t, CannotReason.NO_WAY, now)
        become_idle(state, world, t, now)
        return False
    send_out(state, world, area, now)
    team["focus_area"] = goal
    return True


@compiled
def keep_in(state: State, world: World, area: int, now: int) -> None:
    """The people of an area stay there, and its open doors are closed."""
    state.ground[area]["sheltering"] = 1
    ground = world.areas[area]
    for e in range(ground["edge_first"], ground["edge_first"] + ground["edge_count"]):
        edge = world.edges[e]
        is_door = edge["kind"] == OpeningKind.DOOR
        if is_door and state.openings[edge["opening"]] == OpeningState.OPEN:
            state.openings[edge["opening"]] = OpeningState.CLOSED
    holds_changed(state, world, now)
