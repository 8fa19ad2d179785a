"""Nothing is picked and priced on the same luck, and what is the same costs nothing."""

import numpy as np

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.going_on import OrderRow
from warmzone.review.worth.alternatives import Alternative
from warmzone.review.worth.decisions import Decision
from warmzone.review.worth.moments import moment_of
from warmzone.review.worth.race import (
    FIRST_PAIRS,
    HEAT,
    Effort,
    Played,
    Question,
    Screened,
    cost_of,
    in_the_race,
    is_settled,
    screen,
    twins,
)
from warmzone.review.worth.replays import Course, Table
from warmzone.review.worth.shapes import Cost
from warmzone.simulation.branch import empty_outcomes
from warmzone.simulation.machine import PLAIN
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Verb

SAID: OrderRow = (int(Seat.TACTICAL), int(Verb.CONTACT), 0, tiny.CORRIDOR, -1, 0)
CLOSE: OrderRow = (int(Seat.TACTICAL), int(Verb.HOLD), 0, tiny.CORRIDOR, -1, 0)
OTHER: OrderRow = (int(Seat.TACTICAL), int(Verb.STAGE), 0, -1, -1, 0)


def question(*alternatives: OrderRow | None) -> tuple[Question, Table]:
    """An order given early in a small incident, with what else could have been said."""
    run = tiny.by_person("active", 1)
    run.advance(150_000)
    tiny.tell(run, Verb.TAKE_COMMAND, value=1)
    run.advance(160_000)
    decision = Decision("order", 160_000, 400_000, SAID)
    asked = Question(decision, moment_of(run), (), tuple(Alternative(one) for one in alternatives))
    return asked, Table(run.prepared, PLAIN, automatic("interior"))


def test_screening_and_pricing_share_no_luck() -> None:
    """No epoch of the one is an epoch of the other, nor the luck of the exercise itself."""
    effort = Effort()
    screening, pricing = set(effort.screening()), set(effort.pricing())
    assert not screening & pricing
    assert 0 not in screening | pricing
    assert (len(screening), len(pricing)) == (100, 1000)


def test_the_same_order_costs_nothing() -> None:
    """An alternative that is what was done has the same deaths, replay by replay."""
    asked, table = question(SAID, OTHER)
    epochs = range(1, 9)
    done = table.deaths(asked.as_done(), epochs)
    same = table.deaths(asked.with_alternative(asked.alternatives[0]), epochs)
    assert done.tolist() == same.tolist()
    assert cost_of(done, same).mean == 0.0
    rows = [
        table.outcomes(asked.with_alternative(one), epochs).tobytes() for one in asked.alternatives
    ]
    assert rows[0] == table.outcomes(asked.as_done(), epochs).tobytes() != rows[1]


def test_the_best_is_of_its_own_kind() -> None:
    """The best allowed and the best forbidden alternative are found apart."""
    kinds = (Alternative(None), Alternative(SAID, forbidden=True), Alternative(OTHER))
    asked, _ = question()
    raced = Screened(Question(asked.decision, asked.moment, (), kinds), 2.0, (1.5, 0.5, 1.0))
    assert (raced.best(forbidden=False), raced.best(forbidden=True)) == (2, 1)
    assert raced.looks_lost == 1.0
    assert Screened(asked, 2.0).best(forbidden=False) == -1


def test_no_number_where_the_two_cannot_be_told_apart() -> None:
    """The mean is left out exactly where the interval holds 0."""
    luck = np.array([0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0] * 20)
    noise = cost_of(luck, luck[::-1].copy())
    assert noise.mean is None
    assert noise.low < 0 < noise.high
    clear = cost_of(luck + 1.0, luck[::-1].copy())
    assert clear.mean == 1.0
    assert clear.low > 0


def test_screening_plays_everything_on_the_same_luck() -> None:
    """Screened deaths are the means over the screening epochs of each course."""
    asked, table = question(None, OTHER)
    raced = screen(asked, table, range(1, 5))
    assert raced.done == table.deaths(asked.as_done(), range(1, 5)).mean()
    assert (
        raced.deaths[1]
        == table.deaths(asked.with_alternative(asked.alternatives[1]), range(1, 5)).mean()
    )


def test_who_is_far_behind_is_out_and_who_is_close_is_not() -> None:
    """Behind in every replay is out; behind in a few is not; each kind has a leader of its own."""
    leader = np.zeros(HEAT)
    close = np.array([1.0 if k == 3 else 0.0 for k in range(HEAT)])
    far = np.array([1.0 if k % 3 else 0.0 for k in range(HEAT)])
    assert in_the_race([far, leader, close], [False] * 3) == [1, 2]
    assert in_the_race([far, leader, close], [True, False, False]) == [0, 1, 2]
    assert in_the_race([], []) == []


def test_the_race_is_run_to_its_end_by_those_who_are_in_it() -> None:
    """What is out has been played in the first heat alone, and still comes after the best."""
    runs = Runs()
    asked, _ = question(SAID, CLOSE, OTHER)
    raced = screen(asked, runs, range(1, 101))  # type: ignore[arg-type]
    assert runs.played == {SAID: HEAT + 100, CLOSE: 100, OTHER: HEAT}
    assert raced.best(forbidden=False) == 0
    assert raced.deaths == (raced.done, raced.done + 0.1, raced.done + 1.0)


def test_what_changes_nothing_but_what_was_said_is_played_once() -> None:
    """It has the deaths of what it is the same as, and another time reached tells two apart."""
    runs = Runs()
    asked, _ = question(CLOSE, CLOSE, SAID)
    raced = screen(asked, runs, range(1, 101))  # type: ignore[arg-type]
    assert runs.played == {SAID: 100 + HEAT, CLOSE: 100 + HEAT}
    assert raced.deaths[0] == raced.deaths[1] != raced.deaths[2] == raced.done
    rows = [empty_outcomes(3) for _ in range(4)]
    rows[1]["messages"] = 5
    rows[2]["first_red_out_ms"] = 7
    rows[3]["messages"], rows[3]["first_red_out_ms"] = 9, 7
    assert twins(rows) == [0, 0, 2, 2]


class Runs:
    """A table on which one order kills one more in every replay, another in every tenth."""

    def __init__(self) -> None:
        self.played: dict[OrderRow, int] = {}

    def outcomes(self, course: Course, epochs: range) -> np.ndarray:
        """Deaths that hang on the luck, and those that an order costs."""
        order = course.script[0].order
        self.played[order] = self.played.get(order, 0) + len(epochs)
        rows = empty_outcomes(len(epochs))
        more = [{SAID: 0, OTHER: 1}.get(order, int(n % 10 == 0)) for n in epochs]
        rows["deaths"] = np.array([n % 2 for n in epochs]) + more
        return rows


class Counted:
    """A table of made-up deaths that counts its replays; what is done is reached at another time.

    With `times` False, at the same time.
    """

    def __init__(self, differs: int, *, times: bool = True) -> None:
        self.differs, self.times, self.played = differs, times, 0

    def outcomes(self, course: object, epochs: range) -> np.ndarray:
        """Nobody dies, but one in each `differs`-th replay of the second course."""
        self.played += len(epochs)
        rows = empty_outcomes(len(epochs))
        if course == "other":
            rows["deaths"] = [n % self.differs == 0 for n in epochs]
            rows["first_ccp_ms"] = 9 if self.times else 0
        return rows


def test_no_more_is_played_where_two_courses_never_differ() -> None:
    """Equal in all that is kept of the first pairs, or in deaths of twice as many; else all."""
    same = Counted(10**10 + 1, times=False)
    told = priced(same, Effort())
    assert (told.mean, told.pairs, same.played) == (0.0, FIRST_PAIRS, 2 * FIRST_PAIRS)
    alike = Counted(10**10 + 1)
    told = priced(alike, Effort())
    assert (told.mean, told.pairs, alike.played) == (0.0, 2 * FIRST_PAIRS, 4 * FIRST_PAIRS)
    differs = Counted(4)
    told = priced(differs, Effort())
    assert told.mean is not None
    assert told.mean < 0
    assert (told.pairs, differs.played) == (1000, 2000)


def test_no_more_is_played_than_anybody_could_use() -> None:
    """A difference that is known to within a fiftieth of a life is not made finer."""
    rare = Counted(200)
    told = priced(rare, Effort())
    assert told.pairs == 200
    assert told.high - told.low < 0.05
    luck = np.array([0.0, 1.0] * 100)
    assert not is_settled(luck)
    assert is_settled(np.zeros(10))


def test_what_was_done_is_played_once_for_all_that_it_is_held_against() -> None:
    """Against the best and against the commander: the same replays of what was done."""
    table = Counted(4)
    played = Played(table, Effort())  # type: ignore[arg-type]
    done: Course = "done"  # type: ignore[assignment]
    other: Course = "other"  # type: ignore[assignment]
    first = played.price(done, ("better", other))
    assert table.played == 2000
    again = played.price(done, ("commander", other), 400)
    assert table.played == 2400
    assert again.pairs == 400
    assert (first.mean, again.mean) == (-0.25, -0.25)


def priced(table: Counted, effort: Effort) -> Cost:
    """Two made-up courses priced."""
    done: Course = "done"  # type: ignore[assignment]
    other: Course = "other"  # type: ignore[assignment]
    return Played(table, effort).price(done, ("other", other))  # type: ignore[arg-type]
