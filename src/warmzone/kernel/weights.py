"""Who weighs on Tactical: kept true while it hears, so that nobody need be counted at every word.

What stands in `State.weights` and `State.weighing` follows from what Tactical believes of its
teams; whoever changes that belief weighs the team again.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Reply, Role, Seat, Task
from warmzone.vocabulary.reports import ReportKind

OFFICERS, CREW, CONTROL, TRIAGE = 1, 2, 4, 8


@compiled
def weight(state: State, world: World, t: int) -> int:
    """As what team t weighs on Tactical, as it believes: a sum of the constants above.

    Officers weigh while they are fit, at work, and work for no others: a crew's security takes its
    word from the crew. A crew weighs once it is let in.
    """
    belief = state.team_beliefs[Seat.TACTICAL, t]
    if belief["able"] <= 0:
        return 0
    found = 0
    if belief["role"] == Role.AREA_CONTROL:
        found = CONTROL
    elif belief["role"] == Role.TRIAGE:
        found = TRIAGE
    if belief["known"] == 0 or belief["works_for"] >= 0:
        return found
    if world.units[t]["discipline"] == Discipline.MEDICAL:
        return found + CREW if belief["reply"] == Reply.CLEARED else found
    task = belief["task"]
    works = task != Task.STAGED and task != Task.COMMAND and task != Task.RTF_SECURITY
    return found + OFFICERS if works else found


@compiled
def weigh(state: State, world: World, seat: int, t: int) -> None:
    """Weigh team t again: what a seat believes of it may have changed."""
    if seat != Seat.TACTICAL:
        return
    before = int(state.weighing[t])
    now = weight(state, world, t)
    if now == before:
        return
    weights = state.weights[0]
    weights["officers"] += (now & OFFICERS) - (before & OFFICERS)
    weights["crews"] += (now & CREW) // CREW - (before & CREW) // CREW
    weights["controls"] += (now & CONTROL) // CONTROL - (before & CONTROL) // CONTROL
    weights["triage"] += now // TRIAGE - before // TRIAGE
    state.weighing[t] = now


@compiled
def weigh_speaker(state: State, world: World, seat: int, row: int) -> None:
    """Weigh the team of report `row`, and whom it says that it has met, once that was heard."""
    report = state.reports[row]
    weigh(state, world, seat, int(report["team"]))
    if report["kind"] == ReportKind.LINKED or report["kind"] == ReportKind.JOINED:
        weigh(state, world, seat, int(report["flag"]) - 1)


@compiled
def weigh_all(state: State, world: World, seat: int) -> None:
    """Weigh every team again: what was heard may concern any of them."""
    for t in range(len(state.teams)):
        weigh(state, world, seat, t)
