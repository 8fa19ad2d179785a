"""An order that nothing heard gave a reason for is found, and one with a reason is not."""

import pytest

from warmzone.measures.decisions import Account, Said, Told
from warmzone.measures.decisions.unsound import Why, all_unsound
from warmzone.vocabulary.codes import ThreatStatus, Zone
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind

S = 1000
MEDIC, ROOM, HALL = 9, 4, 5
SEEN = Told(50 * S, ReportKind.AREA_SEEN, 0, ROOM, counts=(1, 0, 0, 0))
EARLY = Told(30 * S, ReportKind.AREA_SEEN, 2, HALL, counts=(1, 0, 0, 0))
SHOTS = Told(55 * S, ReportKind.THREAT, 0, ROOM, status=ThreatStatus.ONGOING)
HELD = Told(55 * S, ReportKind.THREAT, 0, ROOM, status=ThreatStatus.CONTAINED)
WARM = Said(60 * S, Verb.DECLARE_ZONE, area=ROOM, value=Zone.WARM)
IN = Said(60 * S, Verb.CLEAR_RTF_IN, MEDIC, ROOM)
CONTAINED = Said(60 * S, Verb.DECLARE_THREAT, value=ThreatStatus.CONTAINED)
SENT, TURNED = Said(40 * S, Verb.CLEAR, 1, ROOM), Said(70 * S, Verb.HOLD, 1, HALL)
CCP, MOVED = Said(40 * S, Verb.SET_CCP, area=ROOM), Said(90 * S, Verb.SET_CCP, area=HALL)
ASKED = Said(70 * S, Verb.ASK_REPORT, 0)

CASES: dict[Why, tuple[tuple[Said, ...], tuple[Told, ...], tuple[Told, ...]]] = {
    # what was said, what was heard where that was unsound, and where it was sound
    Why.NOBODY_LOOKED: ((WARM,), (), (SEEN,)),
    Why.MEDICS_UNSEEN: ((IN,), (), (SEEN,)),
    Why.THREAT_THERE: ((WARM, IN), (SEEN, SHOTS), (SEEN, SHOTS, HELD)),
    Why.THREAT_UNHEARD: ((CONTAINED,), (SHOTS,), (HELD,)),
    Why.TURNED_ROUND: ((SENT, TURNED), (), (SEEN,)),
    Why.SAID_AGAIN: ((CCP, MOVED), (EARLY,), (EARLY, SEEN)),
    Why.JUST_SPOKE: ((ASKED,), (SEEN,), ()),
    Why.NOTHING_THERE: ((Said(60 * S, Verb.CARRY, 1, ROOM),), (), (SEEN,)),
    Why.NO_OCCASION: ((CCP,), (), (EARLY,)),
}


def account(said: tuple[Said, ...], told: tuple[Told, ...]) -> Account:
    """An account of twenty minutes; teams 0 to 8 are police."""
    return Account(1200 * S, told, said, frozenset(range(9)), frozenset({MEDIC}))


@pytest.mark.parametrize("why", list(Why))
def test_each_rule_finds_its_order(why: Why) -> None:
    """Where nothing heard gives a reason; the last order is the one to blame."""
    said, unsound, _ = CASES[why]
    found = all_unsound(account(said, unsound))
    assert [one.why for one in found][-1] == why
    assert found[-1].said == said[-1]


@pytest.mark.parametrize("why", list(Why))
def test_each_rule_is_silent_where_there_was_a_reason(why: Why) -> None:
    """The same orders after a report that bears them out."""
    said, _, sound = CASES[why]
    assert all_unsound(account(said, sound)) == []


def test_an_order_is_blamed_once() -> None:
    """Ground called warm unseen, and again: the second lacks two reasons and counts once."""
    again = Said(90 * S, Verb.DECLARE_ZONE, area=ROOM, value=Zone.WARM)
    found = all_unsound(account((WARM, again), ()))
    assert [one.said for one in found] == [WARM, again]


def test_an_order_that_was_not_heard_may_be_said_again() -> None:
    """After a minute without an answer the same order is no idle talk."""
    first = Said(40 * S, Verb.HOLD, 1, ROOM)
    assert all_unsound(account((first, Said(110 * S, Verb.HOLD, 1, ROOM)), ())) == []
    heard = Said(40 * S, Verb.HOLD, 1, ROOM, heard_ms=42 * S)
    assert len(all_unsound(account((heard, Said(110 * S, Verb.HOLD, 1, ROOM)), ()))) == 1


def test_who_stands_ready_may_be_turned_and_a_word_beside_the_task_turns_nobody() -> None:
    """From the door and from reserve one is sent on at once; what to do at wounded is no task."""
    for ready in (Verb.WAIT_AT_DOOR, Verb.RESERVE):
        assert all_unsound(account((Said(40 * S, ready, 1, HALL), TURNED), ())) == []
    assert all_unsound(account((SENT, Said(45 * S, Verb.STEP_PAST, 1)), ())) == []
