"""The commands over studies."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.unit.studies.test_study_file import SOUND
from warmzone.cli.app import app
from warmzone.cli.progress import Lines


def test_a_small_study_is_run_and_gone_on_with(tmp_path: Path) -> None:
    """One JSON object with every arm; the second time everything is there already."""
    file = tmp_path / "mine.toml"
    file.write_text(SOUND.replace("points = 2", "points = 2\nrepeats = 1"), encoding="utf-8")
    command = ["study", "run", str(file), "--out", str(tmp_path / "out"), "--json"]
    first = CliRunner().invoke(app, command)
    assert first.exit_code == 0, first.stderr
    printed = json.loads(first.stdout)
    assert printed["results"]["interior"]["savable_deaths"]["difference"] is not None
    assert (printed["incidents"], printed["resumed"]) == (4, 0)
    again = json.loads(CliRunner().invoke(app, command).stdout)
    assert again["resumed"] == 4
    assert again["results"] == printed["results"]
    table = CliRunner().invoke(app, command[:-1])
    assert "Deaths among the savable" in table.stdout
    assert "not for use in a live incident" in table.stdout


def test_check_says_the_size(tmp_path: Path) -> None:
    """Without playing anything."""
    result = CliRunner().invoke(app, ["study", "check", "inside-or-outside", "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["incidents"] == 64 * 4 * 3 * 3


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["study", "run", "no-such"], 1, "is not a study that ships"),
        (["study", "check", "no-such.toml"], 1, "there is no file"),
        (["study", "run", "inside-or-outside", "--engine", "steam"], 2, "threads, processes, ray"),
    ],
)
def test_wrong_use_is_said_plainly(arguments: list[str], code: int, said: str) -> None:
    """What was found, what is allowed, no traceback."""
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_progress_without_a_terminal_says_how_long_it_takes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A line every half minute; what was there at the start does not count as speed."""
    now = [0.0]
    lines = Lines("incidents", lambda: now[0])
    lines.say(500, 1000)
    now[0] = 60.0
    lines.say(100, 1000)
    assert capsys.readouterr().err == "600 of 1,000 incidents; about 4 min left\n"
