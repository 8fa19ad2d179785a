"""What the study of the score says is what was found, goal missed or not."""

from pathlib import Path

import msgspec
import numpy as np
import pytest

from tools.score_page import BEGIN, END, put_in
from warmzone.studies.score.figure import drawn
from warmzone.studies.score.grades import GRADES
from warmzone.studies.score.page import page
from warmzone.studies.score.report import FROM, GOAL, NAMES, sentences, told, write
from warmzone.studies.score.study import MEASURES, Found, Plan


def found(spread: float) -> Found:
    """Scores in which commanders differ by so much beside luck of 1."""
    luck = np.random.default_rng(4)
    shape = (len(GRADES), 4, 5)
    skill = spread * np.arange(len(GRADES))[:, None, None]
    scores = {name: skill + luck.standard_normal(shape) for name in MEASURES}
    points = np.repeat(scores["points"][None], 3, 0)
    priced = np.repeat(np.repeat(scores["lives"][None, ..., None], 4, -1), 3, 0)
    tricks = np.arange(9.0).reshape(3, 3)
    return Found(Plan(seeds=5), scores, points, priced, tricks)


def test_the_goal_is_said_to_be_reached_or_not() -> None:
    """By the coefficient of the decision score from three exercises."""
    assert any("is reached" in one for one in sentences(found(2.0)))
    assert any("is not reached" in one for one in sentences(found(0.0)))


def test_the_files_hold_what_is_told(tmp_path: Path) -> None:
    """The table is the object; the figure is a drawing with a line for each measure."""
    made = found(1.0)
    table, figure = write(made, tmp_path)
    assert msgspec.json.decode(table.read_bytes()) == msgspec.json.decode(
        msgspec.json.encode(told(made))
    )
    figure_text = drawn(made, GOAL, FROM)
    assert figure.read_text(encoding="utf-8") == figure_text
    assert figure_text.count("<polyline") == len(MEASURES) + 2


def test_leaving_one_out_brackets_the_coefficient() -> None:
    """The least and the greatest lie around what all of them give."""
    made = found(0.5)
    low, high = made.range_of("points", FROM)
    assert low <= made.parts("points").relative(FROM) <= high


def test_points_that_follow_lives_agree_with_them() -> None:
    """1 where both rise with skill, near 0 where neither does."""
    assert found(5.0).agreement("lives") > 0.9
    assert abs(found(0.0).agreement("lives")) < 0.7


def test_the_page_holds_every_grade_and_measure() -> None:
    """Each has its row, and what is said of the goal is what the sentences say."""
    made = found(1.0)
    text = page(made)
    assert all(f"| {grade.name}" in text for grade in GRADES)
    assert all(name in text for name in NAMES.values())
    assert next(one for one in sentences(made) if one.startswith("The goal")) in text


def test_a_page_takes_the_section_between_its_marks() -> None:
    """What stands around it stays; a page without marks is refused."""
    text = f"before\n{BEGIN}old\n{END}\nafter\n"
    assert put_in(text, "new\n") == f"before\n{BEGIN}\nnew\n\n{END}\nafter\n"
    with pytest.raises(ValueError, match="not found"):
        put_in("nothing", "new")
