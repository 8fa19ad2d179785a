"""What is wrong with a file: where, what was found, what is allowed; and how to say it plainly."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Literal

from msgspec import Struct

MOST_SHOWN_CHARACTERS = 60
NOT_ALLOWED = " is not allowed"

Step = str | int


class Problem(Struct, frozen=True):
    """One thing wrong with a file; a `warning` does not stop the file from being used.

    `found` and `verdict` read as one phrase: `0` + ` is not allowed`.
    """

    file: str
    place: str
    found: str
    allowed: str
    verdict: str = NOT_ALLOWED
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        """One line: `school.toml: agencies[2].arrivals[0].count: 0 is not allowed; 1 to 40`."""
        where = f"{self.file}: {self.place}" if self.place else self.file
        return f"{where}: {self.found}{self.verdict}; {self.allowed}"


class Invalid(Exception):
    """A file cannot be used; `problems` holds everything wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep all problems; the text of the exception is one problem a line."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def errors_of(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out the warnings."""
    return [problem for problem in problems if problem.severity == "error"]


def path(*steps: Step) -> list[Step]:
    """The way to a place in a document: keys and indexes."""
    return list(steps)


def place_of(steps: Sequence[Step]) -> str:
    """Write a path as people do: `agencies[2].arrivals[0].count`."""
    text = ""
    for step in steps:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{cut(step)}" if text else cut(step)
    return text


def cut(text: str, most: int = MOST_SHOWN_CHARACTERS) -> str:
    """Shorten text and hide characters that would disturb a terminal."""
    plain = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[: most + 1])
    return plain if len(text) <= most else plain[: most - 1] + "…"


def shown(value: object) -> str:
    """Write a value found in a file as it could stand there, shortened."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{cut(value)}"'
    if isinstance(value, (int, float)):
        return shown_number(value)
    if isinstance(value, dict):
        return "a table" if value else "an empty table"
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value)}" if value else "an empty list"
    return cut(str(value))


def shown_number(value: int | float) -> str:
    """Write a number shortly; a whole number with many digits is only described."""
    if isinstance(value, int) and abs(value) >= 10**15:
        return "a number of more than 15 digits"
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def quoted(words: Iterable[str]) -> str:
    """Write words as `"a", "b", "c"`."""
    return ", ".join(f'"{cut(word)}"' for word in words)


def one_of(words: Iterable[str], most: int = 12) -> str:
    """Write what is allowed; a long list is cut with the number of the rest."""
    known = list(words)
    if not known:
        return "there are none"
    text = quoted(known[:most])
    rest = f" and {len(known) - most} more" if len(known) > most else ""
    return f"{text}{rest}" if len(known) == 1 else f"one of {text}{rest}"


def nearest(word: str, known: Iterable[str]) -> str:
    """Suggest the nearest known words; all of them where none is near."""
    words = list(known)
    near = get_close_matches(word[:64], words, n=3, cutoff=0.6)
    return f"did you mean {' or '.join(quoted([n]) for n in near)}?" if near else one_of(words)
