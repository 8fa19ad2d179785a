"""The drills that ship, and what a drill's file may not say."""

from pathlib import Path

import pytest

from warmzone.evidence.decisions import point_rows
from warmzone.scenario.problems import Invalid
from warmzone.training.drills.drill import drills, load_drill, points_drilled

SHIPPED = Path("src/warmzone/training/drills/shipped")


def test_every_decision_point_is_drilled() -> None:
    """Every shipped drill loads, and together they ask of all the doctrine's decision points."""
    assert len(drills()) == len(list(SHIPPED.glob("*.toml")))
    assert points_drilled() == tuple(point_rows())


@pytest.mark.parametrize("name", list(drills()))
def test_the_time_to_decide_is_not_longer_than_doctrine_allows(name: str) -> None:
    """A drill gives no more seconds than the decision point may take on the ground."""
    drill = drills()[name]
    assert drill.seconds <= point_rows()[drill.point].within_s


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    """A file with several mistakes names them all, each with what is allowed."""
    text = (SHIPPED / "13-rtf-asks.toml").read_text(encoding="utf-8")
    text = text.replace('"arcade-thin-shift"', '"arcade"').replace('"clear_rtf_in"', '"let_in"')
    text = text.replace("{team} stands ready", "{crew} stands ready").replace('"right"', '"wrong"')
    file = tmp_path / "bad.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_drill(file)
    told = "\n".join(map(str, caught.value.problems))
    for word in ("'arcade'", "'let_in'", "{crew}", "no right one"):
        assert word in told


def test_a_wrong_shape_is_told(tmp_path: Path) -> None:
    """A missing field is named."""
    file = tmp_path / "short.toml"
    file.write_text('format = "warmzone-drill/1"\n', encoding="utf-8")
    with pytest.raises(Invalid, match="point"):
        load_drill(file)
