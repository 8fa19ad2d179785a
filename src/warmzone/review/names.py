"""Callsigns and places by index, and the small phrases that every sentence is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from warmzone.vocabulary.codes import Source, Triage
from warmzone.vocabulary.units import clock

if TYPE_CHECKING:
    from warmzone.simulation.lower import Prepared

TRIAGE_WORDS = {
    Triage.UNSEEN: "not judged",
    Triage.RED: "red",
    Triage.YELLOW: "yellow",
    Triage.GREEN: "green",
    Triage.GREY: "grey",
}


SOURCES = {
    Source.TEAM: "a team",
    Source.DISPATCH: "dispatch",
    Source.CALLER: "a caller",
    Source.CAMERA: "a camera",
    Source.MEDICAL: "medical",
}

ROOMS_OFF = ("corridor", "hall")
"""The kinds of area that rooms open onto."""


class Named(Protocol):
    """What the teams and the areas of an exercise are called, by index; empty for none."""

    def team(self, index: int) -> str:
        """The callsign of a team."""

    def area(self, index: int) -> str:
        """The landmark name of an area."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the teams and areas of a scenario are called."""

    prepared: Prepared

    def team(self, index: int) -> str:
        """The callsign of a team; the empty string for none."""
        units = self.prepared.units
        return units[index].callsign if 0 <= index < len(units) else ""

    def area(self, index: int) -> str:
        """The landmark name of an area; the empty string for none."""
        areas = self.prepared.site.areas
        return areas[index].name if 0 <= index < len(areas) else ""

    def place(self, index: int) -> str:
        """The landmark name of an area; "no known place" for none."""
        return self.area(index) or "no known place"

    def has_rooms_off_it(self, index: int) -> bool:
        """Whether an area is a way that rooms open onto."""
        areas = self.prepared.site.areas
        return 0 <= index < len(areas) and areas[index].kind in ROOMS_OFF

    def speaker(self, team: int, source: int) -> str:
        """Who a report comes from."""
        return self.team(team) if team >= 0 else SOURCES.get(Source(source), "somebody")

    def hospital(self, index: int) -> str:
        """The name of a hospital; the empty string for none."""
        hospitals = self.prepared.scenario.hospitals
        return hospitals[index].name if 0 <= index < len(hospitals) else ""

    def areas(self, indexes: list[int], most: int = 4) -> str:
        """Several places in a row, cut off with how many more there are."""
        shown = [self.area(index) for index in indexes[:most]]
        more = len(indexes) - len(shown)
        return listed([*shown, f"{more} more"] if more > 0 else shown)


def listed(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """`1 team`, `2 teams`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def at(seconds: float) -> str:
    """A moment of the exercise."""
    return clock(seconds)


def lasting(seconds: float) -> str:
    """A length of time in words; whole minutes are said without seconds."""
    whole = round(seconds)
    if whole < 90 and whole != 60:
        return counted(whole, "second")
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest:02d} s" if rest else f"{minutes} min"


def sentence(text: str) -> str:
    """The same with a capital, for what stands alone in a cell or after a time."""
    return text[:1].upper() + text[1:]


def seconds(ms: int) -> float | None:
    """Milliseconds of a table as seconds; None for -1."""
    return None if ms < 0 else ms / 1000
