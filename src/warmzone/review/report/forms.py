"""Every form a report comes in: one name, the files it makes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from warmzone.eventlog import Row
from warmzone.review.levers.shapes import LeversReview
from warmzone.review.report.activity_log import activity_logs
from warmzone.review.report.after_action import after_action
from warmzone.review.report.anonymous import HEADS, anonymous
from warmzone.review.report.document import document
from warmzone.review.report.page_csv import as_csv
from warmzone.review.report.page_docx import as_docx
from warmzone.review.report.page_html import as_html
from warmzone.review.report.page_pdf import as_pdf
from warmzone.review.report.tables import (
    LOG_HEADS,
    MEASURE_HEADS,
    as_csv_table,
    as_parquet,
    log_rows,
    measure_rows,
)
from warmzone.review.shapes import Review
from warmzone.review.worth.shapes import WorthReview


@dataclass(frozen=True)
class Material:
    """What reports are made of.

    `worth` is None where it is not released or not priced, `levers` where nobody worked them out.
    """

    review: Review
    worth: WorthReview | None
    rows: Sequence[Row]
    levers: LeversReview | None = None


Files = dict[str, bytes]
"""File contents by name, without the exercise's id: `stem.ending`."""


def _pages(material: Material) -> dict[str, Callable[[], Files]]:
    review, worth, levers = material.review, material.worth, material.levers
    return {
        "pdf": lambda: {"review.pdf": as_pdf(document(review, worth, levers))},
        "html": lambda: {"review.html": as_html(document(review, worth, levers))},
        "docx": lambda: {"after-action.docx": as_docx(after_action(review, worth, levers))},
        "ics214": lambda: {"ics214.docx": as_docx(activity_logs(review))},
        "csv": lambda: _csv(material),
        "anonymous": lambda: {"anonymous.csv": as_csv_table(anonymous(review, worth), HEADS)},
        "parquet": lambda: {
            "log.parquet": as_parquet(log_rows(material.rows, material.review), LOG_HEADS),
            "measures.parquet": as_parquet(measure_rows(review), MEASURE_HEADS),
        },
    }


FORMS = ("pdf", "html", "docx", "ics214", "csv", "parquet", "anonymous")


def make(form: str, material: Material) -> Files:
    """The files of one form; raises KeyError for a form that there is not."""
    return _pages(material)[form]()


def _csv(material: Material) -> Files:
    decisions = {} if material.worth is None else {"decisions.csv": as_csv(material.worth)}
    return {
        **decisions,
        "log.csv": as_csv_table(log_rows(material.rows, material.review), LOG_HEADS),
        "measures.csv": as_csv_table(measure_rows(material.review), MEASURE_HEADS),
    }
