"""A whole worth review: every decision is in it, it grows as told, and threads change nothing."""

from functools import cache

import msgspec
import pytest

from tests import tiny
from tests.compiled import machine
from tests.logged import logged
from warmzone.review.rebuild import Terms, rebuild
from warmzone.review.worth.race import Effort
from warmzone.review.worth.shapes import WorthReview
from warmzone.review.worth.worth import Ask, matter_of, worth
from warmzone.simulation.results import version
from warmzone.vocabulary.codes import CommandPlace
from warmzone.vocabulary.orders import Verb

SAID = (
    (200.0, Verb.TAKE_COMMAND, -1, -1, -1, int(CommandPlace.INSIDE)),
    (260.0, Verb.TREAT, 0, tiny.ROOM_A, -1, 0),
    (300.0, Verb.TREAT, 99, tiny.ROOM_A, -1, 0),
    (420.0, Verb.CARRY, 0, tiny.ROOM_A, -1, 0),
)
EFFORT = Effort(20, 200, 160)


@cache
def made(threads: int) -> tuple[bytes, tuple[tuple[int, int, int], ...]]:
    """The review by so many threads; of each report what is done, priced and known in it."""
    told: list[tuple[int, int, int]] = []

    def note(so_far: WorthReview) -> None:
        priced = sum(one.priced for one in so_far.decisions)
        known = sum(one.known is not None for one in so_far.decisions)
        told.append((so_far.done, priced, known))

    ask = Ask(lambda _prepared: machine(), EFFORT, threads=threads, report=note)
    return msgspec.json.encode(worth(*logged(SAID), ask)), tuple(told)


def review() -> WorthReview:
    """The review by one thread."""
    return msgspec.json.decode(made(1)[0], type=WorthReview)


@pytest.mark.slow
def test_the_same_log_gives_the_same_review_whatever_plays_it() -> None:
    """To the byte, by one, two and three threads, worlds and all."""
    assert made(1)[0] == made(2)[0] == made(3)[0]
    assert any(one.known is not None for one in review().decisions)


@pytest.mark.slow
def test_every_decision_is_in_it() -> None:
    """Orders given, an order refused and decisions that nobody took, each with what else was open.

    Only what had no alternative is left out.
    """
    terms = Terms(version(), lambda _prepared: machine())
    found = matter_of(rebuild(*logged(SAID), lambda _run: None, terms)).decisions
    told = review().decisions
    kinds = {"order", "refused", "missing"}
    assert {one.kind for one in told} == kinds == {one.kind for one in found}
    assert {one.sequence for one in found if one.sequence >= 0} == {
        one.sequence for one in told if one.sequence >= 0
    }
    assert all(one.priced and one.alternatives for one in told)
    assert [one.number for one in told] == list(range(1, len(told) + 1))
    assert len(told) <= len(found)


@pytest.mark.slow
def test_it_is_told_as_it_grows() -> None:
    """Step by step up to its total; first all races, then prices, then worlds."""
    steps = made(2)[1]
    done = [one for one, _, _ in steps]
    assert done == sorted(done)
    assert done[-1] == review().total
    races = [priced for _, priced, known in steps if not known]
    assert races == sorted(races)
    assert races[0] == 0
    assert max(races) == len(review().decisions)
    assert [known for _, _, known in steps] == sorted(known for _, _, known in steps)


@pytest.mark.slow
def test_what_cost_most_comes_first() -> None:
    """Those that lead are ranked by what they cost; what cannot be told apart comes last."""
    heads = [one for one in review().decisions if one.part_of == 0]
    lost = [one.cost.mean for one in heads if one.cost is not None and one.cost.mean is not None]
    assert lost == sorted(lost, reverse=True)
    assert lost
    for one in review().decisions:
        assert one.cost is not None
        assert (one.cost.mean is None) == (one.cost.low <= 0.0 <= one.cost.high != one.cost.low)
