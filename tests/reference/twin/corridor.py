"""The corridor: a chain of areas with posts, one owner, a throughput and a state."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.things import CorridorPost, Team
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import CorridorState, Phase
from warmzone.vocabulary.reports import ReportKind

MOST_AREAS = 64
MOST_POSTS = 16


def plan_corridor(incident: Incident, ccp: Area, aep: Area) -> bool:
    """Lay the chain of areas from the CCP to the AEP, with a post in every second indoor area.

    False where there is no way or it is too long.
    """
    chain, widths = [ccp], [1.0e9]
    while chain[-1] is not aep:
        way = incident.way(chain[-1], aep)
        if way is None or len(chain) >= MOST_AREAS:
            return False
        chain.append(way.to)
        widths.append(way.opening.width_m)
    every = incident.plan.profile.posts_every
    indoors = [area for area in chain if not area.outdoor]
    corridor = incident.corridor
    corridor.chain = chain
    corridor.posts = [CorridorPost(area) for area in indoors[::every][:MOST_POSTS] or [ccp]]
    corridor.posts_held = 0
    for area in chain:
        area.lane = True
    per_min = incident.p.corridor_loads_per_min_m * max(min(widths), 0.1)
    corridor.gap_ms = int(60_000.0 / per_min)
    corridor.free_ms = 0
    return True


def enter_lane(incident: Incident, team: Team, now: int) -> int:
    """A loaded team enters the corridor; milliseconds that it waits for those before it."""
    corridor = incident.corridor
    team.in_lane = True
    wait = max(0, corridor.free_ms - now)
    gap = corridor.gap_ms
    if any(area.crowded_ms > now + wait for area in corridor.chain):
        gap = int(gap / incident.p.crowd_lane_share)
    corridor.free_ms = now + wait + gap
    incident.record.lane_wait_ms += wait
    return wait


def on_open_corridor(incident: Incident, area: Area) -> bool:
    """Whether an area belongs to the corridor and the corridor is open."""
    return incident.corridor.state == CorridorState.OPEN and area in incident.corridor.chain


def take_posts(incident: Incident, team: Team) -> Area | None:
    """Give free posts to a team, as many as its officers can man; the first one's area."""
    corridor = incident.corridor
    can_man = max(1, team.able // int(incident.p.officers_per_post))
    taken = [post for post in corridor.posts if post.team is None][:can_man]
    for post in taken:
        post.team = team
    if taken and corridor.owner is None:
        corridor.owner = team
    return taken[0].area if taken else None


def leave_posts(incident: Incident, team: Team) -> None:
    """A team gives up its posts; where it owned the corridor, the next one that mans it does."""
    corridor = incident.corridor
    left = [post for post in corridor.posts if post.team is team]
    for post in left:
        post.team = None
    if left:
        if corridor.owner is team:
            manned = (post.team for post in corridor.posts if post.team is not None)
            corridor.owner = next(manned, None)
        recheck_corridor(incident)


def recheck_corridor(incident: Incident) -> None:
    """Open the corridor when every post is held and no part lies in reach; break it otherwise."""
    corridor = incident.corridor
    if corridor.state == CorridorState.NONE:
        return
    corridor.posts_held = sum(is_manned(post) for post in corridor.posts)
    safe = all(area.exposure == 0.0 for area in corridor.chain)
    whole = safe and corridor.posts_held == len(corridor.posts)
    if whole and corridor.state != CorridorState.OPEN:
        change_corridor(incident, CorridorState.OPEN)
        if incident.record.corridor_open_ms is None:
            incident.record.corridor_open_ms = incident.now
    elif not whole and corridor.state == CorridorState.OPEN:
        change_corridor(incident, CorridorState.BROKEN)


def is_manned(post: CorridorPost) -> bool:
    """Whether able officers hold a post."""
    team = post.team
    return team is not None and team.phase == Phase.HOLDING and team.able > 0


def change_corridor(incident: Incident, state: CorridorState) -> None:
    """Set the corridor's state and have its owner say so."""
    corridor = incident.corridor
    corridor.state = state
    corridor.since_ms = incident.now
    report = open_report(incident, ReportKind.CORRIDOR, corridor.owner)
    report.status = state
    report.flag = corridor.posts_held
    send_report(incident, report)


def close_corridor(incident: Incident) -> None:
    """The corridor is given up for good."""
    incident.corridor.state = CorridorState.NONE
    incident.corridor.owner = None
    for area in incident.corridor.chain:
        area.lane = False
    for seat in incident.seats:
        seat.corridor = CorridorState.NONE
        seat.corridor_posts = 0
