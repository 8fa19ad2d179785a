"""Who may sit where: a short room code to say aloud, then a signed token."""

import os
import secrets
from pathlib import Path
from typing import Literal, get_args

from itsdangerous import BadSignature, URLSafeSerializer
from msgspec import Struct

from warmzone.vocabulary.ids import ExerciseId

SeatName = Literal["tactical", "observer", "instructor"]

CODE_LETTERS = "ABCDEFGHJKLMNPQRTUVWXY"
"""No I, O, S or Z: they are misread as 1, 0, 5 and 2."""
CODE_LENGTH = 5
SECRET_BYTES = 32


class Place(Struct, frozen=True):
    """What a token stands for."""

    exercise: ExerciseId
    seat: SeatName


def new_room_code() -> str:
    """A code of five letters, about five million of them."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def tidy_code(typed: str) -> str:
    """A typed code as it is kept: capitals, without spaces and dashes."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def load_secret(path: Path) -> str:
    """The signing key, made on first use and readable by its owner only; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(SECRET_BYTES))
    key = path.read_text().strip()
    if len(key) < SECRET_BYTES:
        raise OSError(f"{path}: a key of {len(key)} letters is not allowed; {SECRET_BYTES} or more")
    return key


class Tokens:
    """Makes and reads tokens. They do not run out: an exercise can be taken up days later."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeSerializer(secret, salt="warmzone-seat")

    def issue(self, place: Place) -> str:
        """The token of a place."""
        return str(self._signer.dumps([place.exercise, place.seat]))

    def read(self, token: str) -> Place | None:
        """The place of a token, or None where it was not signed here."""
        try:
            exercise, seat = self._signer.loads(token)
        except (BadSignature, ValueError, TypeError):
            return None
        if seat not in get_args(SeatName) or not isinstance(exercise, str):
            return None
        return Place(ExerciseId(exercise), seat)
