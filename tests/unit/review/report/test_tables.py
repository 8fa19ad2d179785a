"""Log and measures as plain tables: the same rows in CSV and in Parquet."""

import csv
import io

import polars as pl

from tests.played import NOTED
from warmzone.eventlog import Header, Row
from warmzone.measures import MEASURES
from warmzone.review.report.forms import FORMS, Material, make
from warmzone.review.report.tables import log_rows
from warmzone.review.shapes import Review


def test_log_and_measures_are_the_same_in_both_forms(
    log: tuple[Header, list[Row]], made: Review
) -> None:
    """Every row of the log and every measure of every run is there once, in both."""
    material = Material(made, None, log[1])
    plain, packed = make("csv", material), make("parquet", material)
    for name in ("log", "measures"):
        rows = list(csv.DictReader(io.StringIO(plain[f"{name}.csv"].decode())))
        frame = pl.read_parquet(io.BytesIO(packed[f"{name}.parquet"]))
        assert frame.height == len(rows)
        assert frame.columns == list(rows[0])
    assert len(list(csv.DictReader(io.StringIO(plain["log.csv"].decode())))) == len(log[1])
    measures = pl.read_parquet(io.BytesIO(packed["measures.parquet"]))
    yours = measures.filter(pl.col("who") == "you")["measure"].to_list()
    assert yours == ["points", *(one.name for one in MEASURES), "awareness", "awareness_as_told"]


def test_the_log_says_in_words_what_its_numbers_mean(
    log: tuple[Header, list[Row]], made: Review
) -> None:
    """Every order has its sentence, a refused one why; a note its text; the rest has none."""
    rows = log_rows(log[1], made)
    told = {entry.text for entry in made.timeline}
    orders = [row for row in rows if row["kind"] == "order"]
    assert orders
    assert any(row["words"] in told for row in orders)
    assert any(str(row["words"]).endswith("(refused: command was held already)") for row in orders)
    assert [row["words"] for row in rows if row["kind"] == "note"] == [NOTED]
    assert {row["words"] for row in rows if row["kind"] in ("clock", "ended")} <= {""}


def test_every_form_makes_files(log: tuple[Header, list[Row]], made: Review) -> None:
    """Each form that the command offers can be made without figures in lives."""
    for form in FORMS:
        assert all(make(form, Material(made, None, log[1])).values())
