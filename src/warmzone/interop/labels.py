"""Names that fit into their areas: which words, how large, lying or upright."""

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from warmzone.scenario.site import Area

if TYPE_CHECKING:
    from shapely import Polygon

LETTER_WIDTH = 0.6
LINE_HEIGHT = 1.2
LARGEST, SMALLEST = 10.0, 3.6
SIZES = (LARGEST, 8.5, 7.2, 6.2, 5.4, 4.7, 4.1, SMALLEST)
FILL = 1.08


@dataclass(frozen=True, slots=True)
class Label:
    """A name as it is written: place, size in points, lying or upright."""

    text: str
    x_m: float
    y_m: float
    points: float
    upright: bool


def label_for(area: Area, points_per_m: float, level_names: set[str]) -> Label | None:
    """The best way to write an area's name inside it; None where even its number is too small."""
    from shapely import Polygon, prepare

    polygon = Polygon(area.rings[0], area.rings[1:])
    prepare(polygon)
    best: Label | None = None
    for words, upright in product(variants(plain_name(area.name, level_names)), (False, True)):
        # The fuller name is preferred unless a shorter or turned one can be half as large again.
        least = SMALLEST if best is None else best.points * 1.5
        size = block_size(words, points_per_m, upright=upright)
        points = largest_points(polygon, (area.x_m, area.y_m), size, least)
        if points:
            best = Label(words, area.x_m, area.y_m, points, upright)
    return best


def plain_name(name: str, level_names: set[str]) -> str:
    """The name without the level, which the panel says already."""
    for level in level_names:
        name = name.replace(f", {level.lower()}", "")
    return name


def variants(name: str) -> list[str]:
    """Ways to write a name, the fullest first: in one to three lines, then its last word."""
    words = name.split()
    ways = [name]
    ways += [broken(words, lines) for lines in (2, 3) if len(words) >= lines]
    if len(words) > 1 and any(c.isdigit() for c in words[-1]) and words[-1][0] != "(":
        ways.append(words[-1])
    return ways


def broken(words: list[str], lines: int) -> str:
    """Words in a number of lines of about the same length."""
    share = len(" ".join(words)) / lines
    made: list[str] = [""]
    for at, word in enumerate(words):
        left = len(words) - at
        full = len(made[-1]) + len(word) / 2 > share or left == lines - len(made)
        if made[-1] and full and len(made) < lines:
            made.append(word)
        else:
            made[-1] = f"{made[-1]} {word}".strip()
    return "\n".join(made)


def largest_points(
    polygon: "Polygon", middle: tuple[float, float], size: tuple[float, float], least: float
) -> float:
    """The largest type size, `least` or more, at which a block lies in a polygon; 0 if none.

    `size` is the block's width and height in metres for one point of type.
    """
    from shapely import box

    x, y = middle
    for points in SIZES:
        if points < least:
            return 0.0
        half_x, half_y = size[0] * points / 2 * FILL, size[1] * points / 2 * FILL
        if polygon.contains(box(x - half_x, y - half_y, x + half_x, y + half_y)):
            return points
    return 0.0


def block_size(words: str, points_per_m: float, *, upright: bool) -> tuple[float, float]:
    """Width and height in metres, for one point of type, of words in lines."""
    lines = words.split("\n")
    wide = max(len(line) for line in lines) * LETTER_WIDTH / points_per_m
    high = len(lines) * LINE_HEIGHT / points_per_m
    return (high, wide) if upright else (wide, high)
