"""Who is taken for the commander, and where command goes once a transfer has been acknowledged."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.said import CommandSeat, Report
from tests.reference.twin.things import Team
from warmzone.vocabulary.codes import CommandPlace
from warmzone.vocabulary.reports import ReportKind


def hear_who_commands(incident: Incident, seat: CommandSeat, report: Report) -> None:
    """A seat learns that somebody took command, took it over, or came who might."""
    if report.kind == ReportKind.SUPERVISOR_HERE:
        seat.senior = report.team
    elif report.kind == ReportKind.COMMAND_TAKEN:
        seat.commander = report.team
    elif report.kind == ReportKind.UNITED:
        seat.unified, seat.senior = True, None
    elif report.kind == ReportKind.COMMAND_ACCEPTED:
        assert report.team is not None
        if report.flag == 0:
            seat.overall = report.team
        elif seat is incident.tactical and seat.commander is not report.team:
            move_seat(incident, report.team)
            seat.commander = report.team
        else:
            seat.commander = report.team
        if seat.senior is report.team:
            seat.senior = None


def move_seat(incident: Incident, team: Team) -> None:
    """Tactical is where the new commander stands; the one before is free to go back."""
    tactical = incident.tactical
    incident.command.returns = tactical.commander
    tactical.place_area = team.area
    tactical.place = CommandPlace.POST if team.area.outdoor else CommandPlace.INSIDE
    tactical.since_ms = incident.now
    if not team.area.outdoor and incident.record.interior_command_ms is None:
        incident.record.interior_command_ms = incident.now
    incident.command.together_ms = None
    for seat in incident.seats:
        seat.together = False
    end_two(incident)


def end_two(incident: Incident) -> None:
    """One commands again, and knows it."""
    since = incident.command.two_since_ms
    if since is not None:
        incident.record.two_commands_ms += incident.now - since
    incident.command.two_since_ms = None
