"""What a policy is given here: the seat's own things, read as rows by name where it asks.

The policies are those of every telling. The slow twin makes tables of a seat's beliefs at every
decision; this costs less.
"""

from collections.abc import Sequence
from typing import Any

from tests.reference.rows import NUMBERS, plain, rows_of
from tests.reference.twin.incident import Incident
from tests.reference.twin.said import CommandSeat
from tests.reference.twin.view import GROUND_SEEN, UNIT_SEEN
from warmzone.kernel.view import View
from warmzone.simulation.lower_profile import profile_row


class Row:
    """A thing read by the names of its fields, as a row of a table is."""

    __slots__ = ("thing",)

    def __init__(self, thing: Any) -> None:
        self.thing = thing

    def __getitem__(self, name: str) -> Any:
        value = getattr(self.thing, name)
        return value if type(value) in NUMBERS else plain(value)


class Distances:
    """Metres by foot from one area to another, by both their numbers."""

    def __init__(self, metres: list[list[float]]) -> None:
        self.metres = metres

    def __getitem__(self, both: tuple[int, int]) -> float:
        return self.metres[both[0]][both[1]]


class Views:
    """The views of one incident's seats; what does not change is read once."""

    def __init__(self, incident: Incident) -> None:
        self.incident = incident
        plan = incident.plan
        self.seats = [[Row(seat)] for seat in incident.seats]
        self.areas = [[Row(one) for one in seat.areas] for seat in incident.seats]
        self.teams = [[Row(one) for one in seat.teams] for seat in incident.seats]
        self.declared = [Row(area.declared) for area in incident.areas]
        self.units = _told(plan.units, UNIT_SEEN)
        self.ground = _told(incident.areas, GROUND_SEEN)
        self.metres = Distances(plan.distance_m)
        profile = profile_row(plan.profile)
        self.profile = [dict(zip(profile.dtype.names, profile[0].item(), strict=True))]
        self.decision_ms = int(incident.p.decision_s * 1000.0)

    def of(self, seat: CommandSeat) -> View:
        """The view of a seat now."""
        rows: tuple[Any, ...] = (
            self.seats[seat.id],
            self.areas[seat.id],
            self.teams[seat.id],
            self.declared,
            self.units,
            self.ground,
            self.metres,
            self.profile,
        )
        places: Any = [area.id for area in seat.heard_of]
        return View(self.incident.now, *rows, self.decision_ms, places)


def _told(things: Sequence[Any], names: Sequence[str]) -> list[dict[str, Any]]:
    """The named fields of things that do not change."""
    return [dict(zip(names, row, strict=True)) for row in rows_of(things, names)]
