"""A review comes from the log alone and is the same each time."""

import msgspec
import pytest

from warmzone.doctrine.commanders import NAMES, automatic
from warmzone.eventlog import Header, Row
from warmzone.exercise.codec import decode_opened
from warmzone.review.bodies import body_sentence
from warmzone.review.rebuild import DigestError, Terms, rebuild
from warmzone.review.report.document import document
from warmzone.review.shapes import Review
from warmzone.review.story import NOTICE, review
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.results import version
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Physiology

Log = tuple[Header, list[Row]]


def test_the_same_log_gives_the_same_review_to_the_byte(log: Log, made: Review) -> None:
    """Nothing but the log goes into a review: no time of day, no luck of its own."""
    assert msgspec.json.encode(review(*log)) == msgspec.json.encode(made)


def test_looking_on_the_way_changes_nothing(log: Log, made: Review) -> None:
    """The run behind a review has the digest of a run that nobody looked at."""
    seen: list[int] = []

    def look(run: Run) -> None:
        seen.append(run.now_ms)

    rebuilt = rebuild(*log, look, Terms(version()))
    assert rebuilt.run.digest() == made.digest
    assert seen == list(range(0, rebuilt.end_ms, 1000))


def test_a_log_that_gives_another_digest_is_not_reviewed(log: Log) -> None:
    """A digest kept at play that the replay does not meet stops the review."""
    with pytest.raises(DigestError, match="540000 ms"):
        review(*log, kept={540_000: "0" * 32})


def test_digests_kept_at_play_are_met(log: Log, made: Review) -> None:
    """Digests of whole minutes from a run that nobody stopped are met by the replay."""
    header, rows = log
    opened = decode_opened(header.about)
    prepared = prepare(*open_scenario(opened.scenario))
    run = Run(prepared, opened.seed, automatic(opened.commander))
    run.advance(300_000)
    assert review(header, rows, kept={300_000: run.digest()}).digest == made.digest


def test_a_log_of_another_version_is_called_recomputed(log: Log) -> None:
    """What was played under another version is shown, and the page says that it may differ."""
    header, rows = log
    older = msgspec.structs.replace(header, results_version="0+none")
    told = review(older, rows)
    assert told.claim == "recomputed"
    assert "may differ" in told.claim_text


def test_a_review_is_complete(made: Review) -> None:
    """Every part of the page is there, and the notice word for word."""
    assert made.notice == NOTICE
    assert 3 <= len(made.lines) <= 10
    assert [one.commander for one in made.comparison.others] == list(NAMES)
    assert made.end_s == 1000.0
    assert made.start_s == 480.0
    assert len(made.casualties) == made.outcome["casualties"]
    assert sum(one.dead_s is not None for one in made.casualties) == made.outcome["deaths"]
    assert [one.number for one in made.casualties] == list(range(1, len(made.casualties) + 1))


def test_a_review_says_how_bodies_ran(made: Review) -> None:
    """Which physiology it was played under and how much faster, in the printed report as well."""
    assert made.bodies == body_sentence(Physiology.HAZARD, 1.0)
    assert "times 2 for teaching" in body_sentence(Physiology.RPM, 2.0)
    assert any(made.bodies in section.sentences for section in document(made, None).sections)


def test_a_drill_compares_from_its_hand_over(made: Review) -> None:
    """What happened before the person had the seat is common to all, and the page says so."""
    assert "from the same hand-over" in made.comparison.how
    before = made.outcome["interior_command"]
    assert before is not None
    assert before < made.start_s
    assert {one.values["interior_command"] for one in made.comparison.others} == {before}


def test_the_person_who_says_what_the_commander_says_has_its_outcome(made: Review) -> None:
    """The comparison is in the same luck: the same orders give the same deaths and clocks."""
    theirs = next(one for one in made.comparison.others if one.commander == "interior")
    for name in ("deaths", "savable_deaths", "casualties", "first_warm_declared"):
        assert theirs.values[name] == made.outcome[name]
