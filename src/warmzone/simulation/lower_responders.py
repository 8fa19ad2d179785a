"""Who and what will come as arrays: car-loads and crews, ambulances, hospitals."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from warmzone.evidence.rows import world_rows
from warmzone.kernel import world_arrays
from warmzone.kernel.codes import Lane
from warmzone.scenario.incident import Agency, Scenario
from warmzone.vocabulary.codes import Discipline


@dataclass(frozen=True, slots=True)
class Unit:
    """One car-load or crew that will come, by name: `callsign` is what it is called on the air."""

    callsign: str
    agency: Agency


def units_of(scenario: Scenario, mark_area: dict[str, int]) -> tuple[tuple[Unit, ...], np.ndarray]:
    """Every car-load and crew by name, and as UNIT rows in the same order."""
    units: list[Unit] = []
    rows: list[Any] = []
    burst = 0
    for agency_index, agency in enumerate(scenario.agencies):
        number = 0
        discipline = Discipline[agency.discipline.upper()]
        for cars in agency.arrivals:
            for place in range(cars.count):
                number += 1
                units.append(Unit(f"{agency.callsign}{number}", agency))
                rows.append(
                    (
                        agency_index,
                        discipline,
                        number,
                        mark_area[agency.arrives_at],
                        _channel(agency),
                        burst,
                        place,
                        round(cars.first_s * 1000),
                        round(cars.gap_s * 1000),
                        cars.officers.low,
                        cars.officers.high,
                        int(cars.supervisor and place == 0),
                        int(cars.plain_clothes),
                        int(cars.on_call),
                    )
                )
            burst += 1
    return tuple(units), np.array(rows, world_arrays.UNIT)


def vehicles(scenario: Scenario, mark_area: dict[str, int]) -> np.ndarray:
    """VEHICLE rows: the ambulances, those on call last."""
    fleet = scenario.ambulances
    rows = np.zeros(fleet.count + fleet.on_call, world_arrays.VEHICLE)
    for index in range(len(rows)):
        called = index >= fleet.count
        first_s = fleet.on_call_s if called else fleet.first_s
        place = index - fleet.count if called else index
        rows[index]["on_call"] = int(called)
        rows[index]["arrival_area"] = mark_area[fleet.arrives_at]
        rows[index]["first_ms"] = round((first_s + place * fleet.gap_s) * 1000)
        rows[index]["capacity"] = fleet.capacity
    return rows


def hospitals(scenario: Scenario) -> np.ndarray:
    """HOSPITAL rows; what the scenario leaves open is the evidence's."""
    rows = np.zeros(len(scenario.hospitals), world_arrays.HOSPITAL)
    for index, hospital in enumerate(scenario.hospitals):
        rows[index]["drive_ms"] = max(1000, round(hospital.drive_s * 1000))
        rows[index]["trauma_centre"] = int(hospital.trauma_centre)
        kind = "trauma_centre" if hospital.trauma_centre else "hospital"
        per_hour = world_rows()[f"{kind}_per_hour"].value
        rows[index]["per_hour"] = hospital.per_hour or per_hour
        rows[index]["teams"] = world_rows()[f"{kind}_teams"].value
    return rows


def _channel(agency: Agency) -> Lane:
    named = agency.channel or ("medical" if agency.discipline == "medical" else "police")
    return {"police": Lane.POLICE, "medical": Lane.MEDICAL, "mutual-aid": Lane.AID}[named]
