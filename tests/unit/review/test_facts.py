"""Facts are drawn from what was said and done, as the person at the seat met it."""

import numpy as np
import pytest

from tests.played import Writer, open_drill
from warmzone.exercise.commands import GiveOrder
from warmzone.kernel.arrays import ORDER
from warmzone.review.facts import _lost, _slowest, requests
from warmzone.review.hearing import reports_heard, speaks_of_casualties
from warmzone.review.names import Names
from warmzone.review.rebuild import Rebuilt, Terms, rebuild
from warmzone.review.shapes import Review
from warmzone.simulation.results import version
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Source
from warmzone.vocabulary.ids import CommandId
from warmzone.vocabulary.orders import Order, Verb
from warmzone.vocabulary.reports import ReportKind


def nothing(_run: Run) -> None:
    """Nobody looks."""


def rebuilt(writer: Writer) -> Rebuilt:
    """The run of a log so far."""
    return rebuild(writer.header, writer.rows(), nothing, Terms(version()))


def asked(writer: Writer) -> tuple[int, int]:
    """Play on until a rescue task force has been heard to ask: its team and when."""
    for at_ms in range(writer.run.now_ms, writer.run.prepared.end_ms, 1000):
        writer.run.advance(at_ms)
        for heard, report in reports_heard(writer.run.state):
            if report["kind"] == ReportKind.ENTRY_REQUEST and heard >= 0:
                return int(report["team"]), heard
    raise AssertionError("nobody asked to come in")


def say(writer: Writer, verb: Verb, team: int, at_ms: int) -> None:
    """Give one order to a team."""
    order = Order(Seat.TACTICAL, verb, team)
    name = f"{verb}-{at_ms}"
    writer.do(GiveOrder(CommandId(name), order), at_ms, Seat.TACTICAL, name)


def test_a_request_waits_from_when_it_was_heard_until_it_is_answered() -> None:
    """Neither the air nor the time before the person had the seat is charged to the person."""
    writer, prepared = open_drill()
    handed_over_ms = writer.run.now_ms
    team, heard_ms = asked(writer)
    begun_ms = max(heard_ms, handed_over_ms)
    say(writer, Verb.HOLD_RTF, team, begun_ms + 40_000)
    callsign = prepared.units[team].callsign
    first = next(one for one in requests(rebuilt(writer)) if one.callsign == callsign)
    assert first.heard_s == begun_ms / 1000
    assert first.answered_s is not None
    assert first.answered_s - first.heard_s == pytest.approx(40, abs=1)


def test_a_request_that_is_repeated_before_an_answer_is_one_request() -> None:
    """Asking again does not make a second wait; never answered is told as such."""
    writer, _ = open_drill()
    team, heard_ms = asked(writer)
    writer.run.advance(heard_ms + 200_000)
    say(writer, Verb.ASK_REPORT, team, heard_ms + 200_000)
    mine = requests(rebuilt(writer))
    assert mine
    teams = [one.callsign for one in mine]
    assert len(teams) == len(set(teams))
    assert all(one.answered_s is None for one in mine)


def test_a_report_speaks_of_casualties_when_it_counts_or_claims_some() -> None:
    """An empty room is news, but not of casualties."""
    report = np.zeros(1, open_drill()[0].run.state.reports.dtype)[0]
    report["kind"] = ReportKind.AREA_SEEN
    assert not speaks_of_casualties(report)
    report["counts"][1] = 2
    assert speaks_of_casualties(report)
    report["counts"][1] = 0
    report["source"], report["flag"] = Source.CALLER, 4
    assert speaks_of_casualties(report)
    report["kind"] = ReportKind.AT_PLACE
    assert not speaks_of_casualties(report)


def test_casualties_stand_beside_what_was_known(made: Review) -> None:
    """Nobody is told of before they were hurt, treated before they were seen, or lost twice."""
    assert made.casualties
    for one in made.casualties:
        assert one.told_s is None or one.told_s >= one.hurt_s
        assert one.told_s is None or one.told_by
        assert one.seen_s is None or one.seen_s >= one.hurt_s
        assert one.left_s is None or one.moved_s is None or one.left_s >= one.moved_s
        assert (one.dead_s is None) == (one.fate == "alive at 24 h")
    assert [one.hurt_s for one in made.casualties] == sorted(one.hurt_s for one in made.casualties)


def test_savable_deaths_in_the_table_are_those_of_the_outcome(made: Review) -> None:
    """The table and the outcome count the same people."""
    lost = [one for one in made.casualties if one.savable and one.dead_s is not None]
    assert len(lost) == made.outcome["savable_deaths"]


def order(
    verb: Verb, given_s: int, heard_s: int, *, lost: bool = False, team: int = 0
) -> np.ndarray:
    """An order that was given and heard at these times, -1 never; `lost` on the way once."""
    row = np.zeros(1, ORDER)[0]
    row["verb"], row["team"], row["tries"] = verb, team, int(lost)
    row["given_ms"], row["heard_ms"] = given_s * 1000, max(-1, heard_s * 1000)
    return row


def test_what_was_lost_on_the_way_stays_lost_until_it_is_said_again() -> None:
    """Lost and never said again is told; what still waits its turn, or was repeated, is not."""
    _, prepared = open_drill()
    names = Names(prepared)
    lost = order(Verb.CLEAR_RTF_IN, 100, -1, lost=True)
    waits = order(Verb.HOLD, 190, -1)
    again = order(Verb.CLEAR_RTF_IN, 150, 160)
    told = _lost([lost, waits], names)
    assert [(one.at_s, "cleared in to" in one.text) for one in told] == [(100.0, True)]
    assert _lost([lost, again, waits], names) == []
    assert _lost([lost, order(Verb.CLEAR_RTF_IN, 150, 160, team=1)], names)
    assert _lost([order(Verb.CLEAR_RTF_IN, 100, 140, lost=True)], names) == []


def test_an_order_waits_until_it_was_heard() -> None:
    """What was lost does not wait; what was never said waits until the end."""
    lost, waits = order(Verb.HOLD, 100, -1, lost=True), order(Verb.HOLD, 190, -1)
    assert _slowest([lost, order(Verb.HOLD, 100, 110)], 600_000) == 10
    assert _slowest([lost, waits], 600_000) == 410
    assert _slowest([], 600_000) == 0
