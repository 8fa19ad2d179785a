"""How far the audit agrees with a person: programmes that somebody labelled, each held out in turn.

Nothing is fitted to the trial's programmes, but some words entered the table because one of them
held it. So a programme is judged without the words that came from it alone (`held_out`), and more
strictly without every word that no other programme of the trial holds (`strict`).
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from warmzone.scenario.problems import Invalid, Problem, shown
from warmzone.training.audit.corrections import key
from warmzone.training.audit.label import label_lessons
from warmzone.training.audit.schedule import Schedule
from warmzone.training.audit.shares import LABELS, Shares, shares_of
from warmzone.training.audit.words import Group, Vocabulary, all_groups, pieces, vocabulary

DECIMALS = 3
BANDS = (0.0, 0.6, 0.8, 1.01)
"""Limits between confidences that are told apart."""

Labels = Mapping[str, Mapping[str, Shares]]
"""By file and by the key of a lesson's title, what the reader says it teaches."""


class Agreement(Struct, frozen=True):
    """How far two readings agree: `overlap` of their shares, and the same main label."""

    lessons: int
    minutes: int
    overlap_by_minutes: float
    main_by_minutes: float
    overlap_by_lessons: float
    main_by_lessons: float


class LabelAgreement(Struct, frozen=True):
    """One label: minutes by the reader and by the audit, and the minutes on which both agree."""

    label: str
    reader_min: int
    audit_min: int
    both_min: int
    found: float | None
    right: float | None


class Band(Struct, frozen=True):
    """Lessons whose confidence lies from one limit to another, and how often they are right."""

    low: float
    high: float
    lessons: int
    overlap: float | None


class FileAgreement(Struct, frozen=True):
    """One programme held out."""

    file: str
    lessons: int
    minutes: int
    overlap_by_minutes: float | None
    overlap_by_lessons: float


class Trial(Struct, frozen=True):
    """Everything that is published of a trial."""

    programmes: int
    held_out: Agreement
    strict: Agreement
    as_shipped: Agreement
    labels: tuple[LabelAgreement, ...]
    bands: tuple[Band, ...]
    files: tuple[FileAgreement, ...]


class _Judged(Struct, frozen=True):
    file: str
    minutes: int
    reader: Shares
    audit: Shares
    confidence: float


def run_trial(schedules: Mapping[str, Schedule], labels: Labels) -> Trial:
    """Judge every programme as one held out; `schedules` are by file, as `labels` are."""
    groups = all_groups()
    seen = {file: _words_in(schedule) for file, schedule in schedules.items()}

    def without_own(file: str) -> Vocabulary:
        return Vocabulary([group for group in groups if file not in group.learnt_from])

    def without_rare(file: str) -> Vocabulary:
        others = frozenset[str]().union(*(seen[other] for other in seen if other != file))
        return Vocabulary([_less(group, seen[file] - others) for group in groups])

    held_out = _judge(schedules, labels, without_own)
    return Trial(
        len(schedules),
        _agreement(held_out),
        _agreement(_judge(schedules, labels, without_rare)),
        _agreement(_judge(schedules, labels, lambda _file: vocabulary())),
        tuple(_of_label(label, held_out) for label in LABELS),
        tuple(_band(low, high, held_out) for low, high in pairwise(BANDS)),
        tuple(_of_file(file, held_out) for file in schedules),
    )


def read_labels(text: str, name: str) -> dict[str, dict[str, Shares]]:
    """Read a reader's labels (file, lesson, label, label2, share2); raise Invalid."""
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    needed = {"file", "lesson", "label", "label2", "share2"}
    missing = sorted(needed - set(reader.fieldnames or ()))
    if missing:
        problem = Problem(
            name, "row 1", f"no column {', '.join(missing)}", ", ".join(sorted(needed)), ""
        )
        raise Invalid([problem])
    labels: dict[str, dict[str, Shares]] = {}
    problems = []
    for line in reader:
        weights = dict.fromkeys(LABELS, 0.0)
        try:
            second = float(line["share2"] or 0)
            weights[_label(line["label"])] += 1 - second
            if line["label2"]:
                weights[_label(line["label2"])] += second
        except (KeyError, ValueError):
            found = shown(f"{line['label']} {line['label2']} {line['share2']}")
            allowed = f"labels from {', '.join(LABELS)} and a share from 0 to 1"
            problems.append(Problem(name, f"row {reader.line_num}", found, allowed))
            continue
        labels.setdefault(line["file"], {})[key(line["lesson"])] = shares_of(weights)
    if problems:
        raise Invalid(problems)
    return labels


def _label(text: str) -> str:
    if text not in LABELS:
        raise ValueError(text)
    return text


def _words_in(schedule: Schedule) -> frozenset[str]:
    texts = [text for lesson in schedule.lessons for text in (lesson.title, lesson.method)]
    runs = [run for text in texts for run in pieces(text)]
    return frozenset(one.word.text for run in runs for one in vocabulary().find(run))


def _less(group: Group, hidden: frozenset[str]) -> Group:
    words = tuple(word for word in group.words if word not in hidden)
    return replace(group, words=words)


def _judge(
    schedules: Mapping[str, Schedule], labels: Labels, words: Callable[[str], Vocabulary]
) -> list[_Judged]:
    judged = []
    for file, schedule in schedules.items():
        heading = file.rsplit(".", 1)[0].replace("_", " ")
        audited = label_lessons(schedule.lessons, heading, words(file))
        for lesson, label in zip(schedule.lessons, audited, strict=True):
            reader = labels.get(file, {}).get(key(lesson.title))
            if reader is not None:
                minutes = lesson.minutes or 0
                judged.append(_Judged(file, minutes, reader, label.shares, label.confidence))
    return judged


def _agreement(judged: Sequence[_Judged]) -> Agreement:
    minutes = sum(one.minutes for one in judged)
    overlap = [one.reader.overlap(one.audit) for one in judged]
    main = [float(one.reader.main() == one.audit.main()) for one in judged]
    weighed = [one.minutes for one in judged]
    even = [1] * len(judged)
    return Agreement(
        len(judged),
        minutes,
        _mean(overlap, weighed) or 0.0,
        _mean(main, weighed) or 0.0,
        _mean(overlap, even) or 0.0,
        _mean(main, even) or 0.0,
    )


def _of_label(label: str, judged: Sequence[_Judged]) -> LabelAgreement:
    reader = sum(one.minutes * float(getattr(one.reader, label)) for one in judged)
    audit = sum(one.minutes * float(getattr(one.audit, label)) for one in judged)
    both = sum(
        one.minutes * min(float(getattr(one.reader, label)), float(getattr(one.audit, label)))
        for one in judged
    )
    found = round(both / reader, DECIMALS) if reader else None
    right = round(both / audit, DECIMALS) if audit else None
    return LabelAgreement(label, round(reader), round(audit), round(both), found, right)


def _band(low: float, high: float, judged: Sequence[_Judged]) -> Band:
    inside = [one for one in judged if low <= one.confidence < high]
    overlap = [one.reader.overlap(one.audit) for one in inside]
    return Band(low, min(high, 1.0), len(inside), _mean(overlap, [1] * len(inside)))


def _of_file(file: str, judged: Sequence[_Judged]) -> FileAgreement:
    here = [one for one in judged if one.file == file]
    overlap = [one.reader.overlap(one.audit) for one in here]
    minutes = [one.minutes for one in here]
    even = _mean(overlap, [1] * len(here)) or 0.0
    return FileAgreement(file, len(here), sum(minutes), _mean(overlap, minutes), even)


def _mean(values: Sequence[float], weights: Sequence[int]) -> float | None:
    total = sum(weights)
    if total == 0:
        return None
    mean = sum(value * weight for value, weight in zip(values, weights, strict=True)) / total
    return round(mean, DECIMALS)
