"""Commanders who play to the score and not to the incident: none may gain by it.

One talks for its own sake, every quarter minute. One says whatever stops a clock, everywhere, and
looks at nothing first.
"""

from collections.abc import Callable
from dataclasses import dataclass

from warmzone.measures.decisions import account_of
from warmzone.measures.decisions.score import score_of
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Run
from warmzone.studies.score.grades import Grade, begin, play, say_something
from warmzone.vocabulary.codes import CommandPlace, Discipline, Seat, Zone
from warmzone.vocabulary.orders import Order, Verb

EVERY_MS = 15_000
TALK = (
    Verb.SIZE_UP,
    Verb.ASK_REPORT,
    Verb.SAY_PLAN,
    Verb.ROLL_CALL,
    Verb.CLEAR_THE_AIR,
    Verb.RECONCILE,
    Verb.SET_RADIO_PLAN,
    Verb.ASK_SOURCE,
    Verb.CO_LOCATE,
    Verb.UNIFY_COMMAND,
    Verb.APPOINT,
)
"""Orders that move nobody."""


@dataclass(frozen=True, slots=True)
class Trick:
    """What is done every quarter minute beside what a grade decides."""

    name: str
    do: Callable[[Run], None]


def talk(run: Run) -> None:
    """Say something that moves nobody."""
    say_something(run, TALK)


def stop_the_clocks(run: Run) -> None:
    """Call the next place warm, and have medics, casualties and ambulances come there."""
    area = run.now_ms // EVERY_MS % len(run.prepared.world.areas)
    tactical = Seat.TACTICAL
    run.give(Order(tactical, Verb.TAKE_COMMAND, value=CommandPlace.INSIDE))
    for verb, value in ((Verb.DECLARE_ZONE, Zone.WARM), (Verb.SET_CCP, 0), (Verb.SET_AEP, 0)):
        run.give(Order(tactical, verb, area=area, value=value))
    for team in range(len(run.state.teams)):
        if run.state.teams[team]["discipline"] != Discipline.POLICE:
            run.give(Order(tactical, Verb.CLEAR_RTF_IN, team, area))


TRICKS = (Trick("and talk", talk), Trick("and every clock", stop_the_clocks))


def tricked(
    prepared: Prepared, grade: Grade, seed: int, machine: Machine, trick: Trick | None
) -> float:
    """The points of an exercise of a grade, with a trick or without."""
    run = begin(prepared, grade, seed, machine)
    if trick is not None:
        for now in range(EVERY_MS, prepared.end_ms, EVERY_MS):
            play(run, grade, now)
            trick.do(run)
    play(run, grade, prepared.end_ms)
    return score_of(account_of(run)).points or 0.0
