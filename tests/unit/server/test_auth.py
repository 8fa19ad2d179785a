"""Room codes, tokens and the secret behind them."""

import stat
from pathlib import Path

import pytest

from warmzone.server.auth import (
    CODE_LETTERS,
    Place,
    Tokens,
    load_secret,
    new_room_code,
    tidy_code,
)
from warmzone.vocabulary.ids import ExerciseId


def test_codes_can_be_said_aloud() -> None:
    """No letter of a code is taken for a digit or for another."""
    codes = {new_room_code() for _ in range(500)}
    assert len(codes) > 490
    assert not set("".join(codes)) & set("IOSZ0125")
    assert set("".join(codes)) <= set(CODE_LETTERS)


def test_codes_are_read_as_people_type_them() -> None:
    """Small letters, spaces and dashes do not matter."""
    assert tidy_code(" ab-c de ") == "ABCDE"


def test_token_is_read_back() -> None:
    """A token gives the place it was made for."""
    tokens = Tokens("k" * 32)
    place = Place(ExerciseId("x"), "observer")
    assert tokens.read(tokens.issue(place)) == place


@pytest.mark.parametrize("token", ["", ".", "a.b.c", "é", "\x00", "W10.x", "x" * 10_000])
def test_nonsense_is_no_token(token: str) -> None:
    """What was not signed here is nobody's place, and no error."""
    assert Tokens("k" * 32).read(token) is None


def test_token_of_another_server_is_no_token() -> None:
    """Another key, or a changed letter, makes it worthless."""
    token = Tokens("a" * 32).issue(Place(ExerciseId("x"), "tactical"))
    assert Tokens("b" * 32).read(token) is None
    assert Tokens("a" * 32).read("A" + token[1:]) is None


def test_secret_is_made_once_and_kept_private(tmp_path: Path) -> None:
    """The key is the same for the next process and readable by its owner only."""
    file = tmp_path / "data" / "secret"
    first = load_secret(file)
    assert load_secret(file) == first
    assert len(first) == 64
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_broken_secret_is_said(tmp_path: Path) -> None:
    """An empty key file is an error with its place, not a weak key."""
    file = tmp_path / "secret"
    file.write_text("")
    with pytest.raises(OSError, match="a key of 0 letters is not allowed"):
        load_secret(file)
