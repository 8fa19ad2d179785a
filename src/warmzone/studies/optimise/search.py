"""A whole search: every family raced, chosen and tested; what it found as plain values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from warmzone.doctrine.rules import Rule
from warmzone.evidence.rows import evidence_digest
from warmzone.simulation.results import version
from warmzone.studies.execute import Engine
from warmzone.studies.optimise import looks
from warmzone.studies.optimise.candidate import Candidate
from warmzone.studies.optimise.design import SELECT_SEED, OpenedDesign
from warmzone.studies.optimise.families import FAMILIES, stated
from warmzone.studies.optimise.final import (
    Hands,
    Lesson,
    Tested,
    advice,
    lessons,
    put_to_test,
    said,
    told_of,
)
from warmzone.studies.optimise.ground import Ground
from warmzone.studies.optimise.race import Raced, race
from warmzone.studies.optimise.selection import Selected, select
from warmzone.studies.optimise.shipping import WORDS, shipped_of, shortfalls
from warmzone.studies.optimise.words import swept_said
from warmzone.studies.spread import Spread

FORMAT = "warmzone-optimised/1"
POST = "post-with-cameras"
INSIDE_NAME, POST_NAME = "optimised", "optimised-post"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search found: every family tested, the one that ships, what it learned.

    `freshness` says whether the incidents of its test had been looked at before.
    """

    opened: OpenedDesign
    tested: tuple[Tested, ...]
    best: Tested
    lessons: tuple[Lesson, ...]
    freshness: str


def search(opened: OpenedDesign, engine: Engine, hands: Hands, say: Say) -> Searched:
    """Race and choose on this engine; test as studies that `hands` keep."""
    design = opened.design
    ground = Ground(opened.search, engine, design.seed)
    chosen_on = Ground(opened.select, engine, design.seed + SELECT_SEED)
    chosen: list[Selected] = []
    for family in FAMILIES:
        say(f"family {family.name}: each rule moved alone, then the race")
        raced = race(family, ground, design.budget, design.seed)
        chosen.append(select(raced, chosen_on, design.select_blocks))
    freshness = looks.said(*looks.take_look(opened.path, _look(opened)), opened.digest)
    say(f"final test. {freshness}")
    tested = put_to_test(chosen, opened, hands)
    shipped = shipped_of(tested)
    say("each rule put back")
    learned = lessons(shipped.selected, opened, hands)
    return Searched(opened, tuple(tested), shipped, tuple(learned), freshness)


def _look(opened: OpenedDesign) -> looks.Look:
    return {
        "results_version": version(),
        "design_digest": opened.digest,
        "budget": opened.design.budget,
        "incidents": opened.tested,
    }


def told(found: Searched) -> dict[str, Any]:
    """The search as plain values, in the form that the shipped commanders are read from."""
    design = found.opened.design
    post = next(each for each in found.tested if each.selected.raced.family.name == POST)
    return {
        "format": FORMAT,
        "results_version": version(),
        "evidence_digest": evidence_digest(),
        "design_digest": found.opened.digest,
        "seed": design.seed,
        "budget": design.budget,
        "searched_on": [each.id for each in design.search],
        "chosen_on": [each.id for each in design.select],
        "tested_on": [each.id for each in design.test],
        "freshness": found.freshness,
        "test_incidents": design.points * design.repeats * len(design.test),
        "physiologies": list(design.physiologies),
        "uncertain": [each.name for each in design.uncertain],
        "commanders": {
            POST_NAME: _commander(post),
            INSIDE_NAME: _commander(found.best),
        },
        "families": [_family(each) for each in found.tested],
        "rule": WORDS,
        "learned": said(found.lessons),
        "swept": _swept(found.tested[0].selected.raced),
    }


def _commander(tested: Tested) -> dict[str, Any]:
    selected = tested.selected
    hand = stated(selected.raced.family)
    return {
        "base": selected.raced.family.commander,
        "family": selected.raced.family.name,
        "rules": _moved(selected.best.rules, hand),
        "tells": told_of(tested.against_interior),
    }


def _swept(raced: Raced) -> dict[str, Any]:
    """What each rule of the first family, the hand-written `interior`, brings when moved alone."""
    hand = raced.swept.hand
    alone = [
        {
            "rule": move.knob.rule.name.lower(),
            "advice": advice(move.knob, hand.rules[move.knob.rule], move.value),
            **_off(raced, move.candidate),
        }
        for move in raced.swept.moves
    ]
    together = [
        {"rules": _moved(each.rules, hand.rules), **_off(raced, each)} for each in raced.together
    ]
    return {
        "incidents": raced.swept.incidents,
        "alone": alone,
        "together": together,
        "said": swept_said(alone),
    }


def _off(raced: Raced, candidate: Candidate) -> dict[str, Any]:
    off = raced.swept.off(candidate) if candidate.blocks else None
    if off is None:
        return {"mean": None, "half_width": None, "n": 0}
    return {"mean": off.mean, "half_width": (off.high - off.low) / 2.0, "n": off.n}


def _moved(rules: Mapping[Rule, float], hand: Mapping[Rule, float]) -> dict[str, float]:
    return {rule.name.lower(): value for rule, value in rules.items() if value != hand[rule]}


def _family(tested: Tested) -> dict[str, Any]:
    selected = tested.selected
    off = selected.off
    return {
        "name": selected.raced.family.name,
        "words": selected.raced.family.words,
        "tried": selected.raced.tried,
        "incidents": selected.raced.incidents,
        "finalists": len(selected.raced.finalists),
        "refused": selected.refused,
        "is_hand": selected.is_hand,
        "shortfalls": shortfalls(tested),
        "chosen": None
        if off is None
        else {"mean": off.mean, "half_width": (off.high - off.low) / 2.0, "n": off.n},
        "against_interior": _plain(tested.against_interior),
        "against_hand": _plain(tested.against_hand),
        "responders": _plain(tested.responders),
    }


def _plain(spread: Spread) -> dict[str, Any]:
    return {
        "mean": spread.mean,
        "low": spread.low,
        "high": spread.high,
        "luck": spread.luck,
        "half_width": spread.half_width,
        "tells": told_of(spread),
    }


def sizes(opened: OpenedDesign, families: Sequence[object] = FAMILIES) -> int:
    """About how many incidents a search plays."""
    design = opened.design
    cells = len(design.test) * len(design.physiologies) * design.points * design.repeats
    return design.budget * len(families) + cells * 2 * len(families)
