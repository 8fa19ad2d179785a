"""Log and measures as plain tables: the same rows in CSV and in Parquet."""

import csv
import io

import polars as pl

from warmzone.eventlog import Header, Row
from warmzone.measures import MEASURES
from warmzone.review.report.forms import FORMS, Material, make
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


def test_every_form_makes_files(log: tuple[Header, list[Row]], made: Review) -> None:
    """Each form that the command offers can be made without figures in lives."""
    for form in FORMS:
        assert all(make(form, Material(made, None, log[1])).values())
