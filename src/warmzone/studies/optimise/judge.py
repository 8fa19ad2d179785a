"""What the race found, judged where nothing was searched on, and said in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from warmzone.measures.estimate import Estimate, estimate
from warmzone.studies.optimise.families import KNOBS, Knob, Rules, crew_with, stated
from warmzone.studies.optimise.ground import Ground
from warmzone.studies.optimise.race import Raced

REFERENCE = "interior"


@dataclass(frozen=True, slots=True)
class Judged:
    """A family's leader on the test: against hand-written `interior`, and against its own hand."""

    raced: Raced
    against_interior: Estimate | None
    against_hand: Estimate | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """One rule of a leader put back to the hand-written value: what that costs on the test."""

    knob: Knob
    hand: float
    found: float
    cost: Estimate | None

    @property
    def tells(self) -> bool:
        """Whether the interval of the cost excludes nought."""
        return self.cost is not None and abs(self.cost.mean) > _half(self.cost)


def judge(found: Sequence[Raced], ground: Ground, blocks: int) -> list[Judged]:
    """Every leader in the same luck, on the test's worlds."""
    reference = _deaths(ground, REFERENCE, {}, {}, blocks)
    judged = []
    for raced in found:
        family = raced.family
        own = _deaths(ground, family.commander, raced.leader.rules, family.numbers, blocks)
        hand = _deaths(ground, family.commander, {}, family.numbers, blocks)
        judged.append(Judged(raced, estimate(own - reference), estimate(own - hand)))
    return judged


def lessons(raced: Raced, ground: Ground, blocks: int) -> list[Lesson]:
    """Each rule that was moved, put back alone; the dearest first."""
    family, rules = raced.family, raced.leader.rules
    own = _deaths(ground, family.commander, rules, family.numbers, blocks)
    hand = stated(family.commander)
    found = []
    for knob in KNOBS:
        if rules[knob.rule] == hand[knob.rule]:
            continue
        back = {**rules, knob.rule: hand[knob.rule]}
        other = _deaths(ground, family.commander, back, family.numbers, blocks)
        cost = estimate(other - own)
        found.append(Lesson(knob, hand[knob.rule], rules[knob.rule], cost))
    return sorted(found, key=lambda each: -(each.cost.mean if each.cost else 0.0))


def said(lesson: Lesson) -> str:
    """A lesson as an instructor can use it."""
    hand = "the agency's own" if lesson.hand < 0 else f"{lesson.hand:g}"
    cost = lesson.cost
    if cost is None or not lesson.tells:
        told = "putting it back changes nothing that can be told"
    else:
        word = "costs" if cost.mean > 0 else "saves"
        told = f"putting it back {word} {100 * abs(cost.mean):.1f} ± {100 * _half(cost):.1f}"
        told += " savable deaths in 100 incidents"
    return f"{lesson.knob.words}: {lesson.found:g} instead of {hand}; {told}."


def _deaths(
    ground: Ground, commander: str, rules: Rules, numbers: Mapping[str, float], blocks: int
) -> np.ndarray:
    crew = crew_with(commander, rules)
    return np.concatenate([ground.deaths(crew, numbers, block) for block in range(blocks)])


def _half(found: Estimate) -> float:
    return (found.high - found.low) / 2.0
