"""The scenarios and sites that ship with Warmzone."""

from warmzone.scenario.library.shelf import (
    ScenarioCard,
    open_scenario,
    open_site,
    scenario_cards,
    scenario_ids,
    scenario_path,
    site_ids,
    site_path,
)

__all__ = [
    "ScenarioCard",
    "open_scenario",
    "open_site",
    "scenario_cards",
    "scenario_ids",
    "scenario_path",
    "site_ids",
    "site_path",
]
