"""The RPM tables are whole and keep what their source says of them."""

import itertools
import math

from warmzone.evidence.rows import STATUSES
from warmzone.evidence.rpm import (
    rpm_coding,
    rpm_deterioration,
    rpm_golden,
    rpm_period_min,
    rpm_survival,
)
from warmzone.evidence.table import lines


def test_survival_is_the_logistic_curve_its_source_made_it_from() -> None:
    """Thirteen chances, rising, each within 0.004 of one logistic curve."""
    survival = rpm_survival()
    assert len(survival) == 13
    assert list(survival) == sorted(survival)
    for rpm, chance in enumerate(survival):
        assert abs(chance - 1.0 / (1.0 + math.exp(2.8954 - 0.5694 * rpm))) < 0.004


def test_nobody_gets_better_without_help() -> None:
    """A row never rises in time, starts no higher than its RPM, and no lower than the row before.

    This is what the uneven row 9 must keep, too.
    """
    table = rpm_deterioration()
    assert [len(row) for row in table] == [12] * 13
    for rpm, row in enumerate(table):
        assert list(row) == sorted(row, reverse=True)
        assert row[0] <= rpm
    for lower, higher in itertools.pairwise(table):
        assert all(a <= b for a, b in zip(lower, higher, strict=True))


def test_the_period_is_half_an_hour() -> None:
    """The first column is 30 minutes on, by the column's own name."""
    assert rpm_period_min() == 30


def test_coding_gives_zero_to_twelve() -> None:
    """Each measurement is coded 0 to 4, so that three add up to at most 12."""
    assert [row.coded for row in rpm_coding()] == [0, 1, 2, 3, 4]


def test_golden_cases_are_scores() -> None:
    """Every golden case holds scores of 0 to 12 only, under both readings of an RPM of 0."""
    cases = rpm_golden()
    assert {case.rpm0_lives for case in cases} == {True, False}
    for case in cases:
        assert min(case.rpm) >= 0
        assert max(case.rpm) <= 12
        assert case.per_period > 0


def test_every_row_says_how_it_was_read() -> None:
    """Survival, deterioration and coding carry a source and a known status on each row."""
    for name in ("rpm_survival.csv", "rpm_deterioration.csv", "rpm_coding.csv"):
        for row in lines(name):
            assert row["status"] in STATUSES
            assert row["source"]
