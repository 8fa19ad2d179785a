"""What the seat said it expected of its orders, set beside what happened."""

from collections.abc import Iterable, Sequence

from warmzone.exercise.codec import Entry as LogEntry
from warmzone.exercise.events import OrderReceived
from warmzone.review import words
from warmzone.review.names import Names, at
from warmzone.review.rebuild import Rebuilt
from warmzone.review.shapes import Entry, Statement
from warmzone.review.timeline import asked_words
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Refusal

LOOKED_S = 600.0
"""How long after an order its consequences are looked for, where nothing ends it sooner."""

MOST = 5


def statements(rebuilt: Rebuilt, timeline: Sequence[Entry]) -> list[Statement]:
    """Every order that carried a reason, by time."""
    names = Names(rebuilt.prepared)
    given = [one for one in rebuilt.entries if _is_order(one)]
    return [
        _statement(one, given[place + 1 :], timeline, names, rebuilt.end_ms / 1000)
        for place, one in enumerate(given)
        if isinstance(one.event, OrderReceived) and one.event.why
    ]


def _is_order(one: LogEntry) -> bool:
    return isinstance(one.event, OrderReceived) and one.seat == Seat.TACTICAL


def _statement(
    one: LogEntry,
    later: Iterable[LogEntry],
    timeline: Sequence[Entry],
    names: Names,
    end_s: float,
) -> Statement:
    event = one.event
    assert isinstance(event, OrderReceived)  # noqa: S101 - chosen so by the caller
    at_s, looked_s = one.sim_ms / 1000, _until_s(one, later)
    until_s = max(at_s, min(looked_s, end_s))
    refused = event.refusal != Refusal.ACCEPTED
    near = [entry for entry in timeline if at_s < entry.at_s <= until_s and _about(entry, event)]
    return Statement(
        sequence=one.sequence,
        at_s=at_s,
        until_s=until_s,
        order=asked_words(event, names),
        why=event.why,
        refused=words.REFUSALS[Refusal(event.refusal)] if refused else "",
        told=[] if refused else [_said(entry) for entry in near if _was_heard(entry)][:MOST],
        hidden=[] if refused else _hidden(near),
        areas=[event.area] if event.area >= 0 else [],
        team=event.team,
        cut=looked_s > end_s,
    )


def _was_heard(entry: Entry) -> bool:
    return entry.kind in ("report", "request") and entry.heard_s is not None


def _hidden(near: Sequence[Entry]) -> list[str]:
    """What was true and not told, by time; deaths take no other's room: not all may see them."""
    true = [entry for entry in near if entry.kind == "hidden"]
    deaths = [entry for entry in true if entry.lives][:MOST]
    others = [entry for entry in true if not entry.lives][:MOST]
    return [_said(entry) for entry in sorted(others + deaths, key=lambda entry: entry.at_s)]


def _about(entry: Entry, event: OrderReceived) -> bool:
    """Whether an entry is of the order's team, or of its place where it names no team."""
    if event.team >= 0 and entry.kind != "hidden":
        return entry.team == event.team
    return event.area >= 0 and event.area in entry.areas


def _until_s(one: LogEntry, later: Iterable[LogEntry]) -> float:
    """Until the same team, or for an order to nobody the same verb and place, is spoken of anew."""
    mine = _subject(one.event)
    ends = (other.sim_ms / 1000 for other in later if _subject(other.event) == mine)
    return min(next(ends, one.sim_ms / 1000 + LOOKED_S), one.sim_ms / 1000 + LOOKED_S)


def _subject(event: object) -> tuple[int, ...] | None:
    """What an accepted order is about."""
    if not isinstance(event, OrderReceived) or event.refusal != Refusal.ACCEPTED:
        return None
    return (event.team,) if event.team >= 0 else (event.verb, event.area)


def _said(entry: Entry) -> str:
    return f"{at(entry.at_s)} {entry.who}: {entry.text}"
