"""The score is of 100 points: what was asked and taken in time, less what had no reason."""

from dataclasses import replace

import pytest

from warmzone.measures.decisions import Account, Said, Told
from warmzone.measures.decisions.points import POINTS
from warmzone.measures.decisions.score import UNSOUND_SHARE, score_of
from warmzone.vocabulary.codes import Source
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind

S = 1000
MEDIC, ROOM = 9, 4
WITHIN = int(POINTS[12].row.within_s)
REQUEST = Told(60 * S, ReportKind.ENTRY_REQUEST, MEDIC, ROOM)
QUIET = Account(1200 * S, (REQUEST,), (), frozenset(range(9)), frozenset({MEDIC}))


def after(seconds: float, **more: object) -> Account:
    """An RTF asks to come in, and is told to wait so long after."""
    said = Said(int((60 + seconds) * S), Verb.HOLD_RTF, MEDIC, value=60)
    return replace(QUIET, said=(said,), **more)  # type: ignore[arg-type]


def credit(account: Account, from_ms: int = 0) -> float:
    """What the answer to the request counts."""
    return next(one.credit for one in score_of(account, from_ms).answers if one.number == 13)


@pytest.mark.parametrize(("times", "worth"), [(0.5, 1.0), (1.0, 1.0), (2.0, 0.5), (3.0, 0.25)])
def test_an_answer_counts_less_the_later_it_comes(times: float, worth: float) -> None:
    """All of it within the time allowed, half at twice the time, a quarter at three times."""
    assert credit(after(times * WITHIN)) == pytest.approx(worth)


def test_no_answer_counts_nothing() -> None:
    """A decision that nobody took; of 100 points none."""
    assert credit(QUIET) == 0.0
    assert score_of(QUIET).points == 0.0


def test_a_point_counts_once_however_often_it_is_put() -> None:
    """Nine requests weigh as much as one."""
    many = tuple(replace(REQUEST, at_ms=(60 + n) * S) for n in range(9))
    one, nine = score_of(QUIET), score_of(replace(QUIET, told=many))
    assert len(nine.answers) > len(one.answers)
    assert nine.asked == one.asked


def test_an_order_without_a_reason_costs() -> None:
    """It counts as a share of a decision not taken, so that talk alone gains nothing."""
    chatter = tuple(Said((100 + n) * S, Verb.SAY_PLAN) for n in range(4))
    clean = score_of(after(1))
    talked = score_of(replace(after(1), said=(*after(1).said, *chatter)))
    assert len(talked.unsound) == 3
    assert clean.points is not None
    assert talked.points is not None
    assert talked.points == pytest.approx(100 * talked.taken / (talked.asked + 3 * UNSOUND_SHARE))
    assert talked.points < clean.points


def test_another_commander_before_is_not_scored() -> None:
    """What they answered is left out; what they left open is asked from the hand-over on."""
    begun = 400 * S
    assert all(one.number != 13 for one in score_of(after(100), begun).answers)
    assert credit(after(400), begun) == pytest.approx(1.0)


def test_what_passed_before_the_hand_over_is_not_asked() -> None:
    """A caller's word is another's once its time has run out; a crew at the door waits on."""
    call = Told(30 * S, ReportKind.AREA_SEEN, area=ROOM, source=Source.CALLER)
    account = replace(QUIET, told=(call, REQUEST))
    over_ms = 30 * S + int(POINTS[21].row.within_s * S)
    asked = [{one.number for one in score_of(account, at).answers} for at in (over_ms - 1, over_ms)]
    assert {22, 13} <= asked[0]
    assert asked[0] - asked[1] == {22}


def test_what_the_end_of_play_cuts_off_is_not_asked() -> None:
    """Nobody loses points for a request of the last seconds."""
    assert score_of(replace(QUIET, end_ms=61 * S)).points is None


def test_what_the_agency_forbids_is_not_asked() -> None:
    """A point all of whose answers are forbidden is left out."""
    bound = replace(QUIET, forbidden=frozenset({Verb.CLEAR_RTF_IN, Verb.HOLD_RTF}))
    assert all(one.number != 13 for one in score_of(bound).answers)


def test_an_order_without_a_reason_answers_nothing() -> None:
    """Ground called warm where nobody looked is no decision taken."""
    seen = Told(60 * S, ReportKind.AREA_SEEN, 0, ROOM, counts=(1, 0, 0, 0))
    warm = Said(90 * S, Verb.DECLARE_ZONE, area=ROOM, value=2)

    def of(said: Said) -> list[float]:
        found = score_of(replace(QUIET, told=(seen,), said=(said,)))
        return [one.credit for one in found.answers if one.number == 12]

    assert of(warm) == [1.0]
    assert of(replace(warm, at_ms=50 * S)) == [0.0]
