"""The command that searches for a better commander."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warmzone.cli.guard import guarded, list_files
from warmzone.cli.opening import OK, Asked, WrongUseError, open_prepared
from warmzone.cli.output import aside, line, print_json

if TYPE_CHECKING:
    from warmzone.measures.estimate import Estimate
    from warmzone.studies.optimise.ground import Ground
    from warmzone.studies.optimise.judge import Judged, Lesson

TEST_SEED = 1_000_000
"""Luck of the test begins here, far from any that was searched on."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked for: incidents for each family, where they are searched and tested, the luck.

    `test_blocks` blocks of luck are played in the test.
    """

    budget: int
    train: tuple[str, ...]
    test: tuple[str, ...]
    seed: int = 1
    test_blocks: int = 64


def optimise(search: Search, out: Path | None, as_json: bool) -> int:
    """Race every family, judge the leaders where nothing was searched, say what was learned."""
    return guarded(lambda: _optimise(search, out or Path("optimised"), as_json), as_json)


def _optimise(search: Search, folder: Path, as_json: bool) -> int:
    import json

    from warmzone.studies.optimise.families import FAMILIES
    from warmzone.studies.optimise.judge import judge, lessons, said
    from warmzone.studies.optimise.race import race

    both = set(search.train) & set(search.test)
    if both:
        raise WrongUseError(f"test: {', '.join(sorted(both))} is searched on; another scenario")
    ground = _ground(search.train, search.seed, search.budget * len(FAMILIES))
    found = []
    for family in FAMILIES:
        aside(f"family {family.name}")
        found.append(race(family, ground, search.budget, search.seed))
    test = _ground(search.test, TEST_SEED, search.budget)
    judged = judge(found, test, search.test_blocks)
    best = min(judged, key=lambda each: _mean(each.against_interior))
    learned = lessons(best.raced, test, search.test_blocks)
    plain = told(search, judged, best, learned)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "optimised.json"
    path.write_text(json.dumps(plain, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    list_files([path])
    if as_json:
        print_json(plain)
        return OK
    for each in judged:
        line(f"{each.raced.family.name}: {_said(each.against_interior)} against interior")
    line(f"Best on the test: {best.raced.family.name}, {best.raced.family.words}.")
    for lesson in learned:
        line(said(lesson))
    line("For training and planning; not for use in a live incident.")
    return OK


def _ground(scenarios: tuple[str, ...], seed: int, incidents: int) -> "Ground":
    from warmzone.cli.incidents import choose_machine
    from warmzone.studies.execute import Engine
    from warmzone.studies.optimise.ground import Ground

    worlds = [open_prepared(Asked(name)) for name in scenarios]
    return Ground(worlds, Engine(choose_machine(incidents)), seed)


def told(
    search: Search, judged: "list[Judged]", best: "Judged", learned: "list[Lesson]"
) -> dict[str, Any]:
    """The search as plain values."""
    from warmzone.simulation.results import version
    from warmzone.studies.optimise.judge import said

    return {
        "results_version": version(),
        "budget": search.budget,
        "train": list(search.train),
        "test": list(search.test),
        "seed": search.seed,
        "families": [
            {
                "name": each.raced.family.name,
                "tried": each.raced.tried,
                "incidents": each.raced.incidents,
                "rules": {rule.name.lower(): v for rule, v in each.raced.leader.rules.items()},
                "against_interior": _plain(each.against_interior),
                "against_hand": _plain(each.against_hand),
            }
            for each in judged
        ],
        "best": best.raced.family.name,
        "learned": [said(lesson) for lesson in learned],
    }


def _plain(found: "Estimate | None") -> dict[str, float] | None:
    if found is None:
        return None
    return {"mean": found.mean, "low": found.low, "high": found.high, "n": found.n}


def _mean(found: "Estimate | None") -> float:
    return float("inf") if found is None else found.mean


def _said(found: "Estimate | None") -> str:
    if found is None:
        return "nothing to tell"
    half = 50.0 * (found.high - found.low)
    return f"{100.0 * found.mean:+.1f} ± {half:.1f} savable deaths in 100 incidents (luck alone)"
