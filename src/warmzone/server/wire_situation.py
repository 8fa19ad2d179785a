"""What travels of the situation: casualties against care, and the threat."""

from typing import Literal

from msgspec import Struct

ThreatWord = Literal["none", "ongoing", "contained", "unknown", "over"]


class Purpose(Struct):
    """How many officers one purpose has, as the seat believes: who is at one is at no other."""

    name: str
    officers: int


class Situation(Struct):
    """The two axes: casualties against medical teams at hand, and the threat.

    `uncared` reds and yellows are with nobody, the first of them for `uncared_s`; `span` teams take
    their word from this seat, of `span_most`; `people_out` are unhurt and outside, as last told.
    """

    casualties: int
    medical_teams: int
    ambulances: int
    ratio: float | None
    threat: ThreatWord
    threat_age_s: float | None
    threat_by: str
    uncared: int = 0
    uncared_s: float | None = None
    span: int = 0
    span_most: int = 0
    people_out: int = 0
    division: list[Purpose] = []
