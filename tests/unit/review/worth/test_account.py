"""The account of an exercise adds up: what decisions lost and what luck did give the whole gap."""

from itertools import pairwise

import pytest

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.measures.decisions import Account, Said, Told
from warmzone.review.worth.account import (
    PACE_MOST_S,
    Stretch,
    account_for,
    at_pace,
    cuts,
    median_wait_s,
    own_pace_s,
)
from warmzone.review.worth.moments import moment_of
from warmzone.review.worth.replays import Spoken, Table
from warmzone.simulation.machine import PLAIN
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

END = 700_000
SAID = (
    Spoken(260_000, (0, int(Verb.TAKE_COMMAND), -1, -1, -1, 1)),
    Spoken(270_000, (0, int(Verb.TREAT), 0, tiny.ROOM_A, -1, 0)),
    Spoken(270_000, (0, int(Verb.SET_AEP), -1, tiny.ROAD, -1, 0)),
)


def stretches(seed: int) -> tuple[list[Stretch], Table, Stretch]:
    """A small exercise with a late commander, cut where something was said, and its end."""
    run = tiny.by_person("active", seed)
    times = cuts(SAID, (0, END))
    found = []
    for begun, until in pairwise(times):
        run.advance(begun)
        said = tuple(one for one in SAID if begun <= one.at_ms < until)
        found.append(Stretch(moment_of(run), until, said))
        for one in said:
            _, verb, team, area, other, value = one.order
            answer = tiny.tell(run, Verb(verb), team, area, other_team=other, value=value)
            assert answer == Refusal.ACCEPTED
    run.advance(END)
    table = Table(run.prepared, PLAIN, automatic("interior"))
    return found, table, Stretch(moment_of(run), END)


def test_everything_said_is_cut_once() -> None:
    """Two orders at one moment are one cut; the start and the end are cuts too."""
    assert cuts(SAID, (0, END)) == [0, 260_000, 270_000, END]
    assert cuts(SAID, (265_000, 268_000)) == [265_000, 268_000]


@pytest.mark.parametrize("seed", [2, 6])
def test_worths_add_up_to_the_whole_gap(seed: int) -> None:
    """Start, decisions and luck give the end; the stretches give the sums."""
    found, table, last = stretches(seed)
    told = account_for(found, last.moment, table, range(1, 9))
    assert told.decisions.mean is not None
    assert told.at_start + told.decisions.mean + told.luck == pytest.approx(told.at_end)
    parts = [one.said + one.waited for one in told.stretches]
    means = [one.decisions.mean for one in told.stretches]
    assert parts == pytest.approx(means)
    assert sum(parts) == pytest.approx(told.decisions.mean)
    assert [one.orders for one in told.stretches] == [0, 1, 2]


def test_the_commander_who_goes_on_as_was_done_loses_nothing() -> None:
    """Without a word said and with a commander who says nothing, decisions lose exactly nothing."""
    run = tiny.by_person("active", 2)
    run.advance(200_000)
    first = Stretch(moment_of(run), END)
    run.advance(END)
    table = Table(run.prepared, PLAIN, automatic("nobody"))
    told = account_for([first], moment_of(run), table, range(1, 7))
    assert (told.decisions.mean, told.decisions.low, told.decisions.high) == (0.0, 0.0, 0.0)


def test_half_the_waits_are_over_by_the_median() -> None:
    """What ended without an answer counts for as long as it stood open, and no longer."""
    assert median_wait_s([(50.0, False), (30.0, False), (90.0, False)]) == 50.0
    assert median_wait_s([(30.0, False), (50.0, False), (90.0, False), (200.0, True)]) == 50.0
    assert median_wait_s([(30.0, False), (10.0, True), (50.0, False), (90.0, False)]) == 50.0
    assert median_wait_s([(30.0, False), (300.0, True), (500.0, True)]) == 500.0


def test_who_leaves_requests_unanswered_is_not_taken_for_quick() -> None:
    """Of the same answers, those beside which others never came make a slower pace."""
    asked = (100, 300, 500)
    told = tuple(
        Told(at_s * 1000, ReportKind.ENTRY_REQUEST, team=5 + k) for k, at_s in enumerate(asked)
    )
    said = tuple(Said((at_s + 20) * 1000, Verb.CLEAR_RTF_IN, 5 + k) for k, at_s in enumerate(asked))
    paces = [own_pace_s(Account(END, told, said[:answered]), 10.0) for answered in range(4)]
    assert paces[0] >= paces[1] >= paces[2] > paces[3]
    assert own_pace_s(Account(4_000_000, told, ()), 10.0) == PACE_MOST_S
    assert own_pace_s(Account(END), 10.0) == 10.0


def test_pace_changes_only_the_copy() -> None:
    """Another pace is another incident; the one it was made of keeps its own."""
    before = float(tiny.prepared("active").world.parameters[0]["decision_s"])
    slow = at_pace(tiny.prepared("active"), 77.0)
    assert float(slow.world.parameters[0]["decision_s"]) == 77.0
    assert float(tiny.prepared("active").world.parameters[0]["decision_s"]) == before
