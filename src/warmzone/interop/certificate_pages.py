"""Certificates as pages, one a person, set by typst from a fixed template and plain values."""

import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from warmzone.training.plan.certificates import Certificate

TITLE = "Certificate of training"
HEADS = ("Topic", "Sessions", "Minutes planned", "Minutes attended")
BLANK = "________"
CLOSING = (
    "As planned; it holds for the minutes attended that an instructor has written in and signed. "
    "For training and planning; not for use in a live incident."
)


def certificate_pages(made: Sequence[Certificate]) -> bytes:
    """The bytes of the PDF."""
    import typst

    template = files("warmzone.interop").joinpath("certificates.typ")
    with TemporaryDirectory() as name:
        main = Path(name) / "certificates.typ"
        main.write_text(template.read_text(encoding="utf-8"), encoding="utf-8")
        (Path(name) / "certificates.json").write_text(json.dumps(_told(made)), encoding="utf-8")
        return typst.compile(main, format="pdf", ignore_system_fonts=True, pdf_standards="ua-1")


def _told(made: Sequence[Certificate]) -> dict[str, Any]:
    return {
        "title": TITLE,
        "heads": HEADS,
        "instructor": "Instructor: name and signature",
        "date": "Date",
        "closing": CLOSING,
        "certificates": [_page(each) for each in made],
    }


def _page(one: Certificate) -> dict[str, Any]:
    number = f"Number {one.number}. " if one.number else ""
    total = sum(count for _, count, _ in one.lines)
    rows = [[topic, str(count), str(minutes), BLANK] for topic, count, minutes in one.lines]
    return {
        "agency": one.agency,
        "name": one.name,
        "who": f"{number}Shift {one.shift}.",
        "said": f"Sessions between {one.first:%Y-%m-%d} and {one.last:%Y-%m-%d}.",
        "rows": [*rows, ["Together", str(total), str(one.minutes), BLANK]],
    }
