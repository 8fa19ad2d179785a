"""The floor plan of a site as arrays: areas, the openings between them, and what leads where."""

import numpy as np

from warmzone.kernel import world_arrays
from warmzone.scenario.routes import Routes
from warmzone.scenario.site import Site
from warmzone.vocabulary.codes import AreaKind, OpeningKind, OpeningState

_OUTDOOR = ("outdoor", "road")


def areas(site: Site, ways: Routes, first: list[int], count: list[int]) -> np.ndarray:
    """AREA rows; `first` and `count` say which edges belong to each area."""
    outdoor = np.array([area.kind in _OUTDOOR for area in site.areas])
    vehicle = np.array([area.vehicle for area in site.areas])
    locked = {side for one in site.openings if one.state == "locked" for side in (one.a, one.b)}
    rows = np.zeros(len(site.areas), world_arrays.AREA)
    for index, area in enumerate(site.areas):
        row = rows[index]
        row["kind"] = AreaKind[area.kind.upper()]
        row["level"] = area.level
        row["outdoor"] = int(outdoor[index])
        row["vehicle"] = int(area.vehicle)
        row["floor_m2"] = area.floor_m2
        row["edge_first"], row["edge_count"] = first[index], count[index]
        row["exit_area"] = _nearest(np.where(outdoor, ways.distance_m[index], np.inf))
        row["road_area"] = _nearest(np.where(vehicle, ways.distance_m[index], np.inf))
        row["locked"] = int(index in locked)
    return rows


def _nearest(metres: np.ndarray) -> int:
    nearest = int(np.argmin(metres))
    return nearest if np.isfinite(metres[nearest]) else -1


def edges(site: Site) -> tuple[np.ndarray, list[int], list[int]]:
    """EDGE rows by area, with the first edge of each area and how many it has."""
    by_area: list[list[tuple[int, int, int]]] = [[] for _ in site.areas]
    for index, opening in enumerate(site.openings):
        kind = int(OpeningKind[opening.kind.upper()])
        by_area[opening.a].append((index, kind, opening.b))
        by_area[opening.b].append((index, kind, opening.a))
    rows = np.zeros(max(1, 2 * len(site.openings)), world_arrays.EDGE)
    first, count, at = [], [], 0
    for of_area in by_area:
        first.append(at)
        count.append(len(of_area))
        for edge in of_area:
            rows[at] = edge
            at += 1
    return rows, first, count


def opening_states(site: Site) -> np.ndarray:
    """OpeningState of each opening at the start, int32[openings]."""
    states = [int(OpeningState[opening.state.upper()]) for opening in site.openings]
    return np.array(states or [0], np.int32)
