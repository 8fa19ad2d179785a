"""Noticing that a title is not in English, so that it is reported and not guessed at."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from msgspec import Struct, convert

UNKNOWN = "another language"

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SCRIPTS = {
    "CYRILLIC": "a language in Cyrillic letters",
    "GREEK": "Greek",
    "ARABIC": "a language in Arabic letters",
    "HEBREW": "Hebrew",
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "THAI": "Thai",
    "DEVANAGARI": "a language in Devanagari letters",
}
# Marked letters that English schedules hold all the same.
_BORROWED = frozenset({"naïve", "café", "résumé", "débridement", "façade", "cliché", "rôle"})
SMALL, FIELD = 0.6, 1.0
"""What one small word counts, and one word of the field."""
ENOUGH = 1.0
"""So much more for another language than for English, and a title is not English."""
CERTAIN = 2.0
"""So much more in a whole schedule, and a title without more English than that is not either."""


class Language(Struct, frozen=True):
    """Words by which a language is noticed."""

    small: tuple[str, ...]
    field: tuple[str, ...] = ()


class Tongue(Struct, frozen=True):
    """What speaks for English in a text, and what for the likeliest other language."""

    english: float
    foreign: float
    language: str


@cache
def languages() -> dict[str, Language]:
    """The table that ships, by name of the language."""
    table = files("warmzone.training.audit").joinpath("tables", "languages.toml")
    return convert(tomllib.loads(table.read_text(encoding="utf-8")), dict[str, Language])


def other_languages(titles: Sequence[str]) -> list[str]:
    """The language of each title of one schedule, empty where it is taken to be English.

    A title of a word or two says little; the schedule it stands in says the rest.
    """
    whole = listen(" ; ".join(titles))
    schedule_is_foreign = whole.foreign - whole.english >= CERTAIN
    told = []
    for title in titles:
        heard = listen(title)
        if heard.foreign - heard.english >= ENOUGH:
            told.append(whole.language if schedule_is_foreign else heard.language)
        elif schedule_is_foreign and heard.english <= heard.foreign and _WORD.search(title):
            told.append(whole.language)
        else:
            told.append("")
    return told


def listen(text: str) -> Tongue:
    """Weigh a text's words for English and for the others."""
    script = _script(text)
    if script:
        return Tongue(0.0, CERTAIN, script)
    words = _WORD.findall(text.casefold())
    known = languages()
    english = sum(_weight(word, known["english"]) for word in words)
    scores = {
        name: sum(_weight(word, language) for word in words)
        for name, language in known.items()
        if name != "english"
    }
    marked = sum(_is_marked(word) for word in words)
    name, score = max(scores.items(), key=lambda item: item[1])
    if score == 0:
        return Tongue(english, float(marked), UNKNOWN)
    return Tongue(english, max(score, float(marked)), name.capitalize())


def _weight(word: str, language: Language) -> float:
    if any(word.startswith(stem) for stem in language.field):
        return FIELD
    return SMALL if word in language.small else 0.0


def _is_marked(word: str) -> bool:
    return not word.isascii() and word not in _BORROWED


def _script(text: str) -> str:
    """The name of a script that is not Latin, where most letters are of it."""
    letters = [letter for letter in text if letter.isalpha()]
    seen = Counter(unicodedata.name(letter, "?").split()[0] for letter in letters)
    if not seen or seen["LATIN"] * 2 >= len(letters):
        return ""
    return _SCRIPTS.get(seen.most_common(1)[0][0], UNKNOWN)
