"""A verification report as files."""

from pathlib import Path

from warmzone.studies.verification.html_page import as_html
from warmzone.studies.verification.pdf_pages import as_pdf
from warmzone.studies.verification.report import report_of
from warmzone.studies.verification.result import Verification


def write_report(verification: Verification, folder: Path) -> tuple[Path, Path]:
    """Write `verification.html` and `verification.pdf` into a folder; returns both paths."""
    folder.mkdir(parents=True, exist_ok=True)
    report = report_of(verification)
    html, pdf = folder / "verification.html", folder / "verification.pdf"
    html.write_text(as_html(report), encoding="utf-8")
    pdf.write_bytes(as_pdf(report))
    return html, pdf
