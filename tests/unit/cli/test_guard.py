"""How long commands end when they cannot go on."""

from pathlib import Path

import pytest

from warmzone.cli.guard import STOPPED, guarded, made_folder
from warmzone.cli.opening import OK, PROBLEMS, WRONG_USE, WrongUseError
from warmzone.scenario.problems import Invalid, Problem
from warmzone.studies.engines import EngineMissingError


def raising(error: BaseException) -> int:
    """Ends by that error."""
    raise error


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (Invalid([Problem("a.toml", "points", "0", "1 to 10")]), PROBLEMS, "a.toml"),
        (WrongUseError("no such thing"), WRONG_USE, "no such thing"),
        (EngineMissingError("not installed"), WRONG_USE, "not installed"),
        (KeyboardInterrupt(), STOPPED, "goes on from there"),
        (RuntimeError("3 incidents ended as a defect"), PROBLEMS, "defect"),
        (OSError("disk full"), PROBLEMS, "disk full"),
    ],
)
def test_each_end_has_its_code_and_its_words(
    error: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is printed as a traceback, and standard output stays empty."""
    assert guarded(lambda: raising(error), False) == code
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""


def test_work_that_ends_well_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """Its own code, and no word."""
    assert guarded(lambda: OK, False) == OK
    assert capsys.readouterr().err == ""


def test_a_defect_of_the_program_is_not_hidden() -> None:
    """What is no known end goes on as it is."""
    with pytest.raises(ZeroDivisionError):
        guarded(lambda: raising(ZeroDivisionError()), False)


def test_a_folder_is_made_before_the_work(tmp_path: Path) -> None:
    """With all above it; where a file is in the way, the error says what is wanted."""
    made_folder(tmp_path / "a" / "b")
    made_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_text("x")
    with pytest.raises(WrongUseError, match="give a folder that can be written to"):
        made_folder(tmp_path / "file" / "below")
