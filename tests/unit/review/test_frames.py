"""Belief frames hold what the seat was told and nothing else."""

import numpy as np
import pytest

from tests.played import open_drill
from warmzone.review.frames import belief_frame, changes, seat_sees, truth_frame
from warmzone.review.shapes import (
    AreaBelief,
    AreaTruth,
    Frame,
    Review,
    TeamBelief,
    TruthHead,
)
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import HazardState, Phase, Whereabouts


@pytest.fixture
def handed_over() -> Run:
    """A drill at minute 8: teams in the building, reports heard."""
    return open_drill()[0].run


def scramble(run: Run) -> None:
    """Change every truth that the Tactical seat was not told."""
    state = run.state
    areas = len(state.ground)
    state.hazard[0]["state"] = HazardState.OVER
    state.hazard[0]["area"] = areas - 1
    state.ground["exposure"] = 1.0
    state.ground["held_officers"] = 9
    people = state.people[: int(state.clock[0]["person_count"])]
    people["area"] = (people["area"] + 7) % areas
    people["whereabouts"] = Whereabouts.LYING
    people["hurt_ms"] = 0
    people["seen"] = 1
    here = state.teams["phase"] != Phase.NOT_ARRIVED
    state.teams["area"][here] = (state.teams["area"][here] + 5) % areas
    state.teams["able"][here] += 3
    state.teams["task"][here] = 4
    state.teams["untasked_since_ms"] = 5


def test_belief_is_unmoved_by_every_unseen_truth(handed_over: Run) -> None:
    """Change all that the seat was not told: its frame stays the same, the true one does not."""
    belief = belief_frame(seat_sees(handed_over))
    true = truth_frame(handed_over)
    scramble(handed_over)
    assert belief_frame(seat_sees(handed_over)) == belief
    assert truth_frame(handed_over) != true


def test_belief_moves_with_what_is_heard(handed_over: Run) -> None:
    """The test above is not passed by an empty frame."""
    before = belief_frame(seat_sees(handed_over))
    assert before.belief_teams
    assert before.belief_areas
    handed_over.advance(handed_over.now_ms + 120_000)
    assert belief_frame(seat_sees(handed_over)) != before


def test_casualties_nobody_reported_are_in_the_truth_only(made: Review) -> None:
    """In the first minutes people lie hurt and no responder has seen one: belief has none."""
    early = [frame for frame in made.frames if frame.at_s <= 100]
    assert any(row.red + row.grey > 0 for frame in early for row in frame.truth_areas)
    told = [row for frame in early for row in frame.belief_areas]
    assert all(row.red + row.yellow + row.green + row.grey == 0 for row in told)


def test_frames_come_every_ten_seconds_and_at_the_end(made: Review) -> None:
    """The slider finds a moment everywhere."""
    times = [frame.at_s for frame in made.frames]
    assert times == [*range(0, int(made.end_s), 10), int(made.end_s)]


def test_a_frame_holds_only_what_changed() -> None:
    """Rows that did not change are left out, rows that went away come back empty."""
    team = TeamBelief(0, 3, 60, 2, 0, -1, 1, -1)
    area = AreaBelief(3, 2, 50, 40, -1, 1, 0, 0, 0, 0, 0, 0)
    true = AreaTruth(3, 1, 0, 0, 0, 1)
    head = TruthHead(1, 3, 0, 0)
    whole = Frame(0, None, [team], [area], head, [], [true])
    after = Frame(10, None, [team], [], head, [], [])
    first, second = changes([whole, after])
    assert first == whole
    assert second.belief_teams == []
    assert second.truth is None
    assert second.truth_areas == [AreaTruth(3, 0, 0, 0, 0, 0)]
    assert second.belief_areas == [AreaBelief(3, 0, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0)]


def test_the_dead_are_grey_in_the_truth(handed_over: Run) -> None:
    """Everybody hurt and at the scene is counted once, the dead as grey."""
    frame = truth_frame(handed_over)
    people = handed_over.state.people[: int(handed_over.state.clock[0]["person_count"])]
    hurt = people[people["hurt_ms"] >= 0]
    dead = np.count_nonzero((hurt["dead_ms"] >= 0) & (hurt["dead_ms"] <= handed_over.now_ms))
    assert sum(row.grey for row in frame.truth_areas) == dead > 0
    counted = sum(row.red + row.yellow + row.green + row.grey for row in frame.truth_areas)
    assert counted == len(hurt)
