"""Where a commander has casualties collected, and when it says that it is over."""

import numpy as np
import pytest

from tests import tiny
from warmzone.doctrine.command import best_ccp, is_borne_out
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.view import view_of
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Source, Task, ThreatStatus


@pytest.fixture
def run() -> Run:
    """A caller has said that it is over in room A."""
    made = tiny.in_command("over")
    own = made.state.seats[Seat.TACTICAL]
    own["threat"], own["threat_by"] = ThreatStatus.OVER, Source.CALLER
    own["threat_area"], own["threat_ms"] = tiny.ROOM_A, made.now_ms
    made.state.team_beliefs[Seat.TACTICAL]["area"] = tiny.ROAD
    return made


def borne_out(run: Run, after_s: int) -> bool:
    """Whether the commander takes the caller's word so long after."""
    view = view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms + after_s * 1000)
    return bool(is_borne_out(view, automatic("interior").crew.tactical))


def test_a_callers_word_is_taken_once_officers_look_and_hear_nothing(run: Run) -> None:
    """Officers on the spot who have seen it, and a minute of quiet; neither alone is enough."""
    assert not borne_out(run, 120)
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    here = int(np.flatnonzero(beliefs["known"])[0])
    beliefs[here]["area"], beliefs[here]["able"] = tiny.ROOM_A, 2
    beliefs[here]["task"] = Task.UNASSIGNED
    assert not borne_out(run, 120)
    run.state.area_beliefs[Seat.TACTICAL, tiny.ROOM_A]["seen_ms"] = run.now_ms + 5_000
    assert not borne_out(run, 30)
    assert borne_out(run, 120)
    run.state.seats[Seat.TACTICAL]["threat"] = ThreatStatus.UNKNOWN
    assert not borne_out(run, 120)


def test_nobody_is_collected_where_reds_lie_once_nothing_is_about(run: Run) -> None:
    """They are carried out of there at once; while a threat may be about it is the nearest."""
    for key, area in enumerate((tiny.LOBBY, tiny.ROOM_A)):
        run.state.places[Seat.TACTICAL, key] = area
        run.state.area_beliefs[Seat.TACTICAL, area]["counts"] = (6 - 5 * key, 0, 0, 0)
    own = run.state.seats[Seat.TACTICAL]
    own["places"], own["threat_area"] = 2, -1
    view = view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)
    chosen = best_ccp(view, tiny.ROAD)
    assert chosen not in (-1, tiny.LOBBY, tiny.ROOM_A)
    own["threat"] = ThreatStatus.UNKNOWN
    assert best_ccp(view, tiny.ROAD) == tiny.LOBBY
