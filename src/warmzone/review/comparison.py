"""The same luck under every automatic commander, beside what was played."""

import numpy as np

from warmzone.doctrine.commanders import DESCRIPTIONS, NAMES, automatic
from warmzone.measures import MEASURES, read
from warmzone.review.names import at, lasting
from warmzone.review.points import points_of
from warmzone.review.rebuild import Rebuilt
from warmzone.review.shapes import Compared, Comparison, MeasureView
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Run

REFERENCE = "interior"
"""The commander that a person is held against."""

LABELS = {
    "nobody": "Nobody commands",
    "command-post": "Command post",
    "care-first": "Care first",
    "clear-first": "Clear first",
    "threat-only": "Threat only",
    "interior": "Interior command",
    "optimised-post": "Command post, rules searched for",
    "optimised": "Rules searched for",
}


def values_of(outcome: np.ndarray) -> dict[str, float | None]:
    """Every measure of one OUTCOME row, by name."""
    return {measure.name: read(measure, outcome) for measure in MEASURES}


def comparison(rebuilt: Rebuilt, machine: Machine) -> Comparison:
    """Every automatic commander with the same seed until the same moment.

    A drill's commanders start from the snapshot of its hand-over, with all that the seat had been
    told until then; otherwise each plays the incident from its beginning.
    """
    return Comparison(
        how=_how(rebuilt),
        measures=[
            MeasureView("points", "Points of 100", "points", "higher"),
            *(MeasureView(one.name, one.label, one.unit, one.better) for one in MEASURES),
        ],
        yours=_values(rebuilt.run, rebuilt),
        others=[_compared(name, rebuilt, machine) for name in NAMES],
    )


def played_by(rebuilt: Rebuilt, name: str, machine: Machine) -> Run:
    """The run of an automatic commander from the same start to the same end, in the same luck."""
    run = Run(rebuilt.prepared, rebuilt.opened.seed, automatic(name), machine=machine)
    if rebuilt.handed_over is not None:
        run.restore(rebuilt.handed_over)
    run.advance(rebuilt.run.now_ms)
    return run


def _compared(name: str, rebuilt: Rebuilt, machine: Machine) -> Compared:
    values = _values(played_by(rebuilt, name, machine), rebuilt)
    return Compared(name, LABELS.get(name, name), DESCRIPTIONS[name], values)


def _values(run: Run, rebuilt: Rebuilt) -> dict[str, float | None]:
    """The points and every measure of a run."""
    points = points_of(run, rebuilt.handed_over_ms)
    return {"points": points, **values_of(run.outcome_row()[0])}


def _how(rebuilt: Rebuilt) -> str:
    until = at(rebuilt.run.now_ms / 1000)
    after = lasting(float(rebuilt.prepared.world.parameters[0]["after_play_s"]))
    later = f"Whoever was still at the scene then is taken to reach hospital {after} later."
    if rebuilt.handed_over is not None:
        since = at(rebuilt.handed_over_ms / 1000)
        return (
            f"Each automatic commander takes over at {since} from the same hand-over, with the "
            f"same luck, and plays until {until}, when your run ended. What came before "
            f"{since} is common to all. {later}"
        )
    return (
        f"Each automatic commander plays the same incident from its beginning, with the same "
        f"luck, until {until}, when your run ended. {later}"
    )
