"""Kernel and twin side by side: after every event all that is in them must be equal.

Things are compared field by field, by the names in `kernel/arrays.py`: a field that is new there
must be given to the twin too, or be named in `NOT_COMPARED` with the reason.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from tests.reference.rows import Row, plain, rows_of
from tests.reference.twin.incident import Incident
from tests.reference.twin.outcomes import settle
from tests.reference.twin.rollout import Twin
from tests.reference.twin.setup import begin
from tests.reference.twin.span import direct_reports as in_twin_reports
from tests.reference.twin.world import Plan
from warmzone.kernel.codes import Lane
from warmzone.kernel.events import NEVER, EventKind
from warmzone.kernel.span import direct_reports
from warmzone.simulation.lower import Prepared
from warmzone.simulation.run import Automatic, Run
from warmzone.vocabulary.codes import CorridorState
from warmzone.vocabulary.orders import Order

NOT_COMPARED = {
    "clock": {  # tables in use are compared as lists; nobody passes anything before `passing_ms`
        "passing_ms",
        "defect", "reports", "orders", "person_count", "deciding", "epoch",
    },
    "ground": {  # packed, and lists; compared as such below, or found by looking through all
        "last_said", "first_person", "before", "first_unhurt",
    },
    "people": {"next_person", "next_unhurt"},  # the lists of who lies or stands where
    "teams": {  # beyond the count lies what was carried before; what a team is counted in already
        "load_count", "load", "holding_area", "holding",
        "way_area", "way_ms", "way_first", "way_count",
    },
    "ambulances": {"load_count", "load"},
    "corridor": {  # compared as a chain and posts while there is one
        "length", "chain", "posts_needed", "posts_held", "post_area", "post_team",
    },
}  # fmt: skip
QUICK = ("clock", "hazard", "seats", "record")
ALL_EVERY = 10


class Difference(AssertionError):
    """Kernel and twin are not equal."""


class Pair:
    """The same incident in the kernel and in the twin."""

    def __init__(
        self, prepared: Prepared, plan: Plan, seed: int, automatic: Automatic, *, person: bool
    ) -> None:
        self.run = Run(prepared, seed, automatic, tactical_is_person=person)
        self.twin = Twin(begin(plan, seed, automatic=not person), automatic)
        self.thorough = True
        self.event = "at the start"
        self.looks = 0
        self.look()

    @property
    def incident(self) -> Incident:
        """The twin's incident."""
        return self.twin.incident

    def next_ms(self) -> int:
        """When the next event is due in the kernel; the twin's must be the same one."""
        state, world = self.run.state, self.run.prepared.world
        slot = int(state.winners[1])
        due = int(state.times[slot])
        first = self.incident.calendar.first()
        if due == NEVER or first is None:
            self.same("next event", due, NEVER if first is None else first[0])
            return due
        kernel = (due, EventKind(int(world.slot_kind[slot])).name, int(world.slot_entity[slot]))
        self.same("next event", kernel, (first[0], first[1].name, first[2]))
        self.event = f"after {kernel[1]} of {kernel[2]} at {kernel[0]} ms"
        return due

    def play(self, until: int) -> None:
        """Move both from event to event up to `until`, comparing after each."""
        until = min(until, self.run.prepared.end_ms)
        while (due := self.next_ms()) <= until:
            self.run.advance(due)
            self.twin.advance(due)
            self.look()
        self.run.advance(until)

    def give(self, order: Order) -> None:
        """Give both the same order now; both answers must be the same."""
        self.event = f"after {order} at {self.run.now_ms} ms"
        refusal = self.run.give(order)
        self.same("refusal", refusal.name, self.twin.give(order, self.run.now_ms).name)
        self.look()

    def same(self, what: str, kernel: Any, twin: Any) -> None:
        """Both must have the same value."""
        if kernel != twin:
            event = f"event {int(self.run.state.clock[0]['events'])}, {self.event}"
            raise Difference(f"{event}: {what}: kernel {kernel}, twin {twin}")

    def look(self) -> None:
        """Compare what moves quickly, and everything now and then, or always if `thorough`.

        A thing that differs makes the calendar differ sooner or later; `thorough` tells where.
        """
        whole = self.thorough or self.looks % ALL_EVERY == 0
        self.looks += 1
        for name, kernel, things in tables(self.run, self.incident):
            if whole or name in QUICK:
                self.table(name, kernel, things)
        for name, (in_kernel, in_twin) in PARTS.items():
            self.same(name, in_kernel(self.run), in_twin(self.incident))
        for seat, memory in enumerate(self.twin.memory):
            if whole:
                self.same("memory", self.run.state.memory[seat].tolist(), memory.tolist())
        self.same("calendar", calendar(self.run), self.incident.calendar.due)

    def table(self, name: str, kernel: np.ndarray, things: list[Any]) -> None:
        """Compare one table of the kernel with the twin's list of things."""
        names = [n for n in kernel.dtype.names or () if n not in NOT_COMPARED.get(name, ())]
        rows = kernel_rows(kernel, names)
        for k, (row, other) in enumerate(zip(rows, rows_of(things, names), strict=True)):
            if row != other:
                unequal = [n for n, a, b in zip(names, row, other, strict=True) if a != b]
                column = names.index(unequal[0])
                thing = f"{name}[{getattr(things[k], 'id', k)}].{names[column]}"
                self.same(thing, row[column], other[column])

    def outcome(self) -> None:
        """Compare what became of everybody, at the end."""
        self.looks = 0
        self.look()
        row = self.run.outcome_row()[0]
        outcome = settle(self.incident, self.run.now_ms)
        for name in row.dtype.names or ():
            self.same(f"outcome.{name}", row[name].item(), plain(outcome[name]))


def tables(run: Run, incident: Incident) -> Iterator[tuple[str, Any, list[Any]]]:
    """Every table of the kernel with the things of the twin."""
    state = run.state
    reports, orders = len(incident.reports), len(incident.orders)
    yield "clock", state.clock, [incident]
    yield "hazard", state.hazard, incident.hazards
    yield "alarm", state.alarm, [incident.alarm]
    yield "ground", state.ground, incident.areas
    yield "zones", state.zones, [area.declared for area in incident.areas]
    yield "teams", state.teams, incident.teams
    yield "people", state.people[: len(incident.people)], incident.people
    yield "callers", state.callers, incident.callers
    yield "ambulances", state.ambulances, incident.ambulances
    yield "hospitals", state.hospitals, incident.hospitals
    yield "corridor", state.corridor, [incident.corridor]
    yield "record", state.record, [incident.record]
    yield "seats", state.seats, incident.seats
    yield "command", state.command, [incident.command]
    yield "lanes", state.lanes, incident.lanes
    for seat in incident.seats:
        yield "area_beliefs", state.area_beliefs[seat.id], seat.areas
        yield "team_beliefs", state.team_beliefs[seat.id], seat.teams
    yield "reports", state.reports[:reports], incident.reports
    yield "orders", state.orders[:orders], incident.orders


def kernel_rows(table: np.ndarray, names: list[str]) -> list[Row]:
    """The named fields of each row as plain numbers; a list where a field holds several."""
    return list(zip(*(table[name].tolist() for name in names), strict=True))


def calendar(run: Run) -> dict[tuple[int, int], int]:
    """What the kernel has in its calendar."""
    world, times = run.prepared.world, run.state.times
    slots = np.flatnonzero(times < NEVER)
    kinds, entities = world.slot_kind[slots].tolist(), world.slot_entity[slots].tolist()
    return dict(zip(zip(kinds, entities, strict=True), times[slots].tolist(), strict=True))


def queue(run: Run, lane: int) -> list[tuple[int, int, int, int]]:
    """What waits in a lane of the kernel."""
    ring, own = run.state.air[lane], run.state.lanes[lane]
    items = [ring[k % len(ring)] for k in range(int(own["head"]), int(own["tail"]))]
    return [tuple(int(item[name]) for name in ("kind", "row", "to", "rank")) for item in items]  # type: ignore[misc]


def unpacked(packed: int) -> list[int]:
    """Casualty counts from the one number that the kernel keeps; -1 where nothing was said."""
    return [packed >> shift & 511 for shift in (27, 18, 9, 0)] if packed else [-1]


def loads(table: np.ndarray) -> list[list[int]]:
    """Who is carried by each."""
    return [row["load"][: row["load_count"]].tolist() for row in table]


def stretch(team: Any) -> list[tuple[int, int]]:
    """The legs that a team walks after the one it is on, and when they end."""
    ahead = slice(int(team["way_first"]), int(team["way_count"]))
    return list(zip(team["way_area"][ahead].tolist(), team["way_ms"][ahead].tolist(), strict=True))


def kernel_corridor(run: Run) -> list[Any]:
    """The corridor's chain and posts while there is one."""
    row = run.state.corridor[0]
    if row["state"] == CorridorState.NONE:
        return []
    posts = int(row["posts_needed"])
    return [
        row["chain"][: row["length"]].tolist(),
        row["post_area"][:posts].tolist(),
        row["post_team"][:posts].tolist(),
        int(row["posts_held"]),
    ]


def twin_corridor(incident: Incident) -> list[Any]:
    """The same of the twin."""
    corridor = incident.corridor
    if corridor.state == CorridorState.NONE:
        return []
    return [
        plain(corridor.chain),
        [plain(post.area) for post in corridor.posts],
        [plain(post.team) for post in corridor.posts],
        corridor.posts_held,
    ]


def listed(run: Run) -> list[list[int]]:
    """Who lies in each area, as the kernel lists them."""
    lists = []
    for first in run.state.ground["first_person"].tolist():
        lists.append([])
        while first >= 0:
            lists[-1].append(first)
            first = int(run.state.people[first]["next_person"])
    return lists


def said_of(incident: Incident) -> list[list[int]]:
    """What was last said of each area."""
    return [[-1] if area.said_counts is None else area.said_counts for area in incident.areas]


def waiting(incident: Incident, lane: int) -> list[tuple[int, int, int, int]]:
    """What waits in a lane of the twin."""
    items = incident.lanes[lane].waiting
    return [(int(item.kind), item.what.id, int(item.to), int(item.rank)) for item in items]


PARTS: dict[str, tuple[Callable[[Run], Any], Callable[[Incident], Any]]] = {
    "openings": (
        lambda run: run.state.openings.tolist(),
        lambda incident: [int(opening.state) for opening in incident.openings],
    ),
    "guards": (
        lambda run: run.state.guards.tolist()[: 2 * len(run.prepared.site.openings)],
        lambda incident: [way.guards for area in incident.areas for way in area.ways],
    ),
    "how many people, reports, orders": (
        lambda run: [int(run.state.clock[0][n]) for n in ("person_count", "reports", "orders")],
        lambda incident: [len(incident.people), len(incident.reports), len(incident.orders)],
    ),
    "who reports to Tactical": (
        lambda run: direct_reports(run.state, run.prepared.world),
        in_twin_reports,
    ),
    "said of each area": (
        lambda run: [unpacked(int(packed)) for packed in run.state.ground["last_said"]],
        said_of,
    ),
    "who lies in each area": (
        listed,
        lambda incident: [plain(incident.lying_in(area)) for area in incident.areas],
    ),
    "loads of teams": (
        lambda run: loads(run.state.teams),
        lambda incident: [plain(team.load) for team in incident.teams],
    ),
    "stretches that teams walk": (
        lambda run: [stretch(team) for team in run.state.teams],
        lambda incident: [[(area.id, ms) for area, ms in team.way] for team in incident.teams],
    ),
    "loads of ambulances": (
        lambda run: loads(run.state.ambulances),
        lambda incident: [plain(ambulance.load) for ambulance in incident.ambulances],
    ),
    "corridor": (kernel_corridor, twin_corridor),
    "places heard of": (
        lambda run: [
            places[:count].tolist()
            for places, count in zip(run.state.places, run.state.seats["places"], strict=True)
        ],
        lambda incident: [plain(seat.heard_of) for seat in incident.seats],
    ),
    "what waits to be said or heard": (
        lambda run: [queue(run, lane) for lane in Lane],
        lambda incident: [waiting(incident, lane) for lane in Lane],
    ),
}
"""What is not a table of rows: how to read it from the kernel and from the twin."""
