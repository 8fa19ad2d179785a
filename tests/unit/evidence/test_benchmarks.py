"""Benchmarks are evidence rows: cited or labelled, and believable."""

import pytest

from warmzone.evidence.rows import STATUSES, Row, benchmark_rows, evidence_digest


@pytest.mark.parametrize("row", benchmark_rows().values(), ids=lambda row: row.name)
def test_a_benchmark_says_where_it_comes_from(row: Row) -> None:
    """Every due time is within its range, with a source or the word assumption, and a meaning."""
    assert row.unit == "s"
    assert 0 < row.low <= row.value <= row.high
    assert row.status in STATUSES
    assert row.source or row.status == "assumption"
    assert row.note


def test_published_medians_and_percentiles_are_as_published() -> None:
    """The RTF's first contact: median 11.9 min, 90th percentile 16.5, from dispatch."""
    row = benchmark_rows()["rtf_in"]
    assert row.low == pytest.approx(11.9 * 60)
    assert row.value == pytest.approx(16.5 * 60)


def test_benchmarks_are_no_part_of_the_results_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log stays playable when only what counts as late has changed."""
    from warmzone.evidence import rows

    before, read = evidence_digest(), rows.text
    monkeypatch.setattr(rows, "text", lambda name: read(name) + "x" * (name == "benchmarks.csv"))
    assert evidence_digest.__wrapped__() == before
    monkeypatch.setattr(rows, "text", lambda name: read(name) + "x" * (name == "world.csv"))
    assert evidence_digest.__wrapped__() != before
