"""A calendar that other programs read."""

import datetime

from warmzone.interop.calendar import Entry, calendar_bytes, escaped, folded

BEGINS = datetime.datetime(2027, 1, 4, 8, 0)  # noqa: DTZ001 (the agency's clock)
STAMP = datetime.datetime(2026, 11, 28, 5, 0, tzinfo=datetime.UTC)


def test_an_entry_has_what_the_standard_asks_for() -> None:
    """Begin, end, stamp, an id; lines end with CR LF."""
    text = calendar_bytes(
        "Ours", [Entry("1@warmzone", BEGINS, 90, "Drill", "About", "Shift A")], STAMP
    ).decode()
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    for line in ("UID:1@warmzone", "DTSTART:20270104T080000", "DTEND:20270104T093000"):
        assert line in lines
    assert "DTSTAMP:20261128T050000Z" in lines
    assert {"X-WR-CALNAME:Ours", "CATEGORIES:Shift A"} <= set(lines)


def test_marks_of_the_format_are_escaped() -> None:
    """Commas, semicolons, backslashes and line ends of every kind: none may end the line."""
    assert escaped("a, b; c\\d\ne") == "a\\, b\\; c\\\\d\\ne"
    assert escaped("a\r\nb\rc") == "a\\nb\\nc"


def test_long_lines_are_folded_between_characters() -> None:
    """No piece longer than 75 octets, and unfolding gives the line back."""
    line = "SUMMARY:" + "Überschwänglich " * 12
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
