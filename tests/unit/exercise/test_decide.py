"""The rules of an exercise: what a command leads to."""

import pytest

from warmzone.exercise.codec import decode, encode
from warmzone.exercise.commands import (
    AnswerProbe,
    ClockMark,
    Command,
    End,
    Finish,
    GiveOrder,
    HandOver,
    Note,
    Probe,
    Rate,
    Release,
    Resume,
    SetClock,
)
from warmzone.exercise.decide import answer_of, decide
from warmzone.exercise.events import (
    ClockChanged,
    ClockMarked,
    CommandRefused,
    Ended,
    HandedOver,
    Noted,
    OrderReceived,
    Rated,
    Released,
    Resumed,
)
from warmzone.exercise.evolve import evolve
from warmzone.exercise.state import State
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.ids import CommandId
from warmzone.vocabulary.orders import Order, Refusal, Verb

ID = CommandId("c1")
ORDER = Order(Seat.TACTICAL, Verb.CLEAR, team=1, area=2)
ANSWER = AnswerProbe(ID, ((1, 2),), 3, (4,), 3, -1, 1)
RUNNING = State(at_ms=1000, running=True)
ENDED = State(at_ms=1000, ended=True)


def test_order_is_kept_with_its_answer() -> None:
    """An accepted and a refused order both become a row, with the answer of the run."""
    for answer in (Refusal.ACCEPTED, Refusal.NOT_REACHABLE):
        (event,) = decide(RUNNING, GiveOrder(ID, ORDER), answer)
        assert event == OrderReceived(Verb.CLEAR, 1, 2, -1, 0, answer)
        assert answer_of(event) == answer.name.lower()


def test_order_after_the_end_is_refused() -> None:
    """After the end every order is refused, whatever the run would say."""
    (event,) = decide(ENDED, GiveOrder(ID, ORDER), Refusal.ACCEPTED)
    assert answer_of(event) == "incident_over"


def test_unreadable_order_is_kept_with_its_words() -> None:
    """A message that is no order is refused with its reason and its words are not lost."""
    (event,) = decide(RUNNING, GiveOrder(ID, None, Refusal.BAD_VALUE, "zone/pink"), Refusal(0))
    assert event == OrderReceived(-1, -1, -1, -1, 0, Refusal.BAD_VALUE, "zone/pink")


def test_what_was_expected_is_kept_with_the_order() -> None:
    """Why an order was given is in its row, whatever its answer; rows without one are read."""
    why = "so that medics can go in"
    (given,) = decide(RUNNING, GiveOrder(ID, ORDER, why=why), Refusal.ACCEPTED)
    (unread,) = decide(RUNNING, GiveOrder(ID, None, Refusal.BAD_VALUE, "x", why), Refusal(0))
    for event in (given, unread):
        assert isinstance(event, OrderReceived)
        assert decode("order", 1, encode(event)) == event
        assert event.why == why
    old = b'{"verb":3,"team":1,"area":2,"other_team":-1,"value":0,"refusal":0}'
    assert decode("order", 1, old) == OrderReceived(3, 1, 2, -1, 0, 0)


def test_order_is_taken_while_the_clock_stands() -> None:
    """Solo play may stop the clock to think: orders are taken then."""
    (event,) = decide(State(), GiveOrder(ID, ORDER), Refusal.ACCEPTED)
    assert answer_of(event) == "accepted"


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (SetClock(ID, "resume"), ClockChanged(running=True, rate=2.0)),
        (SetClock(ID, "pause"), ClockChanged(running=False, rate=2.0)),
        (SetClock(ID, "rate", 4.0), ClockChanged(running=False, rate=4.0)),
        (SetClock(ID, "rate", 3.0), CommandRefused("clock", "bad_rate")),
        (SetClock(ID, "rate", float("nan")), CommandRefused("clock", "bad_rate")),
    ],
)
def test_clock(command: SetClock, expected: object) -> None:
    """Pause and resume keep the tempo; a tempo other than 1, 2 or 4 is refused."""
    assert decide(State(rate=2.0), command, Refusal.ACCEPTED) == (expected,)


def test_ratings_and_release_wait_for_the_end() -> None:
    """While it is played nothing is decided of it; afterwards the words are kept as said."""
    rate = Rate(ID, "rtf_in", "M", "waited", "observer")
    for command in (rate, Release(ID)):
        (event,) = decide(RUNNING, command, Refusal.ACCEPTED)
        assert answer_of(event) == "not_over"
    over = State(ended=True)
    assert decide(over, rate, Refusal.ACCEPTED) == (Rated("rtf_in", "M", "waited", "observer"),)
    assert decide(over, Release(ID), Refusal.ACCEPTED) == (Released(),)


def test_a_probe_freezes_until_it_is_answered() -> None:
    """Orders and the clock are refused meanwhile; the answer lets the clock go on as it went."""
    (asked,) = decide(RUNNING, Probe(), Refusal.ACCEPTED)
    frozen = evolve(RUNNING, 1000, asked)
    assert (frozen.running, frozen.probing) == (False, True)
    for command in (GiveOrder(ID, ORDER), SetClock(ID, "resume"), Probe(ID)):
        (event,) = decide(frozen, command, Refusal.ACCEPTED)
        assert answer_of(event) == "probe_open"
    assert decide(frozen, Probe(), Refusal.ACCEPTED) == ()
    (answer,) = decide(frozen, ANSWER, Refusal.ACCEPTED)
    assert decode("probe_answer", 1, encode(answer)) == answer
    assert evolve(frozen, 1000, answer) == RUNNING
    (late,) = decide(RUNNING, ANSWER, Refusal.ACCEPTED)
    assert answer_of(late) == "no_probe"


def test_a_note_is_kept_at_any_time() -> None:
    """Evaluators write before, during and after; a note changes nothing in the exercise."""
    for state in (RUNNING, ENDED):
        (event,) = decide(state, Note(ID, "asked for the count twice"), Refusal.ACCEPTED)
        assert event == Noted("asked for the count twice")
        assert evolve(state, state.at_ms, event) == state


def test_everything_asked_after_the_end_is_refused_with_an_answer() -> None:
    """Clock and end are answered after the end, and change nothing."""
    for command in (SetClock(ID, "resume"), End(ID)):
        (event,) = decide(ENDED, command, Refusal.ACCEPTED)
        assert answer_of(event) == "exercise_ended"


def test_what_the_exercise_records_by_itself() -> None:
    """Marks, hand-over, resumption and the end are recorded once each, and not after the end."""
    own: list[tuple[Command, object]] = [
        (ClockMark(), ClockMarked()),
        (HandOver(), HandedOver()),
        (Resume(), Resumed()),
        (Finish("minutes"), Ended("minutes")),
    ]
    for command, event in own:
        assert decide(RUNNING, command, Refusal.ACCEPTED) == (event,)
        assert decide(ENDED, command, Refusal.ACCEPTED) == ()


def test_clock_that_stands_leaves_no_marks() -> None:
    """A paused exercise does not grow its log."""
    assert decide(State(), ClockMark(), Refusal.ACCEPTED) == ()


def test_seat_is_handed_over_once() -> None:
    """A drill read back after its hand-over is not handed over again."""
    assert decide(State(handed_over=True), HandOver(), Refusal.ACCEPTED) == ()
