"""Moments of a run for the replay: what the Tactical seat believed, and what was true."""

from collections.abc import Hashable, Sequence
from typing import Any, SupportsInt, TypeVar

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.world_arrays import World
from warmzone.review.category import category_when_hurt
from warmzone.review.shapes import (
    AreaBelief,
    AreaTruth,
    BeliefHead,
    Frame,
    TeamBelief,
    TeamTruth,
    TruthHead,
)
from warmzone.simulation.observe import AreaSeen, SeatView, TeamSeen, seat_view, standing
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import (
    Discipline,
    Phase,
    Seat,
    Task,
    ThreatStatus,
    Triage,
    Whereabouts,
)

FRAME_MS = 10_000

_NO_MESSAGES = 1 << 30

AT_THE_SCENE = (Whereabouts.LYING, Whereabouts.CARRIED, Whereabouts.SELF_MOVING)

Row = TypeVar("Row", bound=Hashable)


def seat_sees(run: Run) -> SeatView:
    """What the Tactical seat knows now, its messages left out; belief is made of this alone."""
    return seat_view(run, Seat.TACTICAL, since_report=_NO_MESSAGES, since_order=_NO_MESSAGES)


def belief_frame(view: SeatView) -> Frame:
    """The whole belief of a seat at the view's time."""
    return Frame(
        at_s=view.now_ms // 1000,
        belief=_head(view),
        belief_teams=[_team(team) for team in view.teams],
        belief_areas=[_area(area, view) for area in view.areas],
    )


def truth_frame(run: Run) -> Frame:
    """The whole truth that a review shows, as it is now."""
    now_ms = run.now_ms
    state = standing(run.state, run.prepared.world, now_ms)
    counts = casualties_by_area(state, run.prepared.world, now_ms)
    hazard, corridor = state.hazard[0], state.corridor[0]
    return Frame(
        at_s=now_ms // 1000,
        truth=TruthHead(
            int(hazard["state"]),
            int(hazard["area"]),
            int(corridor["state"]),
            int(corridor["posts_held"]),
        ),
        truth_teams=[
            _true_team(team, t)
            for t, team in enumerate(state.teams)
            if team["phase"] != Phase.NOT_ARRIVED
        ],
        truth_areas=[
            _true_area(a, counts[a], exposed=bool(state.ground[a]["exposure"] > 0))
            for a in range(len(state.ground))
            if state.ground[a]["exposure"] > 0 or counts[a].any()
        ],
    )


def casualties_by_area(state: State, world: World, now_ms: int) -> np.ndarray:
    """Casualties at the scene by true category, the dead as grey: int64[areas, 7].

    The last three columns say how many of the grey were red, yellow and green when they were hurt.
    """
    counts = np.zeros((len(state.ground), 7), np.int64)
    for person in state.people[: int(state.clock[0]["person_count"])]:
        if 0 <= person["hurt_ms"] <= now_ms and person["whereabouts"] in AT_THE_SCENE:
            dead = 0 <= person["dead_ms"] <= now_ms
            category = Triage.GREY if dead else int(person["triage"])
            counts[person["area"], category - 1] += 1
            before = category_when_hurt(world, person)
            if dead and before != Triage.GREY:
                counts[person["area"], Triage.GREY + before - 1] += 1
    return counts


def changes(frames: Sequence[Frame]) -> list[Frame]:
    """Each frame cut down to the rows that differ from the frame before it.

    A row that is no longer there comes back as an empty one, so that a reader can lay one frame on
    the other.
    """
    out: list[Frame] = []
    last = Frame(at_s=-1)
    for frame in frames:
        out.append(_difference(last, frame))
        last = frame
    return out


def _difference(last: Frame, frame: Frame) -> Frame:
    return Frame(
        at_s=frame.at_s,
        belief=None if frame.belief == last.belief else frame.belief,
        belief_teams=_changed(last.belief_teams, frame.belief_teams),
        belief_areas=_changed(last.belief_areas, frame.belief_areas)
        + [_nothing(a) for a in _gone(last.belief_areas, frame.belief_areas)],
        truth=None if frame.truth == last.truth else frame.truth,
        truth_teams=_changed(last.truth_teams, frame.truth_teams),
        truth_areas=_changed(last.truth_areas, frame.truth_areas)
        + [AreaTruth(a, 0, 0, 0, 0, 0) for a in _gone(last.truth_areas, frame.truth_areas)],
    )


def _changed(before: Sequence[Row], after: Sequence[Row]) -> list[Row]:
    known = set(before)
    return [row for row in after if row not in known]


def _gone(before: Sequence[Any], after: Sequence[Any]) -> list[int]:
    return sorted({row.area for row in before} - {row.area for row in after})


def _head(view: SeatView) -> BeliefHead:
    return BeliefHead(
        view.threat,
        view.threat_area,
        _s(view.threat_ms),
        view.place,
        _s(view.command_since_ms),
        view.ccp,
        view.aep,
        view.corridor.state,
        view.corridor.posts_held,
        view.corridor.areas,
        view.corridor.posts,
    )


def _team(team: TeamSeen) -> TeamBelief:
    return TeamBelief(
        team.index,
        team.area,
        _s(team.observed_ms),
        team.able,
        int(team.task),
        team.target_area,
        int(is_untasked(team)),
        _s(team.asked_ms),
    )


def is_untasked(team: TeamSeen) -> bool:
    """Whether officers stand without a task as far as the seat was told, and nothing is on its way.

    They were never given one, or have said that it is done.
    """
    here = team.discipline == Discipline.POLICE and team.able > 0
    idle = team.task == Task.UNASSIGNED or not team.busy
    return here and idle and team.pending_order < 0


def _area(area: AreaSeen, view: SeatView) -> AreaBelief:
    over = view.threat in (ThreatStatus.OVER, ThreatStatus.NONE)
    threat = area.threat_ms >= 0 and view.threat_area == area.index and not over
    red, yellow, green, grey = area.counts
    return AreaBelief(
        area.index,
        int(area.zone),
        _s(area.zone_ms),
        _s(area.seen_ms),
        _s(area.searched_ms),
        red,
        yellow,
        green,
        grey,
        area.claimed,
        int(threat),
        area.source,
    )


def _nothing(area: int) -> AreaBelief:
    return AreaBelief(area, 0, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0)


def _true_team(team: np.ndarray, t: int) -> TeamTruth:
    return TeamTruth(
        t,
        int(team["area"]),
        int(team["able"]),
        int(team["task"]),
        int(team["target_area"]),
        int(team["untasked_since_ms"] >= 0),
    )


def _true_area(area: int, counts: np.ndarray, *, exposed: bool) -> AreaTruth:
    red, yellow, green, grey, *before = (int(number) for number in counts)
    return AreaTruth(area, red, yellow, green, grey, int(exposed), *before)


def _s(ms: SupportsInt) -> int:
    return -1 if int(ms) < 0 else int(ms) // 1000
