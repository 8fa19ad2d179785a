"""Runners: one of a team goes on foot where the radio fails, and comes back."""

from tests.reference.twin.contact import contact_of
from tests.reference.twin.holding import hold
from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on_at
from tests.reference.twin.movement import can_reach
from tests.reference.twin.reports import count_seen, open_report
from tests.reference.twin.said import GivenOrder, Message
from tests.reference.twin.standing import cannot_beside
from tests.reference.twin.teams import expose_team, new_roster
from tests.reference.twin.things import Team
from tests.reference.twin.uninjured import uninjured_here
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Item
from warmzone.vocabulary.codes import Phase
from warmzone.vocabulary.reports import CannotReason, ReportKind


def send_runner(incident: Incident, order: GivenOrder, team: Team) -> None:
    """A team sends one of its people to another team, or says why it cannot."""
    other = order.other_team
    assert other is not None
    if team.able < 2:
        cannot_beside(incident, team, CannotReason.TOO_FEW)
    elif not can_reach(incident, team.area, other.area):
        cannot_beside(incident, team, CannotReason.NO_WAY)
    else:
        spare(incident, team, 1)
        order.word = open_report(incident, ReportKind.AREA_SEEN, team)
        order.word.counts = count_seen(incident, team.area)
        order.word.uninjured = uninjured_here(incident, team.area)
        due = incident.now + on_foot_ms(incident, team.area, other.area)
        hand_on_at(incident, Message(Item.RUNNER, order, other.area.id), due)


def on_foot_ms(incident: Incident, start: Area, goal: Area) -> int:
    """How long a runner takes."""
    if start is goal or not can_reach(incident, start, goal):
        return 1
    return 1 + int(incident.metres(start, goal) / incident.p.runner_m_per_s * 1000.0)


def spare(incident: Incident, team: Team, leaving: int) -> None:
    """So many of a team are not at hand from now on (less than nought: are so again)."""
    if team.untasked_since_ms is not None:
        team.untasked_officer_ms += (incident.now - team.untasked_since_ms) * team.able
        team.untasked_since_ms = incident.now
    team.able -= leaving
    team.away += leaving
    contact_of(incident, team)
    hold(incident, team)


def comes_back(incident: Incident, order: GivenOrder, *, found: bool) -> None:
    """A runner is with the team again, or with the one that it has become part of."""
    assert order.team is not None
    home = order.team
    while home.merged is not None:
        home = home.merged
    if home.phase == Phase.OUT_OF_ACTION:
        return
    joins_others = home is not order.team
    if joins_others:
        order.team.away -= 1
        order.team.people -= 1
        home.away += 1
        home.people += 1
        expose_team(incident, home)
    spare(incident, home, -1)
    if joins_others:
        new_roster(incident, home)
        expose_team(incident, home)
    if not found:
        cannot_beside(incident, home, CannotReason.NOT_FOUND)
