"""What Triage and Tactical tell each other where they stand side by side."""

import numpy as np

from tests import tiny
from tests.tiny import CORRIDOR, ROOM_A
from warmzone.kernel.beliefs import hear
from warmzone.kernel.reports import open_report
from warmzone.kernel.together import share_picture
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.reports import ReportKind


def test_who_lies_in_a_room_is_told_though_its_wing_was_reported_searched_since() -> None:
    """Both heard that the wing is searched, one alone who lies in the room: the other hears it."""
    run = tiny.in_command("silent")
    state, world = run.state, run.prepared.world
    state.area_beliefs["report"] = state.area_beliefs["counted"] = -1
    state.area_beliefs["counts"] = 0
    state.area_beliefs["seen_ms"] = -1
    with np.errstate(over="ignore"):
        seen = open_report(state, ReportKind.AREA_SEEN, 0, run.now_ms)
        state.reports[seen]["area"] = ROOM_A
        state.reports[seen]["counts"] = (1, 0, 0, 0)
        hear(state, world, Seat.TACTICAL, seen, run.now_ms)
        wing = open_report(state, ReportKind.AREA_CLEAR, 0, run.now_ms + 1)
        state.reports[wing]["area"] = CORRIDOR
        state.reports[wing]["flag"] = 1
        for seat in (Seat.TACTICAL, Seat.MEDICAL):
            hear(state, world, seat, wing, run.now_ms + 1)
        assert int(state.area_beliefs[Seat.MEDICAL, ROOM_A]["counts"][0]) == 0
        share_picture(state, world, run.now_ms + 2)
    assert int(state.area_beliefs[Seat.MEDICAL, ROOM_A]["counts"][0]) == 1
