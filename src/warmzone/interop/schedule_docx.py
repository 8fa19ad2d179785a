"""Word documents to lines and tables, in their order."""

import io
from typing import Any

from warmzone.interop.schedule_xlsx import check_package
from warmzone.scenario.problems import cut
from warmzone.scenario.read import stop
from warmzone.training.audit.schedule import Document, Line, Problem, Row, Table

MOST_PARTS = 5_000
DEEPEST = 3
"""Tables in tables in tables are read; what lies deeper is taken as text."""
ALLOWED = "a Word document (.docx)"


def read_docx(data: bytes, name: str) -> Document:
    """Read the paragraphs and tables of a document; raise Invalid where it cannot be read."""
    import docx
    from docx.table import Table as WordTable

    check_package(data, name, ALLOWED)
    try:
        opened = docx.Document(io.BytesIO(data))
        content = list(opened.iter_inner_content())
    except Exception as error:  # noqa: BLE001 - a broken document fails in any of its parsers
        stop(name, "", f"a document that cannot be read ({cut(str(error))})", ALLOWED, "")
    problems: list[Problem] = []
    if len(content) > MOST_PARTS:
        text = f"Only the first {MOST_PARTS} paragraphs and tables are read."
        problems.append(Problem("cut_short", "", text))
    parts: list[Line | Table] = []
    tables = 0
    for at, part in enumerate(content[:MOST_PARTS], 1):
        if isinstance(part, WordTable):
            tables += 1
            parts += _tables(part, f"table {tables}")
        else:
            parts += _lines(part, f"paragraph {at}")
    return Document(name, tuple(parts), tuple(problems))


def _lines(paragraph: Any, place: str) -> list[Line]:
    """A paragraph's lines; a point of a list knows how deep it stands."""
    level = _list_level(paragraph)
    return [
        Line(text.rstrip(), place, level, is_listed=level > 0)
        for text in paragraph.text.splitlines()
        if text.strip()
    ]


def _list_level(paragraph: Any) -> int:
    """How deep a point of a list stands, from 1; 0 for a paragraph that is none."""
    properties = paragraph._p.pPr
    numbering = properties.numPr if properties is not None else None
    if numbering is not None:
        return 1 + int(numbering.ilvl.val if numbering.ilvl is not None else 0)
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if style.startswith("List"):
        deep = style.rsplit(" ", 1)[-1]
        return int(deep) if deep.isdecimal() else 1
    return 0


def _tables(table: Any, place: str, depth: int = 0) -> list[Line | Table]:
    """A table; where its cells hold tables of their own, these and the text beside them."""
    if depth >= DEEPEST or not any(cell.tables for row in table.rows for cell in row.cells):
        return [_table(table, place)]
    parts: list[Line | Table] = []
    inside = 0
    for at, row in enumerate(table.rows, 1):
        if not any(cell.tables for cell in row.cells):
            parts.append(Table((_row(row, f"{place}, row {at}"),)))
            continue
        for cell in _once(row.cells):
            parts += [
                Line(line, f"{place}, row {at}") for line in cell.text.splitlines() if line.strip()
            ]
            for inner in cell.tables:
                inside += 1
                parts += _tables(inner, f"{place}, inner table {inside}", depth + 1)
    return parts


def _table(table: Any, place: str) -> Table:
    rows = [_row(row, f"{place}, row {at}") for at, row in enumerate(table.rows, 1)]
    return Table(tuple(rows))


def _row(row: Any, place: str) -> Row:
    """A row; a cell merged over several columns comes once for each of them."""
    cells: list[str] = []
    before = None
    for cell in row.cells:
        cells.append("" if cell._tc is before else " ".join(cell.text.split()))
        before = cell._tc
    return Row(tuple(cells), place)


def _once(cells: Any) -> list[Any]:
    """The cells of a row, merged ones once."""
    return [cell for at, cell in enumerate(cells) if at == 0 or cell._tc is not cells[at - 1]._tc]
