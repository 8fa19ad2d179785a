"""The decisions of a review as a table for spreadsheets."""

import csv
import io

from warmzone.review.worth.shapes import Cost, WorthReview

HEADS = (
    "number", "kind", "at_s", "until_s", "text", "note", "point", "better", "cost_mean",
    "cost_low", "cost_high", "pairs", "interior_mean", "interior_low", "interior_high",
    "policy_better", "policy_mean", "known_mean", "known_low", "known_high", "worlds", "part_of",
)  # fmt: skip


def as_csv(worth: WorthReview) -> bytes:
    """One row a decision; a mean is empty where the interval holds 0."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(HEADS)
    for one in worth.decisions:
        writer.writerow(
            (
                one.number,
                one.kind,
                one.at_s,
                one.until_s,
                one.text,
                one.note,
                one.point or "",
                one.better,
                *_cells(one.cost),
                "" if one.cost is None else one.cost.pairs,
                *_cells(one.interior),
                one.policy_better,
                _cells(one.policy)[0],
                *_cells(None if one.known is None else one.known.cost),
                "" if one.known is None else one.known.effective,
                one.part_of or "",
            )
        )
    return file.getvalue().encode()


def _cells(cost: Cost | None) -> tuple[object, object, object]:
    if cost is None:
        return "", "", ""
    return "" if cost.mean is None else cost.mean, cost.low, cost.high
