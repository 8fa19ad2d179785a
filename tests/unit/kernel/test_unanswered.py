"""What nobody acknowledged on the air: said again, a few times, while it is news."""

import pytest

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.codes import Item, Lane
from warmzone.kernel.lanes import waiting
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.unanswered import goes_unanswered
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Phase, Seat
from warmzone.vocabulary.reports import ReportKind

QUIET_MS = 900_000


def deaf(loss_p: float) -> Run:
    """The small incident, a person in command, where the air loses that share unnoticed."""
    prepared = prepare(tiny.scenario("none"), tiny.site())
    p = prepared.world.parameters[0]
    p["radio_loss_p"], p["radio_loss_most_p"], p["radio_clip_share"] = loss_p, loss_p, 0.0
    run = Run(prepared, 1, automatic("nobody"), tactical_is_person=True)
    run.advance(QUIET_MS)
    return run


def unanswered(run: Run, kind: ReportKind = ReportKind.AREA_SEEN) -> int:
    """Let team 0 say such a report of the vault, and nobody answer it; its row."""
    row = open_report(run.state, kind, 0, run.now_ms)
    run.state.reports[row]["area"] = tiny.VAULT
    run.state.reports[row]["counts"][0] = 1
    goes_unanswered(run.state, run.prepared.world, row, run.now_ms)
    return row


def again(run: Run) -> int:
    """How many finds wait to be said again."""
    lane = run.state.lanes[Lane.HANDED_ON]
    ring = run.state.air[Lane.HANDED_ON]
    rows = [ring[k % len(ring)] for k in range(int(lane["head"]), int(lane["tail"]))]
    assert len(rows) == waiting(run.state, Lane.HANDED_ON)
    return sum(int(row["kind"]) == Item.UNANSWERED for row in rows)


def test_a_lost_find_is_said_again_until_it_is_heard() -> None:
    """Half a minute after nobody answered, the finder says it again, and command knows."""
    run = deaf(0.0)
    row = unanswered(run)
    wait_ms = int(run.prepared.world.parameters[0]["repeat_order_s"] * 1000.0)
    run.advance(run.now_ms + wait_ms - 1)
    assert int(run.state.reports[row]["heard_ms"][Seat.TACTICAL]) == -1
    run.advance(run.now_ms + 60_000)
    assert int(run.state.reports[row]["heard_ms"][Seat.TACTICAL]) >= wait_ms
    assert int(run.state.area_beliefs[Seat.TACTICAL, tiny.VAULT]["counts"][0]) == 1


def test_a_finder_gives_up_after_so_many_tries() -> None:
    """Where the air carries nothing, a find is said so many times, and no more."""
    run = deaf(1.0)
    row = unanswered(run)
    run.advance(run.now_ms + 600_000)
    most = int(run.prepared.world.parameters[0]["report_tries_most"])
    assert int(run.state.reports[row]["tries"]) == most > 1
    assert again(run) == 0


@pytest.mark.parametrize("kind", [ReportKind.AT_PLACE, ReportKind.STATUS, ReportKind.THREAT])
def test_what_wants_no_answer_is_not_said_again(kind: ReportKind) -> None:
    """Where a team stands, or a threat that may have changed since, is not repeated."""
    run = deaf(0.0)
    before = again(run)
    unanswered(run, kind)
    assert again(run) == before


@pytest.mark.parametrize("why", ["newer word", "out of action"])
def test_what_is_no_longer_news_is_not_said_again(why: str) -> None:
    """A find is not repeated once command has heard of the place since, or the finder is down."""
    run = deaf(0.0)
    row = unanswered(run)
    if why == "newer word":
        run.state.area_beliefs[Seat.TACTICAL, tiny.VAULT]["seen_ms"] = run.now_ms + 1
    else:
        run.state.teams[0]["phase"] = Phase.OUT_OF_ACTION
    run.advance(run.now_ms + 120_000)
    assert int(run.state.reports[row]["heard_ms"][Seat.TACTICAL]) == -1


def test_nobody_hears_a_find_twice() -> None:
    """A seat that heard a find by way of dispatch does not hear it again when it is repeated."""
    run = deaf(0.0)
    row = unanswered(run)
    run.state.reports[row]["heard_ms"][Seat.MEDICAL] = run.now_ms
    heard_ms, delivered = run.now_ms, int(run.state.seats[Seat.MEDICAL]["delivered"])
    send_report(run.state, run.prepared.world, row, run.now_ms)
    run.advance(run.now_ms + 60_000)
    assert int(run.state.reports[row]["heard_ms"][Seat.TACTICAL]) > heard_ms
    assert int(run.state.reports[row]["heard_ms"][Seat.MEDICAL]) == heard_ms
    assert int(run.state.seats[Seat.MEDICAL]["delivered"]) == delivered


@pytest.mark.parametrize(("busy", "said_again"), [(1, True), (0, False)])
def test_a_team_that_is_done_says_so_until_it_is_known(busy: int, said_again: bool) -> None:
    """That a team is done is repeated while its commander takes it for busy, and only then."""
    run = deaf(0.0)
    belief = run.state.team_beliefs[Seat.TACTICAL, 0]
    belief["known"], belief["busy"], belief["task_since_ms"] = 1, busy, 0
    row = unanswered(run, ReportKind.TASK_DONE)
    run.advance(run.now_ms + 60_000)
    assert (int(run.state.reports[row]["heard_ms"][Seat.TACTICAL]) >= 0) == said_again
    assert int(belief["busy"]) == 0
