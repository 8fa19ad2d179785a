"""The command that measures speed: every figure in one JSON object, or a table."""

import json

import pytest
from typer.testing import CliRunner

from warmzone.cli.app import app

FIGURES = {
    "incidents_per_s",
    "events_per_incident",
    "ns_per_event",
    "bare_heap_ns_per_event",
    "simpy_ratio",
    "simpy_open_ground_ratio",
    "slow_twin_ratio",
    "growth_10x",
    "threads",
    "peak_mb",
    "events_by_kind",
}


@pytest.mark.slow
def test_json_holds_every_figure() -> None:
    """From a checkout all of them are there, and the kinds add up to the events."""
    arguments = ["bench", "--incidents", "64", "--memory-incidents", "64", "--json"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    printed = json.loads(result.stdout)
    assert printed.keys() >= FIGURES
    assert printed["missing"] == []
    for name in FIGURES - {"events_by_kind"}:
        assert printed[name] > 0
    assert printed["ns_per_event"] > printed["bare_heap_ns_per_event"]
    assert printed["simpy_ratio"] > 1
    assert printed["simpy_open_ground_ratio"] > 1
    assert printed["slow_twin_ratio"] > 1
    assert printed["events_by_kind"]["team_leg"] > 0


@pytest.mark.parametrize(
    ("option", "value", "known"),
    [("--scenario", "a-zoo", "school-active-threat"), ("--commander", "nobody-else", "interior")],
)
def test_an_unknown_name_is_wrong_use(option: str, value: str, known: str) -> None:
    """Exit code 2, and the names that there are."""
    result = CliRunner().invoke(app, ["bench", option, value])
    assert result.exit_code == 2
    assert value in result.stderr
    assert known in result.stderr
