"""The command line on incidents: exit codes, one JSON object, nothing else on standard output."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from warmzone.cli.app import app
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.names import NAMES
from warmzone.measures import MEASURES
from warmzone.scenario.incident import by_unconfirmed_rules
from warmzone.scenario.library import open_scenario, scenario_ids
from warmzone.simulation.lower import prepare
from warmzone.simulation.observe import outcome
from warmzone.simulation.run import Run

SCENARIO = "robbery-single-casualty"
KEYS = {
    "scenario", "commander", "seed", "digest", "deaths", "savable_deaths", "casualties", "clocks",
    "officer_minutes_without_task", "wall_s",
}  # fmt: skip
CLOCKS = {
    "interior_command", "threat_over", "first_warm_declared", "rtf_in", "corridor_open",
    "first_red_out", "last_red_out",
}  # fmt: skip
HEAVY = ("numpy", "numba", "scipy", "shapely", "matplotlib", "starlette", "uvicorn")
ROOT = Path(__file__).resolve().parents[3]


def warmzone(*arguments: str) -> Result:
    """The command with standard output and standard error apart."""
    return CliRunner().invoke(app, arguments)


def only_object(result: Result) -> dict[str, object]:
    """The one JSON object on standard output, with nothing before or after it."""
    assert result.stdout.count("\n") == 1
    found: dict[str, object] = json.loads(result.stdout)
    return found


def test_run_prints_one_object_with_the_promised_keys() -> None:
    """`run --json`: the keys of the contract, those of the clocks, numbers or null."""
    result = warmzone("run", SCENARIO, "--commander", "interior", "--seed", "7", "--json")
    assert result.exit_code == 0
    told = only_object(result)
    assert set(told) >= KEYS
    assert set(told) - KEYS <= {"responders_hurt", "profile", "unconfirmed", "physiology", "tempo"}
    clocks = told["clocks"]
    assert isinstance(clocks, dict)
    assert set(clocks) == CLOCKS
    assert all(value is None or value >= 0 for value in clocks.values())
    assert (told["scenario"], told["commander"], told["seed"]) == (SCENARIO, "interior", 7)


def test_run_tells_what_the_simulation_gives() -> None:
    """Digest and figures are those of the incident played through the library."""
    told = only_object(warmzone("run", SCENARIO, "--commander", "nobody", "--seed", "3", "--json"))
    prepared = prepare(*open_scenario(SCENARIO))
    run = Run(prepared, 3, automatic("nobody"))
    run.advance(prepared.end_ms)
    came_out = outcome(run)
    assert told["digest"] == run.digest()
    assert told["deaths"] == came_out.deaths
    assert told["casualties"] == came_out.casualties
    assert told["clocks"] == came_out.clocks


def test_unconfirmed_rules_are_asked_for_and_said() -> None:
    """`--unconfirmed` plays by them as well; story, table and JSON say so, and only then."""
    asked = (SCENARIO, "--profile", "second-supervisor")
    one, other = (warmzone("run", *asked, *more) for more in ((), ("--unconfirmed",)))
    assert "unconfirmed" not in one.stdout
    assert "Played with unconfirmed doctrine" in other.stdout
    assert "waits at staging" in other.stdout
    told = only_object(warmzone("run", *asked, "--unconfirmed", "--json"))
    assert (told["profile"], told["unconfirmed"]) == ("second-supervisor", True)
    scenario, site = open_scenario(SCENARIO)
    prepared = prepare(by_unconfirmed_rules(scenario), site, profile="second-supervisor")
    run = Run(prepared, 1, automatic("interior"))
    run.advance(run.prepared.end_ms)
    assert told["digest"] == run.digest()
    few = ("--commanders", "nobody", "--incidents", "1")
    assert "Played with unconfirmed" in warmzone("compare", *asked, *few, "--unconfirmed").stdout
    assert only_object(warmzone("compare", *asked, *few, "--json"))["unconfirmed"] is False


def test_serve_asks_which_scenario_is_played_so() -> None:
    """Without `--scenario` the page asks, exercise by exercise."""
    refused = warmzone("serve", "--unconfirmed")
    assert refused.exit_code == 2
    assert "--scenario" in refused.stderr


@pytest.mark.parametrize("commander", NAMES)
def test_run_tells_a_story(commander: str) -> None:
    """Without `--json` it is readable, ends with the notice, and prints no code name."""
    result = warmzone("run", SCENARIO, "--commander", commander)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == f"Robbery, one casualty, seed 1, commander {commander}"
    assert lines[-1] == "For training and planning; not for use in a live incident."
    assert "Refusal." not in result.stdout
    assert "ReportKind" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "found", "allowed"),
    [
        (("run", "nowhere"), "scenario: 'nowhere' is not allowed", scenario_ids()[0]),
        (("run", SCENARIO, "--commander", "boss"), "commander: 'boss' is not allowed", "interior"),
        (("run", SCENARIO, "--seed", "-1"), "seed: -1 is not allowed", "0 to 4294967295"),
        (("compare", SCENARIO, "--commanders", "nobody,boss"), "'boss'", "clear-first"),
        (("compare", SCENARIO, "--commanders", "nobody,nobody"), "twice", "each once"),
        (
            ("compare", SCENARIO, "--commanders", "nobody", "--incidents", "0"),
            "incidents: 0 is not allowed",
            "1 to",
        ),
    ],
)
@pytest.mark.parametrize("as_json", [False, True])
def test_wrong_use_ends_with_2(
    arguments: tuple[str, ...], found: str, allowed: str, as_json: bool
) -> None:
    """What was found and what is allowed, on standard error; JSON says it once more."""
    result = warmzone(*arguments, *(["--json"] if as_json else []))
    assert result.exit_code == 2
    assert found in result.stderr
    assert allowed in result.stderr
    assert "Traceback" not in result.stderr
    if as_json:
        assert only_object(result)["ok"] is False
    else:
        assert result.stdout == ""


def test_unknown_options_end_with_2() -> None:
    """A misspelt option is wrong use."""
    assert warmzone("run", SCENARIO, "--comander", "interior").exit_code == 2


@pytest.mark.parametrize("as_json", [False, True])
def test_a_broken_file_ends_with_1(as_json: bool) -> None:
    """All problems of the file, on standard error."""
    broken = ROOT / "tests/unit/scenario/broken/many-at-once.toml"
    result = warmzone("run", str(broken), *(["--json"] if as_json else []))
    assert result.exit_code == 1
    assert result.stderr.count("many-at-once.toml:") > 5
    if as_json:
        problems = only_object(result)["problems"]
        assert isinstance(problems, list)
        assert len(problems) > 5


def test_a_sound_file_is_played() -> None:
    """A scenario of one's own runs like a shipped one."""
    good = ROOT / "tests/unit/scenario/good/small.toml"
    assert only_object(warmzone("run", str(good), "--json"))["scenario"] == "small"


def test_compare_prints_one_object() -> None:
    """Every measure of every commander, paired with the first, labelled; no NaN or infinity."""
    arguments = ("--commanders", "nobody,interior", "--incidents", "3", "--seed", "5", "--json")
    told = only_object(warmzone("compare", SCENARIO, *arguments))
    assert told["label"] == "luck only: the evidence taken as true"
    assert (told["incidents"], told["seed"], told["reference"]) == (3, 5, "nobody")
    results = told["results"]
    assert isinstance(results, dict)
    assert list(results) == ["nobody", "interior"]
    assert results["interior"]["deaths"]["difference"]["n"] == 3
    for name, measures in results.items():
        assert set(measures) == {measure.name for measure in MEASURES}
        for row in measures.values():
            assert row["difference"] is None or name != "nobody"
            assert row["mean"] is None or row["low"] is None or row["low"] <= row["mean"]


def test_compare_of_one_incident_has_no_interval() -> None:
    """One incident gives a mean and no interval: null, not infinity."""
    arguments = ("--commanders", "nobody,interior", "--incidents", "1", "--json")
    told = only_object(warmzone("compare", SCENARIO, *arguments))
    deaths = told["results"]["interior"]["deaths"]  # type: ignore[index]
    assert deaths["mean"] is not None
    assert (deaths["low"], deaths["high"], deaths["n"]) == (None, None, 1)


def test_compare_prints_tables_and_its_label() -> None:
    """The table for people says what the interval means."""
    result = warmzone("compare", SCENARIO, "--commanders", "nobody,interior", "--incidents", "2")
    assert result.exit_code == 0
    assert "Luck only: the evidence taken as true" in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    "arguments", [("--help",), ("run", "--help"), ("compare", "--help"), ("serve", "--help")]
)
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    """Reading a command's help starts no array library, compiler, geometry or server."""
    script = (
        "import sys\n"
        "from warmzone.cli.app import app\n"
        "try:\n"
        f"    app({list(arguments)!r})\n"
        "except SystemExit as end:\n"
        "    assert end.code == 0\n"
        f"sys.stderr.write(','.join(name for name in {HEAVY!r} if name in sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Usage" in done.stdout
    assert done.stderr == ""


def test_as_a_process_json_stands_alone_on_standard_output() -> None:
    """The real command: one object on standard output, exit code 0."""
    done = subprocess.run(
        [sys.executable, "-m", "warmzone.cli", "run", SCENARIO, "--json"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert set(json.loads(done.stdout)) >= KEYS
    assert done.stderr == ""
