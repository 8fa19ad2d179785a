"""Moments of a run for the replay: what the Tactical seat believed, and what was true."""

from collections.abc import Hashable, Sequence
from typing import Any, SupportsInt, TypeVar

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.view import View, view_of
from warmzone.review.shapes import (
    AreaBelief,
    AreaTruth,
    BeliefHead,
    Frame,
    TeamBelief,
    TeamTruth,
    TruthHead,
)
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Phase, Seat, Source, Task, ThreatStatus, Triage, Whereabouts

FRAME_MS = 10_000

AT_THE_SCENE = (Whereabouts.LYING, Whereabouts.CARRIED, Whereabouts.SELF_MOVING)

Row = TypeVar("Row", bound=Hashable)


def seat_sees(run: Run) -> View:
    """What the Tactical seat can know now; belief is made of this alone."""
    return view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)


def belief_frame(view: View) -> Frame:
    """The whole belief of a seat at the view's time."""
    return Frame(
        at_s=view.now_ms // 1000,
        belief=_head(view.seat[0]),
        belief_teams=[_team(view, t) for t in range(len(view.teams)) if view.teams[t]["known"]],
        belief_areas=[
            row for a in range(len(view.areas)) if (row := _area(view, a)) != _nothing(a)
        ],
    )


def truth_frame(state: State, now_ms: int) -> Frame:
    """The whole truth that a review shows, at one moment."""
    counts = casualties_by_area(state, now_ms)
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


def casualties_by_area(state: State, now_ms: int) -> np.ndarray:
    """Casualties at the scene by true category, the dead as grey: int64[areas, 4]."""
    counts = np.zeros((len(state.ground), 4), np.int64)
    for person in state.people[: int(state.clock[0]["person_count"])]:
        if 0 <= person["hurt_ms"] <= now_ms and person["whereabouts"] in AT_THE_SCENE:
            dead = 0 <= person["dead_ms"] <= now_ms
            category = Triage.GREY if dead else int(person["triage"])
            counts[person["area"], category - 1] += 1
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


def _head(seat: np.ndarray) -> BeliefHead:
    return BeliefHead(
        int(seat["threat"]),
        int(seat["threat_area"]),
        _s(seat["threat_ms"]),
        int(seat["place"]),
        _s(seat["since_ms"]),
        int(seat["ccp"]),
        int(seat["aep"]),
        int(seat["corridor"]),
        int(seat["corridor_posts"]),
    )


def _team(view: View, t: int) -> TeamBelief:
    belief = view.teams[t]
    return TeamBelief(
        t,
        int(belief["area"]),
        _s(belief["observed_ms"]),
        int(belief["able"]),
        int(belief["task"]),
        int(belief["target_area"]),
        int(is_untasked(belief)),
        _s(belief["asked_ms"]),
    )


def is_untasked(belief: np.ndarray) -> bool:
    """Whether a seat has been told that this team has nothing to do, and has not said otherwise."""
    idle = belief["task"] == Task.UNASSIGNED
    return bool(belief["known"] and idle and belief["pending_order"] < 0)


def _area(view: View, a: int) -> AreaBelief:
    belief, zone, seat = view.areas[a], view.zones[a], view.seat[0]
    here = seat["threat_area"] == a
    threat = here and seat["threat"] in (ThreatStatus.ONGOING, ThreatStatus.CONTAINED)
    declared = int(zone["zone"])
    red, yellow, green, grey = (int(number) for number in belief["counts"])
    return AreaBelief(
        a,
        declared,
        _s(zone["since_ms"]) if declared else -1,
        _s(belief["seen_ms"]),
        _s(belief["searched_ms"]),
        red,
        yellow,
        green,
        grey,
        int(belief["claimed"]),
        int(threat),
        int(belief["source"]) if belief["report"] >= 0 else int(Source.TEAM),
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
    red, yellow, green, grey = (int(number) for number in counts)
    return AreaTruth(area, red, yellow, green, grey, int(exposed))


def _s(ms: SupportsInt) -> int:
    return -1 if int(ms) < 0 else int(ms) // 1000
