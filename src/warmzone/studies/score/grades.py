"""Commanders of known skill: from orders at random to the interior commander at its own pace."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import FORMS, UNBUILT, Order, Refusal, Speaker, Verb

RANDOM_EVERY_MS = 30_000
TRIES = 40
"""A commander at random says something each half minute, the first of so many that may be said."""


@dataclass(frozen=True, slots=True)
class Grade:
    """One commander: a family, its time for a decision, and the share of orders it never says.

    `family` is an automatic commander, or `random`. `held_out`: no part of the score was chosen by
    looking at it.
    """

    name: str
    family: str
    decision_s: float = 6.0
    slip_p: float = 0.0
    held_out: bool = False


GRADES = (
    Grade("interior, 6 s", "interior"),
    Grade("interior, 30 s", "interior", 30.0),
    Grade("interior, 60 s, 20 % unsaid", "interior", 60.0, 0.2),
    Grade("interior, 120 s, 40 % unsaid", "interior", 120.0, 0.4),
    Grade("nobody", "nobody"),
    Grade("at random", "random"),
    Grade("command post, 6 s", "command-post", held_out=True),
    Grade("command post, 60 s, 20 % unsaid", "command-post", 60.0, 0.2, held_out=True),
    Grade("care first, 30 s", "care-first", 30.0, held_out=True),
    Grade("care first, 90 s, 30 % unsaid", "care-first", 90.0, 0.3, held_out=True),
    Grade("threat only, 6 s", "threat-only", held_out=True),
    Grade("threat only, 60 s, 20 % unsaid", "threat-only", 60.0, 0.2, held_out=True),
    Grade("clear first, 60 s", "clear-first", 60.0, held_out=True),
    Grade("clear first, 120 s, 40 % unsaid", "clear-first", 120.0, 0.4, held_out=True),
)
"""The grades and their steps are assumptions: known differences, not those of people."""


def graded(prepared: Prepared, grade: Grade) -> Prepared:
    """The same incident, commanded at a grade's pace and with its lapses."""
    parameters = prepared.world.parameters.copy()
    parameters["decision_s"] = grade.decision_s
    parameters["order_slip_p"] = grade.slip_p
    return replace(prepared, world=prepared.world._replace(parameters=parameters))


def begin(prepared: Prepared, grade: Grade, seed: int, machine: Machine) -> Run:
    """An exercise of a grade at its start."""
    if grade.family == "random":
        who = automatic("nobody")
        return Run(prepared, seed, who, tactical_is_person=True, machine=machine)
    return Run(graded(prepared, grade), seed, automatic(grade.family), machine=machine)


def play(run: Run, grade: Grade, until_ms: int) -> None:
    """Play an exercise on to a time."""
    while grade.family == "random" and run.now_ms + RANDOM_EVERY_MS <= until_ms:
        run.advance(run.now_ms + RANDOM_EVERY_MS)
        say_something(run)
    run.advance(until_ms)


def say_something(run: Run, among: Sequence[Verb] = ()) -> None:
    """Give the first of some orders at random that may be given, of any verb or of those."""
    luck = np.random.default_rng((run.seed, run.now_ms))
    verbs = among or [
        verb for verb in Verb if verb not in UNBUILT and FORMS[verb].speaker != Speaker.MEDICAL
    ]
    teams, areas = len(run.state.teams), len(run.prepared.world.areas)
    for _ in range(TRIES):
        verb = verbs[int(luck.integers(len(verbs)))]
        form = FORMS[verb]
        order = Order(
            Seat.TACTICAL,
            verb,
            int(luck.integers(teams)),
            int(luck.integers(areas)),
            int(luck.integers(teams)),
            int(luck.integers(form.low, form.high + 1)),
        )
        if run.give(order) == Refusal.ACCEPTED:
            return
