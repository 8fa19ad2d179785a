"""The race: the same budget for each, the hand-written first, losers dropped early."""

import numpy as np
import pytest

pytest.importorskip("optuna")

from warmzone.doctrine.rules import Rule
from warmzone.studies.optimise import race as racing
from warmzone.studies.optimise.families import FAMILIES, crew_with, stated
from warmzone.studies.optimise.ground import Harm
from warmzone.studies.optimise.race import Candidate, race


class Valley:
    """A ground on which deaths are known: the further a rule is from 5, the more, plus luck."""

    def __init__(self) -> None:
        self.played, self.per_block = 0, 16

    def harm(self, crew: object, _numbers: object, block: int) -> Harm:
        """Sixteen incidents; equal luck for equal blocks."""
        self.played += 16
        luck = np.random.default_rng(block).normal(3.0, 1.0, 16)
        officers = crew.crew.tactical[Rule.CONTACT_OFFICERS]  # type: ignore[attr-defined]
        return Harm(np.asarray(luck + abs(officers - 7.0)), np.zeros(16))


def test_the_race_finds_what_is_better_and_keeps_to_its_budget() -> None:
    """On a valley with one lowest place it gets nearer to it than the hand-written rules are."""
    ground = Valley()
    found = race(FAMILIES[0], ground, 6000, seed=3)  # type: ignore[arg-type]
    assert abs(found.finalists[0].rules[Rule.CONTACT_OFFICERS] - 7.0) < 2.0
    assert [each.mean for each in found.finalists] == sorted(e.mean for e in found.finalists)
    assert found.hand.rules == stated(FAMILIES[0])
    assert found.incidents == ground.played <= 6000
    assert found.tried > 6000 // (16 * racing.BLOCKS)


def test_one_who_is_surely_behind_is_dropped_early() -> None:
    """A loser costs a block or two, not all of them."""
    ground, family = Valley(), FAMILIES[0]
    leader = Candidate(stated(family))
    loser = Candidate({**stated(family), Rule.CONTACT_OFFICERS: 1.0})
    for block in range(racing.BLOCKS):
        leader.blocks.append(ground.harm(crew_with("interior", leader.rules), {}, block))
    assert racing._run(family, ground, loser, leader)  # type: ignore[arg-type]
    assert len(loser.blocks) == 1


def test_the_hand_written_rules_are_in_reach() -> None:
    """Of every family; and each rule that is searched is one that the policy reads."""
    for family in FAMILIES:
        hand = stated(family)
        for knob in family.knobs:
            assert hand[knob.rule] <= knob.high, knob.rule.name
            assert (knob.high - knob.low) % knob.step == 0
