"""People inside who call: from where, how often, what they see, how they err, when they stop."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import CORRIDOR, ROOM_A
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.callers import call, caller_place
from warmzone.scenario.incident import Civilians, Span
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import HazardState, Source, ThreatStatus, Whereabouts
from warmzone.vocabulary.reports import ReportKind

CALLERS = 3


def inside(seed: int = 1, **numbers: float) -> Run:
    """Three callers in room A, where two people lie hurt; nobody else is on scene yet."""
    civilians = [Civilians("room-a", Span(20, 20))]
    made = tiny.scenario("none", civilians=civilians, callers=Span(CALLERS, CALLERS), reports=[])
    prepared = prepare(made, tiny.site())
    for name in ("caller_count_wrong_p", "caller_place_wrong_p", "caller_silent_p"):
        prepared.world.parameters[0][name] = numbers.get(name, 0.0)
    run = Run(prepared, seed, automatic("nobody"), tactical_is_person=True)
    run.state.people["whereabouts"] = Whereabouts.FLED
    for i in (0, 1):
        run.state.people["area"][i] = ROOM_A
        run.state.people["whereabouts"][i] = Whereabouts.LYING
    tiny.relink(run)
    return run


def calls(run: Run, kind: ReportKind = ReportKind.AREA_SEEN) -> np.ndarray:
    """What callers have said so far."""
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    return rows[(rows["kind"] == kind) & (rows["source"] == Source.CALLER)]


def ring(run: Run, c: int = 0) -> None:
    """A caller calls now."""
    with np.errstate(over="ignore"):
        call(run.state, run.prepared.world, c, run.now_ms)


def test_callers_say_what_they_see_and_no_more_than_is_new() -> None:
    """Each speaks once of the two who lie there; while nothing changes nobody says it again."""
    run = inside()
    for c in (0, 1, 2, 0, 1):
        ring(run, c)
    said = calls(run)
    assert said["flag"].tolist() == [2] * CALLERS
    assert set(said["area"].tolist()) == {ROOM_A}
    assert (said["heard_ms"] >= 0).all()


def test_a_caller_calls_a_few_times_at_drawn_moments() -> None:
    """Nobody calls more often than the evidence has it; the first calls differ in luck."""
    first = set()
    for seed in (1, 2, 3):
        run = inside(seed)
        run.advance(1_200_000)
        assert (
            run.state.callers["calls"] <= run.prepared.world.parameters[0]["caller_calls"]
        ).all()
        first.add(int(calls(run)["sent_ms"].min()))
    assert len(first) == 3


def test_some_err_in_number_and_place() -> None:
    """With errors callers contradict each other: more are hurt, or they are next door."""
    numbers, places = set(), set()
    for seed in range(6):
        run = inside(seed, caller_count_wrong_p=0.5, caller_place_wrong_p=0.5)
        for c in range(CALLERS):
            ring(run, c)
        numbers |= set(calls(run)["flag"].tolist())
        places |= set(calls(run)["area"].tolist())
    assert numbers == {2, 5}
    assert places == {ROOM_A, CORRIDOR}


@pytest.mark.parametrize("silent_p", [0.0, 1.0])
def test_while_danger_is_near_a_caller_says_so_or_holds_still(silent_p: float) -> None:
    """Who dares speaks of it, and later that it is quiet; who does not is silent, but stays."""
    run = inside(caller_silent_p=silent_p)
    run.state.hazard["state"][0], run.state.ground["exposure"][ROOM_A] = HazardState.ACTIVE, 1.0
    ring(run)
    said = [] if silent_p else [ThreatStatus.ONGOING]
    assert calls(run, ReportKind.THREAT)["status"].tolist() == said
    run.state.hazard["state"][0], run.state.ground["exposure"][ROOM_A] = HazardState.SILENT, 0.0
    ring(run)
    said = [] if silent_p else [ThreatStatus.ONGOING, ThreatStatus.UNKNOWN]
    assert calls(run, ReportKind.THREAT)["status"].tolist() == said
    assert int(run.state.callers["calls"][0]) == 2


@pytest.mark.parametrize("why", ["out", "officers"])
def test_who_is_out_or_has_officers_beside_them_stops(why: str) -> None:
    """There is nothing to call for any more, and no further call is set."""
    run = inside()
    run.advance(300_000)
    run.state.callers["claimed"] = 0
    if why == "out":
        run.state.ground["uninjured"][ROOM_A] = 0
    else:
        run.state.teams["area"][0], run.state.teams["able"][0] = ROOM_A, 2
    before = int(run.state.callers["calls"][0]), len(calls(run))
    ring(run)
    assert (int(run.state.callers["calls"][0]), len(calls(run))) == before


def test_callers_are_where_most_people_may_be() -> None:
    """A room with nine times the people has nine times the callers; without people nobody calls."""
    civilians = [Civilians("room-a", Span(0, 90)), Civilians("room-c", Span(0, 10))]
    prepared = prepare(tiny.scenario("none", civilians=civilians), tiny.site())
    places = [caller_place(prepared.world, (k + 0.5) / 100) for k in range(100)]
    assert places.count(ROOM_A) == 90
    empty = prepare(tiny.scenario("none", callers=Span(3, 3)), tiny.site())
    assert (Run(empty, 1, automatic("nobody")).state.callers["area"] == -1).all()
