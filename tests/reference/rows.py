"""From objects to the plain numbers of a table's row."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

NUMBERS = frozenset((int, float, bool))  # told apart first, as most values are numbers
Row = tuple[Any, ...]


def plain(value: Any) -> Any:
    """A number as it stands, -1 for None, its number for a thing, numbers for a list."""
    if value is None:
        return -1
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.id


def rows_of(things: Iterable[Any], names: Sequence[str]) -> list[Row]:
    """The named fields of each thing."""
    things = list(things)
    missing = [name for name in names if things and not hasattr(things[0], name)]
    if missing:
        raise AttributeError(f"a twin's {type(things[0]).__name__} has no {', '.join(missing)}")
    get = attrgetter(*names)
    return [tuple([v if type(v) in NUMBERS else plain(v) for v in get(thing)]) for thing in things]
