"""The record: it comes back as it was written, and anything else is refused in words."""

from datetime import UTC, datetime

import pytest

from tests.attempts import attempt
from warmzone.scenario.problems import Invalid
from warmzone.training.drills.record import MOST_BYTES, Record, judge, read_record, write_record

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)


def test_it_comes_back() -> None:
    """What is exported is read again, each attempt the same."""
    record = Record(attempts=[attempt(at=NOW), attempt(at=NOW, verdict="wrong", choice="")])
    assert read_record(write_record(record), "record.json") == record


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"rubbish", "record"),
        (b'{"format": "other/1", "attempts": []}', "other/1"),
        (b'{"format": "warmzone-drill-record/1", "attempts": [{}]}', "id"),
        (b" " * (MOST_BYTES + 1), "MB"),
    ],
)
def test_what_is_no_record_is_refused(data: bytes, word: str) -> None:
    """The sentence says what is wrong."""
    with pytest.raises(Invalid, match=word):
        read_record(data, "record.json")


def test_silence_is_wrong() -> None:
    """Not deciding is scored as a decision missed, as is a choice that the drill has not."""
    assert judge("rtf-asks", "go") == "right"
    assert judge("rtf-asks", "") == "wrong"
    assert judge("rtf-asks", "dance") == "wrong"
