"""From a scenario, its site and the evidence to the arrays of a world."""

import hashlib
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from warmzone.evidence.mixes import wound_mix
from warmzone.evidence.profiles import profile_of
from warmzone.evidence.rows import evidence_digest, world_rows, wound_rows
from warmzone.evidence.rpm import rpm_deterioration, rpm_initial, rpm_survival
from warmzone.kernel import world_arrays
from warmzone.kernel.alarms import DRAWN
from warmzone.kernel.codes import Lane
from warmzone.kernel.world_arrays import PARAMETER_NAMES, World
from warmzone.scenario.incident import Agency, AreaWeight, Casualties, ProfileName, Scenario
from warmzone.scenario.routes import Routes, routes
from warmzone.scenario.site import Site
from warmzone.simulation.layout import Layout, Sizes, make_layout
from warmzone.simulation.lower_profile import profile_row
from warmzone.vocabulary.codes import (
    AreaKind,
    Discipline,
    HazardState,
    OpeningKind,
    OpeningState,
    Physiology,
    RadioPlan,
    Source,
    ThreatStatus,
    Triage,
    Wound,
)

_OUTDOOR = ("outdoor", "road")
_SEVERE = {
    Wound.KILLED: Triage.GREY,
    Wound.MINOR: Triage.GREEN,
}
_MODERATE = {Wound.KILLED: Triage.GREY, Wound.MINOR: Triage.GREEN}


@dataclass(frozen=True, slots=True)
class Unit:
    """One car-load or crew that will come, by name: `callsign` is what it is called on the air."""

    callsign: str
    agency: Agency


@dataclass(frozen=True, slots=True)
class Prepared:
    """A scenario lowered to arrays; shared by every run of it and never changed.

    `digest` covers scenario, site, evidence, physiology and tempo.
    """

    scenario: Scenario
    site: Site
    world: World
    layout: Layout
    units: tuple[Unit, ...]
    digest: str
    physiology: Physiology = Physiology.HAZARD
    tempo: float = 1.0

    @property
    def end_ms(self) -> int:
        """When play ends, in milliseconds."""
        return int(self.world.setting[0]["end_ms"])

    @property
    def team_capacity(self) -> int:
        """How many teams can ever come."""
        return len(self.units)


def prepare(
    scenario: Scenario,
    site: Site,
    *,
    profile: ProfileName | None = None,
    physiology: Physiology = Physiology.HAZARD,
    tempo: float = 1.0,
) -> Prepared:
    """Lower a checked scenario on its site. The files are taken to be free of problems.

    `profile` takes the place of the one that the scenario names; `physiology` says how survival
    falls with time; `tempo` multiplies its rates, for teaching.
    """
    if profile is not None:
        scenario = msgspec.structs.replace(scenario, profile=profile)
    units, unit_rows = _units(scenario, {mark.id: mark.area for mark in site.marks})
    layout = make_layout(_sizes(scenario, site, len(units)))
    world = _world(scenario, site, layout, unit_rows)
    world.setting["physiology"], world.setting["tempo"] = physiology, tempo
    _make_alike(world)
    digest = _digest(scenario, site, f"{int(physiology)} {tempo!r}")
    return Prepared(scenario, site, world, layout, units, digest, physiology, tempo)


def _world(scenario: Scenario, site: Site, layout: Layout, unit_rows: np.ndarray) -> World:
    ways = routes(site)
    area_index = {area.id: index for index, area in enumerate(site.areas)}
    mark_area = {mark.id: mark.area for mark in site.marks}
    edges, first, count = _edges(site)
    return World(
        layout=_layout_row(layout),
        setting=_setting(scenario, area_index),
        parameters=_parameters(),
        profile=profile_row(profile_of(scenario.profile, unconfirmed=scenario.unconfirmed)),
        areas=_areas(site, ways, first, count),
        edges=edges,
        openings=_opening_states(site),
        widths_m=np.array([opening.width_m for opening in site.openings] or [1.0], np.float64),
        next_area=np.ascontiguousarray(ways.next_area, np.int32),
        next_opening=np.ascontiguousarray(ways.via_opening, np.int32),
        distance_m=np.ascontiguousarray(ways.distance_m, np.float64),
        units=unit_rows,
        vehicles=_vehicles(scenario, mark_area),
        hospitals=_hospitals(scenario),
        told=_told(scenario, area_index),
        hazard_places=_weights(scenario.threat.areas, area_index),
        people_places=_weights(scenario.casualties.areas, area_index),
        crowds=_crowds(scenario, area_index),
        wounds=_wounds(scenario.casualties),
        rpm=_rpm(),
        slot_kind=layout.slot_kind,
        slot_entity=layout.slot_entity,
    )


def _make_alike(world: World) -> None:
    """Let the compiler see every scenario's tables as the same types."""
    for table in world:
        table.setflags(write=True)


def _digest(scenario: Scenario, site: Site, choices: str) -> str:
    digest = hashlib.blake2b(digest_size=16)
    digest.update(msgspec.json.encode(scenario))
    digest.update(msgspec.json.encode(site))
    digest.update(evidence_digest().encode())
    digest.update(choices.encode())
    return digest.hexdigest()


def _sizes(scenario: Scenario, site: Site, teams: int) -> Sizes:
    people = scenario.casualties.latent.high + scenario.casualties.hurt.high
    return Sizes(
        areas=len(site.areas),
        openings=len(site.openings),
        teams=max(1, teams),
        people=max(1, people),
        callers=max(1, scenario.callers.high),
        ambulances=scenario.ambulances.count + scenario.ambulances.on_call,
        hospitals=len(scenario.hospitals),
        told=len(scenario.reports) + int(draws_second(scenario)),
        reports=1024 + 64 * (teams + people),
        orders=1024 + 32 * teams,
        radio=1024 + 16 * (teams + people),
    )


def _layout_row(layout: Layout) -> np.ndarray:
    sizes = layout.sizes
    row = np.zeros(1, world_arrays.LAYOUT)
    row[0]["slot"] = layout.first_slot
    for name in ("areas", "teams", "people", "ambulances", "told", "reports", "orders", "radio"):
        row[0][name] = getattr(sizes, name)
    begins = {name: offset for name, _, _, offset in layout.tables}
    tables = [name for name, _, _, _ in layout.tables]
    row[0]["reports_at"] = begins["reports"]
    row[0]["orders_at"] = begins["orders"]
    row[0]["after_orders"] = begins[tables[tables.index("orders") + 1]]
    row[0]["air_at"] = begins["air"]
    row[0]["after_air"] = begins[tables[tables.index("air") + 1]]
    return row


def _setting(scenario: Scenario, area_index: dict[str, int]) -> np.ndarray:
    threat, people = scenario.threat, scenario.casualties
    row = np.zeros(1, world_arrays.SETTING)
    one = row[0]
    one["hazard_state"] = HazardState[threat.state.upper()]
    one["threat_reported"] = ThreatStatus[threat.reported.upper()]
    one["active_ms"] = -1 if threat.active_s is None else round(threat.active_s * 1000)
    one["contained_p"] = threat.contained_p
    one["restart_p"] = threat.restart_p
    one["over_p"] = threat.over_after_active_p
    one["leaves_p"] = -1.0 if threat.leaves_p is None else threat.leaves_p
    for name in ("second_report_p", "second_true_p"):
        told = getattr(threat, name)
        one[name] = world_rows()[name].value if told is None else told
    device = scenario.device
    one["device_area"] = -1 if device is None else area_index[device.area]
    one["device_ms"] = 0 if device is None else round(device.from_s * 1000)
    one["device_p"] = 0.0 if device is None else device.chance
    one["latent_low"], one["latent_high"] = people.latent.low, people.latent.high
    one["hurt_low"], one["hurt_high"] = people.hurt.low, people.hurt.high
    one["callers_low"], one["callers_high"] = scenario.callers.low, scenario.callers.high
    one["end_ms"] = scenario.minutes * 60_000
    one["radio_plan"] = RadioPlan[scenario.radio.upper().replace("-", "_")]
    return row


def _parameters() -> np.ndarray:
    row = np.zeros(1, world_arrays.PARAMETERS)
    evidence = world_rows()
    for name in PARAMETER_NAMES:
        row[0][name] = evidence[name].value
    return row


def _areas(site: Site, ways: Routes, first: list[int], count: list[int]) -> np.ndarray:
    outdoor = np.array([area.kind in _OUTDOOR for area in site.areas])
    vehicle = np.array([area.vehicle for area in site.areas])
    locked = {side for one in site.openings if one.state == "locked" for side in (one.a, one.b)}
    rows = np.zeros(len(site.areas), world_arrays.AREA)
    for index, area in enumerate(site.areas):
        row = rows[index]
        row["kind"] = AreaKind[area.kind.upper()]
        row["level"] = area.level
        row["outdoor"] = int(outdoor[index])
        row["vehicle"] = int(area.vehicle)
        row["floor_m2"] = area.floor_m2
        row["edge_first"], row["edge_count"] = first[index], count[index]
        row["exit_area"] = _nearest(np.where(outdoor, ways.distance_m[index], np.inf))
        row["road_area"] = _nearest(np.where(vehicle, ways.distance_m[index], np.inf))
        row["locked"] = int(index in locked)
    return rows


def _nearest(metres: np.ndarray) -> int:
    nearest = int(np.argmin(metres))
    return nearest if np.isfinite(metres[nearest]) else -1


def _edges(site: Site) -> tuple[np.ndarray, list[int], list[int]]:
    by_area: list[list[tuple[int, int, int]]] = [[] for _ in site.areas]
    for index, opening in enumerate(site.openings):
        kind = int(OpeningKind[opening.kind.upper()])
        by_area[opening.a].append((index, kind, opening.b))
        by_area[opening.b].append((index, kind, opening.a))
    rows = np.zeros(max(1, 2 * len(site.openings)), world_arrays.EDGE)
    first, count, at = [], [], 0
    for edges in by_area:
        first.append(at)
        count.append(len(edges))
        for edge in edges:
            rows[at] = edge
            at += 1
    return rows, first, count


def _opening_states(site: Site) -> np.ndarray:
    states = [int(OpeningState[opening.state.upper()]) for opening in site.openings]
    return np.array(states or [0], np.int32)


def _units(scenario: Scenario, mark_area: dict[str, int]) -> tuple[tuple[Unit, ...], np.ndarray]:
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


def _channel(agency: Agency) -> Lane:
    named = agency.channel or ("medical" if agency.discipline == "medical" else "police")
    return {"police": Lane.POLICE, "medical": Lane.MEDICAL, "mutual-aid": Lane.AID}[named]


def _vehicles(scenario: Scenario, mark_area: dict[str, int]) -> np.ndarray:
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


def _hospitals(scenario: Scenario) -> np.ndarray:
    rows = np.zeros(len(scenario.hospitals), world_arrays.HOSPITAL)
    for index, hospital in enumerate(scenario.hospitals):
        rows[index]["drive_ms"] = max(1000, round(hospital.drive_s * 1000))
        rows[index]["trauma_centre"] = int(hospital.trauma_centre)
        kind = "trauma_centre" if hospital.trauma_centre else "hospital"
        per_hour = world_rows()[f"{kind}_per_hour"].value
        rows[index]["per_hour"] = hospital.per_hour or per_hour
        rows[index]["teams"] = world_rows()[f"{kind}_teams"].value
    return rows


def _told(scenario: Scenario, area_index: dict[str, int]) -> np.ndarray:
    rows = np.zeros(len(scenario.reports) + int(draws_second(scenario)), world_arrays.TOLD)
    for index, said in enumerate(scenario.reports):
        row = rows[index]
        row["heard_ms"] = round(said.heard_s * 1000)
        row["observed_ms"] = round(said.observed_s * 1000)
        row["source"] = Source[said.source.upper()]
        row["area"] = area_index[said.area]
        row["threat"] = -1 if said.threat is None else ThreatStatus[said.threat.upper()]
        row["casualties"] = said.casualties
        row["second"] = int(said.second)
    if draws_second(scenario):
        drawn = rows[-1]
        drawn["heard_ms"], drawn["area"], drawn["threat"], drawn["second"] = -1, -1, -1, DRAWN
        drawn["source"] = Source.CALLER
    return rows


def draws_second(scenario: Scenario) -> bool:
    """Whether a report of a second attacker may come up that the scenario does not spell out."""
    told = any(said.second for said in scenario.reports)
    return scenario.threat.state in ("active", "silent") and not told


def _weights(places: list[AreaWeight], area_index: dict[str, int]) -> np.ndarray:
    rows = np.zeros(len(places), world_arrays.PLACE_WEIGHT)
    total = sum(place.weight for place in places)
    for index, place in enumerate(places):
        rows[index]["area"] = area_index[place.area]
        rows[index]["weight"] = place.weight / total
    return rows


def _crowds(scenario: Scenario, area_index: dict[str, int]) -> np.ndarray:
    crowds = [(area_index[one.area], one.people.low, one.people.high) for one in scenario.civilians]
    return np.array(crowds, world_arrays.CROWD)


def _wounds(casualties: Casualties) -> np.ndarray:
    mix = wound_mix(casualties.wounds, casualties.savable_share)
    penetrating = casualties.wounds != "blunt"
    rows = np.zeros(len(Wound), world_arrays.WOUND_CLASS)
    for wound in Wound:
        evidence = wound_rows()[wound.name.lower()]
        row = rows[wound]
        row["rpm_severe"], row["rpm_moderate"] = rpm_initial()[wound.name.lower()]
        row["triage_severe"] = _SEVERE.get(wound, Triage.RED)
        row["triage_moderate"] = _MODERATE.get(wound, Triage.YELLOW)
        # A hole in the trunk is sorted red however well its bearer looks; without this the reds
        # are fewer than the published 0.25 to 0.35 of the living.
        if penetrating and wound in (Wound.TORSO, Wound.CHEST):
            row["triage_moderate"] = Triage.RED
        for name in world_arrays.WOUND_CLASS.names or ():
            if name in evidence.numbers:
                row[name] = evidence.numbers[name]
        row["share_p"], row["moderate_p"] = mix[wound.name.lower()]
    return rows


def _rpm() -> np.ndarray:
    rows = np.zeros(len(rpm_survival()), world_arrays.RPM)
    rows["survival_p"] = rpm_survival()
    rows["after"] = rpm_deterioration()
    return rows
