"""The command that puts the claim to the test."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from warmzone.cli.app import app


@pytest.mark.slow
def test_the_report_is_made_again_from_what_was_played(tmp_path: Path) -> None:
    """Two studies, quickly: three files; run again, and run elsewhere, the tables are the same."""
    command = [
        "study",
        "claims",
        "--quick",
        "--only",
        "s1-one-casualty,s8-levers",
        "--json",
        "--out",
    ]
    first = CliRunner().invoke(app, [*command, str(tmp_path / "a")])
    assert first.exit_code == 0, first.stderr
    names = {path.name for path in (tmp_path / "a").iterdir()}
    assert {"claims.html", "claims.pdf", "claims.json", "s1-one-casualty", "s8-levers"} <= names
    html = (tmp_path / "a" / "claims.html").read_text(encoding="utf-8")
    assert "The analysis plan" in html
    assert "fewer points than planned" in html
    again = CliRunner().invoke(app, [*command, str(tmp_path / "a")])
    elsewhere = CliRunner().invoke(app, [*command, str(tmp_path / "b")])
    assert json.loads(again.stdout) == json.loads(first.stdout) == json.loads(elsewhere.stdout)


@pytest.mark.slow
def test_a_run_is_played_again_from_its_provenance(tmp_path: Path) -> None:
    """The tables come out the same; where one was changed, the study is named, exit code 1."""
    run, folder = CliRunner().invoke, tmp_path / "run"
    first = ["study", "claims", "--quick", "--only", "s1-one-casualty", "--out", str(folder)]
    assert run(app, first).exit_code == 0
    command = ["study", "again"]
    played = run(app, [*command, str(folder), "--json"])
    assert played.exit_code == 0, played.stderr
    rows = json.loads(played.stdout)["studies"]
    assert [(each["study"], each["tables"]) for each in rows] == [("s1-one-casualty", "the same")]
    assert (tmp_path / "run-again" / "s1-one-casualty" / "provenance.json").is_file()
    told = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
    told["studies"][0]["tables"][0]["rows"][0][1] = "+9.999"
    (folder / "claims.json").write_text(json.dumps(told), encoding="utf-8")
    provenance = folder / "s1-one-casualty" / "provenance.json"
    changed = run(app, [*command, str(provenance)])
    assert changed.exit_code == 1
    assert "s1-one-casualty: other tables" in changed.stdout


@pytest.mark.slow
def test_a_run_that_was_stopped_tells_the_same(tmp_path: Path) -> None:
    """With half of its parts lost it plays them anew, and every table is the same."""
    command = ["study", "claims", "--quick", "--only", "s1-one-casualty", "--json", "--out"]
    whole = CliRunner().invoke(app, [*command, str(tmp_path)])
    parts = sorted((tmp_path / "s1-one-casualty" / "parts").iterdir())
    for part in parts[::2]:
        part.unlink()
    (tmp_path / "claims.json").unlink()
    gone_on = CliRunner().invoke(app, [*command, str(tmp_path)])
    assert len(parts) > 1
    assert gone_on.exit_code == 0, gone_on.stderr
    assert json.loads(gone_on.stdout) == json.loads(whole.stdout)


def test_what_is_no_run_cannot_be_played_again(tmp_path: Path) -> None:
    """A folder without a run is a problem that says what a run is; so is the run's own folder."""
    result = CliRunner().invoke(app, ["study", "again", str(tmp_path)])
    assert result.exit_code == 1
    assert "warmzone study claims" in result.stderr


def test_an_unknown_study_is_wrong_use() -> None:
    """Exit code 2, and the names that there are."""
    result = CliRunner().invoke(app, ["study", "claims", "--only", "s9"])
    assert result.exit_code == 2
    assert "s8-levers" in result.stderr
