"""The command that compares with published results."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from warmzone.cli.app import app


def test_json_is_one_object_and_no_report_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--json` prints targets and chosen numbers, and leaves the folder alone."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["verify", "--only", "rpm-own", "--json"])
    assert list(tmp_path.iterdir()) == []
    assert result.exit_code == 0
    printed = json.loads(result.stdout)
    assert {"targets", "fitted_parameters"} <= printed.keys()
    assert len(printed["targets"]) == 24


def test_a_report_is_written_into_the_folder_named(tmp_path: Path) -> None:
    """Both files, and the summary on standard output."""
    arguments = ["verify", "--only", "rpm-own", "--out", str(tmp_path / "report")]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    assert "24 of 24 own targets inside, not fitted." in result.stdout
    names = sorted(path.name for path in (tmp_path / "report").iterdir())
    assert names == ["verification.html", "verification.pdf"]


def test_an_unknown_study_is_wrong_use() -> None:
    """Exit code 2, and the names that there are."""
    result = CliRunner().invoke(app, ["verify", "--only", "nobody-2020"])
    assert result.exit_code == 2
    assert "bachman-2019" in result.stderr
