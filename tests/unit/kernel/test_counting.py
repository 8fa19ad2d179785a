"""How many are hurt: unequal counts, recounts, and the one figure that they are reconciled to."""

import numpy as np

from tests import tiny
from tests.tiny import CORRIDOR, LANDING, ROOM_A, ROOM_C
from warmzone.kernel.beliefs import hear
from warmzone.kernel.reports import open_report
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Source
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind


def seen(run: Run, area: int, counts: tuple[int, int, int, int], team: int = 0) -> None:
    """A team says what it sees in an area; Tactical hears it."""
    row = open_report(run.state, ReportKind.AREA_SEEN, team, run.now_ms)
    run.state.reports[row]["area"] = area
    run.state.reports[row]["counts"] = counts
    with np.errstate(over="ignore"):
        hear(run.state, run.prepared.world, Seat.TACTICAL, row, run.now_ms)


def called(run: Run, area: int, hurt: int) -> None:
    """A caller says how many are hurt; Tactical hears it."""
    row = open_report(run.state, ReportKind.AREA_SEEN, -1, run.now_ms)
    run.state.reports[row]["area"] = area
    run.state.reports[row]["source"] = Source.CALLER
    run.state.reports[row]["flag"] = hurt
    with np.errstate(over="ignore"):
        hear(run.state, run.prepared.world, Seat.TACTICAL, row, run.now_ms)


def quiet() -> Run:
    """Everybody on scene, no threat, nothing known but what the test says."""
    run = tiny.in_command("none")
    run.state.area_beliefs["differs"] = 0
    run.state.area_beliefs["told_count"] = -1
    run.state.area_beliefs["counts"] = 0
    run.state.area_beliefs["claimed"] = 0
    run.state.seats["differences"] = 0
    return run


def differences(run: Run) -> int:
    """Places of which unequal counts were told."""
    return int(run.state.seats[Seat.TACTICAL]["differences"])


def test_counts_that_differ_stand_out_once_a_place() -> None:
    """A caller's three and a team's two differ; said again they do not count again."""
    run = quiet()
    called(run, ROOM_C, 3)
    assert differences(run) == 0
    seen(run, ROOM_C, (1, 1, 0, 0))
    assert differences(run) == 1
    seen(run, ROOM_C, (1, 0, 0, 0))
    assert differences(run) == 1
    seen(run, ROOM_A, (1, 0, 0, 0))
    seen(run, ROOM_A, (1, 0, 0, 0))
    assert differences(run) == 1


def test_reconciling_asks_who_is_there_and_gives_one_figure_with_its_time() -> None:
    """Teams on the spot count again; the sum is told once, callers' unchecked numbers apart."""
    run = quiet()
    called(run, LANDING, 4)
    called(run, ROOM_C, 3)
    seen(run, ROOM_C, (1, 1, 0, 0))
    called(run, ROOM_C, 5)
    run.state.teams[1]["area"] = CORRIDOR
    seen(run, CORRIDOR, (9, 0, 0, 0), 1)
    assert tiny.tell(run, Verb.RECONCILE) == Refusal.ACCEPTED
    due_ms = run.now_ms + 45_000
    while int(run.state.seats[Seat.TACTICAL]["reconciled_ms"]) < 0:
        run.advance(run.now_ms + 1_000)
    assert due_ms <= run.now_ms <= due_ms + 10_000
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    counts = rows[rows["kind"] == ReportKind.COUNT]
    assert CORRIDOR in set(counts["area"].tolist())
    own = run.state.seats[Seat.TACTICAL]
    beliefs = run.state.area_beliefs[Seat.TACTICAL]
    looked = beliefs[beliefs["seen_ms"] >= 0]
    assert own["reconciled"].tolist() == looked["counts"].sum(axis=0).tolist()
    assert int(own["reconciled"][0]) < 9
    assert int(own["unconfirmed"]) == 4
    assert int(own["reconciled_ms"]) == int(counts["observed_ms"].max())
    assert differences(run) == 0
    assert int(beliefs[ROOM_C]["claimed"]) == 0
    assert int(beliefs[LANDING]["claimed"]) == 4


def test_there_must_be_counts_to_reconcile() -> None:
    """Where nobody has spoken of casualties there is nothing to compare."""
    run = tiny.in_command("none")
    run.state.seats[Seat.TACTICAL]["places"] = 0
    assert tiny.tell(run, Verb.RECONCILE) == Refusal.NOTHING_THERE
