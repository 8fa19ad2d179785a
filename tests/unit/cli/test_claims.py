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


def test_an_unknown_study_is_wrong_use() -> None:
    """Exit code 2, and the names that there are."""
    result = CliRunner().invoke(app, ["study", "claims", "--only", "s9"])
    assert result.exit_code == 2
    assert "s8-levers" in result.stderr
