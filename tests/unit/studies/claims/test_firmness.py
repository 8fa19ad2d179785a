"""How firm a verdict is said to be."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from warmzone.studies.claims import firmness as firm
from warmzone.studies.claims.firmness import Carried, firmness, is_close, turned, turns_of
from warmzone.studies.claims.found import Found, tells
from warmzone.studies.claims.suite import open_claim
from warmzone.studies.claims.training import decide_many, decide_one
from warmzone.studies.claims.uniting import decide
from warmzone.studies.design import shares, study_ranges
from warmzone.studies.points import Points
from warmzone.studies.spread import spread
from warmzone.studies.summary import weights_of

STUDY = open_claim("s3-active-threat", quick=True).study
POINTS = STUDY.points


class Known:
    """A study of which the difference of two arms is known at every point."""

    def __init__(self, by_point: np.ndarray) -> None:
        self.lowered = SimpleNamespace(study=STUDY)
        shape = (POINTS, len(STUDY.incidents), len(STUDY.physiologies))
        means = np.broadcast_to(by_point[:, None, None], shape).copy()
        self._points = Points(means, np.full(shape, 1e-9), np.ones(shape))

    def points(self, _mix: object) -> Points:
        """The same for every sum of arms."""
        return self._points

    def by_point(self, *_asked: object) -> np.ndarray:
        """The same at every point."""
        return self._points.means.mean(axis=(1, 2))

    def spread(self, _mix: object, **_chosen: object) -> Any:
        """Over all incidents, whichever were asked for."""
        return spread(self._points, weights_of(self.lowered))  # type: ignore[arg-type]


def said_of(by_point: np.ndarray) -> str:
    """What is said of a verdict that one such comparison carries."""
    played: Any = Known(by_point)
    mean = spread(played.points({}), weights_of(played.lowered))
    verdict = decide_many([tells(mean)])
    found = Found("t", "q", verdict, "", (), (), ())
    return firmness(played, found, [Carried("one against other", "a", "b")], decide_many)[0]


def noise(mean: float) -> np.ndarray:
    """Values about a mean, with a half-width of the mean of about 0.36."""
    source = np.random.default_rng(4)
    values = source.normal(0.0, 1.0, POINTS)
    centred: np.ndarray = values - values.mean()
    return centred + mean


def test_what_is_far_from_the_line_is_firm() -> None:
    """Told with room to spare, and no number turns it."""
    assert said_of(noise(-3.0)).startswith("Firm (speaks for the claim)")
    assert said_of(noise(0.0)).startswith("Firm (the claim fails)")


def test_what_touches_nought_is_fragile_on_either_side() -> None:
    """The same interval a little nearer or farther: the other verdict is named."""
    half = firm._spread(Known(noise(0.0)), Carried("x", "a", "b")).half_width  # type: ignore[arg-type]
    told = said_of(noise(-1.1 * half))
    assert told.startswith("Fragile (speaks for the claim)")
    assert "would be: the claim fails" in told
    told = said_of(noise(-0.9 * half))
    assert told.startswith("Fragile (the claim fails)")
    assert "would be: speaks for the claim" in told


def test_a_number_that_turns_the_answer_is_named() -> None:
    """Fewer in the lower half of its range and more in the upper, far beyond luck."""
    ranges = study_ranges(STUDY)
    drawn = shares(len(ranges), STUDY.seed, range(POINTS))
    played: Any = Known(np.where(drawn[:, 3] < 0.5, -2.0, 2.0) + 0.1 * noise(0.0))
    turns = turns_of(played, Carried("one against other", "a", "b"))
    assert [each.number for each in turns] == [ranges[3].row.name]
    assert turns[0].below < 0.0 < turns[0].above


def test_halves_on_one_side_turn_nothing() -> None:
    """However far apart they are; nor do halves on two sides that luck alone may part."""
    assert not turned(np.full(20, 1.0) + np.arange(20), np.full(20, 50.0), 0.05)
    source = np.random.default_rng(1)
    near = source.normal(0.0, 1.0, 20)
    near -= near.mean()
    assert not turned(near - 0.01, near + 0.01, 0.05)
    assert turned(near - 2.0, near + 2.0, 0.05)


@pytest.mark.parametrize(("share", "close"), [(0.5, False), (0.8, True), (1.2, True), (1.5, False)])
def test_close_is_within_a_quarter_of_the_half_width(share: float, close: bool) -> None:
    """On both sides of the line."""
    each = spread(Known(noise(0.0)).points({}), np.ones(len(STUDY.incidents)))
    moved = type(each)(share * each.half_width, 0, 0, 0, each.half_width, 0.5, 1.0, 9)
    assert is_close(moved) == close


def test_the_rules_of_the_plan_in_words_and_here_are_one() -> None:
    """Command ahead of both; one casualty the other way round; early here and late there."""
    assert decide_many(["fewer", "fewer"]) == "speaks for the claim"
    assert decide_many(["fewer", "cannot tell"]) == "the claim fails"
    assert decide_one(["cannot tell", "fewer"]) == "the claim fails"
    assert decide_one(["cannot tell", "more"]) == "speaks for the claim"
    assert decide_one(["cannot tell", "cannot tell"]) == "cannot tell"
    assert decide(["fewer", "more"]) == "speaks for the claim"
    assert decide(["fewer", "cannot tell"]) == "cannot tell"
