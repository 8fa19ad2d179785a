"""The timeline: who did what, when; what was heard, and what was true and not told."""

from collections.abc import Sequence

import numpy as np

from warmzone.exercise.events import (
    ClockChanged,
    CommandRefused,
    Ended,
    HandedOver,
    Noted,
    OrderReceived,
    ProbeAsked,
    Resumed,
)
from warmzone.measures import CLOCKS, read
from warmzone.review import words
from warmzone.review.hearing import reports_heard
from warmzone.review.names import Named, Names, at
from warmzone.review.rebuild import Rebuilt
from warmzone.review.reports import report_words
from warmzone.review.shapes import Entry, EntryKind
from warmzone.review.watch import HazardChange
from warmzone.simulation.hearing import seen_ms
from warmzone.simulation.messages import report_of
from warmzone.vocabulary.codes import HazardState, Seat, Source
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

YOU = "You"
TOGETHER_MS = 3000

_KINDS: dict[int, EntryKind] = {
    Verb.DECLARE_ZONE: "zone",
    Verb.CLEAR_RTF_IN: "answer",
    Verb.HOLD_RTF: "answer",
    Verb.REQUEST_ENTRY: "request",
}
_RANK: dict[EntryKind, int] = {"hidden": 0, "report": 1, "request": 1, "clock": 3, "exercise": 4}
_ENDED = {
    "asked": "the exercise was finished",
    "minutes": "the time was up",
    "settled": "the incident was settled",
}


def timeline(rebuilt: Rebuilt, hazard: Sequence[HazardChange]) -> list[Entry]:
    """Every entry, by time."""
    names = Names(rebuilt.prepared)
    entries = [
        *_orders(rebuilt, names),
        *_refused(rebuilt, names),
        *_reports(rebuilt, names),
        *_clocks(rebuilt),
        *_exercise(rebuilt),
        *_hidden(rebuilt, names, hazard),
    ]
    return sorted(entries, key=lambda entry: (entry.at_s, _RANK.get(entry.kind, 2)))


def speaker(seat: int, given_ms: int, rebuilt: Rebuilt) -> str:
    """Whose order it is: yours, the automatic commander's before a hand-over, or Medical's."""
    if seat == Seat.MEDICAL:
        return "Medical"
    if rebuilt.opened.hand_over_ms and given_ms <= rebuilt.handed_over_ms:
        return f"Automatic ({rebuilt.opened.commander})"
    return YOU


def _orders(rebuilt: Rebuilt, names: Names) -> list[Entry]:
    state = rebuilt.run.state
    entries = []
    for rows in _said_together(state.orders[: int(state.clock[0]["orders"])]):
        order = rows[0]
        verb = int(order["verb"])
        if verb == Verb.REQUEST_ENTRY and order["heard_ms"] >= 0:
            continue  # the report that its hearing makes tells it
        areas = [int(row["area"]) for row in rows if row["area"] >= 0]
        heard = int(rows[-1]["heard_ms"])
        entries.append(
            Entry(
                at_s=int(order["given_ms"]) / 1000,
                kind=_KINDS.get(verb, "order"),
                who=speaker(int(order["seat"]), int(order["given_ms"]), rebuilt),
                text=words.order_text(order, names, areas),
                note=words.heard_note(
                    int(rows[-1]["given_ms"]), heard, lost=bool(order["tries"] > 0)
                ),
                areas=areas,
                team=int(order["team"]),
                heard_s=None if heard < 0 else heard / 1000,
            )
        )
    return entries


def _said_together(orders: np.ndarray) -> list[list[np.ndarray]]:
    """Zone declarations of one kind in one breath are one entry; every other order is its own."""
    groups: list[list[np.ndarray]] = []
    for order in orders:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and order["verb"] == last["verb"] == Verb.DECLARE_ZONE
            and (order["seat"], order["value"]) == (last["seat"], last["value"])
            and order["given_ms"] - last["given_ms"] <= TOGETHER_MS
        ):
            groups[-1].append(order)
        else:
            groups.append([order])
    return groups


def _refused(rebuilt: Rebuilt, names: Names) -> list[Entry]:
    entries = []
    for row in rebuilt.entries:
        event = row.event
        if isinstance(event, OrderReceived) and event.refusal != Refusal.ACCEPTED:
            why = words.REFUSALS[Refusal(event.refusal)]
            entries.append(
                Entry(
                    row.sim_ms / 1000,
                    "refused",
                    speaker(row.seat, row.sim_ms, rebuilt),
                    asked_words(event, names),
                    note=f"refused: {why}",
                    areas=[event.area] if event.area >= 0 else [],
                    team=event.team,
                )
            )
    return entries


def asked_words(event: OrderReceived, names: Named) -> str:
    """What an order of the log says; its own words where it could not be read."""
    if event.verb not in set(Verb):
        return event.said or "an order that could not be read"
    return words.ORDERS[Verb(event.verb)].format(
        team=names.team(event.team) or "no team",
        area=names.area(event.area) or "no place",
        other=names.team(event.other_team) or "a rescue task force",
        value=words.value_word(event.verb, event.value),
    )


def _reports(rebuilt: Rebuilt, names: Names) -> list[Entry]:
    entries = []
    first: set[tuple[int, int, int]] = set()
    said_at: set[tuple[int, str, str]] = set()
    for heard, report in reports_heard(rebuilt.run.state):
        told = (int(report["source"]), int(report["area"]), int(report["sent_ms"]))
        if report["source"] != Source.TEAM and report["team"] < 0:
            if told in first:
                continue  # one call tells of casualties and of the threat
            first.add(told)
        observed = seen_ms(rebuilt.prepared, report)
        when = heard if heard >= 0 else int(report["sent_ms"])
        said = report_words(report_of(-1, report, heard), names)
        who = words.reporter(report, names)
        if (when, who, said) in said_at:
            continue  # in one breath a team tells the same once
        said_at.add((when, who, said))
        entries.append(
            Entry(
                at_s=when / 1000,
                kind="request" if report["kind"] == ReportKind.ENTRY_REQUEST else "report",
                who=who,
                text=_first_words(rebuilt, told) or said,
                note=_observed(observed, heard),
                areas=[int(report["area"])] if report["area"] >= 0 else [],
                team=int(report["team"]),
                heard_s=None if heard < 0 else heard / 1000,
            )
        )
    return entries


def _first_words(rebuilt: Rebuilt, told: tuple[int, int, int]) -> str:
    """What the scenario has a caller, a camera or dispatch say."""
    source, area, sent_ms = told
    if source == Source.TEAM or area < 0:
        return ""
    site = rebuilt.prepared.site
    return next(
        (
            said.text
            for said in rebuilt.prepared.scenario.reports
            if Source[said.source.upper()] == source
            and said.area == site.areas[area].id
            and round(said.heard_s * 1000) == sent_ms
        ),
        "",
    )


def _observed(observed_ms: int, heard_ms: int) -> str:
    if heard_ms < 0:
        return "never reached you"
    if heard_ms - observed_ms < 2000:
        return ""
    return f"seen {at(observed_ms / 1000)}"


def _clocks(rebuilt: Rebuilt) -> list[Entry]:
    row = rebuilt.run.outcome_row()[0]
    return [
        Entry(value, "clock", "Clock", measure.label)
        for measure in CLOCKS
        if (value := read(measure, row)) is not None and value > 0
    ]


def _exercise(rebuilt: Rebuilt) -> list[Entry]:
    entries = []
    for row in rebuilt.entries:
        text = _what(row.event)
        if text:
            noted = isinstance(row.event, Noted)
            entries.append(Entry(row.sim_ms / 1000, "exercise", "Exercise", text, lives=noted))
    return entries


def _what(event: object) -> str:
    if isinstance(event, ClockChanged):
        return f"the clock runs at {event.rate:g}×" if event.running else "the clock stands"
    if isinstance(event, HandedOver):
        return "the seat was handed over"
    if isinstance(event, ProbeAsked):
        return "the clock froze and the seat was asked where things stand"
    if isinstance(event, Noted):
        return f"an evaluator noted: {event.text}"
    if isinstance(event, Resumed):
        return "the server was stopped and took the exercise up again"
    if isinstance(event, Ended):
        return _ENDED[event.reason]
    return "a request was refused" if isinstance(event, CommandRefused) else ""


def _hidden(rebuilt: Rebuilt, names: Names, hazard: Sequence[HazardChange]) -> list[Entry]:
    entries = [
        Entry(
            change.at_s,
            "hidden",
            "Truth",
            words.HAZARDS[HazardState(change.state)].format(area=names.area(change.area)),
            areas=[change.area] if change.area >= 0 else [],
        )
        for change in hazard
        if change.state != HazardState.NONE
    ]
    state = rebuilt.run.state
    for person in state.people[: int(state.clock[0]["person_count"])]:
        if 0 <= person["hurt_ms"] < person["dead_ms"] <= rebuilt.end_ms:
            place = "in an ambulance" if person["left_ms"] >= 0 else "at the scene"
            text = f"a casualty dies {place}: {names.area(int(person['area']))}"
            entries.append(
                Entry(
                    int(person["dead_ms"]) / 1000,
                    "hidden",
                    "Truth",
                    text,
                    areas=[int(person["area"])],
                    lives=True,
                )
            )
    return entries
