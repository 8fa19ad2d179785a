"""Agency profiles: who is on shift in which kind of place, and when they come."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from warmzone.evidence.table import lines

Kind = Literal["police", "medical", "ambulance"]
KINDS: dict[str, Kind] = {"police": "police", "medical": "medical", "ambulance": "ambulance"}


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream of cars, crews or ambulances of an agency, one after another.

    `first_s` after the call (`on_call`: after they are called for), believable between
    `first_low_s` and `first_high_s`; gaps have mean `gap_s`. Each brings `people_low`
    to `people_high`; for an ambulance that is how many it carries, and the high end counts.
    """

    profile: str
    agency: str
    name: str
    kind: Kind
    callsign: str
    cars: int
    first_s: float
    first_low_s: float
    first_high_s: float
    gap_s: float
    people_low: int
    people_high: int
    plain_clothes: bool
    on_call: bool
    source: str
    status: str
    note: str


@cache
def streams() -> dict[str, tuple[Stream, ...]]:
    """The streams of each agency profile, in the order of the table."""
    found: dict[str, list[Stream]] = {}
    for line in lines("agencies.csv"):
        found.setdefault(line["profile"], []).append(_stream(line))
    return {profile: tuple(rows) for profile, rows in found.items()}


def _stream(line: dict[str, str]) -> Stream:
    return Stream(
        profile=line["profile"],
        agency=line["agency"],
        name=line["name"],
        kind=KINDS[line["kind"]],
        callsign=line["callsign"],
        cars=int(line["cars"]),
        first_s=float(line["first_s"]),
        first_low_s=float(line["first_low_s"]),
        first_high_s=float(line["first_high_s"]),
        gap_s=float(line["gap_s"]),
        people_low=int(line["people_low"]),
        people_high=int(line["people_high"]),
        plain_clothes=line["plain_clothes"] == "yes",
        on_call=line["on_call"] == "yes",
        source=line["source"],
        status=line["status"],
        note=line["note"],
    )
