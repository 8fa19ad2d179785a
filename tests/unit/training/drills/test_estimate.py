"""The Bayesian estimate of each decision point: it learns, doubts and forgets as it should."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.attempts import attempt
from warmzone.training.drills.estimate import estimates

NOW = datetime(2027, 3, 1, tzinfo=UTC)


def test_nothing_tried_says_little() -> None:
    """Without an attempt the interval is nearly the whole range."""
    nothing = estimates([], [13], NOW)[13]
    assert nothing.mean == pytest.approx(0.5, abs=1e-6)
    assert nothing.high - nothing.low == pytest.approx(0.9, abs=0.01)


def test_more_right_answers_raise_it_and_narrow_it() -> None:
    """Eight right answers are better and surer than two."""
    two = estimates([attempt(at=NOW)] * 2, [13], NOW)[13]
    eight = estimates([attempt(at=NOW)] * 8, [13], NOW)[13]
    assert eight.mean > two.mean > 0.5
    assert eight.high - eight.low < two.high - two.low


def test_a_right_answer_says_less_where_guessing_is_easy() -> None:
    """Two of three choices that would do teach less than one of four."""
    easy = estimates([attempt(at=NOW, options=3, accepted=2)] * 4, [13], NOW)[13]
    hard = estimates([attempt(at=NOW, options=4, accepted=1)] * 4, [13], NOW)[13]
    assert hard.mean > easy.mean


def test_old_answers_fade() -> None:
    """What was right two years ago says less of today than what was right today."""
    old = [attempt(at=NOW - timedelta(days=730))] * 4
    fresh = [attempt(at=NOW)] * 4
    wide = estimates(old, [13], NOW)[13]
    narrow = estimates(fresh, [13], NOW)[13]
    assert wide.high - wide.low > narrow.high - narrow.low


def test_a_point_never_tried_leans_on_the_others() -> None:
    """Who is right everywhere is expected to be rather right at a new point, with much doubt."""
    elsewhere = [attempt(at=NOW, point=4)] * 10
    new = estimates(elsewhere, [13], NOW)[13]
    assert new.mean > 0.7
    assert new.low < 0.5


def test_the_interval_holds_what_it_says() -> None:
    """Over trainees drawn from the prior the 90 % interval holds the truth in about 90 %."""
    import numpy as np

    luck = np.random.default_rng(7)
    held = 0
    for _ in range(400):
        knows = luck.random()
        made = [
            attempt(at=NOW, verdict="right" if luck.random() < 0.25 + 0.75 * knows else "wrong")
            for _ in range(6)
        ]
        found = estimates(made, [13], NOW)[13]
        held += found.low <= knows <= found.high
    assert 0.82 <= held / 400 <= 0.97
