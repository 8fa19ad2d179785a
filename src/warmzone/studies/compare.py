"""Commanders compared on the same luck: every incident is played once by each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmzone.doctrine.commanders import automatic
from warmzone.measures import MEASURES
from warmzone.simulation.lower import Prepared
from warmzone.studies.estimate import Compared, compare
from warmzone.studies.execute import Engine, outcomes
from warmzone.vocabulary.codes import Physiology

LABEL = "luck only: the evidence taken as true"
"""What the intervals cover: differences between seeds, not doubt about the numbers."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every measure of every commander; the first commander is what others are compared with."""

    scenario: str
    commanders: tuple[str, ...]
    incidents: int
    seed: int
    label: str
    physiology: Physiology
    tempo: float
    results: dict[str, tuple[Compared, ...]]


def compare_commanders(
    prepared: Prepared, commanders: Sequence[str], seeds: range, engine: Engine
) -> Comparison:
    """Play one incident per seed under each commander; the first one is the reference."""
    rows = {name: outcomes(prepared, automatic(name), seeds, engine) for name in commanders}
    first = rows[commanders[0]]
    results = {}
    for name in commanders:
        reference = None if name == commanders[0] else first
        results[name] = tuple(compare(measure, rows[name], reference) for measure in MEASURES)
    return Comparison(
        prepared.scenario.id,
        tuple(commanders),
        len(seeds),
        seeds.start,
        LABEL,
        prepared.physiology,
        prepared.tempo,
        results,
    )
