"""The one append-only table of what was said to command."""

import numpy as np

from warmzone.kernel.arrays import SEATS, State
from warmzone.kernel.codes import Defect
from warmzone.kernel.compiled import compiled
from warmzone.kernel.people import uninjured_here
from warmzone.vocabulary.codes import Source, Triage
from warmzone.vocabulary.reports import ReportKind

MOST_COUNTED = 512  # more than ever lie in one area: four counts are packed in that base
NOBODY_SEEN = MOST_COUNTED**4  # four counts of 0, packed


@compiled
def open_report(state: State, kind: int, team: int, now: int) -> int:
    """Append a report by `team` about where it is; returns its row. A full table is a defect."""
    clock = state.clock[0]
    row = int(clock["reports"])
    if row >= len(state.reports) - 1:
        clock["defect"] = Defect.REPORTS_FULL
        return len(state.reports) - 1
    clock["reports"] = row + 1
    report = state.reports[row]
    report["kind"] = kind
    report["team"] = team
    report["area"] = -1
    report["source"] = Source.TEAM
    report["status"] = -1
    report["observed_ms"] = now
    report["sent_ms"] = now
    report["channel"] = -1
    report["spoken_ms"] = -1
    report["told"] = -1
    report["about"] = -1
    report["aged_ms"] = -1
    report["misplaced"] = 0
    report["tries"] = 0
    report["then"] = -1
    for seat in range(SEATS):
        report["heard_ms"][seat] = -1
    if team >= 0:
        report["area"] = state.teams[team]["area"]
        report["able"] = state.teams[team]["able"]
        state.teams[team]["said_ms"] = now
    return row


@compiled
def count_seen(state: State, area: int, counts_out: np.ndarray) -> int:
    """Count the casualties that responders see lying in an area, by category as judged.

    counts_out: int32[4], red, yellow, green, grey. Returns the counts packed into one number.
    """
    for k in range(4):
        counts_out[k] = 0
    i = int(state.ground[area]["first_person"])
    while i >= 0:
        seen = state.people[i]["seen"]
        if seen != Triage.UNSEEN:
            counts_out[seen - 1] += 1
        i = int(state.people[i]["next_person"])
    packed = 1
    for k in range(4):
        packed = packed * MOST_COUNTED + int(counts_out[k])
    return packed


@compiled
def fill_counts(state: State, row: int, area: int) -> None:
    """Put what is seen in `area` into report `row`, and remember that it was said."""
    report = state.reports[row]
    report["area"] = area
    report["uninjured"] = uninjured_here(state, area)
    state.ground[area]["last_said"] = count_seen(state, area, report["counts"])


@compiled
def is_news(state: State, area: int, counts_scratch: np.ndarray) -> bool:
    """Whether what is seen in `area` differs from what was last said of it."""
    packed = count_seen(state, area, counts_scratch)
    empty = packed == NOBODY_SEEN
    if empty and state.ground[area]["last_said"] == 0:
        return False
    return packed != int(state.ground[area]["last_said"])


@compiled
def threat_report(state: State, team: int, status: int, area: int, now: int) -> int:
    """Append a report on the threat: what it does and where."""
    row = open_report(state, ReportKind.THREAT, team, now)
    state.reports[row]["status"] = status
    state.reports[row]["area"] = area
    return row
