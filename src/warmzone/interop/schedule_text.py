"""CSV and plain text to lines and tables: a schedule typed, exported or pasted."""

import csv
import io
import re
from pathlib import PurePath

from warmzone.scenario.problems import Invalid, Problem
from warmzone.scenario.read import stop
from warmzone.training.audit.columns import by_heading
from warmzone.training.audit.schedule import Document, Line, Row, Table

MOST_LINES = 5_000
DELIMITERS = ",;\t|"
PASTED_SHARE = 0.6
"""Pasted text is a table where this share of its lines hold the same mark between columns."""
_RULE = re.compile(r"^[\s|:+=-]+$")


def read_text(data: bytes, name: str) -> Document:
    """Read CSV or plain text; raise Invalid where it is neither."""
    text = decode(data, name)
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        stop(name, "", f"{len(lines)} lines", f"a schedule of at most {MOST_LINES}", "")
    is_csv = PurePath(name).suffix.casefold() in (".csv", ".tsv")
    delimiter = _delimiter(lines, is_csv)
    if delimiter:
        return Document(name, (_table(text, delimiter, name),))
    return Document(
        name, tuple(Line(line.rstrip(), f"line {at}") for at, line in enumerate(lines, 1))
    )


def decode(data: bytes, name: str) -> str:
    """Text in UTF-8 or UTF-16, else as old programs wrote it; raise Invalid where it is none."""
    marks = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
    encoding = next((marks[mark] for mark in marks if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if any(ord(char) < 32 and char not in "\t\n\r\f\v" for char in text[:4096]):
        stop(name, "", "bytes that are no text", "CSV, XLSX, DOCX, PDF or text", "")
    return text


def _delimiter(lines: list[str], is_csv: bool) -> str:
    """What stands between the columns; empty where the text has none."""
    filled = [line for line in lines if line.strip()]
    for delimiter in DELIMITERS:
        for line in filled[:10]:
            cells = next(csv.reader([line], delimiter=delimiter), [])
            columns = by_heading(Row(tuple(cells), ""))
            if columns is not None and (is_csv or columns.tells_time):
                return delimiter
    if not is_csv:
        marks = [mark for mark in "\t|" if _share(filled, mark) >= PASTED_SHARE]
        return marks[0] if marks else ""
    best = max(DELIMITERS, key=lambda mark: _share(filled, mark))
    return best if _share(filled, best) >= PASTED_SHARE else ""


def _share(lines: list[str], mark: str) -> float:
    return sum(mark in line for line in lines) / len(lines) if lines else 0.0


def _table(text: str, delimiter: str, name: str) -> Table:
    rows = []
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        for cells in reader:
            if delimiter == "|" and _RULE.match("|".join(cells) or "-"):
                continue
            if delimiter == "|" and cells and not cells[0].strip():
                cells = cells[1:-1] if not cells[-1].strip() else cells[1:]
            rows.append(
                Row(tuple(" ".join(cell.split()) for cell in cells), f"row {reader.line_num}")
            )
    except csv.Error as error:
        problem = Problem(name, f"line {reader.line_num}", str(error), "CSV", "")
        raise Invalid([problem]) from None
    return Table(tuple(rows))
