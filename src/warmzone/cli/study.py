"""Commands over studies: check one, run one."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from warmzone.cli.guard import guarded
from warmzone.cli.opening import OK, WrongUseError, refuse
from warmzone.cli.output import line, print_json
from warmzone.scenario.problems import Invalid

if TYPE_CHECKING:
    from warmzone.studies.conduct import Conducted
    from warmzone.studies.engines import Workers
    from warmzone.studies.lowered import Lowered
    from warmzone.studies.spread import Spread
    from warmzone.studies.study_file import Opened


def check(name: str, as_json: bool) -> int:
    """Say everything that is wrong with a study, or how large it is."""
    from warmzone.studies.lowered import lower_study

    try:
        lowered = lower_study(_open(name))
    except Invalid as error:
        return refuse(error, as_json)
    study = lowered.study
    incidents = study.points * lowered.incidents_per_point
    if as_json:
        print_json({"ok": True, "study": study.id, "incidents": incidents, "problems": []})
    else:
        line(f"{study.name}: sound; {incidents:,} incidents at {study.points:,} points.")
    return OK


def run(name: str, out: Path | None, hands: tuple[str, int | None], as_json: bool) -> int:
    """Play a study, or what is missing of it, and print what it says."""
    return guarded(lambda: _run(name, out, hands, as_json), as_json)


def _run(name: str, out: Path | None, hands: tuple[str, int | None], as_json: bool) -> int:
    from warmzone.studies.conduct import conduct
    from warmzone.studies.lowered import lower_study

    lowered = lower_study(_open(name))
    workers = choose_workers(hands, lowered.study.points * lowered.incidents_per_point)
    folder = out or Path(f"study-{lowered.study.id}")
    with _watched() as report:
        found = conduct(lowered, folder, workers, report)
    if as_json:
        print_json(told(lowered, found, folder))
    else:
        from warmzone.cli.study_tables import print_study

        print_study(lowered, found, folder)
    return OK


def choose_workers(hands: tuple[str, int | None], incidents: int) -> "Workers":
    """The engine and number of workers asked for. Raises WrongUseError."""
    from warmzone.cli.incidents import choose_machine
    from warmzone.studies.engines import ENGINES, Workers

    engine, count = hands
    for known in ENGINES:
        if known == engine:
            return Workers(known, choose_machine(incidents), count)
    raise WrongUseError(f"engine: {engine!r} is not allowed; {', '.join(ENGINES)}")


def _open(name: str) -> "Opened":
    from warmzone.studies.shelf import study_path
    from warmzone.studies.study_file import open_study

    return open_study(study_path(name))


def _watched() -> Any:
    from warmzone.cli.progress import watch

    return watch("incidents")


def told(lowered: "Lowered", found: "Conducted", folder: Path) -> dict[str, Any]:
    """The study's summary as plain values."""
    from warmzone.studies.ranges import ranges_told

    study, summary = lowered.study, found.summary
    return {
        "study": study.id,
        "folder": str(folder),
        "points": found.points,
        "repeats": study.repeats,
        "incidents": found.incidents,
        "resumed": found.resumed,
        "close_enough": found.close_enough,
        "reference": summary.reference,
        "physiologies": list(study.physiologies),
        "uncertain": ranges_told(lowered.study),
        "results": {
            arm.id: {
                measure: {
                    **_numbers(summary.arms[arm.id, measure]),
                    "difference": None
                    if arm.id == summary.reference
                    else _numbers(summary.differences[arm.id, measure]),
                }
                for measure in study.measures
            }
            for arm in study.arms
        },
        "wall_s": found.wall_s,
    }


def _numbers(spread: "Spread") -> dict[str, float | int | None]:
    values = {
        "mean": spread.mean,
        "low": spread.low,
        "high": spread.high,
        "luck": spread.luck,
        "half_width": spread.half_width,
        "below_p": spread.below_p,
        "reached_p": spread.reached_p,
    }
    finite = {name: value if abs(value) < float("inf") else None for name, value in values.items()}
    return {**finite, "draws": spread.draws}
