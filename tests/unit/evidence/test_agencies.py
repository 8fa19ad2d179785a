"""Agency profiles: every stream of cars is bounded, sourced, and comes to a believable strength."""

from itertools import groupby
from typing import get_args

import pytest

from warmzone.evidence.agencies import Stream, streams
from warmzone.evidence.rows import STATUSES
from warmzone.scenario.incident import AgencyProfileName

ROWS = [row for rows in streams().values() for row in rows]


def officers(profile: str) -> int:
    """The most officers who come without being called."""
    rows = streams()[profile]
    return sum(
        row.cars * row.people_high for row in rows if row.kind == "police" and not row.on_call
    )


def test_scenarios_may_name_every_agency_profile() -> None:
    """The names that a scenario file allows are those of the table, in its order."""
    assert get_args(AgencyProfileName) == tuple(streams())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.profile}-{row.agency}")
def test_streams_are_sound(row: Stream) -> None:
    """The first arrival lies in its bounds; only an assumption has no source; callsigns hold."""
    assert row.first_low_s <= row.first_s <= row.first_high_s
    assert 1 <= row.cars <= 40
    assert 1 <= row.people_low <= row.people_high <= 4
    assert row.status in STATUSES
    assert row.source or row.status == "assumption"
    assert (row.callsign == "") == (row.kind == "ambulance")
    assert not (row.plain_clothes and row.kind != "police")


@pytest.mark.parametrize("profile", streams())
def test_a_profile_has_everything_that_an_incident_needs(profile: str) -> None:
    """Officers and ambulances come by themselves, more of each kind can be called for."""
    rows = streams()[profile]
    assert {row.kind for row in rows if not row.on_call} == {"police", "medical", "ambulance"}
    assert "police" in {row.kind for row in rows if row.on_call}
    signs = [row.callsign for row in rows if row.callsign]
    assert len([key for key, _ in groupby(signs)]) == len(set(signs))


def test_profiles_grow_from_three_officers_to_a_city() -> None:
    """The rural shift is three officers; a metropolis brings the most."""
    shift = [row for row in streams()["rural"] if row.agency == "sheriff"]
    assert sum(row.cars * row.people_high for row in shift) == 3
    assert officers("rural") < officers("small-town") < officers("suburban") < officers("metro")
