"""Ground that officers hold, and the corridor built of such posts."""

from tests.reference.twin.hazard import refresh
from tests.reference.twin.incident import Incident
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.things import CorridorPost, Team
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import CorridorState, HazardState, Phase, Task
from warmzone.vocabulary.reports import ReportKind

MOST_AREAS = 64
MOST_POSTS = 16


def holding_changed(incident: Incident) -> None:
    """Count afresh who holds what; the reach of the hazard and the corridor follow from it."""
    for area in incident.areas:
        area.held_officers = sum(
            team.able
            for team in incident.teams
            if team.area is area
            and team.phase == Phase.HOLDING
            and team.task in (Task.HOLD, Task.CORRIDOR_POST)
        )
    if incident.hazard.state == HazardState.ACTIVE:
        refresh(incident)
    recheck_corridor(incident)


def plan_corridor(incident: Incident, ccp: Area, aep: Area) -> bool:
    """Lay the chain of areas from the CCP to the AEP, with a post in every second indoor area.

    False where there is no way or it is too long.
    """
    chain = [ccp]
    while chain[-1] is not aep:
        way = incident.way(chain[-1], aep)
        if way is None or len(chain) >= MOST_AREAS:
            return False
        chain.append(way.to)
    indoors = [area for area in chain if not area.outdoor]
    corridor = incident.corridor
    corridor.chain = chain
    corridor.posts = [CorridorPost(area) for area in indoors[::2][:MOST_POSTS] or [ccp]]
    corridor.posts_held = 0
    return True


def take_posts(incident: Incident, team: Team) -> Area | None:
    """Give free posts to a team, as many as its officers can man; the first one's area."""
    can_man = max(1, team.able // int(incident.p.officers_per_post))
    taken = [post for post in incident.corridor.posts if post.team is None][:can_man]
    for post in taken:
        post.team = team
    return taken[0].area if taken else None


def leave_posts(incident: Incident, team: Team) -> None:
    """A team gives up its posts."""
    for post in incident.corridor.posts:
        if post.team is team:
            post.team = None


def recheck_corridor(incident: Incident) -> None:
    """Open the corridor when every post is held and no part lies in reach; break it otherwise."""
    corridor = incident.corridor
    if corridor.state == CorridorState.NONE:
        return
    corridor.posts_held = sum(is_held(post) for post in corridor.posts)
    safe = all(area.exposure == 0.0 for area in corridor.chain)
    whole = safe and corridor.posts_held == len(corridor.posts)
    if whole and corridor.state != CorridorState.OPEN:
        change_corridor(incident, CorridorState.OPEN)
        if incident.record.corridor_open_ms is None:
            incident.record.corridor_open_ms = corridor.first_open_ms = incident.now
    elif not whole and corridor.state == CorridorState.OPEN:
        change_corridor(incident, CorridorState.BROKEN)


def is_held(post: CorridorPost) -> bool:
    """Whether able officers hold a post."""
    team = post.team
    return team is not None and team.phase == Phase.HOLDING and team.able > 0


def change_corridor(incident: Incident, state: CorridorState) -> None:
    """Set the corridor's state and have the team on its first manned post say so."""
    corridor = incident.corridor
    corridor.state = state
    corridor.since_ms = incident.now
    speaker = next((post.team for post in corridor.posts if post.team is not None), None)
    report = open_report(incident, ReportKind.CORRIDOR, speaker)
    report.status = state
    report.flag = corridor.posts_held
    send_report(incident, report)
