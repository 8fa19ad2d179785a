"""How many are hurt: unequal counts, recounts, and the one figure that they are reconciled to."""

from tests.reference.twin.beliefs import hear
from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on
from tests.reference.twin.radio import listens, pass_on, send_report
from tests.reference.twin.reports import fill_counts, open_report
from tests.reference.twin.said import GivenOrder, Message
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Item, Lane
from warmzone.vocabulary.codes import Seat, Source
from warmzone.vocabulary.reports import ReportKind


def recount(incident: Incident, order: GivenOrder) -> None:
    """Teams where casualties were spoken of count again; the numbers are then compared."""
    for area in incident.tactical.heard_of:
        team = counter(incident, area)
        if team is not None:
            report = open_report(incident, ReportKind.COUNT, team)
            fill_counts(incident, report, area)
            send_report(incident, report)
    hand_on(incident, Message(Item.COUNTED, order, Seat.TACTICAL), incident.p.reconcile_s)


def counter(incident: Incident, area: Area) -> Team | None:
    """The team that counts again in an area: whoever reported it, if there, else the first."""
    here = [
        team for team in incident.teams if team.area is area and team.able > 0 and team.on_scene
    ]
    latest = incident.tactical.areas[area.id].report
    if latest is not None and latest.team in here:
        return latest.team
    return here[0] if here else None


def reconcile(incident: Incident) -> None:
    """Callers' and teams' numbers have been compared: one figure, for both seats."""
    report = open_report(incident, ReportKind.COUNT, None)
    report.source = Source.DISPATCH
    beliefs = incident.tactical.areas
    looked = [belief for belief in beliefs if belief.seen_ms is not None]
    report.counts = [sum(belief.counts[k] for belief in looked) for k in range(4)]
    report.flag = sum(belief.claimed for belief in beliefs if belief.seen_ms is None)
    hear(incident, incident.tactical, report)
    if listens(incident, incident.medical, Lane.POLICE):
        hear(incident, incident.medical, report)
    else:
        pass_on(incident, report, incident.medical)
