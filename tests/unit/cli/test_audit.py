"""The command `audit`."""

import json
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from tests import schedules
from tests.unit.training.audit.test_own_study import PLAN
from warmzone.cli.app import app
from warmzone.training.audit.shares import LABELS


def call(*arguments: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["audit", *map(str, arguments)])


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course schedule."""
    path = tmp_path / "course.csv"
    path.write_bytes(schedules.as_csv())
    return path


def test_json(course: Path) -> None:
    """One JSON object with every programme: lessons with shares that add to 1, split, problems."""
    done = call(course, "--json")
    assert done.exit_code == 0
    (programme,) = json.loads(done.stdout)["programmes"]
    assert programme["file"] == "course.csv"
    assert programme["minutes_total"] == 390
    assert set(programme["split"]) == set(LABELS)
    assert sum(programme["split"].values()) == pytest.approx(1.0, abs=1e-3)
    assert [problem["code"] for problem in programme["problems"]] == ["left_out"]
    for lesson in programme["lessons"]:
        assert {"title", "minutes", "shares", "confidence", "reason"} <= set(lesson)
        assert set(lesson["shares"]) == set(LABELS)
        assert sum(lesson["shares"].values()) == pytest.approx(1.0)


def test_the_shape_of_json_is_the_one_that_is_promised(course: Path) -> None:
    """Key by key, with the kind of every value; what else is there stands beside these."""
    (programme,) = json.loads(call(course, "--json").stdout)["programmes"]
    kinds = {"file": str, "lessons": list, "minutes_total": int, "split": dict, "problems": list}
    assert {key: type(programme[key]) for key in kinds} == kinds
    told = {"title": str, "minutes": int, "shares": dict, "confidence": float, "reason": str}
    for lesson in programme["lessons"]:
        assert {key: type(lesson[key]) for key in told} == told
        assert list(lesson["shares"]) == ["medical", "movement", "command", "threat", "other"]


def test_a_plan_is_the_agencys_own_study(course: Path, tmp_path: Path) -> None:
    """Its best split and the one nearest to the programme are told; a bad one is refused."""
    place = tmp_path / "plan"
    place.mkdir()
    (place / "plan.json").write_bytes(msgspec.json.encode(PLAN))
    done = call(course, "--plan", place)
    assert done.exit_code == 0
    assert "Tarnwick police" in done.stdout
    study = json.loads(call(course, "--plan", place, "--json").stdout)["programmes"][0]
    assert study["compared"]["study"]["best"]["split"]["medical"] == 0.75
    assert "--plan" in call(course).stdout
    assert call(course, "--plan", course).exit_code == 1
    assert call(course, "--plan", tmp_path / "nowhere").exit_code == 2


def test_for_people(course: Path) -> None:
    """Without --json it tells lessons, split, whose the estimate is, and what it is for."""
    done = call(course)
    assert done.exit_code == 0
    for words in ("Bleeding", "390 minutes", "not measured", "not for use in a live incident"):
        assert words in done.stdout


def test_corrections(course: Path, tmp_path: Path) -> None:
    """A file of corrections is applied."""
    kept = tmp_path / "kept.csv"
    kept.write_text("lesson,threat\nBleeding control and tourniquets,1\n")
    done = call(course, "--corrections", kept, "--json")
    lessons = json.loads(done.stdout)["programmes"][0]["lessons"]
    assert [one["corrected"] for one in lessons].count(True) == 1
    assert lessons[1]["shares"]["threat"] == 1.0


def test_bad_files_do_not_hide_good_ones(course: Path, tmp_path: Path) -> None:
    """Each file that cannot be read gives one line on standard error; the others are audited."""
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"no workbook")
    done = call(broken, course, "--json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert [one["file"] for one in told["programmes"]] == ["course.csv"]
    assert [one["file"] for one in told["refused"]] == ["broken.xlsx"]
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_wrong_use(course: Path, tmp_path: Path) -> None:
    """A file that is not there, no file at all, or a trial beside files is wrong use."""
    assert call(tmp_path / "nothing.csv").exit_code == 2
    assert call().exit_code == 2
    assert call(course, "--trial", tmp_path).exit_code == 2
    assert call("--trial", tmp_path / "nowhere").exit_code == 2


def test_bad_corrections_stop_the_audit(course: Path, tmp_path: Path) -> None:
    """Nothing is audited with corrections that cannot be meant."""
    kept = tmp_path / "kept.csv"
    kept.write_text("lesson,threat\nAirway,7x\n")
    done = call(course, "--corrections", kept, "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["programmes"] == []
    assert "kept.csv" in done.stderr


def test_trial(tmp_path: Path) -> None:
    """The trial of a folder prints its figures."""
    (tmp_path / "one.csv").write_text("lesson,minutes\nTourniquets,60\nUnified command,60\n")
    (tmp_path / "labels.csv").write_text(
        "file,lesson,label,label2,share2\none.csv,Tourniquets,medical,,\n"
        "one.csv,Unified command,command,,\n"
    )
    done = call("--trial", tmp_path, "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["as_shipped"]["overlap_by_minutes"] == 1.0
    assert "By label" in call("--trial", tmp_path).stdout
