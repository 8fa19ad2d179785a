"""The race: the same budget for each, the hand-written first, losers dropped early."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("optuna")

from warmzone.doctrine.rules import Rule
from warmzone.studies.optimise import race as racing
from warmzone.studies.optimise.candidate import Candidate
from warmzone.studies.optimise.families import FAMILIES, stated
from warmzone.studies.optimise.ground import Harm, seeds_until
from warmzone.studies.optimise.race import race
from warmzone.studies.optimise.sweep import Move, sweep


class Valley:
    """A ground on which deaths are known: the further a rule is from 7, the more, plus luck."""

    def __init__(self) -> None:
        self.played = 0

    def cost(self, blocks: int) -> int:
        """Incidents in the first so many blocks, in one world."""
        return seeds_until(blocks)

    def harm(self, crew: object, _numbers: object, block: int) -> Harm:
        """Equal luck for equal blocks."""
        count = seeds_until(block + 1) - seeds_until(block)
        self.played += count
        luck = np.random.default_rng(block).normal(3.0, 1.0, count)
        officers = crew.crew.tactical[Rule.CONTACT_OFFICERS]  # type: ignore[attr-defined]
        return Harm(np.asarray(luck + abs(officers - 7.0)), np.zeros(count))


def test_the_race_finds_what_is_better_and_keeps_to_its_budget() -> None:
    """On a valley with one lowest place it gets nearer to it than the hand-written rules are."""
    ground = Valley()
    found = race(FAMILIES[0], ground, 40_000, seed=3)  # type: ignore[arg-type]
    assert abs(found.finalists[0].rules[Rule.CONTACT_OFFICERS] - 7.0) < 2.0
    means = [Candidate(each.rules, each.blocks[: racing.BLOCKS]).mean for each in found.finalists]
    assert means == sorted(means)
    assert found.hand.rules == stated(FAMILIES[0])
    assert found.incidents == ground.played <= 40_000
    assert found.tried > len(found.swept.moves) + 1


def test_the_sweep_moves_every_rule_alone_and_leaves_the_best() -> None:
    """Each move differs in one rule; the best is nearest to the lowest place and played longest."""
    ground, family = Valley(), FAMILIES[0]
    swept = sweep(family, ground, 40_000)  # type: ignore[arg-type]
    hand = stated(family)
    assert swept.incidents == ground.played <= 40_000
    for move in swept.moves:
        moved = {rule for rule, value in move.candidate.rules.items() if value != hand[rule]}
        assert moved == {move.knob.rule}
    assert {move.knob.rule for move in swept.moves} == set(hand)
    best = swept.moves[0]
    assert (best.knob.rule, best.value) == (Rule.CONTACT_OFFICERS, 6.0)
    assert len(best.candidate.blocks) == max(len(each.candidate.blocks) for each in swept.moves)
    off = swept.off(best.candidate)
    assert off is not None
    assert abs(off.mean + 2.0) < 1e-9


def test_the_race_begins_with_the_best_moves_together() -> None:
    """Pairs and more of those that are ahead, one move of a rule; nothing that is not ahead."""
    ground, family = Valley(), FAMILIES[0]
    swept = sweep(family, ground, 40_000)  # type: ignore[arg-type]
    hand = Candidate(stated(family))
    moved = [
        Move(knob, float(value), Candidate({**hand.rules, knob.rule: float(value)}))
        for knob, value in zip(family.knobs[2:6], (6, 0, 5, 30), strict=True)
    ]
    luck = np.zeros(64)
    hand.blocks.append(Harm(luck, luck))
    for move, off in zip(moved, (-0.3, -0.2, -0.1, 0.1), strict=True):
        move.candidate.blocks.append(Harm(luck + off, luck))
    joined = replace(swept, hand=hand, moves=tuple(moved)).seeds()
    sizes = [sum(each.rules[k] != hand.rules[k] for k in hand.rules) for each in joined]
    assert sizes == [2, 2, 2, 3]


def test_one_who_is_surely_behind_is_dropped_early() -> None:
    """A loser costs a block or two, not all of them; one who never gets ahead not the last."""
    ground, family = Valley(), FAMILIES[0]
    hand = leader = Candidate(stated(family))
    leader.play(family, ground, racing.BLOCKS)  # type: ignore[arg-type]
    loser = Candidate({**stated(family), Rule.CONTACT_OFFICERS: 1.0})
    assert racing._is_lost(family, ground, loser, (leader, hand))  # type: ignore[arg-type]
    assert len(loser.blocks) == 1


def test_the_hand_written_rules_are_in_reach() -> None:
    """Of every family; and each rule that is searched is one that the policy reads."""
    for family in FAMILIES:
        hand = stated(family)
        for knob in family.knobs:
            assert hand[knob.rule] <= knob.high, knob.rule.name
            assert (knob.high - knob.low) % knob.step == 0
            assert all(knob.low <= each <= knob.high for each in knob.tried)
            assert all((each - knob.low) % knob.step == 0 for each in knob.tried)
            assert any(each != hand[knob.rule] for each in knob.tried)
