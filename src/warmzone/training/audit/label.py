"""Labelling the lessons of a programme: shares, how sure, and why."""

from collections.abc import Sequence

from msgspec import Struct

from warmzone.training.audit import say
from warmzone.training.audit.languages import UNKNOWN, listen, other_languages
from warmzone.training.audit.schedule import Lesson
from warmzone.training.audit.shares import LABELS, Shares, shares_of
from warmzone.training.audit.weigh import (
    DECIDES,
    Own,
    Settings,
    added,
    context,
    decide,
    own,
    speaks_for,
    with_details,
)
from warmzone.training.audit.words import Vocabulary, vocabulary

SURE, UNSURE = 0.95, 0.2
LOST_BY_SILENCE = 0.55
"""What is lost of confidence where no word of a lesson decides."""
LOST_BY_CONFLICT = 0.5
"""What is lost where its words speak for several labels evenly."""
STRANGE_SHARE = 0.7
STRANGE_LESSONS = 4
"""A schedule of so many lessons, most without a word known here, is taken to be foreign."""


class Labelled(Struct, frozen=True):
    """What a lesson teaches. `language` is empty for English; others are not labelled.

    `is_telling` says that its own words decide, so that the same title means the same elsewhere.
    """

    shares: Shares
    confidence: float
    reason: str
    language: str = ""
    is_telling: bool = True


def label_lessons(
    lessons: Sequence[Lesson],
    heading: str = "",
    words: Vocabulary | None = None,
    settings: Settings | None = None,
) -> list[Labelled]:
    """Label every lesson of one programme, each in the light of the others."""
    words = words or vocabulary()
    settings = settings or Settings()
    owns = [_own(lesson, words, settings) for lesson in lessons]
    above = own(heading, "", words, settings) if heading else None
    languages = _languages(lessons, owns)
    parts = [
        speaks_for(one) if not languages[at] else dict.fromkeys(LABELS, 0.0)
        for at, one in enumerate(owns)
    ]
    whole = added([*parts, *([above.weights] if above is not None else [])])
    labelled = []
    for index, mine in enumerate(owns):
        if languages[index]:
            why = say.not_labelled(languages[index])
            labelled.append(Labelled(shares_of({}), 0.0, why, languages[index], is_telling=False))
            continue
        decided = decide(mine, context(whole, parts[index]), settings)
        labelled.append(
            Labelled(
                decided.shares,
                _confidence(mine, decided.borrowed),
                say.reason(mine, decided.shares, decided.borrowed),
                is_telling=mine.evidence >= DECIDES,
            )
        )
    return labelled


def _own(lesson: Lesson, words: Vocabulary, settings: Settings) -> Own:
    title = own(lesson.title, lesson.method, words, settings)
    return with_details(title, [own(one, "", words, settings) for one in lesson.details], settings)


def _languages(lessons: Sequence[Lesson], owns: Sequence[Own]) -> list[str]:
    """The language of each lesson; a schedule without a known word is in one not known here."""
    told = other_languages([lesson.title for lesson in lessons])
    silent = sum(not one.found for one in owns)
    plain = all(not _is_english(lesson.title) for lesson in lessons)
    if plain and len(lessons) >= STRANGE_LESSONS and silent >= STRANGE_SHARE * len(lessons):
        return [language or UNKNOWN for language in told]
    return told


def _is_english(title: str) -> bool:
    return listen(title).english > 0


def _confidence(mine: Own, borrowed: float) -> float:
    """How sure a label is, 0 to 1: less where words are few, disagree, or are another lesson's."""
    evidence = min(1.0, mine.evidence)
    top = max(mine.weights[label] for label in LABELS)
    conflict = 1.0 - top / mine.evidence if mine.evidence > 0 else 0.0
    sure = SURE - LOST_BY_SILENCE * (1.0 - evidence) - LOST_BY_CONFLICT * conflict
    sure -= 0.2 * borrowed * evidence
    return round(min(SURE, max(UNSURE, sure)), 2)
