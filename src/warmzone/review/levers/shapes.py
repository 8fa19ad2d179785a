"""The shape of the levers as they travel; deaths are expected ones."""

from msgspec import Struct

from warmzone.review.worth.shapes import Cost


class LeverView(Struct):
    """One lever: lives that its management cost against the interior commander's.

    `yours` and `theirs` are how many orders of it were given; `cost` is None where both gave none.
    """

    name: str
    label: str
    about: str
    yours: int
    theirs: int
    cost: Cost | None


class LeversReview(Struct):
    """Every lever, the most costly first; `how` says by how many replays and what is held."""

    how: str
    notice: str
    levers: list[LeverView]
