"""Routes: shortest walks from the geometry."""

from pathlib import Path

import msgspec
import numpy as np
import pytest

from warmzone.scenario.load import load_site
from warmzone.scenario.routes import reachable_from, routes
from warmzone.scenario.site import Site

GOOD = Path(__file__).parent / "good" / "small.geojson"


def with_state(site: Site, opening_id: str, state: str) -> Site:
    """The same site with one opening in another state."""
    openings = tuple(
        msgspec.structs.replace(o, state=state) if o.id == opening_id else o for o in site.openings
    )
    return msgspec.structs.replace(site, openings=openings)


def test_a_leg_goes_through_the_door() -> None:
    """The walk from a corridor to a room goes from point to door to point."""
    site = load_site(GOOD)
    found = routes(site)
    # Corridor (10, 1.5) to the door at (5, 3), then 2.5 m to the middle of the room.
    assert found.leg_m[1, 2] == pytest.approx((5**2 + 1.5**2) ** 0.5 + 2.5)
    assert found.distance_m[1, 2] == found.leg_m[1, 2]
    assert (found.next_area[1, 2], site.openings[found.via_opening[1, 2]].id) == (2, "door-1")


def test_following_next_areas_adds_up_to_the_distance() -> None:
    """Every walk followed leg by leg ends at its goal after exactly its distance."""
    site = load_site(GOOD)
    found = routes(site)
    for start in range(len(site.areas)):
        for goal in range(len(site.areas)):
            at, walked = start, 0.0
            while at != goal:
                via = site.openings[found.via_opening[at, goal]]
                assert {at, int(found.next_area[at, goal])} == {via.a, via.b}
                walked += float(found.leg_m[at, goal])
                at = int(found.next_area[at, goal])
            assert walked == pytest.approx(float(found.distance_m[start, goal]))


def test_stairs_add_their_length() -> None:
    """A flight is as long as its opening says, besides the way to it."""
    site = load_site(GOOD)
    assert routes(site).leg_m[4, 5] == pytest.approx(10.0 + 2 * 0.5)


def test_a_blocked_door_is_no_way_and_a_locked_one_is() -> None:
    """Blocked openings cut an area off; locked ones can be breached."""
    site = load_site(GOOD)
    blocked = routes(with_state(site, "door-1", "blocked"))
    assert np.isinf(blocked.distance_m[0, 2])
    assert (blocked.next_area[0, 2], blocked.via_opening[0, 2], blocked.leg_m[0, 2]) == (
        -1,
        -1,
        0.0,
    )
    assert np.isfinite(routes(with_state(site, "door-1", "locked")).distance_m[0, 2])
    assert 2 not in reachable_from(with_state(site, "door-1", "blocked"), 0)


def test_the_arrays_have_the_shapes_and_types_that_the_kernel_takes() -> None:
    """Square contiguous arrays, float64 and int32, with a zero way to oneself."""
    found = routes(load_site(GOOD))
    for array, kind in (
        (found.distance_m, np.float64),
        (found.leg_m, np.float64),
        (found.next_area, np.int32),
        (found.via_opening, np.int32),
    ):
        assert array.dtype == kind
        assert array.shape == (7, 7)
        assert array.flags.c_contiguous
    assert not found.distance_m.diagonal().any()
