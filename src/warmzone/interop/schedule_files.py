"""Course schedules in other people's formats to a plain document: lines and tables, no guesses."""

from collections.abc import Callable
from pathlib import PurePath

from warmzone.scenario.read import stop
from warmzone.training.audit.schedule import Document

MOST_BYTES = 20 * 1024 * 1024

Reader = Callable[[bytes, str], Document]

_SAVED_AS = {
    ".xls": ".xlsx", ".ods": ".xlsx", ".numbers": ".xlsx", ".doc": ".docx", ".odt": ".docx",
    ".rtf": ".docx", ".pages": ".docx", ".ppt": ".pdf", ".pptx": ".pdf", ".htm": ".pdf",
    ".html": ".pdf",
}  # fmt: skip
_TEXT = ("", ".csv", ".tsv", ".txt", ".text", ".md")


def read_document(data: bytes, name: str, *, is_text: bool = False) -> Document:
    """Read a CSV, XLSX, DOCX, PDF or text file by its name and first bytes; raise Invalid.

    `is_text`: it was pasted, and whatever its name ends in says nothing of a file.
    """
    if len(data) > MOST_BYTES:
        found = f"{len(data) / 2**20:.1f} MB"
        stop(name, "", found, f"at most {MOST_BYTES // 2**20} MB", " is too large")
    if not data.strip():
        stop(name, "", "an empty file", "a course schedule", "")
    return _reader(data, "" if is_text else name)(data, name)


def _reader(data: bytes, name: str) -> Reader:
    """The reader of a format, imported when it is needed: some are slow to load."""
    ending = PurePath(name).suffix.casefold()
    if data.startswith(b"%PDF") or ending == ".pdf":
        from warmzone.interop.schedule_pdf import read_pdf

        return read_pdf
    if ending in (".xlsx", ".xlsm"):
        from warmzone.interop.schedule_xlsx import read_xlsx

        return read_xlsx
    if ending == ".docx":
        from warmzone.interop.schedule_docx import read_docx

        return read_docx
    if ending not in _TEXT:
        allowed = "CSV, XLSX, DOCX, PDF or text"
        if ending in _SAVED_AS:
            allowed = f"{allowed}: open it and save it as {_SAVED_AS[ending]}"
        stop(name, "", f"a file of the kind {ending}", allowed, "")
    from warmzone.interop.schedule_text import read_text

    return read_text
