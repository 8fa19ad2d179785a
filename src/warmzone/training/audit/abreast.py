"""Pages set in two columns: lessons that stand side by side, put one below the other."""

from collections.abc import Sequence

from warmzone.training.audit.schedule import Line
from warmzone.training.audit.spaced import MARK, SAME_PLACE, Cells, cells_of
from warmzone.training.audit.times import clock_range, spans

BOTH = 2
"""In so many lines a lesson must stand on either side."""
FEWEST_LETTERS = 4
NEAR = 3
"""What names a time within so many characters of its beginning begins with it."""


def one_below_the_other(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page; where it is set in two columns, the left one first, then the right."""
    cut = [cells_of(line.text) for line in lines]
    gutter = _gutter(cut)
    if gutter is None:
        return list(lines)
    left, right = [], []
    for line, cells in zip(lines, cut, strict=True):
        at = next((start for start, _ in cells if start >= gutter - SAME_PLACE), None)
        # A line that runs over the gutter belongs to neither; it stays with the left one.
        at = len(line.text) if at is None else at
        left.append(_part(line, line.text[:at].rstrip()))
        right.append(_part(line, line.text[at:].strip()))
    return left + [line for line in right if line.text]


def _gutter(cut: Sequence[Cells]) -> int | None:
    """Where the second column begins; None where there is one column only."""
    starts: list[int] = []
    for cells in cut:
        lessons = [k for k, (_, text) in enumerate(cells) if _is_lesson(cells, k, text)]
        if len(lessons) == 2 and lessons[0] == 0:
            starts.append(cells[lessons[1]][0])
    for start in sorted(set(starts)):
        if sum(abs(other - start) <= SAME_PLACE for other in starts) >= BOTH:
            return start
    return None


def _is_lesson(cells: Cells, at: int, text: str) -> bool:
    """Whether a lesson begins in a cell: a time of day and words, there or in the next cell.

    A length makes one only together with its title; else it is a column of lengths.
    """
    bare = MARK.sub("", text)
    clock = clock_range(bare)
    if clock is not None and clock.start <= NEAR:
        after = bare[clock.end :] or (cells[at + 1][1] if at + 1 < len(cells) else "")
        return _has_words(after) and clock_range(after) is None
    found = spans(bare)
    return bool(found) and _has_words(bare[: found[-1].start]) and not bare[found[-1].end :].strip()


def _has_words(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= FEWEST_LETTERS


def _part(line: Line, text: str) -> Line:
    return Line(text, line.place, line.level, line.is_listed)
