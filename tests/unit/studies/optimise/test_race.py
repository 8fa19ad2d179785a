"""The search: the same budget for each, the hand-written first, judged on other luck."""

import numpy as np
import pytest

pytest.importorskip("optuna")

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.rules import Rule
from warmzone.simulation.machine import PLAIN
from warmzone.studies.execute import Engine
from warmzone.studies.optimise import race as racing
from warmzone.studies.optimise.families import FAMILIES, KNOBS, crew_with, stated
from warmzone.studies.optimise.ground import Ground
from warmzone.studies.optimise.judge import judge, lessons, said
from warmzone.studies.optimise.race import Candidate, Raced, race


class Valley:
    """A ground on which deaths are known: the further a rule is from 5, the more, plus luck."""

    def __init__(self) -> None:
        self.played, self.per_block = 0, 16

    def deaths(self, crew: object, _numbers: object, block: int) -> np.ndarray:
        """Sixteen incidents; equal luck for equal blocks."""
        self.played += 16
        luck = np.random.default_rng(block).normal(3.0, 1.0, 16)
        officers = crew.crew.tactical[Rule.CONTACT_OFFICERS]  # type: ignore[attr-defined]
        return np.asarray(luck + abs(officers - 7.0))


def test_the_race_finds_what_is_better_and_keeps_to_its_budget() -> None:
    """On a valley with one lowest place it gets nearer to it than the hand-written rules are."""
    ground = Valley()
    found = race(FAMILIES[0], ground, 6000, seed=3)  # type: ignore[arg-type]
    assert abs(found.leader.rules[Rule.CONTACT_OFFICERS] - 7.0) < 2.0
    assert found.incidents == ground.played <= 6000
    assert found.tried > 6000 // (16 * racing.BLOCKS)


def test_one_who_is_surely_behind_is_dropped_early() -> None:
    """A loser costs a block or two, not all of them."""
    ground, family = Valley(), FAMILIES[0]
    leader, loser = Candidate(stated("interior")), Candidate({**stated("interior"),
                    Rule.CONTACT_OFFICERS: 1.0})  # fmt: skip
    for block in range(racing.BLOCKS):
        leader.blocks.append(ground.deaths(crew_with("interior", leader.rules), {}, block))
    assert racing._run(family, ground, loser, leader)  # type: ignore[arg-type]
    assert len(loser.blocks) == 1


def test_the_hand_written_rules_are_in_reach() -> None:
    """Of every family; and each rule that is searched is one that the policy reads."""
    for family in FAMILIES:
        hand = stated(family.commander)
        for knob in KNOBS:
            assert hand[knob.rule] <= knob.high, knob.rule.name
            assert (knob.high - knob.low) % knob.step == 0


def test_a_leader_is_judged_in_the_same_luck_as_the_hand_written() -> None:
    """One that is the hand-written commander differs from it by nothing at all."""
    ground = Ground([tiny.prepared("over")], Engine(PLAIN, 1), first_seed=50, block=2)
    same = Raced(FAMILIES[0], Candidate(stated("interior")), 1, 0)
    judged = judge([same], ground, blocks=1)[0]
    assert judged.against_interior is not None
    assert (judged.against_interior.mean, judged.against_interior.n) == (0.0, 2)
    assert lessons(same, ground, blocks=1) == []


def test_a_moved_rule_is_put_back_alone_and_said_in_words() -> None:
    """The other rules stay as they were found."""
    ground = Ground([tiny.prepared("over")], Engine(PLAIN, 1), first_seed=50, block=2)
    moved = {**stated("interior"), Rule.CORRIDOR_TEAMS: 5.0}
    found = lessons(Raced(FAMILIES[0], Candidate(moved), 1, 0), ground, blocks=1)
    assert [each.knob.rule for each in found] == [Rule.CORRIDOR_TEAMS]
    assert "5 instead of 2" in said(found[0])
    assert automatic("interior").crew.tactical[Rule.CORRIDOR_TEAMS] == 2
