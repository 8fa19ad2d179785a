"""What a seat hears of people who are not hurt, and of walking wounded who came out."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.vocabulary.codes import Task
from warmzone.vocabulary.reports import CannotReason, ReportKind


@compiled
def hear_of_people(state: State, seat: int, row: int) -> None:
    """How many came out by themselves or unhurt, and that nobody is left where a team led them."""
    report = state.reports[row]
    kind = report["kind"]
    if kind == ReportKind.SELF_EVACUATED:
        state.seats[seat]["walked_out"] = report["flag"]
    elif kind == ReportKind.PEOPLE_OUT:
        state.seats[seat]["people_out"] = report["flag"]
    elif kind == ReportKind.TASK_DONE and report["flag"] > 0:
        state.area_beliefs[seat, int(report["flag"]) - 1]["uninjured"] = 0
    elif kind == ReportKind.CANNOT and report["status"] == CannotReason.NOT_FOUND:
        if state.team_beliefs[seat, report["team"]]["task"] == Task.LEAD_OUT:
            state.area_beliefs[seat, report["area"]]["uninjured"] = 0
