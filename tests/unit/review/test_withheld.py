"""A review without figures in lives hangs on no death that the seat was not told of."""

from collections.abc import Callable, Sequence
from dataclasses import replace as other_than

import msgspec
import numpy as np
import pytest
from msgspec.structs import replace

from tests.logged import logged
from warmzone.eventlog import Header, Row
from warmzone.kernel.world_arrays import World
from warmzone.review import story
from warmzone.review.category import category_when_hurt
from warmzone.review.rebuild import Rebuilt, Terms
from warmzone.review.shapes import AreaTruth, CurvePoint, Entry, Frame, Review
from warmzone.review.story import review
from warmzone.review.withheld import HELD, LIVES, LOST, without_lives
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Triage, Wound

Log = tuple[Header, list[Row]]
Fates = Callable[[np.ndarray, World], None]


def nobody_died(people: np.ndarray, world: World) -> None:
    """Everybody lives as they were hurt, and nobody was judged to be dead."""
    people["dead_ms"] = -1
    for one in people:
        if one["wound"] != Wound.KILLED:
            one["triage"] = category_when_hurt(world, one)
    people["seen"][people["seen"] == Triage.GREY] = Triage.RED


def everybody_died(people: np.ndarray, _world: World) -> None:
    """Whoever was hurt died then and there, and whoever was seen was judged to be dead."""
    hurt = people["hurt_ms"] >= 0
    people["dead_ms"][hurt] = people["hurt_ms"][hurt]
    people["triage"][hurt] = Triage.GREY
    people["seen"][people["seen"] != Triage.UNSEEN] = Triage.GREY


def with_other_fates(fates: Fates, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reviews are made from now on as if other people had died; the incident goes on as it did."""
    real = story.rebuild

    def rebuild(
        header: Header, rows: Sequence[Row], look: Callable[[Run], None], terms: Terms
    ) -> Rebuilt:
        def seen(run: Run, do: Callable[[], None]) -> None:
            kept = run.state.people.copy()
            fates(run.state.people[: int(run.state.clock[0]["person_count"])], run.prepared.world)
            do()
            run.state.people[:] = kept

        after = terms.after
        assert after is not None
        terms = other_than(terms, after=lambda entry, run: seen(run, lambda: after(entry, run)))
        made = real(header, rows, lambda run: seen(run, lambda: look(run)), terms)
        state = made.run.state
        fates(state.people[: int(state.clock[0]["person_count"])], made.prepared.world)
        return made

    monkeypatch.setattr(story, "rebuild", rebuild)


@pytest.mark.parametrize("fates", [nobody_died, everybody_died])
@pytest.mark.parametrize("whose", ["drill", "nobody commands"])
def test_not_a_byte_hangs_on_a_death_untold(
    fates: Fates, whose: str, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With other fates that reached nobody a trainee's review is the same; the whole one is not."""
    monkeypatch.setattr("warmzone.review.comparison.NAMES", ("interior",))
    log = log if whose == "drill" else logged([])
    whole = review(*log)
    with_other_fates(fates, monkeypatch)
    other = review(*log)
    assert msgspec.json.encode(other) != msgspec.json.encode(whole)
    held, again = without_lives(whole), without_lives(other)
    for name in held.__struct_fields__:
        assert getattr(held, name) == getattr(again, name), name
    assert msgspec.json.encode(held) == msgspec.json.encode(again)


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
    assert held.seed is None
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
    """A red who died uncared for still lies there red and still waits; no row says who died when.

    Where somebody killed at once lies nothing is to be seen.
    """
    alive = AreaTruth(3, 2, 0, 1, 1, 0)
    later = AreaTruth(3, 0, 0, 1, 3, 0, was_red=2)
    killed = AreaTruth(4, 0, 0, 0, 1, 0)
    gone = AreaTruth(3, 0, 0, 0, 0, 0)
    made = replace(
        made,
        frames=[
            Frame(0, truth_areas=[alive, killed]),
            Frame(10, truth_areas=[later]),
            Frame(20, truth_areas=[gone]),
        ],
        curves=[CurvePoint(0, 2, 1), CurvePoint(10, 0, 1, died=2)],
    )
    held = without_lives(made)
    assert [one.truth_areas for one in held.frames] == [[AreaTruth(3, 2, 0, 1, 0, 0)], [], [gone]]
    assert [(one.untreated, one.untasked, one.died) for one in held.curves] == [(2, 1, 0)] * 2


def test_what_was_done_stays(made: Review) -> None:
    """Orders, clocks, what the seat was told and the rest of the casualties are untouched."""
    held = without_lives(made)
    assert held.clocks == made.clocks
    assert held.by_team == made.by_team
    assert [one.text for one in held.timeline if one.kind == "order"] == [
        one.text for one in made.timeline if one.kind == "order"
    ]
    helped = [one for one in made.casualties if one.fate != "killed at once"]
    assert [one.seen_s for one in held.casualties] == [one.seen_s for one in helped]
    assert [one.belief_areas for one in held.frames] == [one.belief_areas for one in made.frames]


def test_a_freeze_tells_what_was_answered_and_no_truth(made: Review) -> None:
    """Answers and their fit with what had been told stay; truth and its shares are left out."""
    (whole,), (held,) = made.probes, without_lives(made).probes
    assert [one.true for one in whole.rows] != [""] * 5
    assert whole.awareness is not None
    assert held.awareness is None
    assert {(one.true, one.against_truth) for one in held.rows} == {("", None)}
    assert held.knew == whole.knew
    assert [(one.said, one.told) for one in held.rows] == [(o.said, o.told) for o in whole.rows]


def test_what_nobody_heard_and_what_evaluators_wrote_is_not_in_it(made: Review) -> None:
    """A report that never reached the seat, and an evaluator's words, may tell of the dead."""
    lost = Entry(800.0, "report", "MED1", "Hall, 2 grey", note="never reached you")
    made = replace(made, timeline=[*made.timeline, lost])
    held = without_lives(made)
    assert made.notes
    assert held.notes == []
    assert not any("evaluator noted" in one.text for one in held.timeline)
    assert held.timeline[-1] == replace(lost, text=LOST)
