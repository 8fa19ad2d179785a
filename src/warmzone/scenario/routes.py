"""Walking routes between all areas of a site, from the geometry, as arrays.

numpy and scipy are imported inside the function, so that reading a command's help stays quick.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warmzone.scenario.site import Area, Opening, Site

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST_LEG_M = 0.1
"""A leg is never shorter, so that walking always takes time and no way is a circle of length 0."""


@dataclass(frozen=True, slots=True)
class Routes:
    """The shortest walk from each area to each other, n areas.

    A walk goes from the area's point through the opening's point to the next area's point; stairs
    add their length. Blocked openings are no way; locked ones are (breaching takes time, not way).

    distance_m  float64[n, n]  walking distance; infinite where there is no way, 0 to itself
    next_area   int32[n, n]    the first area on the way from row to column; -1 where none
    via_opening int32[n, n]    the opening that leads there; -1 where none
    leg_m       float64[n, n]  length of that first leg; 0 where none
    """

    distance_m: "NDArray[np.float64]"
    next_area: "NDArray[np.int32]"
    via_opening: "NDArray[np.int32]"
    leg_m: "NDArray[np.float64]"


def leg_length_m(a: Area, opening: Opening, b: Area) -> float:
    """Metres from the point of one area through an opening to the point of the next."""
    first = math.sqrt((opening.x_m - a.x_m) ** 2 + (opening.y_m - a.y_m) ** 2)
    second = math.sqrt((b.x_m - opening.x_m) ** 2 + (b.y_m - opening.y_m) ** 2)
    return max(first + opening.length_m + second, LEAST_LEG_M)


def shortest_legs(site: Site) -> dict[tuple[int, int], tuple[float, int]]:
    """The shortest leg of each pair of joined areas: (a, b) to (metres, opening), both ways."""
    legs: dict[tuple[int, int], tuple[float, int]] = {}
    for index, opening in enumerate(site.openings):
        if opening.state == "blocked":
            continue
        length = leg_length_m(site.areas[opening.a], opening, site.areas[opening.b])
        for pair in ((opening.a, opening.b), (opening.b, opening.a)):
            if pair not in legs or (length, index) < legs[pair]:
                legs[pair] = (length, index)
    return legs


def routes(site: Site) -> Routes:
    """All shortest walks of a site."""
    import numpy as np
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import shortest_path

    n = len(site.areas)
    leg = np.zeros((n, n), dtype=np.float64)
    opening = np.full((n, n), -1, dtype=np.int32)
    for (a, b), (length, index) in shortest_legs(site).items():
        leg[a, b] = length
        opening[a, b] = index
    distance, before = shortest_path(
        csr_array(leg), method="D", directed=False, return_predecessors=True
    )
    # The tree rooted at the goal: the step before an area on the way from the goal is its next one.
    next_area = np.where(before.T >= 0, before.T, -1).astype(np.int32)
    rows = np.broadcast_to(np.arange(n)[:, None], (n, n))
    known = next_area >= 0
    column = np.where(known, next_area, 0)
    via = np.where(known, opening[rows, column], -1)
    first_leg = np.where(known, leg[rows, column], 0.0)
    return Routes(
        distance_m=np.ascontiguousarray(distance.T, dtype=np.float64),
        next_area=np.ascontiguousarray(next_area),
        via_opening=np.ascontiguousarray(via, dtype=np.int32),
        leg_m=np.ascontiguousarray(first_leg, dtype=np.float64),
    )


def reachable_from(site: Site, start: int) -> set[int]:
    """The areas that can be walked to from an area, itself included."""
    joined: dict[int, list[int]] = {}
    for opening in site.openings:
        if opening.state != "blocked":
            joined.setdefault(opening.a, []).append(opening.b)
            joined.setdefault(opening.b, []).append(opening.a)
    seen, todo = {start}, [start]
    while todo:
        for area in joined.get(todo.pop(), []):
            if area not in seen:
                seen.add(area)
                todo.append(area)
    return seen
