"""Which pages these are: what was kept of a review is shown only by the program that made it."""

from functools import cache
from hashlib import sha256
from pathlib import Path

REVIEW = Path(__file__).parent
MADE_BY = (REVIEW, REVIEW.parent / "measures")
LETTERS = 12


@cache
def form() -> str:
    """A digest of the programs that find and word what a review says."""
    found = sha256()
    for folder in MADE_BY:
        for path in sorted(folder.rglob("*.py")):
            found.update(path.relative_to(REVIEW.parent).as_posix().encode())
            found.update(path.read_bytes())
    return found.hexdigest()[:LETTERS]
