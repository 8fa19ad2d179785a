"""The audit: a document in; its lessons, what they teach, and how its time divides out."""

from collections.abc import Sequence
from pathlib import PurePath

from msgspec.structs import replace

from warmzone.training.audit import say
from warmzone.training.audit.compare import (
    compare,
    lessons_by_label,
    minutes_by_label,
    split_of,
)
from warmzone.training.audit.corrections import Correction, Lookup, key
from warmzone.training.audit.label import Labelled, label_lessons
from warmzone.training.audit.read import read_schedule
from warmzone.training.audit.result import AuditedLesson, AuditedProgramme
from warmzone.training.audit.schedule import Document, Lesson, Problem, Schedule
from warmzone.training.audit.sums import MOST_NAMED, sums

OF_ONE = ("minutes_unclear", "minutes_disagree")
"""Problems with the minutes of one lesson, done with where a person gives them."""


def audit(document: Document, corrections: Sequence[Correction] = ()) -> AuditedProgramme:
    """Audit one programme."""
    return audit_schedule(document.name, read_schedule(document), corrections)


def audit_schedule(
    file: str, schedule: Schedule, corrections: Sequence[Correction] = ()
) -> AuditedProgramme:
    """Audit a schedule that has been read; `file` is the name under which it is known."""
    stem = PurePath(file).stem.replace("_", " ").replace("-", " ")
    labelled = label_lessons(schedule.lessons, f"{stem}; {schedule.heading}".strip("; "))
    lookup = Lookup(corrections)
    lessons = []
    used: set[str] = set()
    for lesson, label in zip(schedule.lessons, labelled, strict=True):
        correction = lookup.find(file, lesson.title, is_telling=label.is_telling)
        if correction is not None:
            used.add(key(lesson.title))
        lessons.append(_audited(lesson, label, correction))
    problems = [*_summed(schedule, lessons), *_languages(schedule.lessons, labelled)]
    problems += _unused(file, corrections, used)
    return programme_of(file, lessons, problems)


def _summed(schedule: Schedule, lessons: Sequence[AuditedLesson]) -> list[Problem]:
    """What was noticed while reading, the sums taken anew where a person corrected minutes."""
    both = list(zip(schedule.lessons, lessons, strict=True))
    corrected = {one.place for one, now in both if one.minutes != now.minutes}
    if not corrected:
        return list(schedule.problems)
    before = sums(schedule.lessons, schedule.stated)
    kept = [
        one
        for one in schedule.problems
        if one not in before and not (one.code in OF_ONE and one.where in corrected)
    ]
    return kept + sums([replace(one, minutes=now.minutes) for one, now in both], schedule.stated)


def programme_of(
    file: str, lessons: Sequence[AuditedLesson], problems: Sequence[Problem]
) -> AuditedProgramme:
    """A programme of its lessons: totals, split and comparison."""
    weights = minutes_by_label(lessons)
    return AuditedProgramme(
        file=file,
        lessons=tuple(lessons),
        minutes_total=sum(one.minutes or 0 for one in lessons),
        minutes_labelled=sum(one.minutes or 0 for one in lessons if one.is_labelled),
        split=split_of(weights),
        split_by_lessons=split_of(lessons_by_label(lessons)),
        problems=tuple(problems),
        compared=compare(weights),
    )


def _audited(lesson: Lesson, label: Labelled, correction: Correction | None) -> AuditedLesson:
    shares, confidence, reason, minutes = (
        label.shares,
        label.confidence,
        label.reason,
        lesson.minutes,
    )
    if correction is not None and correction.minutes is not None:
        minutes = correction.minutes
    if correction is not None and correction.shares is not None:
        reason = say.corrected(None if label.language else label.shares, correction.note)
        shares, confidence = correction.shares, 1.0
    return AuditedLesson(
        lesson.title,
        minutes,
        shares,
        confidence,
        reason,
        lesson.method,
        lesson.day,
        lesson.place,
        correction is not None,
    )


def _languages(lessons: Sequence[Lesson], labelled: Sequence[Labelled]) -> list[Problem]:
    """One problem for each language that stands in a schedule."""
    problems = []
    for language in dict.fromkeys(one.language for one in labelled if one.language):
        titles = [
            lesson.title
            for lesson, one in zip(lessons, labelled, strict=True)
            if one.language == language
        ]
        some = "; ".join(f"“{title}”" for title in titles[:MOST_NAMED])
        more = f" and {len(titles) - MOST_NAMED} more" if len(titles) > MOST_NAMED else ""
        text = (
            f"{len(titles)} of {len(lessons)} lessons are not in English ({language}) and are not "
            f"labelled: {some}{more}. Translate the titles, or label them by hand."
        )
        problems.append(Problem("not_english", "", text))
    return problems


def _unused(file: str, corrections: Sequence[Correction], used: set[str]) -> list[Problem]:
    """Corrections of this programme that no lesson of it takes."""
    return [
        Problem(
            "correction_unused", "", f"No lesson is called “{one.lesson}”, which was corrected."
        )
        for one in corrections
        if one.programme and key(one.programme) == key(file) and key(one.lesson) not in used
    ]
