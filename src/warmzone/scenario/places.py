"""Where an incident can be laid on a site: by distance from the exits and from each other."""

import math
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from warmzone.scenario.problems import Invalid, Problem
from warmzone.scenario.routes import reachable_from, routes
from warmzone.scenario.site import Site

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OUTDOORS = ("outdoor", "road")
LEAST_FLOOR_M2 = 8.0
DEEPEST_SHARE = 3
"""The hazard begins in the deepest third of the rooms."""
HAZARD_AREAS, ROOMS, CORRIDORS = 3, 5, 3


@dataclass(frozen=True, slots=True)
class Place:
    """An area's id and its weight in a list."""

    area: str
    weight: float


@dataclass(frozen=True, slots=True)
class Places:
    """The hazard's rooms, the people's areas (nearest to it first), ids of arrival marks."""

    hazard: tuple[Place, ...]
    people: tuple[Place, ...]
    arrival: str
    second_arrival: str


def find_places(site: Site, luck: Random) -> Places:
    """Choose places by a stated luck; raise Invalid where the site has none to choose from."""
    arrival, second, reached = choose_arrivals(site)
    distance = routes(site).distance_m
    indoors = [i for i in reached if site.areas[i].kind not in OUTDOORS]
    ground = indoors or [i for i in reached if not site.areas[i].vehicle] or list(reached)
    outside = [i for i in reached if site.areas[i].kind in OUTDOORS] if indoors else [arrival]
    depth = {i: float(min(distance[i, j] for j in outside)) for i in ground}
    start = choose_start(site, depth, luck)
    near = sorted(ground, key=lambda i: (float(distance[start, i]), i))
    hazard = [i for i in near if is_room(site, i)][:HAZARD_AREAS] or [start]
    people = choose_people(site, near, start, distance)
    weights = (3.0, 2.0, 1.0)
    return Places(
        hazard=tuple(Place(site.areas[i].id, w) for i, w in zip(hazard, weights, strict=False)),
        people=tuple(Place(site.areas[i].id, weight_of(site, i)) for i in people),
        arrival=arrival_id(site, arrival),
        second_arrival=arrival_id(site, second),
    )


def choose_arrivals(site: Site) -> tuple[int, int, list[int]]:
    """Areas of the arrival with the most ground in reach and of another one, and that ground."""
    arrivals = list(dict.fromkeys(mark.area for mark in site.marks if mark.kind == "arrival"))
    if not arrivals:
        problem = Problem(site.id, "", "no mark where cars arrive", "at least one arrival", "")
        raise Invalid([problem])
    ways = {area: reachable_from(site, area) for area in arrivals}
    best = max(arrivals, key=lambda area: (len(ways[area]), -arrivals.index(area)))
    others = [area for area in arrivals if area != best and ways[area] == ways[best]]
    return best, (others or [best])[0], sorted(ways[best])


def arrival_id(site: Site, area: int) -> str:
    """The id of the arrival mark in an area."""
    return next(mark.id for mark in site.marks if mark.kind == "arrival" and mark.area == area)


def is_room(site: Site, index: int) -> bool:
    """Whether an area is a room or hall that people spend time in, or ground outdoors."""
    area = site.areas[index]
    return area.kind not in ("corridor", "stairs") and area.floor_m2 >= LEAST_FLOOR_M2


def choose_start(site: Site, depth: dict[int, float], luck: Random) -> int:
    """One of the deepest rooms."""
    rooms = [i for i in depth if is_room(site, i)] or list(depth)
    rooms.sort(key=lambda i: (-depth[i], i))
    return luck.choice(rooms[: max(1, len(rooms) // DEEPEST_SHARE)])


def choose_people(
    site: Site, near: list[int], start: int, distance: "NDArray[np.float64]"
) -> list[int]:
    """The nearest rooms and the nearest corridors, in order of their distance from the hazard."""
    rooms = [i for i in near if is_room(site, i)][:ROOMS]
    corridors = [i for i in near if site.areas[i].kind == "corridor"][:CORRIDORS]
    chosen = rooms + corridors or [start]
    return sorted(chosen, key=lambda i: (float(distance[start, i]), i))


def weight_of(site: Site, index: int) -> float:
    """More people in larger areas, between one and six."""
    return round(min(6.0, max(1.0, math.sqrt(site.areas[index].floor_m2 / 25.0))), 1)
