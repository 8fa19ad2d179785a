"""How fast teams walk: with care where a threat may be, and not where it was looked for."""

import pytest

from tests import tiny
from tests.tiny import ROOM_A, ROOM_C, YARD
from warmzone.kernel.pace import calls_for_care, speed
from warmzone.vocabulary.codes import Seat, Task, ThreatStatus


def test_ground_marked_as_searched_is_walked_like_any_other_once_nothing_is_heard() -> None:
    """Unsearched ground keeps its care; so does all ground indoors while the threat is heard."""
    run = tiny.in_command("silent")
    state, world = run.state, run.prepared.world
    state.seats["threat"] = ThreatStatus.UNKNOWN
    state.ground["searched_ms"] = -1
    state.area_beliefs["threat_ms"] = -1
    state.ground[ROOM_A]["searched_ms"] = run.now_ms
    assert not calls_for_care(state, world, ROOM_A)
    assert calls_for_care(state, world, ROOM_C)
    assert not calls_for_care(state, world, YARD)
    team = state.teams[0]
    team["task"], team["load_count"], team["partner"] = Task.TREAT, 0, -1
    state.seats["alarms"] = 0
    ratio = speed(state, world, 0, ROOM_C) / speed(state, world, 0, ROOM_A)
    assert ratio == pytest.approx(float(world.parameters[0]["cautious_factor"]))
    state.seats[Seat.MEDICAL]["threat"] = ThreatStatus.ONGOING
    assert calls_for_care(state, world, ROOM_A)


def test_a_mark_from_before_the_threat_was_placed_there_says_nothing() -> None:
    """Ground on which the threat was spoken of since it was searched is as good as unsearched."""
    run = tiny.in_command("silent")
    state, world = run.state, run.prepared.world
    state.seats["threat"] = ThreatStatus.UNKNOWN
    state.ground[ROOM_A]["searched_ms"] = 60_000
    state.area_beliefs[Seat.TACTICAL, ROOM_A]["threat_ms"] = 90_000
    assert calls_for_care(state, world, ROOM_A)
