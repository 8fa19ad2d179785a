"""The log and the measures of an exercise as plain tables, as CSV and as Parquet."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from warmzone.eventlog import Row
from warmzone.exercise.codec import decode
from warmzone.exercise.events import Noted, OrderReceived, Rated
from warmzone.measures.awareness import AWARENESS
from warmzone.review.shapes import Review
from warmzone.review.timeline import asked_words
from warmzone.review.words import REFUSALS
from warmzone.vocabulary.orders import Refusal

Cell = str | int | float | None
Rows = Sequence[Mapping[str, Cell]]

LOG_HEADS = ("sequence", "sim_ms", "wall", "seat", "kind", "version", "payload", "words")
MEASURE_HEADS = ("who", "measure", "label", "unit", "better", "value", "at_s")


@dataclass(frozen=True, slots=True)
class _Called:
    """Names as the review has them."""

    review: Review

    def team(self, index: int) -> str:
        """The callsign of a team."""
        teams = self.review.teams
        return teams[index].callsign if 0 <= index < len(teams) else ""

    def area(self, index: int) -> str:
        """The landmark name of an area."""
        areas = self.review.site.areas
        return areas[index].name if 0 <= index < len(areas) else ""


def log_rows(rows: Sequence[Row], review: Review) -> Rows:
    """The log as it was written, payloads as JSON; clients' ids are left out.

    `words` says what a payload's numbers mean, where it is an order, or what an evaluator said.
    """
    called = _Called(review)
    return [
        {
            "sequence": row.sequence,
            "sim_ms": row.sim_ms,
            "wall": row.wall,
            "seat": row.seat,
            "kind": row.kind,
            "version": row.version,
            "payload": msgspec.json.format(row.payload, indent=0).decode(),
            "words": _words(row, called),
        }
        for row in rows
    ]


def _words(row: Row, called: _Called) -> str:
    event = decode(row.kind, row.version, row.payload)
    if isinstance(event, OrderReceived):
        refused = event.refusal != Refusal.ACCEPTED
        why = f" (refused: {REFUSALS[Refusal(event.refusal)]})" if refused else ""
        return asked_words(event, called) + why
    if isinstance(event, Rated):
        return f"{event.task}: {event.rating or 'taken back'}"
    return event.text if isinstance(event, Noted) else ""


def measure_rows(review: Review) -> Rows:
    """Every measure of this run and of the automatic commanders in the same luck, then probes."""
    compared = review.comparison
    runs = [("you", compared.yours), *((one.commander, one.values) for one in compared.others)]
    found: list[dict[str, Cell]] = [
        {
            "who": who,
            "measure": one.name,
            "label": one.label,
            "unit": one.unit,
            "better": one.better,
            "value": values.get(one.name),
            "at_s": None,
        }
        for who, values in runs
        for one in compared.measures
    ]
    for probe in review.probes:
        for name, value in (("awareness", probe.awareness), ("awareness_as_told", probe.knew)):
            found.append(
                {
                    "who": "you",
                    "measure": name,
                    "label": AWARENESS.label,
                    "unit": AWARENESS.unit,
                    "better": AWARENESS.better,
                    "value": value,
                    "at_s": probe.at_s,
                }
            )
    return found


def as_csv_table(rows: Rows, heads: Sequence[str]) -> bytes:
    """The rows with their heads; an empty cell is none."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, heads)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def as_parquet(rows: Rows, heads: Sequence[str]) -> bytes:
    """The same as a Parquet file."""
    import polars as pl

    columns = {head: [row.get(head) for row in rows] for head in heads}
    file = io.BytesIO()
    pl.DataFrame(columns, strict=False).write_parquet(file)
    return file.getvalue()
