"""One played drill and its review, made once for the tests of this folder."""

import pytest

from tests.played import played_drill
from warmzone.eventlog import Header, Row
from warmzone.review.shapes import Review
from warmzone.review.story import review


@pytest.fixture(scope="session")
def log() -> tuple[Header, list[Row]]:
    """The log of a finished drill."""
    return played_drill()


@pytest.fixture(scope="session")
def made(log: tuple[Header, list[Row]]) -> Review:
    """Its review."""
    return review(*log)
