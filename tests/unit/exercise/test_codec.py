"""Payloads: every event survives, older shapes are carried forward, strangers are refused."""

import pytest

from warmzone.eventlog import Row
from warmzone.exercise.codec import (
    KINDS,
    UnreadableError,
    decode,
    decode_opened,
    encode,
    encode_opened,
    kind_of,
    read,
)
from warmzone.exercise.events import (
    VERSION,
    ClockChanged,
    ClockMarked,
    CommandRefused,
    Ended,
    Event,
    HandedOver,
    Noted,
    Opened,
    OrderReceived,
    ProbeAnswered,
    ProbeAsked,
    Rated,
    Released,
    Resumed,
)
from warmzone.exercise.upcast import UPCASTS, upcast

EVENTS: list[Event] = [
    OrderReceived(3, 1, 2, -1, 0, 0),
    OrderReceived(-1, -1, -1, -1, 0, 1, "dance"),
    ClockChanged(running=True, rate=2.0),
    ClockMarked(),
    CommandRefused("clock", "bad_rate"),
    ProbeAsked(due=True),
    ProbeAnswered(((0, 1),), 2, (3,), 3, -1, 1),
    Noted("asked twice"),
    Released(),
    Rated("rtf_in", "M", "waited seven minutes", "observer"),
    HandedOver(),
    Resumed(),
    Ended("minutes"),
]


@pytest.mark.parametrize("event", EVENTS, ids=kind_of)
def test_event_survives(event: Event) -> None:
    """An event read back is the event written."""
    assert decode(kind_of(event), VERSION, encode(event)) == event


def test_every_kind_is_tried() -> None:
    """The list above leaves no kind out."""
    assert {kind_of(event) for event in EVENTS} == set(KINDS)


def test_opening_survives() -> None:
    """The opening event read back is the one written."""
    opened = Opened(
        scenario="school", scenario_name="School", code="ABCDE", seed=7, commander="interior",
        minutes=30, hand_over_ms=480_000,
    )  # fmt: skip
    assert decode_opened(encode_opened(opened)) == opened
    with pytest.raises(UnreadableError, match="header"):
        decode_opened(b"{}")


@pytest.mark.parametrize(
    ("kind", "version", "payload", "message"),
    [
        ("dance", 1, b"{}", "kind 'dance' is not allowed; order"),
        ("mark", VERSION + 1, b"{}", f"version {VERSION + 1} is not allowed; 1 to {VERSION}"),
        ("order", 1, b"{}", "missing required field `verb`"),
        ("order", 1, b"\xff", "malformed"),
    ],
)
def test_stranger_is_refused(kind: str, version: int, payload: bytes, message: str) -> None:
    """What cannot be read says what was found and what is allowed."""
    with pytest.raises(UnreadableError, match=message):
        decode(kind, version, payload)


def test_unreadable_row_is_named() -> None:
    """The error of a log says which row."""
    with pytest.raises(UnreadableError, match="row 4: kind 'dance'"):
        read([Row(4, 0, "", -1, None, "dance", 1, b"{}")])


def test_no_event_has_an_older_shape_yet() -> None:
    """The registry is empty and everything is at version 1."""
    assert (VERSION, dict(UPCASTS)) == (1, {})


def test_upcasts_are_applied_step_by_step() -> None:
    """A payload passes every step from its version on; other kinds pass untouched."""
    steps = {
        ("mark", 1): lambda fields: {**fields, "two": fields["one"] + 1},
        ("mark", 3): lambda fields: {**fields, "four": fields["two"] + 2},
    }
    assert upcast("mark", 1, {"one": 1}, 4, steps) == {"one": 1, "two": 2, "four": 4}
    assert upcast("mark", 2, {"two": 2}, 3, steps) == {"two": 2}
    assert upcast("ended", 1, {"reason": "asked"}, 4, steps) == {"reason": "asked"}
