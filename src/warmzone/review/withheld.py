"""A review without figures in lives: for those to whom they are not released yet."""

from msgspec.structs import replace

from warmzone.review.shapes import (
    AreaTruth,
    CasualtyRow,
    Comparison,
    CurvePoint,
    Frame,
    Line,
    Review,
    Statement,
)

LIVES = frozenset({"deaths", "savable_deaths"})
"""The measures that count lives."""

HELD = "Figures in lives are the instructor's until they release them."


def without_lives(review: Review) -> Review:
    """The same review; who died, who was savable and how many is nowhere in it."""
    kept = [one for one in review.lines if not one.lives and one.tone != "outcome"]
    if len(kept) < len(review.lines):
        happened = sum(one.tone == "happened" for one in kept)
        kept.insert(happened, Line(HELD, "outcome"))
    deaths = {one.text for one in review.timeline if one.lives}
    return replace(
        review,
        lives=False,
        lines=kept,
        outcome=_values(review.outcome),
        comparison=_comparison(review.comparison),
        casualties=[_casualty(one) for one in review.casualties],
        frames=[_frame(one) for one in review.frames],
        timeline=[one for one in review.timeline if not one.lives],
        curves=[_waited(one) for one in review.curves],
        statements=[_statement(one, deaths) for one in review.statements],
    )


def _values(values: dict[str, float | None]) -> dict[str, float | None]:
    return {name: value for name, value in values.items() if name not in LIVES}


def _comparison(comparison: Comparison) -> Comparison:
    return replace(
        comparison,
        measures=[one for one in comparison.measures if one.name not in LIVES],
        yours=_values(comparison.yours),
        others=[replace(one, values=_values(one.values)) for one in comparison.others],
    )


def _casualty(one: CasualtyRow) -> CasualtyRow:
    return replace(one, dead_s=None, savable=False, fate="", gap="")


def _statement(one: Statement, deaths: set[str]) -> Statement:
    return replace(one, hidden=[text for text in one.hidden if not _says(text, deaths)])


def _says(text: str, deaths: set[str]) -> bool:
    return any(death in text for death in deaths)


def _frame(frame: Frame) -> Frame:
    """The picture of what was true, with everybody as they were hurt; what was told stays.

    Who was killed at once is not in it: a red who turned grey would else be seen to die.
    """
    return replace(frame, truth_areas=[_as_hurt(one) for one in frame.truth_areas])


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
