"""How firm a verdict is: whether a comparison near the line, or one uncertain number, turns it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from warmzone.studies.claims.found import Found, Tells, Verdict, number, said, tells, widened
from warmzone.studies.claims.played import Chosen, Played
from warmzone.studies.design import shares, study_ranges
from warmzone.studies.spread import Spread

CLOSE = 0.25
"""An interval whose end lies within this share of its half-width of nought is close to the line."""
ERROR_P = 0.05
MOST_NAMED = 4
FRAGILE = "Fragile"
Decide = Callable[[Sequence[Tells]], Verdict]
"""The plan's rule: a verdict from what each comparison that carries it tells."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A comparison that carries a verdict: an arm less another, over incidents and physiologies.

    `read_with` is for how many comparisons together the interval is widened.
    """

    label: str
    arm: str
    reference: str
    incidents: Chosen = None
    physiologies: Chosen = None
    read_with: int = 1

    @property
    def mix(self) -> dict[str, float]:
        """The weights of the arms."""
        return {self.arm: 1.0, self.reference: -1.0}


@dataclass(frozen=True, slots=True)
class Turn:
    """A number with which a comparison changes sides: its mean in the lower and upper half."""

    label: str
    number: str
    below: float
    above: float


def firmness(
    played: Played, found: Found, carried: Sequence[Carried], decide: Decide
) -> tuple[str, ...]:
    """Whether the verdict is firm, and if not why, by the rule of the analysis plan."""
    spreads = [_spread(played, each) for each in carried]
    close = [(c, s) for c, s in zip(carried, spreads, strict=True) if is_close(s)]
    others = {
        each.label: verdict
        for k, each in enumerate(carried)
        if is_close(spreads[k])
        and (verdict := _if_turned(spreads, k, decide)) != decide([tells(s) for s in spreads])
    }
    turns = [turn for each in carried for turn in turns_of(played, each)]
    lines = [_opening(found.verdict, others, turns)]
    if close:
        told = _few([f"{each.label} ({said(spread)})" for each, spread in close])
        lines.append(f"Close to the line, {len(close)} of {len(carried)} comparisons: {told}.")
    lines += _by_body(played, carried, spreads)
    return tuple(lines)


def with_firmness(
    played: Played, found: Found, carried: Sequence[Carried], decide: Decide
) -> Found:
    """The study as read, with how firm its verdict is said first."""
    lines = firmness(played, found, carried, decide)
    fragile = lines[0].startswith(FRAGILE)
    return replace(found, sentences=(*lines, *found.sentences), fragile=fragile)


def is_close(each: Spread) -> bool:
    """Whether an end of the interval lies so near nought that little would move it across."""
    return abs(abs(each.mean) - each.half_width) < CLOSE * each.half_width


def turns_of(played: Played, carried: Carried) -> list[Turn]:
    """The numbers in whose lower and upper half the difference lies on other sides of nought.

    Only where the halves are told apart, widened for how many numbers are varied.
    """
    values = played.by_point(carried.mix, carried.incidents, carried.physiologies)
    study = played.lowered.study
    ranges = study_ranges(study)
    drawn = shares(len(ranges), study.seed, range(len(values)))
    found = []
    for k, each in enumerate(ranges):
        below, above = (values[side] for side in (drawn[:, k] < 0.5, drawn[:, k] >= 0.5))
        if turned(below, above, ERROR_P / len(ranges)):
            means = float(np.nanmean(below)), float(np.nanmean(above))
            found.append(Turn(carried.label, each.row.name, *means))
    return found


def turned(below: np.ndarray, above: np.ndarray, error_p: float) -> bool:
    """Whether two halves lie on other sides of nought, and are told apart."""
    from scipy import stats

    pair = [half[np.isfinite(half)] for half in (below, above)]
    if min(len(half) for half in pair) < 2 or pair[0].mean() * pair[1].mean() >= 0.0:
        return False
    return bool(stats.ttest_ind(*pair, equal_var=False).pvalue < error_p)


def _if_turned(spreads: Sequence[Spread], k: int, decide: Decide) -> Verdict:
    """The verdict if one comparison fell on the other side of its line."""
    told = [tells(each) for each in spreads]
    side: Tells = "fewer" if spreads[k].mean < 0.0 else "more"
    told[k] = side if told[k] == "cannot tell" else "cannot tell"
    return decide(told)


def _opening(verdict: Verdict, others: Mapping[str, Verdict], turns: Sequence[Turn]) -> str:
    reasons = [
        f"were {label} to fall on the other side of its line, the verdict would be: {other}"
        for label, other in list(others.items())[:MOST_NAMED]
    ]
    reasons += [
        f"{each.label} changes sides with {each.number} ({_hundred(each.below)} in the lower half "
        f"of its range, {_hundred(each.above)} in the upper, in 100 incidents)"
        for each in list(turns)[:MOST_NAMED]
    ]
    if reasons:
        return f"{FRAGILE} ({verdict}): {'; '.join(reasons)}."
    return (
        f"Firm ({verdict}) by the plan's rule: no single comparison close to the line would change "
        "the verdict, and none changes sides with a number that was varied."
    )


def _by_body(played: Played, carried: Sequence[Carried], spreads: Sequence[Spread]) -> list[str]:
    """Which comparisons are told over all physiologies and not, or otherwise, under one."""
    bodies = played.lowered.study.physiologies
    lost = []
    for each, overall in zip(carried, spreads, strict=True):
        if each.physiologies is not None or len(bodies) < 2 or tells(overall) == "cannot tell":
            continue
        for f, body in enumerate(bodies):
            if tells(_spread(played, replace(each, physiologies=[f]))) != tells(overall):
                lost.append(f"{each.label} under {body}")
    return [f"Told over all physiologies but not alone: {_few(lost)}."] if lost else []


def _spread(played: Played, each: Carried) -> Spread:
    found = played.spread(each.mix, incidents=each.incidents, physiologies=each.physiologies)
    return widened(found, each.read_with)


def _few(labels: Sequence[str]) -> str:
    more = len(labels) - MOST_NAMED
    return "; ".join(labels[:MOST_NAMED]) + (f"; and {more} more" if more > 0 else "")


def _hundred(mean: float) -> str:
    return number(100.0 * mean, 1)
