"""The review as PDF pages, set by typst from a fixed template and plain values."""

import json
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from warmzone.review.report.section import Document


def as_png(picture: str) -> bytes:
    """A picture that is SVG as PNG, for what takes no other."""
    import typst

    with TemporaryDirectory() as name:
        main = Path(name) / "picture.typ"
        (Path(name) / "picture.svg").write_text(picture, encoding="utf-8")
        main.write_text('#set page(width: 17cm, height: auto, margin: 0pt)\n#image("picture.svg")')
        return typst.compile(main, format="png", ppi=150, ignore_system_fonts=True)


def as_pdf(document: Document) -> bytes:
    """The bytes of the PDF: tagged, with its fonts within."""
    import typst

    with TemporaryDirectory() as name:
        main = Path(name) / "review.typ"
        template = files("warmzone.review.report").joinpath("review.typ")
        main.write_text(template.read_text(encoding="utf-8"), encoding="utf-8")
        (Path(name) / "review.json").write_text(json.dumps(asdict(document)), encoding="utf-8")
        return typst.compile(main, format="pdf", ignore_system_fonts=True, pdf_standards="ua-1")
