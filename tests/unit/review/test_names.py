"""The small phrases that sentences are made of."""

import pytest

from warmzone.review.names import lasting, sentence


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(1, "1 second"), (45, "45 seconds"), (60, "1 min"), (75, "75 seconds"), (90, "1 min 30 s"),
     (125, "2 min 05 s"), (1500, "25 min")],
)  # fmt: skip
def test_whole_minutes_are_said_without_seconds(seconds: float, told: str) -> None:
    """A length is told as a person says it."""
    assert lasting(seconds) == told


def test_what_stands_alone_begins_with_a_capital() -> None:
    """Only the first letter changes; nothing stays nothing."""
    assert (sentence("takes command, inside"), sentence("MED1: wait"), sentence("")) == (
        "Takes command, inside", "MED1: wait", "",
    )  # fmt: skip
