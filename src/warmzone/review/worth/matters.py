"""Decisions that are one matter: what would have put one right would have put the other right too.

An order to wait, the request that it leaves unanswered and the medics who are not where they are
needed are one thing that cost lives, not three. Two decisions are one matter when they stood at the
same time and either speak of the same team or would have been put right by the same words. The most
costly order leads a matter, else the most costly omission; what belongs to a leader is told after
every leader, with its number.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from warmzone.doctrine.going_on import OrderRow
from warmzone.review.worth.decisions import Decision, subject


@dataclass(frozen=True, slots=True)
class Priced:
    """A decision that is known to have cost so many lives, and what would have put it right."""

    decision: Decision
    lost: float
    remedy: OrderRow | None


def leaders(priced: Sequence[Priced]) -> dict[Decision, Decision]:
    """For each decision that belongs to another, that other."""
    ranked = sorted(priced, key=_rank)
    found: dict[Decision, Decision] = {}
    heads: list[Priced] = []
    for one in ranked:
        head = next((other for other in heads if _one_matter(one, other)), None)
        if head is None:
            heads.append(one)
        else:
            found[one.decision] = head.decision
    return found


def _rank(one: Priced) -> tuple[bool, float, int]:
    return (one.decision.kind == "missing", -one.lost, one.decision.at_ms)


def _one_matter(one: Priced, other: Priced) -> bool:
    a, b = one.decision, other.decision
    if a.kind == "order" == b.kind or min(a.until_ms, b.until_ms) <= max(a.at_ms, b.at_ms):
        return False
    same_team = a.team >= 0 and a.team == b.team
    return same_team or _same_words(one.remedy, other.remedy)


def _same_words(one: OrderRow | None, other: OrderRow | None) -> bool:
    return one is not None and other is not None and one[1] == other[1] and _about(one, other)


def _about(one: OrderRow, other: OrderRow) -> bool:
    return subject(one) == subject(other)
