"""What a seat hears of people who are not hurt, and of walking wounded who came out."""

from tests.reference.twin.said import CommandSeat, Report
from warmzone.vocabulary.codes import Task
from warmzone.vocabulary.reports import CannotReason, ReportKind


def hear_of_people(seat: CommandSeat, report: Report) -> None:
    """How many came out by themselves or unhurt, and that nobody is left where a team led them."""
    if report.kind == ReportKind.SELF_EVACUATED:
        seat.walked_out = report.flag
    if report.kind == ReportKind.PEOPLE_OUT:
        seat.people_out = report.flag
    if report.kind == ReportKind.TASK_DONE and report.flag > 0:
        seat.areas[report.flag - 1].uninjured = 0
    nobody = report.kind == ReportKind.CANNOT and report.status == CannotReason.NOT_FOUND
    if nobody and report.team is not None and report.area is not None:
        if seat.teams[report.team.id].task == Task.LEAD_OUT:
            seat.areas[report.area.id].uninjured = 0
