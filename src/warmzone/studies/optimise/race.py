"""The race: candidates are asked of a sampler and dropped as soon as they are surely behind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from warmzone.doctrine.rules import Rule
from warmzone.studies.optimise.candidate import Candidate, is_surely_more
from warmzone.studies.optimise.families import Family
from warmzone.studies.optimise.ground import Ground
from warmzone.studies.optimise.sweep import Swept, sweep

if TYPE_CHECKING:
    from optuna import Study, Trial

BLOCKS = 5
"""Blocks that a candidate is played at most."""
HALF_WAY = 4
"""Blocks after which a candidate that is not ahead of the hand-written rules is dropped."""
SWEEP_SHARE = 0.6
"""The share of a family's budget that moves each rule alone."""
FINALISTS = 6
"""So many of those who were never dropped go on to the selection, beside the hand-written."""


@dataclass(frozen=True, slots=True)
class Raced:
    """A family after its race: the hand-written rules, the finalists, the best first.

    `together` are the moves of the sweep that the race began with, pairs first.
    """

    family: Family
    swept: Swept
    together: tuple[Candidate, ...]
    finalists: tuple[Candidate, ...]
    tried: int
    incidents: int

    @property
    def hand(self) -> Candidate:
        """The hand-written rules."""
        return self.swept.hand


def race(family: Family, ground: Ground, budget: int, seed: int) -> Raced:
    """Spend `budget` incidents on a family; the hand-written rules are the first leader."""
    begun = ground.played
    swept = sweep(family, ground, int(budget * SWEEP_SHARE))
    hand = leader = swept.hand
    hand.play(family, ground, BLOCKS)
    together = tuple(swept.seeds())
    kept: list[Candidate] = [each.candidate for each in swept.moves if _goes_on(each.candidate)]
    asked = _asked(family, swept, together, seed)
    tried = 1 + len(swept.moves)
    while ground.played - begun + ground.cost(BLOCKS) <= budget:
        candidate, tell = next(asked)
        lost = _is_lost(family, ground, candidate, (leader, hand))
        tell(float(candidate.off(hand).mean()))
        tried += 1
        if lost or any(each.rules == candidate.rules for each in (hand, *kept)):
            continue
        kept.append(candidate)
        leader = min(kept, key=_over_blocks)
    finalists = sorted(kept, key=_over_blocks)[:FINALISTS]
    return Raced(family, swept, together, tuple(finalists), tried, ground.played - begun)


def _goes_on(candidate: Candidate) -> bool:
    """Whether the sweep played a move as long as the race plays anybody."""
    return len(candidate.blocks) >= BLOCKS


def _over_blocks(candidate: Candidate) -> float:
    """The mean over the blocks that all finalists played."""
    return Candidate(candidate.rules, candidate.blocks[:BLOCKS]).mean


def _is_lost(
    family: Family, ground: Ground, candidate: Candidate, others: tuple[Candidate, Candidate]
) -> bool:
    """Play block after block; True where it is surely behind the leader, or never gets ahead."""
    leader, hand = others
    for blocks in range(1, BLOCKS + 1):
        candidate.play(family, ground, blocks)
        if is_surely_more(candidate.off(leader)):
            return True
        if blocks >= HALF_WAY and candidate.off(hand).mean() > 0.0:
            return True
    return False


def _asked(
    family: Family, swept: Swept, together: tuple[Candidate, ...], seed: int
) -> Iterator[tuple[Candidate, Callable[[float], None]]]:
    """Candidates with what is told of them (below nought is better): joined moves, then asked.

    The sampler knows every move of the sweep before it is asked.
    """
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    spans = {
        knob.rule.name: optuna.distributions.IntDistribution(knob.low, knob.high, step=knob.step)
        for knob in family.knobs
    }
    search = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=seed))

    def know(candidate: Candidate, off: float) -> None:
        search.add_trial(
            optuna.trial.create_trial(
                params=_inside(family, candidate.rules), distributions=dict(spans), value=off
            )
        )

    know(swept.hand, 0.0)
    for move in swept.moves:
        know(move.candidate, float(move.candidate.off(swept.hand).mean()))
    for candidate in together:
        yield candidate, partial(know, candidate)
    while True:
        trial = search.ask(dict(spans))
        rules = {knob.rule: float(trial.params[knob.rule.name]) for knob in family.knobs}
        yield Candidate(rules), partial(_tell, search, trial)


def _tell(search: "Study", trial: "Trial", off: float) -> None:
    search.tell(trial, off)


def _inside(family: Family, rules: dict[Rule, float]) -> dict[str, int]:
    """Rules moved to the nearest that the sampler may take."""
    found = {}
    for knob in family.knobs:
        steps = round((rules[knob.rule] - knob.low) / knob.step)
        found[knob.rule.name] = min(knob.high, max(knob.low, knob.low + knob.step * steps))
    return found
