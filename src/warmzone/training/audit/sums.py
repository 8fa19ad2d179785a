"""What does not add up: lessons without minutes, and totals that are not the sum."""

from collections.abc import Sequence

from warmzone.training.audit import say
from warmzone.training.audit.schedule import Lesson, Problem, Stated

MOST_NAMED = 5


def sums(lessons: Sequence[Lesson], stated: Stated) -> list[Problem]:
    """Lessons that do not say how long they last, and stated totals that they do not add up to."""
    return _missing(lessons, stated) + _totals(lessons, stated)


def _missing(lessons: Sequence[Lesson], stated: Stated) -> list[Problem]:
    without = [lesson for lesson in lessons if lesson.minutes is None]
    if lessons and len(without) == len(lessons):
        text = "No lesson says how long it lasts, so no split by time can be given."
        return [Problem("no_minutes", "", text)]
    silent = [lesson for lesson in without if lesson.place not in stated.unclear]
    if len(silent) > MOST_NAMED:
        some = "; ".join(f"“{lesson.title}”" for lesson in silent[:MOST_NAMED])
        text = (
            f"{len(silent)} of {len(lessons)} lessons do not say how long they last, and the split "
            f"by time leaves them out: {some} and {len(silent) - MOST_NAMED} more."
        )
        return [Problem("minutes_missing", silent[0].place, text)]
    return [
        Problem(
            "minutes_missing", lesson.place, f"“{lesson.title}” does not say how long it lasts."
        )
        for lesson in silent
    ]


def _totals(lessons: Sequence[Lesson], stated: Stated) -> list[Problem]:
    """Compare what a schedule states as totals with what its lessons add up to."""
    problems = []
    known = sum(lesson.minutes or 0 for lesson in lessons)
    missing = sum(lesson.minutes is None for lesson in lessons)
    by_day: dict[str, int] = {}
    for lesson in lessons:
        by_day[lesson.day] = by_day.get(lesson.day, 0) + (lesson.minutes or 0)
    for one in stated.totals:
        if one.minutes is None or not lessons or known == 0:
            continue
        total, rest = one.minutes, stated.breaks
        of_day = by_day.get(one.day) if one.day and len(by_day) > 1 else None
        fitting = {known, known + rest} | ({of_day} if of_day is not None else set())
        if total in fitting or (of_day is not None and _is_within(total, of_day, rest)):
            continue
        if of_day is not None and abs(total - known) < abs(total - of_day):
            of_day = None
        where = f"the lessons of {one.day}" if of_day is not None else "the lessons"
        found = known if of_day is None else of_day
        some = f" ({missing} without minutes)" if missing else ""
        who = f"“{one.title}” states" if one.title else "The schedule states"
        text = (
            f"{who} {say.hours(total)}, but {where} add up to {say.hours(found)}"
            f"{some}: {say.hours(abs(total - found))} {'less' if found < total else 'more'}."
        )
        problems.append(Problem("total_differs", one.place, text))
    return problems


def _is_within(total: int, lessons: int, breaks: int) -> bool:
    """Whether a day's total counts its breaks, of which only the sum over all days is known."""
    return lessons <= total <= lessons + breaks and total - lessons in (0, breaks)
