"""Awareness probes as a table: what was answered beside what had been told and what was true."""

from warmzone.review.report.section import Section, Table
from warmzone.review.shapes import ProbeRow, ProbeView, Review
from warmzone.review.withheld import HELD
from warmzone.vocabulary.units import clock

HEADS = (
    "At",
    "Asked, screen hidden",
    "Answer",
    "Had been told",
    "Right as told",
    "True",
    "Right in truth",
)
WIDTHS = (0.7, 1.5, 1.7, 1.7, 0.7, 1.7, 0.7)
AS_TOLD = 5
"""So many columns say nothing of what was true."""


def probed(review: Review) -> tuple[Section, ...]:
    """Every freeze with its answers and shares; nothing where none was asked.

    Where figures in lives are held, what was true is left out: how many reds live is one of them.
    """
    if not review.probes:
        return ()
    columns = len(HEADS) if review.lives else AS_TOLD
    rows = tuple(
        _cells(probe, row)[:columns]
        for probe in review.probes
        for row in probe.rows
        if probe.answered
    )
    sentences = [_sentence(probe, lives=review.lives) for probe in review.probes]
    if not review.lives:
        sentences.append(f"What was true is left out. {HELD}")
    table = Table(HEADS[:columns], rows, WIDTHS[:columns])
    return (Section("Where things stood", tuple(sentences), table),)


def _cells(probe: ProbeView, row: ProbeRow) -> tuple[str, ...]:
    return (
        clock(probe.at_s),
        row.question,
        row.said,
        row.told,
        _share(row.against_belief),
        row.true,
        _share(row.against_truth),
    )


def _sentence(probe: ProbeView, *, lives: bool) -> str:
    if not probe.answered:
        return f"{clock(probe.at_s)}: not answered before the exercise ended."
    told = f"{_share(probe.knew)} right by what had been told"
    if not lives:
        return f"{clock(probe.at_s)}: {told}."
    return f"{clock(probe.at_s)}: {_share(probe.awareness)} right in truth, {told}."


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"
