"""Which kinds of event an incident is made of."""

from collections import Counter
from collections.abc import Iterable

import numpy as np

from warmzone.kernel.events import EventKind
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Automatic, Run

AT_ONCE = "at once"
"""Events that came about at the very moment at which they were due: their kind was not seen."""


def events_by_kind(
    prepared: Prepared, automatic: Automatic, machine: Machine, seeds: Iterable[int]
) -> dict[str, float]:
    """The mean number of events of each kind, most first; together all events of an incident."""
    found: Counter[str] = Counter()
    incidents = 0
    for seed in seeds:
        incidents += 1
        _count(Run(prepared, seed, automatic, machine=machine), found)
    return {kind: count / max(1, incidents) for kind, count in found.most_common()}


def _count(run: Run, found: Counter[str]) -> None:
    state, kinds = run.state, run.prepared.world.slot_kind
    while (due := int(state.times[state.winners[1]])) <= run.prepared.end_ms:
        before = int(state.clock[0]["events"])
        slots = np.nonzero(state.times == due)[0]
        run.advance(due)
        handled = int(state.clock[0]["events"]) - before
        found.update(EventKind(int(kinds[slot])).name.lower() for slot in slots)
        if handled > len(slots):
            found[AT_ONCE] += handled - len(slots)
        if handled < len(slots):  # one of them took another off the calendar
            found[AT_ONCE] -= len(slots) - handled
