"""Commands that play incidents: run one, compare commanders, compile the kernel."""

import sys
import time
from typing import TYPE_CHECKING, Any

from warmzone.cli.opening import (
    OK,
    PROBLEMS,
    Asked,
    WrongUseError,
    check_commanders,
    open_prepared,
    refuse,
)
from warmzone.cli.output import aside, line, print_json
from warmzone.scenario.problems import Invalid

if TYPE_CHECKING:
    from warmzone.measures.estimate import Estimate
    from warmzone.scenario.incident import Scenario
    from warmzone.simulation.machine import Machine
    from warmzone.simulation.observe import Outcome
    from warmzone.simulation.run import Run
    from warmzone.simulation.signatures import Progress
    from warmzone.studies.compare import Comparison
    from warmzone.studies.estimate import Compared
    from warmzone.vocabulary.codes import Physiology

PLAIN_INCIDENTS = 24
MOST_INCIDENTS = 10_000_000


def run(asked: Asked, commander: str, seed: int, as_json: bool) -> int:
    """Play one incident and tell it."""
    try:
        check_commanders([commander])
        check_seed(seed, 1)
        prepared = open_prepared(asked)
    except (Invalid, WrongUseError) as error:
        return refuse(error, as_json)
    from warmzone.doctrine.commanders import automatic
    from warmzone.simulation.observe import outcome
    from warmzone.simulation.run import Run

    begun = time.perf_counter()
    incident = Run(prepared, seed, automatic(commander))
    incident.advance(prepared.end_ms)
    wall_s = time.perf_counter() - begun
    came_out = outcome(incident)
    if as_json:
        print_json(_told(incident, came_out, wall_s))
        return OK
    from warmzone.cli.narrative import tell

    for told in tell(incident, came_out):
        line(told)
    return OK


def _told(incident: "Run", came_out: "Outcome", wall_s: float) -> dict[str, Any]:
    return {
        "scenario": incident.prepared.scenario.id,
        "commander": incident.automatic.name,
        "profile": incident.prepared.scenario.profile,
        "unconfirmed": incident.prepared.scenario.unconfirmed,
        "seed": incident.seed,
        **_body(incident.prepared.physiology, incident.prepared.tempo),
        "digest": incident.digest(),
        "deaths": came_out.deaths,
        "savable_deaths": came_out.savable_deaths,
        "casualties": came_out.casualties,
        "responders_hurt": came_out.responders_hurt,
        "clocks": came_out.clocks,
        "officer_minutes_without_task": came_out.officer_minutes_without_task,
        "wall_s": wall_s,
    }


def _body(physiology: "Physiology", tempo: float) -> dict[str, Any]:
    return {"physiology": physiology.name.lower(), "tempo": tempo}


def check_seed(seed: int, incidents: int) -> None:
    """Raise WrongUseError for seeds and counts that are not allowed."""
    if not 0 <= seed <= 2**32 - 1:
        raise WrongUseError(f"seed: {seed} is not allowed; 0 to {2**32 - 1}")
    if not 1 <= incidents <= MOST_INCIDENTS:
        raise WrongUseError(f"incidents: {incidents} is not allowed; 1 to {MOST_INCIDENTS}")


def compare(asked: Asked, commanders: str, incidents: int, seed: int, as_json: bool) -> int:
    """Play the same luck under several commanders and print the differences."""
    try:
        names = check_commanders([name.strip() for name in commanders.split(",")])
        check_seed(seed, incidents)
        prepared = open_prepared(asked)
    except (Invalid, WrongUseError) as error:
        return refuse(error, as_json)
    from warmzone.cli.progress import bar
    from warmzone.review.doctrine import doctrine_sentence
    from warmzone.studies.compare import compare_commanders
    from warmzone.studies.execute import Engine

    machine = choose_machine(incidents * len(names))
    begun = time.perf_counter()
    with bar("incidents", incidents * len(names)) as report:
        engine = Engine(machine, report=report)
        compared = compare_commanders(prepared, names, range(seed, seed + incidents), engine)
    wall_s = time.perf_counter() - begun
    if as_json:
        print_json(_as_json(compared, prepared.scenario, wall_s))
    else:
        from warmzone.cli.comparison import print_comparison

        print_comparison(compared, doctrine_sentence(prepared.scenario), wall_s)
    return OK


def choose_machine(incidents: int) -> "Machine":
    """The compiled kernel, or the plain one where compiling would take longer than the run."""
    from warmzone.doctrine.shipped import shipped_directory, shipped_machine

    if incidents <= PLAIN_INCIDENTS and not shipped_directory().exists():
        from warmzone.simulation.machine import PLAIN

        return PLAIN

    return shipped_machine(_say_part)


def _say_part(progress: "Progress") -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\rcompiling the kernel {progress.done}/{progress.total}   ")
        if progress.done == progress.total:
            sys.stderr.write("\r" + " " * 40 + "\r")
        sys.stderr.flush()


def compile_kernel(as_json: bool) -> int:
    """Compile the kernel into its cache, or read it from there, and say how long it took."""
    from warmzone.doctrine.shipped import shipped_machine
    from warmzone.simulation.compile_cache import cache_home

    begun = time.perf_counter()
    try:
        shipped_machine(lambda part: aside(f"{part.done}/{part.total} {part.part}"))
    except OSError as error:
        aside(f"{cache_home()}: cannot be written: {error.strerror}")
        return PROBLEMS
    seconds = time.perf_counter() - begun
    if as_json:
        print_json({"seconds": seconds})
    else:
        line(f"The kernel is ready ({seconds:.1f} s).")
    return OK


def _as_json(compared: "Comparison", scenario: "Scenario", wall_s: float) -> dict[str, Any]:
    return {
        "scenario": compared.scenario,
        "profile": scenario.profile,
        "unconfirmed": scenario.unconfirmed,
        "commanders": list(compared.commanders),
        "incidents": compared.incidents,
        "seed": compared.seed,
        **_body(compared.physiology, compared.tempo),
        "label": compared.label,
        "reference": compared.commanders[0],
        "wall_s": wall_s,
        "results": {
            name: {row.measure.name: _row(row) for row in rows}
            for name, rows in compared.results.items()
        },
    }


def _row(row: "Compared") -> dict[str, Any]:
    return {
        "unit": row.measure.unit,
        "reached_p": row.reached_p,
        **_interval(row.estimate),
        "difference": None if row.difference is None else _interval(row.difference),
    }


def _interval(estimate: "Estimate | None") -> dict[str, Any]:
    if estimate is None:
        return {"mean": None, "low": None, "high": None, "n": 0}
    bounded = estimate.n > 1
    return {
        "mean": estimate.mean,
        "low": estimate.low if bounded else None,
        "high": estimate.high if bounded else None,
        "n": estimate.n,
    }
