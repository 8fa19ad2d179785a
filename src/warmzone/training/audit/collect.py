"""Entries to lessons: breaks left out, levels folded, times filled in, totals compared."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from warmzone.training.audit import say
from warmzone.training.audit.entries import Entry, Found
from warmzone.training.audit.schedule import Lesson, Problem, Schedule, Stated, Total
from warmzone.training.audit.sums import MOST_NAMED, sums


def collect(found: Found) -> Schedule:
    """The lessons of a schedule and everything that does not fit."""
    problems = list(found.problems)
    entries = [entry for entry in found.entries if entry.kind != "section" or entry.is_timed]
    entries = _with_ends(entries, problems)
    entries = _folded(entries, problems)
    _report_overlaps(entries, problems)
    lessons = [_lesson(entry, problems) for entry in entries if entry.kind in ("lesson", "section")]
    breaks = [entry for entry in entries if entry.kind == "break"]
    _report_breaks(breaks, problems)
    stated = Stated(
        tuple(Total(one.title, minutes_of(one), one.day, one.place) for one in found.totals),
        sum(minutes_of(one) or 0 for one in breaks),
        tuple(one.where for one in problems if one.code == "minutes_unclear"),
    )
    problems += sums(lessons, stated)
    return Schedule(tuple(lessons), found.heading, tuple(problems), stated)


def minutes_of(entry: Entry) -> int | None:
    """How long an entry lasts: by the clock where it tells the time, else as given."""
    by_clock = entry.clock.minutes if entry.clock is not None else None
    return entry.minutes if by_clock is None else by_clock


def _lesson(entry: Entry, problems: list[Problem]) -> Lesson:
    by_clock = entry.clock.minutes if entry.clock is not None else None
    if entry.minutes is not None and by_clock is not None and entry.minutes != by_clock:
        text = (
            f"“{entry.title}” is given {say.hours(entry.minutes)}, but its times make "
            f"{say.hours(by_clock)}. The times are used."
        )
        problems.append(Problem("minutes_disagree", entry.place, text))
    if entry.why and minutes_of(entry) is None:
        text = f"“{entry.title}”: {entry.why}. Its minutes are left open."
        problems.append(Problem("minutes_unclear", entry.place, text))
    return Lesson(
        entry.title, minutes_of(entry), entry.method, entry.day, entry.place, entry.details
    )


def _with_ends(entries: Sequence[Entry], problems: list[Problem]) -> list[Entry]:
    """Where only beginnings are given, a lesson lasts until the next begins."""
    filled: list[Entry] = []
    inferred = False
    for index, entry in enumerate(entries):
        if entry.clock is not None and entry.clock.until is None and entry.minutes is None:
            after = entries[index + 1] if index + 1 < len(entries) else None
            until = after.clock.since if after is not None and after.clock is not None else None
            lasts = None if until is None else until - entry.clock.since
            if lasts is not None and lasts <= 0 and until is not None and until < 6 * 60:
                lasts += 12 * 60
            if lasts is not None and lasts > 0 and after is not None and after.day == entry.day:
                inferred = True
                entry = replace(entry, minutes=lasts)
        filled.append(entry)
    if inferred:
        text = "Only beginnings are given; a lesson is taken to last until the next one begins."
        problems.append(Problem("unit_assumed", "", text))
    return [entry for entry in filled if entry.kind != "end"]


def _folded(entries: Sequence[Entry], problems: list[Problem]) -> list[Entry]:
    """A block and the parts it is divided into are one time, not two."""
    kept: list[Entry] = []
    index = 0
    while index < len(entries):
        block = entries[index]
        end = index + 1
        while end < len(entries) and entries[end].level > block.level:
            end += 1
        parts = _folded(entries[index + 1 : end], problems) if end > index + 1 else []
        kept += _block(block, parts, problems)
        index = end
    return kept


def _block(block: Entry, parts: list[Entry], problems: list[Problem]) -> list[Entry]:
    if not parts:
        return [block]
    whole = minutes_of(block)
    lengths = [minutes_of(part) for part in parts]
    known = [length for length in lengths if length is not None]
    # A part on its own may say little: "practice" is practice of what its block teaches.
    named = [replace(part, details=(*part.details, block.title)) for part in parts]
    if whole is None and known:
        return named
    if not known:
        return [replace(block, details=block.details + tuple(part.title for part in parts))]
    if whole is not None and len(known) < len(lengths):
        return [replace(block, details=block.details + tuple(part.title for part in parts))]
    if whole is not None and sum(known) != whole:
        text = (
            f"“{block.title}” is given {say.hours(whole)}, but its parts add up to "
            f"{say.hours(sum(known))}. The parts are used."
        )
        problems.append(Problem("total_differs", block.place, text))
    return named


def _report_breaks(breaks: Sequence[Entry], problems: list[Problem]) -> None:
    if not breaks:
        return
    known = [minutes for entry in breaks if (minutes := minutes_of(entry)) is not None]
    named = ", ".join(dict.fromkeys(entry.title for entry in breaks[:MOST_NAMED]))
    text = f"Breaks are no lessons and are left out: {named} ({say.hours(sum(known))} in all)."
    problems.append(Problem("left_out", "", text))


def _report_overlaps(entries: Sequence[Entry], problems: list[Problem]) -> None:
    for before, after in pairwise(entries):
        if before.clock is None or after.clock is None or before.clock.until is None:
            continue
        same_day = before.day == after.day and after.clock.since >= before.clock.since
        if same_day and after.clock.since < before.clock.until:
            both = f"“{before.title}” and “{after.title}”"
            text = f"{both} are given for the same time; both are counted."
            problems.append(Problem("times_overlap", after.place, text))
