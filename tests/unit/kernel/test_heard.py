"""The word of what a seat was told is the same exactly where it heard the same."""

from collections.abc import Callable

import numpy as np
import pytest

from tests import tiny
from warmzone.kernel.arrays import State
from warmzone.kernel.heard import BIN_MS, heard_word, open_orders
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Verb

END_MS = 600_000


def told() -> Run:
    """A run in which the seat has heard of several things, and has said one."""
    run = tiny.in_command("active", 1)
    tiny.tell(run, Verb.TREAT, 0, tiny.ROOM_A)
    run.advance(END_MS)
    return run


def word_of(state: State, first_ms: int = 0, end_ms: int = END_MS + 1) -> int:
    """What the Tactical seat heard."""
    with np.errstate(over="ignore"):
        return int(heard_word(state, Seat.TACTICAL, first_ms, end_ms))


def heard_rows(state: State) -> np.ndarray:
    """Which reports the seat has heard, by row."""
    count = int(state.clock[0]["reports"])
    return np.nonzero(state.reports[:count]["heard_ms"][:, Seat.TACTICAL] >= 0)[0]


def later(state: State, row: int) -> None:
    """Heard a bin later."""
    state.reports[row]["heard_ms"][Seat.TACTICAL] += BIN_MS


CHANGES: dict[str, Callable[[State, int], None]] = {
    "when": later,
    **{
        name: lambda state, row, name=name: state.reports[row].__setitem__(  # type: ignore[misc]
            name, int(state.reports[row][name]) + 1
        )
        for name in ("kind", "team", "area", "source", "status", "able", "flag")
    },
}


@pytest.mark.parametrize("change", list(CHANGES))
def test_anything_else_heard_is_another_word(change: str) -> None:
    """Another time, another place, another source ... of any one report."""
    run = told()
    before = word_of(run.state)
    rows = heard_rows(run.state)
    assert len(rows) > 3
    CHANGES[change](run.state, int(rows[1]))
    assert word_of(run.state) != before


def test_the_same_in_another_order_is_the_same_word() -> None:
    """Two reports that change places in the table; each of the four counts counts."""
    run = told()
    before = word_of(run.state)
    one, other = (int(row) for row in heard_rows(run.state)[:2])
    run.state.reports[[one, other]] = run.state.reports[[other, one]]
    assert word_of(run.state) == before
    for k in range(4):
        run.state.reports[one]["counts"][k] += 1
        assert word_of(run.state) != before
        run.state.reports[one]["counts"][k] -= 1


def test_within_a_bin_the_time_does_not_count() -> None:
    """A report heard at the bin's beginning is heard at the same time as at its end."""
    run = told()
    row = int(heard_rows(run.state)[0])
    begins = int(run.state.reports[row]["heard_ms"][Seat.TACTICAL]) // BIN_MS * BIN_MS
    words = set()
    for at_ms in (begins, begins + BIN_MS - 1):
        run.state.reports[row]["heard_ms"][Seat.TACTICAL] = at_ms
        words.add(word_of(run.state))
    assert len(words) == 1


def test_the_words_of_the_parts_make_the_word_of_the_whole() -> None:
    """Moment by moment the words add up; nobody else's hearing is in them."""
    run = told()
    parts = [word_of(run.state, at, at + 60_000) for at in range(0, END_MS + 60_000, 60_000)]
    assert sum(parts) % 2**64 == word_of(run.state, 0, END_MS + 60_000)
    run.state.reports["heard_ms"][:, Seat.MEDICAL] += 7 * BIN_MS
    assert word_of(run.state, 0, END_MS + 60_000) == sum(parts) % 2**64


def test_an_answer_is_heard_and_an_order_without_one_is_open() -> None:
    """The same order answered, answered otherwise, and not answered are three things."""
    run = told()
    mine = np.nonzero(
        run.state.orders[: int(run.state.clock[0]["orders"])]["seat"] == Seat.TACTICAL
    )[0]
    order = run.state.orders[int(mine[-1])]
    order["acked_ms"] = END_MS - 1
    with np.errstate(over="ignore"):
        answered, none = word_of(run.state), int(open_orders(run.state, Seat.TACTICAL))
        order["ack_task"] += 1
        otherwise = word_of(run.state)
        order["acked_ms"] = -1
        assert len({answered, otherwise, word_of(run.state)}) == 3
        assert int(open_orders(run.state, Seat.TACTICAL)) != none
