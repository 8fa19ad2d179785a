"""Indexes to the names that people use."""

from dataclasses import dataclass

from warmzone.review.names import ROOMS_OFF, SOURCES
from warmzone.review.shapes import TeamName
from warmzone.scenario.site import Site
from warmzone.vocabulary.codes import Source


@dataclass(frozen=True, slots=True)
class Names:
    """The callsigns of an incident's teams, by index, and its site."""

    callsigns: tuple[str, ...]
    medical: frozenset[int]
    site: Site

    def team(self, index: int) -> str:
        """A team's callsign; "all units" for none."""
        return self.callsigns[index] if 0 <= index < len(self.callsigns) else "all units"

    def roster(self) -> list[TeamName]:
        """Every team that may come, by index."""
        return [
            TeamName(callsign, "medical" if index in self.medical else "police")
            for index, callsign in enumerate(self.callsigns)
        ]

    def place(self, index: int) -> str:
        """An area's name; "no known place" for none."""
        areas = self.site.areas
        return areas[index].name if 0 <= index < len(areas) else "no known place"

    def is_inside(self, index: int) -> bool:
        """Whether an area is under a roof."""
        areas = self.site.areas
        return 0 <= index < len(areas) and areas[index].kind not in ("outdoor", "road")

    def has_rooms_off_it(self, index: int) -> bool:
        """Whether an area is a way that rooms open onto."""
        areas = self.site.areas
        return 0 <= index < len(areas) and areas[index].kind in ROOMS_OFF

    def speaker(self, team: int, source: int) -> str:
        """Who a report comes from."""
        return self.team(team) if team >= 0 else SOURCES.get(Source(source), "somebody")


def team_letter(index: int) -> str:
    """The key of a team; none beyond the alphabet."""
    return chr(ord("A") + index) if 0 <= index < 26 else ""
