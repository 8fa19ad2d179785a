"""The final test: leaders, hand-written and each moved rule put back, as studies never looked at.

The test runs over the ranges of the evidence and the physiologies, like every study, so its
intervals hold doubt and luck.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from warmzone.doctrine.rules import Rule
from warmzone.scenario.incident import CommanderName
from warmzone.studies.conduct import Report, conduct
from warmzone.studies.engines import Workers
from warmzone.studies.lowered import lower_study
from warmzone.studies.optimise.design import TEST_SEED, OpenedDesign
from warmzone.studies.optimise.families import Family, stated
from warmzone.studies.optimise.knobs import Knob
from warmzone.studies.optimise.selection import Selected
from warmzone.studies.spread import Spread
from warmzone.studies.study import Arm, Study
from warmzone.studies.study_file import open_values
from warmzone.studies.summary import Summary

REFERENCE: CommanderName = "interior"
DEATHS, RESPONDERS = "savable_deaths", "responders_hurt"
PER_HUNDRED = 100.0
LESS_OFTEN = 2
"""A rule put back is played half as often as a leader: there are a score of them."""

Tells = Literal["fewer", "more", "cannot tell"]

Watch = Callable[[], AbstractContextManager[Report]]
"""Begins to tell somebody how far a study is."""
Hands = tuple[Path, Workers, Watch]
"""Where it is kept, who plays it, who is told."""


@dataclass(frozen=True, slots=True)
class Tested:
    """A family's chosen rules in the final test, against `interior` and against its own hand."""

    selected: Selected
    against_interior: Spread
    against_hand: Spread
    responders: Spread


@dataclass(frozen=True, slots=True)
class Lesson:
    """One rule of a leader put back to the hand-written value: what that costs in the test."""

    knob: Knob
    hand: float
    found: float
    cost: Spread


def told_of(spread: Spread) -> Tells:
    """Whether the mean of a difference is told from nought, over points and luck together."""
    if spread.mean + spread.half_width < 0.0:
        return "fewer"
    return "more" if spread.mean - spread.half_width > 0.0 else "cannot tell"


def put_to_test(selected: Sequence[Selected], opened: OpenedDesign, hands: Hands) -> list[Tested]:
    """Every family's chosen rules in the same luck as `interior` and as its hand-written rules."""
    arms = [Arm(id=REFERENCE, commander=REFERENCE)]
    for each in selected:
        family = each.raced.family
        arms.append(_arm(f"{family.name}-found", family, each.best.rules))
        if family.name != REFERENCE:
            arms.append(_arm(f"{family.name}-hand", family, {}))
    study = _study("optimise-test", arms, opened, opened.design.repeats)
    by_interior, by_hand = _play(study, opened, hands, selected)
    found = []
    for each in selected:
        arm = f"{each.raced.family.name}-found"
        found.append(
            Tested(
                each,
                by_interior.difference(arm, DEATHS),
                by_hand[each.raced.family.name].difference(arm, DEATHS),
                by_interior.difference(arm, RESPONDERS),
            )
        )
    return found


def lessons(selected: Selected, opened: OpenedDesign, hands: Hands) -> list[Lesson]:
    """Each rule that was moved, put back alone; the dearest first."""
    family, rules = selected.raced.family, selected.best.rules
    hand = stated(family)
    moved = [knob for knob in family.knobs if rules[knob.rule] != hand[knob.rule]]
    if not moved:
        return []
    arms = [_arm("found", family, rules)]
    for knob in moved:
        back = {**rules, knob.rule: hand[knob.rule]}
        arms.append(_arm(_back(knob), family, back))
    study = _study("optimise-lessons", arms, opened, -(-opened.design.repeats // LESS_OFTEN))
    summary, _ = _play(study, opened, hands, ())
    found = [
        Lesson(knob, hand[knob.rule], rules[knob.rule], summary.difference(_back(knob), DEATHS))
        for knob in moved
    ]
    return sorted(found, key=lambda each: -each.cost.mean)


def said(found: Sequence[Lesson]) -> list[str]:
    """Lessons as an instructor can use them: what tells first, what does not in one sentence."""
    telling = [each for each in found if told_of(each.cost) != "cannot tell"]
    lines = [f"{_advice(each).capitalize()}: {_worth(each.cost)}" for each in telling]
    silent = [each for each in found if told_of(each.cost) == "cannot tell"]
    if silent:
        most = max(_most(each.cost) for each in silent)
        lines.append(
            f"Moved by the search, and worth nothing larger than {most:.1f} that can be told: "
            + "; ".join(_advice(each) for each in silent)
        )
    return lines


def advice(knob: Knob, hand: float, found: float) -> str:
    """A moved rule in an instructor's words."""
    told = "as the agency has it" if hand < 0 else f"{hand:g}"
    return knob.advice.format(found=f"{found:g}", hand=told)


def _advice(lesson: Lesson) -> str:
    return advice(lesson.knob, lesson.hand, lesson.found)


def _worth(cost: Spread) -> str:
    word = "costs" if cost.mean > 0.0 else "saves"
    mean, half = PER_HUNDRED * abs(cost.mean), PER_HUNDRED * cost.half_width
    return f"putting that back {word} {mean:.1f} ± {half:.1f} savable deaths in 100 incidents"


def _most(spread: Spread) -> float:
    """The largest difference, in 100 incidents, that the interval of the mean leaves open."""
    return PER_HUNDRED * (abs(spread.mean) + spread.half_width)


def _back(knob: Knob) -> str:
    return "back-" + knob.rule.name.lower().replace("_", "-")


def _arm(name: str, family: Family, rules: Mapping[Rule, float]) -> Arm:
    return Arm(
        id=name,
        commander=cast("CommanderName", family.commander),
        rules={rule.name.lower(): value for rule, value in rules.items()},
        numbers=dict(family.numbers),
    )


def _study(name: str, arms: list[Arm], opened: OpenedDesign, repeats: int) -> Study:
    design = opened.design
    return Study(
        format="warmzone-study/1",
        id=name,
        name="Rules that a search found",
        question="Do they save more where nothing was searched?",
        incidents=design.test,
        arms=arms,
        uncertain=design.uncertain,
        physiologies=design.physiologies,
        measures=[DEATHS, "deaths", RESPONDERS],
        points=design.points,
        repeats=repeats,
        seed=design.seed + TEST_SEED,
    )


def _play(
    study: Study, opened: OpenedDesign, hands: Hands, selected: Sequence[Selected]
) -> tuple[Summary, dict[str, Summary]]:
    """Play a study; its summary against the first arm, and each family's against its own hand."""
    from warmzone.studies.store import Store
    from warmzone.studies.summary import summarise

    folder, workers, watch = hands
    lowered = lower_study(open_values(study, opened.path))
    place = folder / study.id
    with watch() as report:
        found = conduct(lowered, place, workers, report)
    own = {}
    for each in selected:
        family = each.raced.family.name
        hand = REFERENCE if family == REFERENCE else f"{family}-hand"
        own[family] = summarise(lowered, Store(place), found.points, reference=hand)
    return found.summary, own
