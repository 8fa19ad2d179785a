"""xAPI statements: one for each decision, with what a record store asks for."""

import uuid
from datetime import UTC, datetime, timedelta

from tests.attempts import attempt
from warmzone.interop.xapi import home_problem, statements

NOW = datetime(2027, 3, 1, 8, 30, tzinfo=UTC)


def test_a_decision_is_a_statement() -> None:
    """Actor, verb, object, result and time are there; the id is the attempt's own."""
    made = attempt(at=NOW)
    (one,) = statements([made], "4711", "https://agency.example")
    assert uuid.UUID(one["id"]).version == 4
    assert one["id"] == made.id
    assert one["actor"]["account"] == {"name": "4711", "homePage": "https://agency.example"}
    assert one["verb"]["id"].endswith("/answered")
    assert one["object"]["definition"]["name"] == {"en": "The rescue task force asks to come in"}
    asked = one["object"]["definition"]
    assert one["result"]["response"] in {choice["id"] for choice in asked["choices"]}
    assert one["result"]["response"] in asked["correctResponsesPattern"]
    assert "{" not in asked["choices"][0]["description"]["en"]
    assert one["result"]["success"] is True
    assert one["result"]["duration"] == "PT8.00S"
    assert one["timestamp"] == "2027-03-01T08:30:00.000Z"


def test_silence_is_told_as_not_completed() -> None:
    """Who let the time run out has neither succeeded nor completed."""
    (one,) = statements([attempt(at=NOW, choice="", verdict="wrong")], "a", "b")
    assert one["result"]["completion"] is False
    assert one["result"]["success"] is False


def test_whose_a_name_is_must_be_an_address() -> None:
    """A store refuses an account whose home is none: said before anything is sent."""
    assert home_problem("https://agency.example") == ""
    for home in ("agency", "ftp://agency.example", "https://", "https://agency example"):
        assert "home" in home_problem(home)


def test_the_oldest_comes_first() -> None:
    """Statements are in the order of time, whatever the record's."""
    made = [attempt(at=NOW), attempt(at=NOW - timedelta(days=1))]
    times = [one["timestamp"] for one in statements(made, "a", "b")]
    assert times == sorted(times)
