"""Unconfirmed doctrine is named wherever it was in force, and nowhere else."""

import msgspec
import pytest

from tests.played import open_drill
from tests.tiny import scenario
from warmzone.evidence.profiles import profiles
from warmzone.exercise.commands import End
from warmzone.review.doctrine import doctrine_sentence, rules_name
from warmzone.review.report.after_action import after_action
from warmzone.review.report.document import document
from warmzone.review.story import review
from warmzone.scenario.incident import Scenario
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.ids import CommandId


@pytest.mark.parametrize("name", sorted(profiles()))
def test_every_unconfirmed_rule_has_words(name: str) -> None:
    """Each rule of each profile is said; a profile without any says that it has none."""
    on, off = (scenario("none", profile=name, unconfirmed=switch) for switch in (True, False))
    told = doctrine_sentence(on)
    assert profiles()[name].name in told
    assert ("has none" in told) is (not profiles()[name].unconfirmed)
    assert doctrine_sentence(off) == ""
    assert rules_name(off) == profiles()[name].name
    assert rules_name(on) == f"{profiles()[name].name}, with unconfirmed rules"


@pytest.mark.parametrize("unconfirmed", [True, False])
def test_the_review_says_that_it_was_played_so(unconfirmed: bool) -> None:
    """From the log alone, on the page and in both reports; nothing of it where it was not."""
    writer, prepared = open_drill(unconfirmed=unconfirmed)
    kept = msgspec.json.decode(writer.header.scenario, type=Scenario)
    assert kept.unconfirmed is unconfirmed
    end_ms = writer.opened.hand_over_ms + 20_000
    writer.do(End(CommandId("end")), end_ms, Seat.TACTICAL, "end")
    made = review(writer.header, writer.rows())
    assert made.claim == "same"
    assert made.doctrine == doctrine_sentence(prepared.scenario)
    assert made.doctrine.startswith("Played with unconfirmed doctrine") is unconfirmed
    for report in (document(made, None), after_action(made, None)):
        told = " ".join(text for section in report.sections for text in section.sentences)
        assert ("unconfirmed doctrine" in told) is unconfirmed
