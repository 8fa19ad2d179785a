"""Nothing is picked and priced on the same luck, and what is the same costs nothing."""

import numpy as np

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.review.worth.alternatives import Alternative
from warmzone.review.worth.decisions import Decision
from warmzone.review.worth.moments import moment_of
from warmzone.review.worth.race import (
    FIRST_PAIRS,
    Effort,
    Question,
    Screened,
    cost_of,
    price,
    screen,
)
from warmzone.review.worth.replays import Course, OrderRow, Table
from warmzone.simulation.machine import PLAIN
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Verb

SAID: OrderRow = (int(Seat.TACTICAL), int(Verb.CONTACT), 0, tiny.CORRIDOR, -1, 0)
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


class Counted:
    """A table of made-up deaths that counts its replays."""

    def __init__(self, differs: int) -> None:
        self.differs, self.played = differs, 0

    def deaths(self, course: object, epochs: range) -> np.ndarray:
        """Nobody dies, but one in each `differs`-th replay of the second course."""
        self.played += len(epochs)
        dies = np.array([n % self.differs == 0 for n in epochs])
        return np.where(dies, 1.0, 0.0) if course == "other" else np.zeros(len(epochs))


def test_no_more_is_played_where_two_courses_never_differ() -> None:
    """Equal in all of the first pairs: priced at nothing on those; else all pairs are played."""
    courses: tuple[Course, Course] = ("done", "other")  # type: ignore[assignment]
    same = Counted(10**10 + 1)
    told = price(courses, same, Effort())  # type: ignore[arg-type]
    assert (told.mean, told.pairs, same.played) == (0.0, FIRST_PAIRS, 2 * FIRST_PAIRS)
    differs = Counted(4)
    told = price(courses, differs, Effort())  # type: ignore[arg-type]
    assert told.mean is not None
    assert told.mean < 0
    assert (told.pairs, differs.played) == (1000, 2000)
