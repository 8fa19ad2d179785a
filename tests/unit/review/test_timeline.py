"""The timeline tells who did what, when, and marks what nobody was told."""

from warmzone.review.shapes import Entry, Review
from warmzone.scenario.library import open_scenario


def of_kind(made: Review, *kinds: str) -> list[Entry]:
    """The entries of some kinds."""
    return [entry for entry in made.timeline if entry.kind in kinds]


def test_entries_come_by_time(made: Review) -> None:
    """A reader can read downwards."""
    times = [entry.at_s for entry in made.timeline]
    assert times == sorted(times)
    assert times[-1] == made.end_s


def test_orders_before_the_hand_over_are_the_automatic_commanders(made: Review) -> None:
    """Nobody is shown as having said what was said before they sat down."""
    orders = of_kind(made, "order", "zone", "answer")
    early = {entry.who for entry in orders if entry.at_s < made.start_s}
    late = {entry.who for entry in orders if entry.at_s > made.start_s}
    assert early == {"Automatic (clear-first)"}
    assert late == {"You"}


def test_a_refused_order_is_there_with_its_reason(made: Review) -> None:
    """What was asked for in vain is part of the story."""
    (refused,) = of_kind(made, "refused")
    assert refused.at_s == made.start_s + 1
    assert refused.note == "refused: command was held already"
    assert refused.text == "takes command, inside"


def test_a_report_says_when_it_was_seen_and_when_it_was_heard(made: Review) -> None:
    """Late information shows as late."""
    late = [entry for entry in of_kind(made, "report") if entry.note.startswith("seen ")]
    assert late
    assert all(entry.heard_s == entry.at_s for entry in late)


def test_a_caller_is_quoted_once(made: Review) -> None:
    """A call that tells of casualties and of the threat is one entry, in the scenario's words."""
    scenario, _ = open_scenario(made.scenario)
    said = [one.text for one in scenario.reports if one.source == "caller"]
    calls = [entry.text for entry in made.timeline if entry.who == "A caller"]
    assert calls == said
    assert calls


def test_requests_to_come_in_and_their_answers_are_told(made: Review) -> None:
    """Both sides of the conversation are there."""
    asked = {entry.team for entry in of_kind(made, "request")}
    answered = {entry.team for entry in of_kind(made, "answer")}
    assert asked
    assert answered <= asked


def test_what_was_true_and_not_told_is_marked(made: Review) -> None:
    """The course of the hazard stands in the timeline as nobody's report."""
    hidden = of_kind(made, "hidden")
    assert hidden[0].text.startswith("the threat is active in ")
    assert {entry.who for entry in hidden} == {"Truth"}


def test_clocks_stand_where_they_were_reached(made: Review) -> None:
    """Every benchmark that was reached is an entry at its time, and no other."""
    reached = {one.label: one.at_s for one in made.clocks if one.at_s}
    assert {entry.text: entry.at_s for entry in of_kind(made, "clock")} == reached
