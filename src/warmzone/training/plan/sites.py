"""The buildings of an agency's plan: which they are, and whether each can be opened."""

from pathlib import Path

import msgspec

from warmzone.scenario.library import scenario_ids
from warmzone.scenario.load import load_scenario
from warmzone.scenario.problems import Invalid, Problem, nearest, shown
from warmzone.training.plan.agency import Agency, Place

KINDS = {"single": "robbery-single-casualty", "many": "derailment-mci"}
"""Where an incident of each other kind is: the same for every agency."""


def places_of(agency: Agency) -> list[Place]:
    """Where its active threats are: its sites, or the one building."""
    return agency.sites or [Place(scenario=agency.active_scenario)]


def check_sites(agency: Agency, path: Path) -> None:
    """Raise Invalid where a building is no shipped scenario and no sound file beside `path`."""
    problems = []
    for k, place in enumerate(places_of(agency)):
        where = f"sites[{k}].scenario" if agency.sites else "active_scenario"
        problems += _problems(place.scenario, where, path)
    if problems:
        raise Invalid(problems)


def _problems(scenario: str, where: str, path: Path) -> list[Problem]:
    if scenario in scenario_ids():
        return []
    beside = path.parent / scenario
    if not scenario.endswith(".toml") or "\0" in scenario or not beside.is_file():
        allowed = f"{nearest(scenario, scenario_ids())}; or a scenario's file (.toml) beside this"
        return [Problem(path.name, where, shown(scenario), allowed, " is no scenario")]
    try:
        load_scenario(beside)
    except Invalid as invalid:
        return [
            msgspec.structs.replace(
                each, file=path.name, place=where, found=f"{each.file}: {each.place}: {each.found}"
            )
            for each in invalid.problems
        ]
    return []
