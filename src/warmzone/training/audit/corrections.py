"""What people corrected: kept in a table that a spreadsheet opens, applied at the next audit."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from warmzone.scenario.problems import Invalid, Problem, shown
from warmzone.training.audit.shares import LABELS, Shares, shares_of

COLUMNS = ("programme", "lesson", *LABELS, "minutes", "note")
TOLERANCE = 0.02
MOST_MINUTES = 6_000
MOST_ROWS = 20_000


class Correction(Struct, frozen=True):
    """What a person says of a lesson: what it teaches, how long it lasts, or both.

    It holds for the programme (the file's name) that it names, and for the same title in others
    where that title speaks for itself (what it teaches, not how long it lasts); one that names none
    holds everywhere.
    """

    lesson: str
    shares: Shares | None = None
    programme: str = ""
    minutes: int | None = None
    note: str = ""


def key(title: str) -> str:
    """What makes two titles the same lesson: their words, whatever stands between them."""
    return " ".join(re.findall(r"\w+", title.casefold()))


class Lookup:
    """Corrections by the lesson that they are of; of several the latest counts."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._by_lesson: dict[str, list[Correction]] = {}
        for one in corrections:
            self._by_lesson.setdefault(key(one.lesson), []).append(one)

    def find(self, programme: str, title: str, *, is_telling: bool) -> Correction | None:
        """The correction of a lesson, if there is one; that of its own programme goes first."""
        same = self._by_lesson.get(key(title), [])
        own = [one for one in same if key(one.programme) == key(programme)]
        everywhere = [one for one in same if not one.programme]
        elsewhere = [
            replace(one, minutes=None)
            for one in same
            if is_telling and one.programme and one.shares is not None
        ]
        return next((group[-1] for group in (own, everywhere, elsewhere) if group), None)


def with_correction(corrections: Sequence[Correction], new: Correction) -> list[Correction]:
    """The corrections with a new one in place of that of the same lesson and programme."""
    kept = without(corrections, new.programme, new.lesson)
    return kept if new.shares is None and new.minutes is None else [*kept, new]


def without(corrections: Sequence[Correction], programme: str, lesson: str) -> list[Correction]:
    """The corrections less that of one lesson of one programme."""
    return [
        one
        for one in corrections
        if (key(one.programme), key(one.lesson)) != (key(programme), key(lesson))
    ]


def read_corrections(text: str, name: str) -> list[Correction]:
    """Read a table of corrections; raise Invalid with everything that is wrong with it."""
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    problems: list[Problem] = []
    corrections = []
    try:
        fields = [field.strip() for field in reader.fieldnames or ()]
        if "lesson" not in fields or not {*LABELS, "minutes"} & set(fields):
            problems.append(
                Problem(name, "row 1", ",".join(fields)[:60] or "nothing", ",".join(COLUMNS))
            )
        problems += [
            Problem(name, "row 1", f"the column {shown(field)}", ",".join(COLUMNS))
            for field in fields
            if field not in COLUMNS and not problems
        ]
        for line in reader if not problems else ():
            place = f"row {reader.line_num}"
            cells = {
                str(k).strip(): (v or "").strip() for k, v in line.items() if isinstance(v, str)
            }
            if any(cells.values()):
                corrections.append(_correction(cells, place, name, problems))
            if len(corrections) > MOST_ROWS:
                problems.append(Problem(name, place, "more rows", f"at most {MOST_ROWS}", ""))
                break
    except csv.Error as error:
        problems.append(Problem(name, f"line {reader.line_num}", str(error), "CSV", ""))
    if problems:
        raise Invalid(problems)
    return corrections


def write_corrections(corrections: Iterable[Correction]) -> str:
    """The table of corrections, as it is read."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in corrections:
        shares = ["" if one.shares is None else f"{one.shares.of(label):g}" for label in LABELS]
        minutes = "" if one.minutes is None else str(one.minutes)
        writer.writerow([one.programme, one.lesson, *shares, minutes, one.note])
    return made.getvalue()


def _correction(
    cells: dict[str, str], place: str, name: str, problems: list[Problem]
) -> Correction:
    lesson = cells.get("lesson", "")
    if not key(lesson):
        problems.append(Problem(name, f"{place}: lesson", shown(lesson), "the title of a lesson"))
    shares = _shares(cells, place, name, problems)
    minutes = cells.get("minutes", "")
    given = minutes or any(cells.get(label) for label in LABELS)
    whole = None
    if minutes:
        if minutes.isdecimal() and int(minutes) <= MOST_MINUTES:
            whole = int(minutes)
        else:
            allowed = f"a whole number from 0 to {MOST_MINUTES}"
            problems.append(Problem(name, f"{place}: minutes", shown(minutes), allowed))
    if not given:
        problems.append(Problem(name, place, "neither shares nor minutes", "one of them", ""))
    return Correction(lesson, shares, cells.get("programme", ""), whole, cells.get("note", ""))


def _shares(cells: dict[str, str], place: str, name: str, problems: list[Problem]) -> Shares | None:
    """The shares of a row, written as parts of 1 or as per cent; None where it gives none."""
    given = {label: cells.get(label, "") for label in LABELS}
    if not any(given.values()):
        return None
    values = {}
    for label, text in given.items():
        try:
            values[label] = float(text.rstrip("% ").replace(",", ".")) if text else 0.0
        except ValueError:
            values[label] = -1.0
        if not 0 <= values[label] <= 100:
            problems.append(Problem(name, f"{place}: {label}", shown(text), "a share from 0 to 1"))
            return None
    total = sum(values.values())
    if abs(total - 1.0) > TOLERANCE and abs(total / 100 - 1.0) > TOLERANCE:
        problems.append(
            Problem(name, place, f"shares that add to {total:g}", "shares that add to 1", "")
        )
        return None
    return shares_of(values)
