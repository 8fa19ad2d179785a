"""A review without figures in lives says nowhere who died."""

import msgspec
from msgspec.structs import replace

from warmzone.review.shapes import AreaTruth, CurvePoint, Entry, Frame, Review
from warmzone.review.withheld import HELD, LIVES, without_lives


def with_a_death_untold(made: Review) -> Review:
    """The same, with one who died at the scene and was not told of, beside what was expected."""
    dies = "a casualty dies at the scene: Hall"
    death = Entry(900.0, "hidden", "Truth", dies, lives=True)
    said = replace(made.statements[0], hidden=[f"15:00 Truth: {dies}"])
    return replace(made, timeline=[*made.timeline, death], statements=[said])


def test_nothing_of_it_says_who_died(made: Review) -> None:
    """No death stands in its lines, measures, casualties, timeline, pictures or statements."""
    assert made.outcome["deaths"]
    made = with_a_death_untold(made)
    held = without_lives(made)
    assert not held.lives
    outcome = next(one.text for one in made.lines if one.tone == "outcome")
    assert outcome not in [one.text for one in held.lines]
    assert HELD in [one.text for one in held.lines]
    tones = [one.tone for one in held.lines]
    assert tones == sorted(tones, key=["happened", "outcome", "stood_out", "went_well"].index)
    assert LIVES.isdisjoint(held.outcome)
    assert LIVES.isdisjoint(one.name for one in held.comparison.measures)
    assert all(LIVES.isdisjoint(one.values) for one in held.comparison.others)
    assert not any(one.fate or one.gap or one.savable for one in held.casualties)
    assert all(one.dead_s is None for one in held.casualties)
    assert all(area.grey == 0 for frame in held.frames for area in frame.truth_areas)
    for word in (" dies", " died"):
        assert word in msgspec.json.encode(made).decode()
        assert word not in msgspec.json.encode(held).decode()


def test_no_picture_and_no_curve_falls_by_a_death(made: Review) -> None:
    """A red who died uncared for still lies there red and still waits."""
    alive = AreaTruth(3, 2, 0, 1, 1, 0)
    later = AreaTruth(3, 0, 0, 1, 3, 0, was_red=2)
    made = replace(
        made,
        frames=[Frame(0, truth_areas=[alive]), Frame(10, truth_areas=[later])],
        curves=[CurvePoint(0, 2, 1), CurvePoint(10, 0, 1, died=2)],
    )
    held = without_lives(made)
    assert [one.truth_areas[0] for one in held.frames] == [AreaTruth(3, 2, 0, 1, 0, 0)] * 2
    assert [(one.untreated, one.untasked, one.died) for one in held.curves] == [(2, 1, 0)] * 2


def test_what_was_done_stays(made: Review) -> None:
    """Orders, clocks, what the seat was told and the rest of the casualties are untouched."""
    held = without_lives(made)
    assert held.clocks == made.clocks
    assert held.by_team == made.by_team
    assert [one.text for one in held.timeline if one.kind == "order"] == [
        one.text for one in made.timeline if one.kind == "order"
    ]
    assert [one.seen_s for one in held.casualties] == [one.seen_s for one in made.casualties]
    assert [one.belief_areas for one in held.frames] == [one.belief_areas for one in made.frames]
