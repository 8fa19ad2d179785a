"""The race: candidates are asked of a sampler and dropped as soon as they are surely behind."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from warmzone.doctrine.rules import Rule
from warmzone.studies.optimise.families import Family, crew_with, stated
from warmzone.studies.optimise.ground import Ground, Harm, joined

BLOCKS = 8
"""Blocks that a candidate is played at most."""
SURE_Z = 1.64
"""So many standard errors behind the leader in the same luck, a candidate is dropped."""
BEFORE_LEARNING = 12
"""So many candidates are drawn at random before the sampler begins to learn from them."""
FINALISTS = 6
"""So many of those who were never dropped go on to the selection, beside the hand-written."""


@dataclass(slots=True)
class Candidate:
    """Rules, and what they cost block by block."""

    rules: dict[Rule, float]
    blocks: list[Harm] = field(default_factory=list)

    @property
    def harm(self) -> Harm:
        """All blocks that it was played."""
        return joined(self.blocks)

    @property
    def mean(self) -> float:
        """Deaths among the savable an incident."""
        return float(self.harm.deaths.mean())


@dataclass(frozen=True, slots=True)
class Raced:
    """A family after its race: the hand-written rules, the finalists, the best first."""

    family: Family
    hand: Candidate
    finalists: tuple[Candidate, ...]
    tried: int
    incidents: int


def race(family: Family, ground: Ground, budget: int, seed: int) -> Raced:
    """Spend `budget` incidents on a family; the hand-written rules are the first leader."""
    begun = ground.played
    ask, tell = _sampler(family, seed)
    hand = leader = Candidate(stated(family))
    for block in range(BLOCKS):
        _play(family, ground, leader, block)
    kept: list[Candidate] = []
    tried = 1
    while ground.played - begun + BLOCKS * ground.per_block <= budget:
        number, rules = ask()
        candidate = Candidate(rules)
        lost = _run(family, ground, candidate, leader)
        tell(number, candidate.mean - _same(leader, candidate))
        tried += 1
        if lost:
            continue
        if not any(each.rules == rules for each in (hand, *kept)):
            kept = sorted([*kept, candidate], key=lambda each: each.mean)[:FINALISTS]
        if candidate.mean < leader.mean:
            leader = candidate
    return Raced(family, hand, tuple(kept), tried, ground.played - begun)


def _run(family: Family, ground: Ground, candidate: Candidate, leader: Candidate) -> bool:
    """Play block after block against the leader; True where it is surely behind."""
    for block in range(BLOCKS):
        _play(family, ground, candidate, block)
        off = candidate.harm.deaths - joined(leader.blocks[: block + 1]).deaths
        if is_surely_more(off):
            return True
    return False


def is_surely_more(off: np.ndarray) -> bool:
    """Whether differences in the same luck, incident by incident, lie surely above nought."""
    error = float(off.std(ddof=1)) / np.sqrt(len(off))
    return bool(off.mean() > SURE_Z * error and off.mean() > 0.0)


def _play(family: Family, ground: Ground, candidate: Candidate, block: int) -> None:
    crew = crew_with(family.commander, candidate.rules)
    candidate.blocks.append(ground.harm(crew, family.numbers, block))


def _same(leader: Candidate, candidate: Candidate) -> float:
    """The leader's mean over the blocks that the candidate played."""
    return float(joined(leader.blocks[: len(candidate.blocks)]).deaths.mean())


def _sampler(
    family: Family, seed: int
) -> tuple[Callable[[], tuple[int, dict[Rule, float]]], Callable[[int, float], None]]:
    """Ask for rules, tell how far they were from the leader (below nought is better)."""
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    sampler = optuna.samplers.TPESampler(seed=seed, n_startup_trials=BEFORE_LEARNING)
    search = optuna.create_study(sampler=sampler)
    search.enqueue_trial(_inside(family))

    def ask() -> tuple[int, dict[Rule, float]]:
        trial = search.ask()
        rules = {
            knob.rule: float(trial.suggest_int(knob.rule.name, knob.low, knob.high, step=knob.step))
            for knob in family.knobs
        }
        return trial.number, rules

    def tell(number: int, off: float) -> None:
        search.tell(number, off)

    return ask, tell


def _inside(family: Family) -> dict[str, int]:
    """The hand-written rules, moved to the nearest that the search may take."""
    found, rules = {}, stated(family)
    for knob in family.knobs:
        steps = round((rules[knob.rule] - knob.low) / knob.step)
        found[knob.rule.name] = min(knob.high, max(knob.low, knob.low + knob.step * steps))
    return found
