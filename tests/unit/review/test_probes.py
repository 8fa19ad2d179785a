"""A probe's answer stands beside what was told and what was true at that moment."""

from tests.played import NOTED
from warmzone.measures.awareness import QUESTIONS
from warmzone.review.shapes import Review


def test_a_probe_is_scored_against_truth_and_against_belief(made: Review) -> None:
    """Who said that they knew nothing is right about nothing but what was unknown."""
    (probe,) = made.probes
    assert probe.answered
    assert probe.at_s == made.start_s + 90
    rows = {row.name: row for row in probe.rows}
    assert list(rows) == [question.name for question in QUESTIONS]
    assert (rows["teams"].against_belief, rows["reds"].against_truth) == (0.0, 0.0)
    assert rows["reds"].said == "0"
    assert int(rows["reds"].true) > 0
    assert rows["command"].said == rows["command"].told
    assert (rows["command"].against_belief, rows["command"].against_truth) == (1.0, 1.0)
    parts = [row.against_truth for row in probe.rows if row.against_truth is not None]
    assert probe.awareness == sum(parts) / len(parts)


def test_what_was_told_is_what_the_replay_shows(made: Review) -> None:
    """The reds that the seat had been told of are those of the belief at that moment."""
    (probe,) = made.probes
    told = {row.name: row.told for row in probe.rows}
    reds: dict[int, int] = {}
    for frame in made.frames:
        if frame.at_s <= probe.at_s:
            reds |= {area.area: area.red for area in frame.belief_areas}
    assert int(told["reds"]) == sum(reds.values())


def test_notes_are_kept_with_their_time_and_no_name(made: Review) -> None:
    """A note names a seat; it stands in the timeline too."""
    (note,) = made.notes
    assert (note.text, note.seat, note.at_s) == (NOTED, "evaluator", made.start_s + 90)
    assert any(NOTED in entry.text for entry in made.timeline)
