"""The review as PDF pages, set by typst from a fixed template and plain values."""

import json
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from warmzone.review.report.document import Document


def as_pdf(document: Document) -> bytes:
    """The bytes of the PDF: tagged, with its fonts within."""
    import typst

    with TemporaryDirectory() as name:
        main = Path(name) / "review.typ"
        template = files("warmzone.review.report").joinpath("review.typ")
        main.write_text(template.read_text(encoding="utf-8"), encoding="utf-8")
        (Path(name) / "review.json").write_text(json.dumps(asdict(document)), encoding="utf-8")
        return typst.compile(main, format="pdf", ignore_system_fonts=True, pdf_standards="ua-1")
