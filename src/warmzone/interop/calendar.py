"""A calendar of sessions as iCalendar (RFC 5545) bytes."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

FOLD = 73
"""Octets of a line before it is folded; the standard allows 75."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, in the local time of whoever opens it; `group` is what it can be filtered by.

    One that is brought in again under the same `uid` takes the place of the earlier one.
    """

    uid: str
    begins: datetime.datetime
    minutes: int
    title: str
    about: str
    group: str


def calendar_bytes(name: str, entries: Sequence[Entry], stamp: datetime.datetime) -> bytes:
    """The calendar by that name; `stamp` is when it was made (UTC)."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Warmzone//Training plan//EN",
        "METHOD:PUBLISH",
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for each in entries:
        ends = each.begins + datetime.timedelta(minutes=each.minutes)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{each.uid}",
            f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
            f"DTSTART:{each.begins:%Y%m%dT%H%M%S}",
            f"DTEND:{ends:%Y%m%dT%H%M%S}",
            f"SUMMARY:{escaped(each.title)}",
            f"DESCRIPTION:{escaped(each.about)}",
            f"CATEGORIES:{escaped(each.group)}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def escaped(text: str) -> str:
    """Text as a value: what has a meaning in the format is marked."""
    for plain in ("\\", ";", ","):
        text = text.replace(plain, f"\\{plain}")
    return "\\n".join(text.splitlines())


def folded(line: str) -> str:
    """A long line in pieces of at most FOLD octets, never inside a character."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > FOLD:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece])
