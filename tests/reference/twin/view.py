"""What a policy is given: the one place where the twin's beliefs become arrays."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from tests.reference.rows import rows_of
from tests.reference.twin.incident import Incident
from tests.reference.twin.said import CommandSeat
from warmzone.kernel.arrays import AREA_BELIEF, SEAT, TEAM_BELIEF, ZONE
from warmzone.kernel.view import View
from warmzone.kernel.world_arrays import AREA, UNIT
from warmzone.simulation.lower_profile import profile_row

Table = np.dtype[np.void]
Array = np.ndarray[tuple[int], Table]
UNIT_SEEN = ("agency", "discipline", "number", "on_call", "channel")
GROUND_SEEN = ("kind", "level", "outdoor", "vehicle", "floor_m2", "locked")
"""What a seat may see of who may come, and of the floor plan."""


def view_of(incident: Incident, seat: CommandSeat) -> View:
    """The view of a seat now, as the kernel's policies take it."""
    declared = [area.declared for area in incident.areas]
    unheard = [0] * (len(incident.areas) - seat.places)
    return View(
        incident.now,
        array_of([seat], SEAT),
        array_of(seat.areas, AREA_BELIEF),
        array_of(seat.teams, TEAM_BELIEF),
        array_of(declared, ZONE),
        array_of(incident.plan.units, UNIT, UNIT_SEEN),
        array_of(incident.areas, AREA, GROUND_SEEN),
        np.array(incident.plan.distance_m),
        profile_row(incident.plan.profile),
        int(incident.p.decision_s * 1000.0),
        np.array([area.id for area in seat.heard_of] + unheard, np.int32),
    )


def array_of(things: list[Any], dtype: Table, names: Sequence[str] = ()) -> Array:
    """A table with the named fields (all, where none is named) of each thing; others are 0."""
    made = np.zeros(len(things), dtype)
    names = names or dtype.names or ()
    for name, column in zip(names, zip(*rows_of(things, names), strict=True), strict=True):
        made[name] = column
    return made
