"""What to sustain: what saved lives, and what went as it should."""

from warmzone.review.names import sentence
from warmzone.review.report.section import Section
from warmzone.review.shapes import Review
from warmzone.review.worth.shapes import Cost, Worth, WorthReview
from warmzone.vocabulary.units import clock

MOST = 5


def sustained(review: Review, worth: WorthReview | None) -> tuple[Section, ...]:
    """Decisions known to have saved lives, the greatest first, then what went as it should."""
    kept = [] if worth is None else [one for one in worth.decisions if saved(one)]
    kept.sort(key=lambda one: (one.cost.mean if one.cost else 0.0) or 0.0)
    told = [
        f"{clock(one.at_s)} {sentence(one.text)}: {cost_text(one.cost)}." for one in kept[:MOST]
    ]
    told += [one.text for one in review.lines if one.tone == "went_well"]
    return (Section("What to sustain", tuple(told)),) if told else ()


def lost(one: Worth) -> bool:
    """Whether a decision is known to have cost lives."""
    return one.cost is not None and one.cost.mean is not None and one.cost.mean > 0


def saved(one: Worth) -> bool:
    """Whether a decision is known to have saved lives."""
    return one.cost is not None and one.cost.mean is not None and one.cost.mean < 0


def cost_text(cost: Cost | None) -> str:
    """Expected lives lost or saved with the interval; no number where there is none to give."""
    if cost is None:
        return "not priced"
    if cost.mean is None:
        return "not distinguishable"
    if cost.mean == 0:
        return "no difference"
    verb = "cost" if cost.mean > 0 else "saved"
    low, high = sorted((abs(cost.low), abs(cost.high)))
    return f"{verb} {abs(cost.mean):.2f} expected lives ({low:.2f} to {high:.2f})"
