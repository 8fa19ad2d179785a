"""Lengths of time and clock times as schedules write them: `1.5 hrs`, `1:30`, `0900-0950`."""

import re
from typing import Literal

from msgspec import Struct

HOUR = 60
NOON = 12 * HOUR
DAY = 24 * HOUR
LONGEST = 12 * HOUR
"""No lesson runs longer in one go; what seems to is a misprint."""
EVENING = 18 * HOUR
NIGHT = 8 * HOUR

Unit = Literal["minutes", "hours", ""]


class Span(Struct, frozen=True):
    """A length of time found in a text, between two characters of it.

    `minutes` is None where it cannot be said; `why` then tells what stands there.
    """

    minutes: int | None
    start: int
    end: int
    why: str = ""


class Clock(Struct, frozen=True):
    """A time of day, or from one to another, in minutes after midnight, found in a text.

    `until` is None where only a beginning is given. `why` is set where the times are impossible.
    """

    since: int
    until: int | None
    start: int
    end: int
    why: str = ""

    @property
    def minutes(self) -> int | None:
        """How long, where both ends are known."""
        return None if self.until is None or self.why else self.until - self.since


_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_NAMED = {
    "half an": 0.5, "half a": 0.5, "half": 0.5, "an": 1.0, "a": 1.0, "one": 1.0, "two": 2.0,
    "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0,
    "ten": 10.0, "twelve": 12.0, "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0,
    "forty-five": 45.0, "fifty": 50.0, "sixty": 60.0, "ninety": 90.0,
}  # fmt: skip
_NAMES = "|".join(sorted((name.replace(" ", r"\s+") for name in _NAMED), key=len, reverse=True))
_NUMBER = rf"(?:\d+\s+\d/\d|\d+\s*[½¼¾]|[½¼¾]|\d/\d|\d+(?:[.,]\d+)?|\b(?:{_NAMES})(?=[\s-]))"
_HOUR_WORD = r"(?:(?:contact\s+|clock\s+)?hours?|hrs?\.?|hr\.?|h)(?![a-z])"
_MINUTE_WORD = r"(?:minutes?|mins?\.?|min\.?|m|['′’])(?![a-z])"
_SPAN = re.compile(
    rf"(?<![\d:.,])(?:(?P<times>\d+|two|three|four|five|six)\s*[x×*]\s*|(?P<of>two|three|four|five|six)\s+"
    rf"(?=\d+\s*-))?"
    rf"(?:(?P<low>{_NUMBER})\s*(?:-|–|—|to|or)\s*)?(?P<number>{_NUMBER})[\s-]*"
    rf"(?:(?P<odd>(?:class|credit|lesson|teaching|academic)[\s-]*hours?|days?|weeks?|periods?|sessions?)"
    rf"(?![a-z])|(?P<hours>{_HOUR_WORD})"
    rf"(?:\s*(?:and\s+)?(?P<rest>\d+)\s*{_MINUTE_WORD}|(?<=h)(?P<tail>[0-5]\d)(?!\d))?"
    rf"|(?P<minutes>{_MINUTE_WORD}))",
    re.IGNORECASE,
)
_COLON = re.compile(r"^\s*(\d{1,3}):([0-5]\d)(?::[0-5]\d)?\s*(?:h|hrs?|hours?)?\s*$", re.IGNORECASE)
_UNIT_BEFORE = re.compile(
    rf"(?P<unit>\b(?:hours?|hrs?|minutes?|mins?)\b)\.?\)?\s*[:=–—-]\s*(?P<number>{_NUMBER})\W*$",
    re.IGNORECASE,
)
_ISO = re.compile(r"^\s*PT(?:(\d+)H)?(?:(\d+)M)?\s*$")
_PLAIN = re.compile(rf"^\s*(?:~|approx\.?|about|ca\.?)?\s*({_NUMBER})\s*$", re.IGNORECASE)
_PLAIN_RANGE = re.compile(r"^\s*(\d+(?:[.,]\d+)?)\s*(?:-|–|—|to)\s*(\d+(?:[.,]\d+)?)\s*$")

_HALF = r"(?P<{0}m>a\.?\s?m\.?|p\.?\s?m\.?|noon|midnight)?"
_AT = (
    r"(?:(?P<{0}h>[01]?\d|2[0-4])\s?[:.h]\s?(?P<{0}c>\d\d)"
    r"|(?P<{0}x>\d{{3,4}})|(?P<{0}b>\d{{1,2}})(?!\d))"
)
_O_CLOCK = r"(?:\s?(?:hrs|hours|hr|h|uhr)\b\.?)?"
_RANGE = re.compile(
    rf"(?<![\d:./-]){_AT.format('a')}{_O_CLOCK}\s*{_HALF.format('a')}\s*(?:-|–|—|−|to|until|till|thru|through)\s*"
    rf"{_AT.format('b')}{_O_CLOCK}\s*{_HALF.format('b')}(?![\d/]|:\d|\.\d)",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    rf"^\W*{_AT.format('a')}{_O_CLOCK}\s*{_HALF.format('a')}(?![\d/]|:\d|\.\d)", re.IGNORECASE
)


def number(text: str) -> float:
    """A number as schedules write it: `1.5`, `1,5`, `1 ½`, `1 1/2`, `one`."""
    plain = " ".join(text.strip().casefold().split())
    if plain in _NAMED:
        return _NAMED[plain]
    total = 0.0
    for sign, worth in _HALVES.items():
        if sign in plain:
            total += worth
            plain = plain.replace(sign, " ")
    for part in plain.split():
        over, slash, under = part.partition("/")
        if slash:
            total += int(over) / int(under) if int(under) else 0.0
        else:
            total += float(part.replace(",", "."))
    return total


def spans(text: str) -> list[Span]:
    """Every length of time in a text that names its unit."""
    found = _SPAN.finditer(text)
    # `Q & A session` and `a day` count nothing.
    return [
        _span(one) for one in found if not (one["odd"] and one["number"].casefold() in ("a", "an"))
    ]


def unit_before(text: str) -> Span | None:
    """A length at the end of a line whose unit stands before it: `Total contact hours: 20`."""
    match = _UNIT_BEFORE.search(text)
    if match is None:
        return None
    worth = HOUR if match["unit"][0].casefold() == "h" else 1
    return Span(round(number(match["number"]) * worth), match.start(), match.end())


def cell_minutes(text: str, unit: Unit) -> Span | None:
    """A cell of a column of lengths: with a unit, as h:mm, or a bare number in the column's unit.

    None where it holds no length at all.
    """
    if match := _ISO.match(text):
        return Span(int(match[1] or 0) * HOUR + int(match[2] or 0), 0, len(text))
    if match := _COLON.match(text):
        return Span(int(match[1]) * HOUR + int(match[2]), 0, len(text))
    if unit and (match := _PLAIN.match(text)):
        worth = HOUR if unit == "hours" else 1
        return Span(round(number(match[1]) * worth), 0, len(text))
    if unit and _PLAIN_RANGE.match(text):
        return Span(None, 0, len(text), f"“{text.strip()}” is a range")
    found = spans(text)
    return found[0] if found else None


def plain_number(text: str) -> float | None:
    """A cell that holds nothing but a number."""
    match = _PLAIN.match(text)
    return number(match[1]) if match else None


def clock_range(text: str, *, bare_hours: bool = False) -> Clock | None:
    """The first time of day to another in a text.

    `bare_hours` lets `8-9` mean hours, as it does in a column of times.
    """
    for match in _RANGE.finditer(text):
        marked = match["am"] or match["bm"]
        if (match["ab"] or match["bb"]) and not (marked or bare_hours):
            continue
        if _are_years(match) or _is_length(text, match):
            continue
        return _clock(match)
    return None


def clock_start(text: str) -> Clock | None:
    """A time of day with which a text begins, where no other follows it."""
    match = _SINGLE.match(text)
    if match is None or (match["ab"] and not match["am"]) or _is_length(text, match):
        return None
    since = _minutes_of(match, "a")
    bare = match["ax"] or ""
    if since is None or (
        bare and not match["am"] and (len(bare) == 3 or 1990 <= int(bare) <= 2040)
    ):
        return None
    if match["am"]:
        since = _with_half(since, match["am"])
    return Clock(since, None, match.start(), match.end())


def _span(match: re.Match[str]) -> Span:
    start, end = match.span()
    seen = match[0].strip()
    if match["low"]:
        return Span(None, start, end, f"“{seen}” is a range")
    if match["odd"]:
        return Span(None, start, end, f"“{seen}” does not say how many minutes")
    times = number(match["times"] or match["of"] or "1")
    minutes = number(match["number"]) * (HOUR if match["hours"] else 1)
    minutes += int(match["rest"] or match["tail"] or 0)
    return Span(round(times * minutes), start, end)


def _are_years(match: re.Match[str]) -> bool:
    """Whether `2018-2019` stands there and not a quarter past eight in the evening."""
    if not (match["ax"] and match["bx"] and len(match["ax"]) == len(match["bx"]) == 4):
        return False
    first, last = int(match["ax"]), int(match["bx"])
    return 1990 <= first < last <= 2040 and last - first <= 10


def _is_length(text: str, match: re.Match[str]) -> bool:
    """Whether a unit behind makes lengths of the numbers: `10-15 min`, `120 minutes`."""
    return bool(
        re.match(rf"\s*-?\s*(?:{_MINUTE_WORD}|days?|%)", text[match.end() :], re.IGNORECASE)
    )


def _clock(match: re.Match[str]) -> Clock:
    start, end = match.span()
    since, until = _minutes_of(match, "a"), _minutes_of(match, "b")
    if since is None or until is None:
        return Clock(0, 0, start, end, f"“{match[0].strip()}” holds no time of day")
    halves = match["am"], match["bm"]
    if halves[0] or halves[1]:
        since, until = _with_halves((since, until), (halves[0] or "", halves[1] or ""))
    elif until <= since:
        until = _later(since, until)
    if not 0 < until - since <= LONGEST:
        return Clock(
            since, until, start, end, f"“{match[0].strip()}” cannot be the time of a lesson"
        )
    return Clock(since, until, start, end)


def _later(since: int, until: int) -> int:
    """An end that seems to lie before its beginning: past noon, or past midnight."""
    if until < NOON and since <= until + NOON and until + NOON - since <= LONGEST:
        if since < 13 * HOUR:
            return until + NOON
    if since >= EVENING and until + DAY - since <= NIGHT:
        return until + DAY
    return until


def _with_halves(times: tuple[int, int], halves: tuple[str, str]) -> tuple[int, int]:
    """Times with am or pm at one end or both; the end without takes what makes sense."""
    since, until = times
    first, last = halves
    if last:
        until = _with_half(until, last)
        if first:
            return _with_half(since, first), until
        same = _with_half(since, last)
        return (same if same < until else since % NOON), until
    since = _with_half(since, first)
    same = _with_half(until, first)
    return since, (same if same > since else until % NOON + NOON)


def _with_half(minutes: int, half: str) -> int:
    word = half.casefold().replace(".", "").replace(" ", "")
    if word == "noon":
        return NOON
    if word == "midnight":
        return DAY
    return minutes % NOON + (NOON if word == "pm" else 0) if minutes < 13 * HOUR else minutes


def _minutes_of(match: re.Match[str], end: str) -> int | None:
    if match[f"{end}x"]:
        hour, minute = divmod(int(match[f"{end}x"]), 100)
    elif match[f"{end}b"]:
        hour, minute = int(match[f"{end}b"]), 0
    else:
        hour, minute = int(match[f"{end}h"]), int(match[f"{end}c"])
    return hour * HOUR + minute if hour <= 24 and minute < 60 else None
