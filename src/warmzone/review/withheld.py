"""A review without figures in lives: for those to whom they are not released yet.

Nothing in it hangs on a death that the seat was not told of: not a count, not which lines found
room, not which rows of a moment are said to have changed. Nor does it name the luck: whoever has
the program and the seed can play the incident again and see all of it.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from warmzone.review.ratings import proposals
from warmzone.review.shapes import (
    AreaTruth,
    CasualtyRow,
    Comparison,
    CurvePoint,
    Entry,
    Frame,
    ProbeRow,
    ProbeView,
    Review,
    Statement,
    killed_at_once,
)
from warmzone.vocabulary.codes import Triage

LIVES = frozenset({"deaths", "savable_deaths", "casualties"})
"""The measures that count lives, or whom nobody could have helped with all others."""

HELD = "Figures in lives are the instructor's until they release them."

LOST = "a report"
"""What stands for one that never reached the seat: it may tell of the dead."""


def without_lives(review: Review) -> Review:
    """The same review; who died, who was savable and how many is nowhere in it."""
    deaths = {one.text for one in review.timeline if one.lives}
    held = replace(
        review,
        lives=False,
        lines=review.held_lines,
        held_lines=[],
        outcome=_values(review.outcome),
        comparison=_comparison(review.comparison),
        casualties=_casualties(review.casualties),
        frames=_frames(review.frames),
        timeline=[_entry(one) for one in review.timeline if not one.lives],
        curves=[_waited(one) for one in review.curves],
        statements=[_statement(one, deaths) for one in review.statements],
        probes=[_probe(one) for one in review.probes],
        notes=[],
        digest="",
        seed=None,
    )
    return replace(held, ratings=proposals(held))


def _values(values: dict[str, float | None]) -> dict[str, float | None]:
    return {name: value for name, value in values.items() if name not in LIVES}


def _comparison(comparison: Comparison) -> Comparison:
    return replace(
        comparison,
        measures=[one for one in comparison.measures if one.name not in LIVES],
        yours=_values(comparison.yours),
        others=[replace(one, values=_values(one.values)) for one in comparison.others],
    )


def _casualties(rows: Sequence[CasualtyRow]) -> list[CasualtyRow]:
    """Those whom somebody could have helped, numbered among themselves.

    What responders judged is left out: whom they found dead they judged grey.
    """
    helped = [one for one in rows if not killed_at_once(one)]
    return [
        replace(
            one,
            number=place,
            judged=Triage.UNSEEN,
            dead_s=None,
            savable=False,
            fate="",
            gap="",
        )
        for place, one in enumerate(helped, 1)
    ]


def _entry(one: Entry) -> Entry:
    lost = one.kind == "report" and one.heard_s is None
    return replace(one, text=LOST) if lost else one


def _statement(one: Statement, deaths: set[str]) -> Statement:
    return replace(one, hidden=[text for text in one.hidden if not _says(text, deaths)])


def _says(text: str, deaths: set[str]) -> bool:
    return any(death in text for death in deaths)


def _frames(frames: Sequence[Frame]) -> list[Frame]:
    """The picture of what was true, with everybody as they were hurt; what was told stays.

    Who was killed at once is not in it: a red who turned grey would else be seen to die. A row that
    changed by a death alone is left out with it.
    """
    last: dict[int, AreaTruth] = {}
    held = []
    for frame in frames:
        rows = []
        for row in map(_as_hurt, frame.truth_areas):
            if row != last.get(row.area, AreaTruth(row.area, 0, 0, 0, 0, 0)):
                last[row.area] = row
                rows.append(row)
        held.append(replace(frame, truth_areas=rows))
    return held


def _as_hurt(one: AreaTruth) -> AreaTruth:
    red, yellow, green = (
        one.red + one.was_red,
        one.yellow + one.was_yellow,
        one.green + one.was_green,
    )
    return AreaTruth(one.area, red, yellow, green, 0, one.exposed)


def _waited(one: CurvePoint) -> CurvePoint:
    """Who died uncared for still waits: a curve that falls by a death would tell it."""
    return CurvePoint(one.at_s, one.untreated + one.died, one.untasked)


def _probe(one: ProbeView) -> ProbeView:
    """The answers, and whether they agreed with what had been told."""
    return replace(one, awareness=None, rows=[_row(row) for row in one.rows])


def _row(one: ProbeRow) -> ProbeRow:
    return replace(one, true="", against_truth=None)
