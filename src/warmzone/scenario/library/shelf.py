"""The scenarios and sites that ship, by id."""

from pathlib import Path

import msgspec

from warmzone.scenario.incident import Scenario, ThreatName
from warmzone.scenario.load import load_scenario, load_site
from warmzone.scenario.problems import Invalid, Problem, nearest
from warmzone.scenario.read import MOST_SCENARIO_BYTES, parse_toml, read_bytes
from warmzone.scenario.shipped import shipped_scenarios, shipped_sites
from warmzone.scenario.site import Site


class ScenarioCard(msgspec.Struct, frozen=True):
    """What a list shows of a scenario; `start_minute` is 0 where it starts at the first call."""

    id: str
    name: str
    summary: str
    site: str
    minutes: int
    drill: bool
    threat: ThreatName
    start_minute: int


def scenario_ids() -> list[str]:
    """The ids of the scenarios that ship, in order."""
    return list(shipped_scenarios())


def site_ids() -> list[str]:
    """The ids of the sites that ship, in order."""
    return list(shipped_sites())


def scenario_path(scenario_id: str) -> Path:
    """The file of a shipped scenario; raise Invalid where there is none of that id."""
    return path_of(scenario_id, shipped_scenarios(), "scenario")


def site_path(site_id: str) -> Path:
    """The file of a shipped site; raise Invalid where there is none of that id."""
    return path_of(site_id, shipped_sites(), "site")


def path_of(wanted: str, known: dict[str, Path], kind: str) -> Path:
    """Look an id up; raise Invalid with the nearest ones."""
    if wanted not in known:
        verdict = f" is not a {kind} that ships"
        raise Invalid([Problem(wanted or kind, "", "the id", nearest(wanted, known), verdict)])
    return known[wanted]


def open_scenario(scenario_id: str) -> tuple[Scenario, Site]:
    """Load a shipped scenario and its site; raise Invalid where there is none of that id."""
    return load_scenario(scenario_path(scenario_id))


def open_site(site_id: str) -> Site:
    """Load a shipped site; raise Invalid where there is none of that id."""
    return load_site(site_path(site_id))


def scenario_cards() -> list[ScenarioCard]:
    """A card for each scenario that ships, without loading its site."""
    return [card_of(path) for path in shipped_scenarios().values()]


def card_of(path: Path) -> ScenarioCard:
    """The card of one scenario file."""
    data = read_bytes(path, MOST_SCENARIO_BYTES, "scenario")
    scenario = msgspec.convert(parse_toml(data, path.name), Scenario)
    return ScenarioCard(
        id=scenario.id,
        name=scenario.name,
        summary=scenario.summary,
        site=scenario.site,
        minutes=scenario.minutes,
        drill=scenario.start is not None,
        threat=scenario.threat.reported,
        start_minute=scenario.start.minute if scenario.start else 0,
    )
