"""The words that decide what a lesson is about: their table, and finding them in a title."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from msgspec import Struct, convert

from warmzone.training.audit.shares import LABELS

JOINING = frozenset(["and", "or", "&", "plus", "n"])
TURNING = frozenset(
    {
        *("of", "in", "to", "for", "from", "on", "at", "by", "with", "as", "into", "while"),
        *("within", "during", "through", "across", "after", "under"),
    }
)
"""What stands behind one of these qualifies the words before it."""
SMALL_WORDS = (
    JOINING
    | (TURNING - {"under", "after", "across"})
    | frozenset(["a", "an", "the", "its", "it", "s", "their", "your", "our", "them"])
)
LONGEST = 8
_TOKEN = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|[,;:/|()\[\].\u2013\u2014]|\s-\s|&")
_APOSTROPHE = re.compile(r"['\u2019]")


class Group(Struct, frozen=True):
    """Words that mean the same for the audit; see the head of `tables/words.toml`."""

    name: str
    strength: float
    words: tuple[str, ...]
    medical: float = 0.0
    movement: float = 0.0
    command: float = 0.0
    threat: float = 0.0
    other: float = 0.0
    yields: bool = False
    learnt_from: tuple[str, ...] = ()

    def weights(self) -> dict[str, float]:
        """What one word of the group weighs, by label."""
        return {label: self.strength * float(getattr(self, label)) for label in LABELS}


class Word(NamedTuple):
    """One entry of the table: its tokens and its group."""

    text: str
    tokens: tuple[str, ...]
    group: Group

    @property
    def length(self) -> tuple[int, int]:
        """Longer entries win over shorter ones, whole words over beginnings of words."""
        return len(self.tokens), sum(len(token.rstrip("*")) for token in self.tokens)


class Token(NamedTuple):
    """A word of a title: which of the things joined by `and` it belongs to, and how far behind.

    `is_aside` tells that it stands in brackets; `start` and `end` are its place in the title.
    """

    text: str
    part: int = 0
    depth: int = 0
    is_aside: bool = False
    start: int = 0
    end: int = 0


class Found(NamedTuple):
    """An entry found in a title, and its first and last word there."""

    word: Word
    at: Token
    last: Token

    def seen(self, title: str) -> str:
        """The entry as the title writes it."""
        return title[self.at.start : self.last.end]


class Vocabulary:
    """A table of words, ready for finding."""

    def __init__(self, groups: Iterable[Group]) -> None:
        """Sort the words of the groups by how they begin."""
        self._whole: dict[str, list[Word]] = {}
        self._begun: dict[str, list[Word]] = {}
        for group in groups:
            for text in group.words:
                word = Word(text, _table_tokens(text), group)
                first = word.tokens[0]
                if first.endswith("*"):
                    self._begun.setdefault(first[:2], []).append(word)
                else:
                    self._whole.setdefault(first, []).append(word)

    def find(self, tokens: list[Token]) -> list[Found]:
        """Every entry in a run of tokens, from left to right, the longest first."""
        found: list[Found] = []
        at = 0
        while at < len(tokens):
            best = self._longest([token.text for token in tokens[at : at + LONGEST]])
            if best is None:
                at += 1
                continue
            size = len(best.tokens)
            found.append(Found(best, tokens[at], tokens[at + size - 1]))
            at += size
        return found

    def _longest(self, tokens: list[str]) -> Word | None:
        here = [*self._whole.get(tokens[0], []), *self._begun.get(tokens[0][:2], [])]
        fitting = [word for word in here if _fits(word.tokens, tokens)]
        return max(fitting, key=lambda word: word.length, default=None)


def _fits(pattern: tuple[str, ...], tokens: list[str]) -> bool:
    return len(pattern) <= len(tokens) and all(
        token.startswith(part[:-1]) if part.endswith("*") else token == part
        for part, token in zip(pattern, tokens, strict=False)
    )


def _table_tokens(text: str) -> tuple[str, ...]:
    """The tokens of a table's entry: small words left out, a star kept."""
    return tuple(word for word in text.casefold().split() if word not in SMALL_WORDS)


def pieces(title: str) -> list[list[Token]]:
    """A title as runs of plain words between its commas, colons and the like."""
    runs: list[list[Token]] = [[]]
    part = depth = inside = 0
    for match in _TOKEN.finditer(title):
        text = _APOSTROPHE.sub("", match[0].casefold())
        is_word = text[0].isalnum()
        if text in JOINING or text == "/":
            part += 1
        elif not is_word:
            runs.append([])
            part = depth = 0
            inside = max(0, inside + (text in "([") - (text in ")]"))
        depth += text in TURNING
        if is_word and text not in SMALL_WORDS:
            runs[-1].append(Token(text, part, depth, inside > 0, match.start(), match.end()))
    return [run for run in runs if run]


@cache
def all_groups() -> tuple[Group, ...]:
    """The table that ships."""
    table = files("warmzone.training.audit").joinpath("tables", "words.toml")
    return tuple(convert(tomllib.loads(table.read_text(encoding="utf-8"))["group"], list[Group]))


@cache
def vocabulary() -> Vocabulary:
    """The words of the table that ships."""
    return Vocabulary(all_groups())
