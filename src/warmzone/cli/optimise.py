"""The command that searches for a better commander."""

import json
from pathlib import Path
from typing import Any

from warmzone.cli.guard import guarded, list_files
from warmzone.cli.opening import OK
from warmzone.cli.output import aside, line, print_json


def optimise(
    design: Path | None, budget: int | None, out: Path | None, workers: int | None, as_json: bool
) -> int:
    """Race every family, choose and test the leaders elsewhere, say what was learned."""
    folder = out or Path("optimised")
    return guarded(lambda: _optimise((design, budget), folder, workers, as_json), as_json)


def _optimise(
    asked: tuple[Path | None, int | None], folder: Path, workers: int | None, as_json: bool
) -> int:
    from warmzone.cli.progress import watch
    from warmzone.cli.study import choose_workers
    from warmzone.studies.execute import Engine
    from warmzone.studies.optimise.design import open_design, with_budget
    from warmzone.studies.optimise.search import search, sizes, told

    path, budget = asked
    opened = with_budget(open_design(path), budget)
    hands = choose_workers(("threads", workers), sizes(opened))
    engine = Engine(hands.machine, workers)
    found = search(opened, engine, (folder, hands, lambda: watch("incidents")), aside)
    plain = told(found)
    kept = folder / "optimised.json"
    kept.write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    list_files([kept])
    if as_json:
        print_json(plain)
        return OK
    for each in plain["families"]:
        line(f"{each['name']}: {_said(each['against_interior'])} against interior")
    for sentence in plain["swept"]["said"]:
        line(sentence)
    for each in plain["families"]:
        if each["shortfalls"]:
            line(f"{each['name']} does not pass: {', '.join(each['shortfalls'])}")
    best = found.best.selected.raced.family
    line(f"Ships as optimised: {best.name}, {best.words}. In 100 incidents, each put back alone:")
    for lesson in plain["learned"]:
        line(f"  {lesson}")
    line("For training and planning; not for use in a live incident.")
    return OK


def _said(found: dict[str, Any]) -> str:
    mean, half = 100.0 * found["mean"], 100.0 * found["half_width"]
    return f"{mean:+.1f} ± {half:.1f} savable deaths in 100 incidents ({found['tells']})"
