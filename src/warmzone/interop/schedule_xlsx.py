"""Excel workbooks to tables, one a sheet."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

from warmzone.scenario.problems import cut
from warmzone.scenario.read import stop
from warmzone.training.audit.schedule import Document, Problem, Row, Table

MOST_UNPACKED_BYTES = 200 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 3_000, 60
MOST_SHEETS = 40
ALLOWED = "an Excel workbook (.xlsx)"


def read_xlsx(data: bytes, name: str) -> Document:
    """Read every visible sheet of a workbook; raise Invalid where it cannot be read."""
    check_package(data, name, ALLOWED)
    book = _open(data, name, stored=True)
    problems: list[Problem] = []
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    tables = [_table(sheet, problems) for sheet in sheets[:MOST_SHEETS]]
    if len(sheets) > MOST_SHEETS:
        text = f"Only the first {MOST_SHEETS} of {len(sheets)} sheets are read."
        problems.append(Problem("cut_short", "", text))
    problems += _uncalculated(data, name, book)
    return Document(name, tuple(tables), tuple(problems))


def check_package(data: bytes, name: str, allowed: str) -> None:
    """Raise Invalid where the zip that an Office file is cannot be opened or would swell."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        stop(
            name,
            "",
            "an old or password-protected Office file",
            f"{allowed} without a password",
            "",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            unpacked = sum(part.file_size for part in package.infolist())
    except (zipfile.BadZipFile, NotImplementedError):
        stop(name, "", "a damaged file or one of another kind", allowed, "")
    if unpacked > MOST_UNPACKED_BYTES:
        found = f"{unpacked / 2**20:.0f} MB unpacked"
        stop(name, "", found, f"at most {MOST_UNPACKED_BYTES // 2**20} MB", " is too large")


def _open(data: bytes, name: str, *, stored: bool) -> Any:
    """A workbook with the values stored for its formulas, or with the formulas themselves."""
    import warnings

    import openpyxl

    try:
        with warnings.catch_warnings():
            # What the reader leaves out (drawings, validations) holds no lesson.
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(io.BytesIO(data), data_only=stored)
    except Exception as error:  # noqa: BLE001 - a broken workbook fails in any of its parsers
        stop(name, "", f"a workbook that cannot be read ({cut(str(error))})", ALLOWED, "")


def _table(sheet: Any, problems: list[Problem]) -> Table:
    for merged in list(sheet.merged_cells.ranges):
        _repeat_down(sheet, merged)
    if sheet.max_row > MOST_ROWS:
        text = f"Only the first {MOST_ROWS} rows of the sheet “{cut(sheet.title)}” are read."
        problems.append(Problem("cut_short", sheet.title, text))
    columns = min(sheet.max_column or 1, MOST_COLUMNS)
    rows = sheet.iter_rows(max_row=min(sheet.max_row or 1, MOST_ROWS), max_col=columns)
    return Table(
        tuple(
            Row(tuple(shown(cell.value) for cell in row), f"{sheet.title}, row {at}")
            for at, row in enumerate(rows, 1)
        )
    )


def _repeat_down(sheet: Any, merged: Any) -> None:
    """A cell merged over several rows (a day) speaks for each of them."""
    value = sheet.cell(merged.min_row, merged.min_col).value
    first, last, column = merged.min_row, min(merged.max_row, MOST_ROWS), merged.min_col
    if last == first:
        return
    sheet.unmerge_cells(str(merged))
    for row in range(first, last + 1):
        sheet.cell(row, column).value = value


def shown(value: object) -> str:
    """A cell's value as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02d}"
    if isinstance(value, datetime):
        if value.year < 1901:
            return f"{value.hour}:{value.minute:02d}"
        return (
            value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        )
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:g}"
    return " ".join(str(value).split())


def _uncalculated(data: bytes, name: str, stored: Any) -> list[Problem]:
    """Formulas for which the file stores no value: another program wrote it and did not count."""
    formulas = _open(data, name, stored=False)
    places: list[str] = []
    for sheet in formulas.worksheets:
        if sheet.title in stored.sheetnames and sheet.sheet_state == "visible":
            values = stored[sheet.title]
            rows = sheet.iter_rows(max_row=min(sheet.max_row or 1, MOST_ROWS), max_col=MOST_COLUMNS)
            places += [
                f"{sheet.title}!{cell.coordinate}"
                for row in rows
                for cell in row
                if cell.data_type == "f" and values[cell.coordinate].value is None
            ]
    if not places:
        return []
    some = ", ".join(places[:5]) + (f" and {len(places) - 5} more" if len(places) > 5 else "")
    text = f"Formulas without a stored value: {some}. Open the file, let it calculate, save it."
    return [Problem("minutes_unclear", places[0], text)]
