"""From a scenario, its site and the evidence to the arrays of a world."""

import hashlib
from dataclasses import dataclass

import msgspec
import numpy as np

from warmzone.evidence.mixes import wound_mix
from warmzone.evidence.profiles import profile_of
from warmzone.evidence.rows import evidence_digest, world_rows, wound_rows
from warmzone.evidence.rpm import rpm_deterioration, rpm_initial, rpm_survival
from warmzone.kernel import world_arrays
from warmzone.kernel.alarms import DRAWN
from warmzone.kernel.world_arrays import PARAMETER_NAMES, World
from warmzone.scenario.incident import AreaWeight, Casualties, ProfileName, Scenario
from warmzone.scenario.routes import routes
from warmzone.scenario.site import Site
from warmzone.simulation.layout import Layout, Sizes, make_layout
from warmzone.simulation.lower_profile import profile_row
from warmzone.simulation.lower_responders import Unit, hospitals, units_of, vehicles
from warmzone.simulation.lower_site import areas, edges, opening_states
from warmzone.vocabulary.codes import (
    HazardState,
    Physiology,
    RadioPlan,
    Source,
    ThreatStatus,
    Triage,
    Wound,
)
from warmzone.vocabulary.units import MS_PER_MIN

_SEVERE = {
    Wound.KILLED: Triage.GREY,
    Wound.MINOR: Triage.GREEN,
}
_MODERATE = {Wound.KILLED: Triage.GREY, Wound.MINOR: Triage.GREEN}


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
    units, unit_rows = units_of(scenario, {mark.id: mark.area for mark in site.marks})
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
    edge_rows, first, count = edges(site)
    return World(
        layout=_layout_row(layout),
        setting=_setting(scenario, area_index),
        parameters=_parameters(),
        profile=profile_row(profile_of(scenario.profile, unconfirmed=scenario.unconfirmed)),
        areas=areas(site, ways, first, count),
        edges=edge_rows,
        openings=opening_states(site),
        widths_m=np.array([opening.width_m for opening in site.openings] or [1.0], np.float64),
        next_area=np.ascontiguousarray(ways.next_area, np.int32),
        next_opening=np.ascontiguousarray(ways.via_opening, np.int32),
        distance_m=np.ascontiguousarray(ways.distance_m, np.float64),
        units=unit_rows,
        vehicles=vehicles(scenario, mark_area),
        hospitals=hospitals(scenario),
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
    one["end_ms"] = scenario.minutes * MS_PER_MIN
    one["radio_plan"] = RadioPlan[scenario.radio.upper().replace("-", "_")]
    return row


def _parameters() -> np.ndarray:
    row = np.zeros(1, world_arrays.PARAMETERS)
    evidence = world_rows()
    for name in PARAMETER_NAMES:
        row[0][name] = evidence[name].value
    return row


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
