"""A study file is opened whole, or everything that is wrong with it is said at once."""

from pathlib import Path

import pytest

from warmzone.scenario.problems import Invalid
from warmzone.studies.shelf import shipped_studies
from warmzone.studies.study_file import open_study

SOUND = """
format = "warmzone-study/1"
id = "mine"
name = "Mine"
question = "What?"
points = 2
[[incidents]]
id = "one"
scenario = "robbery-single-casualty"
[[arms]]
id = "nobody"
commander = "nobody"
[[arms]]
id = "interior"
commander = "interior"
"""


def problems(tmp_path: Path, text: str) -> str:
    """What is said of a file with that text, one problem a line."""
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        open_study(path)
    return str(caught.value)


@pytest.mark.parametrize("path", shipped_studies().values(), ids=shipped_studies())
def test_every_shipped_study_is_sound(path: Path) -> None:
    """And its file's name is its id."""
    assert open_study(path).study.id == path.stem


def test_every_problem_is_said_at_once(tmp_path: Path) -> None:
    """Unknown scenarios, rules, numbers, measures and ranges each with their place."""
    text = SOUND.replace("robbery-single", "robbery-singel").replace(
        'commander = "interior"',
        'commander = "interior"\nrules = { quiet_secs = 3.0 }\nnumbers = { drag = 1.0 }',
    )
    text += '[[uncertain]]\nname = "decision_sec"\n[[uncertain]]\nname = "limb.walks_p"\n'
    text += '[[uncertain]]\nname = "lift_s"\nlow = 30.0\n'
    said = problems(tmp_path, text.replace("points = 2", 'points = 2\nmeasures = ["deathz"]'))
    for part in (
        'mine.toml: incidents[0].scenario: "robbery-singel-casualty" is no scenario; did you mean',
        'measures[0]: "deathz" is not allowed; did you mean "deaths"',
        'arms[1].rules: "quiet_secs" is not allowed; did you mean "quiet_s"',
        'arms[1].numbers: "drag" is not allowed; ',
        'uncertain[0].name: "decision_sec" is not allowed; did you mean "decision_s"',
        "uncertain[1]: limb.walks_p has no range in the table is not allowed; low, high and why",
        "uncertain[2].why: nothing is not allowed; a reason",
        "uncertain[2]: 30 to 40 is not allowed; a range about the stated value 20",
    ):
        assert part in said


def test_wrong_shapes_are_named_by_their_place(tmp_path: Path) -> None:
    """A word for a number, an unknown key, a missing arm: each with what is allowed."""
    text = SOUND.replace("points = 2", 'points = "many"\npoint = 3')
    said = problems(tmp_path, text.replace("[[arms]]", "[[arm]]"))
    assert 'points: "many"' in said
    assert "point" in said
    assert "arms" in said


def test_what_is_put_in_place_of_the_scenario_is_checked_as_such(tmp_path: Path) -> None:
    """An incident that the scenario's rules refuse is refused in the study, with its place."""
    said = problems(tmp_path, SOUND.replace('casualty"', 'casualty"\nhurt = {low = 9, high = 2}'))
    assert "incidents[0]: casualties.hurt" in said


def test_a_stop_must_be_possible(tmp_path: Path) -> None:
    """It names two arms and a measure that are there, and more points than the first look."""
    stop = '[stop]\nmeasure="deaths"\narm="nobody"\nagainst="nobody"\nhalf_width=0.1\nmost_points=2'
    said = problems(tmp_path, SOUND.replace("points = 2", "points = 4") + stop)
    assert "stop.against" in said
    assert "stop.most_points: 2 is not allowed; at least points, 4" in said
