"""Awareness probes as a table: what was answered beside what had been told and what was true."""

from warmzone.review.report.section import Section, Table
from warmzone.review.shapes import ProbeView, Review
from warmzone.vocabulary.units import clock


def probed(review: Review) -> tuple[Section, ...]:
    """Every freeze with its answers and shares; nothing where none was asked."""
    if not review.probes:
        return ()
    rows = tuple(
        (
            clock(probe.at_s),
            row.question,
            row.said,
            row.told,
            row.true,
            _share(row.against_belief),
            _share(row.against_truth),
        )
        for probe in review.probes
        for row in probe.rows
        if probe.answered
    )
    heads = (
        "At",
        "Asked, screen hidden",
        "Answer",
        "Had been told",
        "True",
        "Right as told",
        "Right in truth",
    )
    table = Table(heads, rows, (0.7, 1.5, 1.7, 1.7, 1.7, 0.7, 0.7))
    return (Section("Where things stood", tuple(map(_sentence, review.probes)), table),)


def _sentence(probe: ProbeView) -> str:
    if not probe.answered:
        return f"{clock(probe.at_s)}: not answered before the exercise ended."
    return (
        f"{clock(probe.at_s)}: {_share(probe.awareness)} right in truth, "
        f"{_share(probe.knew)} right by what had been told."
    )


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"
