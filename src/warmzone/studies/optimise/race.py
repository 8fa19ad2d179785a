"""The race: candidates are asked of a sampler and dropped as soon as they are surely behind."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from warmzone.doctrine.rules import Rule
from warmzone.studies.optimise.families import KNOBS, Family, crew_with, stated
from warmzone.studies.optimise.ground import Ground

BLOCKS = 8
"""Blocks that a candidate is played at most."""
SURE_Z = 1.64
"""So many standard errors behind the leader in the same luck, a candidate is dropped."""
BEFORE_LEARNING = 12
"""So many candidates are drawn at random before the sampler begins to learn from them."""


@dataclass(slots=True)
class Candidate:
    """Rules, and their deaths block by block."""

    rules: dict[Rule, float]
    blocks: list[np.ndarray] = field(default_factory=list)

    @property
    def mean(self) -> float:
        """Deaths among the savable an incident."""
        return float(np.concatenate(self.blocks).mean())


@dataclass(frozen=True, slots=True)
class Raced:
    """A family after its race: the leader, how many were tried, what it cost."""

    family: Family
    leader: Candidate
    tried: int
    incidents: int


def race(family: Family, ground: Ground, budget: int, seed: int) -> Raced:
    """Spend `budget` incidents on a family; the hand-written rules are the first candidate."""
    begun = ground.played
    ask, tell = _sampler(family, seed)
    leader = Candidate(stated(family.commander))
    for block in range(BLOCKS):
        _play(family, ground, leader, block)
    tried = 1
    while ground.played - begun + BLOCKS * ground.per_block <= budget:
        number, rules = ask()
        candidate = Candidate(rules)
        lost = _run(family, ground, candidate, leader)
        tell(number, candidate.mean - _same(leader, candidate))
        tried += 1
        if not lost and candidate.mean < leader.mean:
            leader = candidate
    return Raced(family, leader, tried, ground.played - begun)


def _run(family: Family, ground: Ground, candidate: Candidate, leader: Candidate) -> bool:
    """Play block after block against the leader; True where it is surely behind."""
    for block in range(BLOCKS):
        _play(family, ground, candidate, block)
        off = np.concatenate(candidate.blocks) - np.concatenate(leader.blocks[: block + 1])
        error = float(off.std(ddof=1)) / np.sqrt(len(off))
        if off.mean() > SURE_Z * error and off.mean() > 0.0:
            return True
    return False


def _play(family: Family, ground: Ground, candidate: Candidate, block: int) -> None:
    crew = crew_with(family.commander, candidate.rules)
    candidate.blocks.append(ground.deaths(crew, family.numbers, block))


def _same(leader: Candidate, candidate: Candidate) -> float:
    """The leader's mean over the blocks that the candidate played."""
    return float(np.concatenate(leader.blocks[: len(candidate.blocks)]).mean())


def _sampler(
    family: Family, seed: int
) -> tuple[Callable[[], tuple[int, dict[Rule, float]]], Callable[[int, float], None]]:
    """Ask for rules, tell how far they were from the leader (below nought is better)."""
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    sampler = optuna.samplers.TPESampler(seed=seed, n_startup_trials=BEFORE_LEARNING)
    search = optuna.create_study(sampler=sampler)
    search.enqueue_trial(_inside(stated(family.commander)))

    def ask() -> tuple[int, dict[Rule, float]]:
        trial = search.ask()
        rules = {
            knob.rule: float(trial.suggest_int(knob.rule.name, knob.low, knob.high, step=knob.step))
            for knob in KNOBS
        }
        return trial.number, rules

    def tell(number: int, off: float) -> None:
        search.tell(number, off)

    return ask, tell


def _inside(rules: dict[Rule, float]) -> dict[str, int]:
    """The hand-written rules, moved to the nearest that the search may take."""
    found = {}
    for knob in KNOBS:
        steps = round((rules[knob.rule] - knob.low) / knob.step)
        found[knob.rule.name] = min(knob.high, max(knob.low, knob.low + knob.step * steps))
    return found
