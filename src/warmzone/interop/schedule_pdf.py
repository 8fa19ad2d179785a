"""PDF to lines whose columns stand where they stand on the page; of two columns, one by one.

pypdf and not pdfplumber: it is pure Python without dependencies, its layout mode keeps the columns
of a timetable apart by spaces, and the product needs it for fillable forms anyway. pdfplumber finds
ruled tables better, and brings five packages (a compiled renderer among them) for that.
"""

import io
from contextlib import suppress
from typing import Any

from warmzone.scenario.problems import cut
from warmzone.scenario.read import stop
from warmzone.training.audit.abreast import one_below_the_other
from warmzone.training.audit.schedule import Document, Line, Problem

MOST_PAGES = 120
ALLOWED = "a PDF with text in it"


def read_pdf(data: bytes, name: str) -> Document:
    """Read the text of a PDF, page by page; raise Invalid where it holds none."""
    pages = _pages(data, name)
    problems: list[Problem] = []
    if len(pages) > MOST_PAGES:
        text = f"Only the first {MOST_PAGES} of {len(pages)} pages are read."
        problems.append(Problem("cut_short", "", text))
    lines: list[Line] = []
    silent = []
    for number, page in enumerate(pages[:MOST_PAGES], 1):
        text = _text(page)
        if not text.strip():
            silent.append(number)
        page_lines = [Line(line.rstrip(), f"page {number}") for line in text.splitlines()]
        lines += one_below_the_other(page_lines)
    if len(silent) == len(pages[:MOST_PAGES]):
        stop(name, "", "pages without text, as a scanner makes them", ALLOWED, "")
    if silent:
        text = f"Pages without text are left out: {', '.join(map(str, silent))}."
        problems.append(Problem("cut_short", f"page {silent[0]}", text))
    return Document(name, tuple(lines), tuple(problems))


def _pages(data: bytes, name: str) -> list[Any]:
    import logging

    import pypdf

    # What pypdf mends in a broken file it says to the log, page for page.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            stop(name, "", "a PDF that asks for a password", f"{ALLOWED} and no password", "")
        return list(reader.pages)
    except pypdf.errors.DependencyError:
        stop(name, "", "an encrypted PDF", f"{ALLOWED} and no password", "")
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        stop(name, "", f"a PDF that cannot be read ({cut(str(error))})", ALLOWED, "")


def _text(page: Any) -> str:
    """A page's text with its columns, or without them where the page resists."""
    for mode in ("layout", "plain"):
        # Odd fonts break the reader in many places; a page that cannot be read is told as silent.
        with suppress(Exception):
            return str(page.extract_text(extraction_mode=mode))
    return ""
