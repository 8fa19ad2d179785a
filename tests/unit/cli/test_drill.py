"""The commands over solo drills: what ships, where a saved record stands, its statements."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.attempts import attempt
from warmzone.cli.drill import export, list_all, progress
from warmzone.training.drills.drill import drills
from warmzone.training.drills.record import Record, write_record


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A record of one decision."""
    path = tmp_path / "record.json"
    path.write_bytes(write_record(Record(attempts=[attempt(at=datetime.now(UTC))])))
    return path


def test_every_drill_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each, and the same as JSON."""
    assert list_all(as_json=False) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(drills())
    assert list_all(as_json=True) == 0
    assert len(json.loads(capsys.readouterr().out)["drills"]) == len(drills())


def test_a_record_says_where_it_stands(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The point tried with its interval, and what comes next."""
    assert progress(saved, as_json=False) == 0
    said = capsys.readouterr().out
    assert "1 of 1" in said
    assert "Next:" in said
    assert progress(saved, as_json=True) == 0
    points = json.loads(capsys.readouterr().out)["points"]
    assert sum(one["tries"] for one in points) == 1


def test_a_record_becomes_statements(saved: Path, tmp_path: Path) -> None:
    """The file holds one for each decision."""
    out = tmp_path / "statements.json"
    assert export(saved, ("4711", "https://agency.example"), out) == 0
    assert len(json.loads(out.read_text())) == 1
    out.unlink()
    assert export(saved, ("4711", "agency"), out) == 2
    assert not out.exists()


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    """Exit code 1, as for any file with problems."""
    bad = tmp_path / "bad.json"
    bad.write_text('{"attempts": 3}')
    assert progress(bad, as_json=False) == 1
