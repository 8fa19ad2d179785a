"""The buffer behind a state: which tables, how long, and where each begins."""

from dataclasses import dataclass

import numpy as np

from warmzone.kernel import arrays, people_arrays
from warmzone.kernel.arrays import CHANNELS, COUNTED, HAZARDS, LANES, SEATS, State
from warmzone.kernel.events import KINDS, EventKind

_ALIGNMENT = 64


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many things of each kind an incident has, and the capacities of its tables."""

    areas: int
    openings: int
    teams: int
    people: int
    callers: int
    ambulances: int
    hospitals: int
    told: int
    reports: int
    orders: int
    radio: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Every table of a state: name, dtype, shape, offset in bytes; and the event slots.

    What is only counted from the other tables begins at `counted_at`, in bytes.
    """

    sizes: Sizes
    tables: tuple[tuple[str, np.dtype, tuple[int, ...], int], ...]
    total_bytes: int
    counted_at: int
    first_slot: tuple[int, ...]
    slot_kind: np.ndarray
    slot_entity: np.ndarray


def make_layout(sizes: Sizes) -> Layout:
    """Lay the tables out one after another, each aligned."""
    counts = _slot_counts(sizes)
    leaves = 1 << max(1, (sum(counts) - 1).bit_length())
    shapes = _shapes(sizes, leaves)
    tables = []
    offset = 0
    for name in State._fields:
        dtype, shape = shapes[name]
        tables.append((name, dtype, shape, offset))
        size = dtype.itemsize * int(np.prod(shape))
        offset += -(-size // _ALIGNMENT) * _ALIGNMENT
    counted_at = min(at for name, _, _, at in tables if name in COUNTED)
    first = tuple(int(n) for n in np.concatenate([[0], np.cumsum(counts)[:-1]]))
    kinds = np.zeros(leaves, np.int32)
    entities = np.zeros(leaves, np.int32)
    for kind, (start, count) in enumerate(zip(first, counts, strict=True)):
        kinds[start : start + count] = kind
        entities[start : start + count] = np.arange(count)
    return Layout(sizes, tuple(tables), offset, counted_at, first, kinds, entities)


def view_state(layout: Layout, buffer: np.ndarray) -> State:
    """The tables of a state as views of `buffer` (uint8[total_bytes])."""
    return State(*(np.ndarray(shape, dtype, buffer, at) for _, dtype, shape, at in layout.tables))


def new_buffer(layout: Layout) -> np.ndarray:
    """A zeroed buffer for one state: uint8[total_bytes]."""
    return np.zeros(layout.total_bytes, np.uint8)


def _slot_counts(sizes: Sizes) -> list[int]:
    counts = dict.fromkeys(EventKind, 1)
    for kind in (EventKind.HAZARD, EventKind.HAZARD_MOVE, EventKind.HAZARD_CONTACT):
        counts[kind] = HAZARDS
    for kind in (EventKind.PERSON_EXPOSURE, EventKind.PERSON_DEATH, EventKind.PERSON_MOVE):
        counts[kind] = sizes.people
    for kind in (
        EventKind.TEAM_ARRIVAL,
        EventKind.TEAM_LEG,
        EventKind.TEAM_WORK,
        EventKind.TEAM_HURT,
        EventKind.TEAM_INITIATIVE,
    ):
        counts[kind] = sizes.teams
    counts[EventKind.AMBULANCE] = sizes.ambulances
    counts[EventKind.FIRST_REPORT] = sizes.told
    counts[EventKind.RADIO] = CHANNELS
    counts[EventKind.DECIDE] = SEATS
    return [counts[EventKind(kind)] for kind in range(KINDS)]


def _shapes(sizes: Sizes, leaves: int) -> dict[str, tuple[np.dtype, tuple[int, ...]]]:
    return {
        "clock": (arrays.CLOCK, (1,)),
        "hazard": (arrays.HAZARD, (HAZARDS,)),
        "reached": (arrays.REACHED, (1,)),
        "alarm": (arrays.ALARM, (1,)),
        "guards": (np.dtype(np.int32), (max(1, 2 * sizes.openings),)),
        "ground": (arrays.GROUND, (sizes.areas,)),
        "zones": (arrays.ZONE, (sizes.areas,)),
        "openings": (np.dtype(np.int32), (max(1, sizes.openings),)),
        "teams": (arrays.TEAM, (sizes.teams,)),
        "walking": (np.dtype(np.int64), (sizes.teams,)),
        "people": (people_arrays.PERSON, (sizes.people,)),
        "callers": (people_arrays.CALLER, (sizes.callers,)),
        "ambulances": (people_arrays.AMBULANCE, (sizes.ambulances,)),
        "hospitals": (people_arrays.HOSPITAL_LOAD, (sizes.hospitals,)),
        "corridor": (arrays.CORRIDOR, (1,)),
        "record": (arrays.RECORD, (1,)),
        "seats": (arrays.SEAT, (SEATS,)),
        "area_beliefs": (arrays.AREA_BELIEF, (SEATS, sizes.areas)),
        "team_beliefs": (arrays.TEAM_BELIEF, (SEATS, sizes.teams)),
        "places": (np.dtype(np.int32), (SEATS, sizes.areas)),
        "memory": (np.dtype(np.int64), (SEATS, 64 + sizes.teams + 2 * sizes.areas)),
        "reports": (arrays.REPORT, (sizes.reports,)),
        "orders": (arrays.ORDER, (sizes.orders,)),
        "command": (arrays.COMMAND, (1,)),
        "lanes": (arrays.LANE, (LANES,)),
        "air": (arrays.ITEM, (LANES, sizes.radio)),
        "times": (np.dtype(np.int64), (leaves,)),
        "winners": (np.dtype(np.int32), (2 * leaves,)),
        "weights": (arrays.WEIGHTS, (1,)),
        "weighing": (np.dtype(np.int32), (sizes.teams,)),
    }
