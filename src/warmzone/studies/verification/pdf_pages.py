"""The verification report as pages, set by typst from a fixed template and plain values."""

import json
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from warmzone.studies.verification.report import Report, Table


def as_pdf(report: Report) -> bytes:
    """The bytes of the PDF: tagged, its fonts within, the same on every machine but the date."""
    import typst

    with TemporaryDirectory() as name:
        main = lay_out(report, Path(name))
        return typst.compile(main, format="pdf", ignore_system_fonts=True, pdf_standards="ua-1")


def lay_out(report: Report, folder: Path) -> Path:
    """Write the template, its values and the pictures into a folder; returns the template."""
    template = files("warmzone.studies.verification").joinpath("report.typ")
    main = folder / "report.typ"
    main.write_text(template.read_text(encoding="utf-8"), encoding="utf-8")
    sections = []
    for k, section in enumerate(report.sections):
        pictures = []
        for p, picture in enumerate(section.pictures):
            file = f"picture-{k}-{p}.svg"
            (folder / file).write_text(picture.svg, encoding="utf-8")
            pictures.append({"file": file, "says": picture.says})
        sections.append(
            {
                "title": section.title,
                "sentences": list(section.sentences),
                "tables": [_table(table) for table in section.tables],
                "pictures": pictures,
            }
        )
    told = {
        "title": report.title,
        "misses_title": report.misses_title,
        "opening": list(report.opening),
        "misses": _table(report.misses),
        "sections": sections,
        "closing": report.closing,
    }
    (folder / "report.json").write_text(json.dumps(told), encoding="utf-8")
    return main


def _table(table: Table) -> dict[str, Any]:
    return {
        "heads": list(table.heads),
        "rows": [list(row) for row in table.rows],
        "wide": [table.wide] if isinstance(table.wide, int) else list(table.wide),
        "tall": table.tall,
    }
