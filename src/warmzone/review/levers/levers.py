"""Paired replays of a whole exercise, each with one lever managed by the interior commander.

What the person said is said again in other luck. In the pair to it the orders of one lever are left
out, and those are said that the interior commander of the same profile gave in the luck that was
played. Both sides of a pair have the same luck.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.going_on import OrderRow
from warmzone.eventlog import Header, Row
from warmzone.review.comparison import played_by
from warmzone.review.levers.shapes import LeversReview, LeverView
from warmzone.review.rebuild import MachineFor, Rebuilt, Terms, fresh_run, plain, rebuild
from warmzone.review.worth.decisions import orders_of
from warmzone.review.worth.moments import moment_of
from warmzone.review.worth.race import cost_of
from warmzone.review.worth.replays import Course, Moment, Spoken, Table
from warmzone.review.worth.shapes import NOTICE
from warmzone.simulation.results import version
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Refusal, Verb

FIRST_EPOCH = 30_000_001
"""Where the lucks of levers begin: none of those on which decisions are priced."""

REFERENCE = "interior"


@dataclass(frozen=True, slots=True)
class Lever:
    """One part of command: the orders that belong to it and to no other lever."""

    name: str
    label: str
    about: str
    verbs: frozenset[Verb]


LEVERS = (
    Lever(
        "threat",
        "Threat suppression",
        "who goes after the threat, who contains it, what is checked",
        frozenset({Verb.CONTACT, Verb.CONTAIN, Verb.CHECK_REPORT, Verb.STEP_PAST, Verb.GO_IN}),
    ),
    Lever(
        "corridor",
        "Corridor",
        "the road out: its posts, the collection and exchange points, vehicles out of the way",
        frozenset(
            {
                Verb.BUILD_CORRIDOR,
                Verb.BREAK_CORRIDOR,
                Verb.SET_CCP,
                Verb.SET_AEP,
                Verb.MOVE_VEHICLES,
            }
        ),
    ),
    Lever(
        "rtf",
        "RTF integration",
        "ground called warm, medics let in, officers with them",
        frozenset({Verb.DECLARE_ZONE, Verb.CLEAR_RTF_IN, Verb.HOLD_RTF, Verb.SECURE_RTF}),
    ),
    Lever(
        "evacuation",
        "Evacuation order",
        "who is moved first and by whom",
        frozenset({Verb.CARRY, Verb.SET_PRIORITY, Verb.MOVE_WALKING, Verb.POLICE_TRANSPORT}),
    ),
)


def levers(
    header: Header,
    rows: Sequence[Row],
    *,
    machine_for: MachineFor = plain,
    pairs: int = 400,
    results_version: str | None = None,
) -> LeversReview:
    """What each lever's management cost; the same log gives the same answer, to the digit.

    Raises UnreadableError, DivergedError, RuntimeError for a defect of the kernel.
    """
    terms = Terms(results_version or version(), machine_for)
    rebuilt = rebuild(header, rows, lambda _run: None, terms)
    table = Table(rebuilt.prepared, rebuilt.run.machine, automatic(REFERENCE))
    moment = start_of(rebuilt)
    yours, theirs = said_by_person(rebuilt), said_by_reference(rebuilt)
    epochs = range(FIRST_EPOCH, FIRST_EPOCH + pairs)
    as_played = table.deaths(_course(moment, yours, rebuilt), epochs)
    found = []
    for lever in LEVERS:
        mine, other = _of(lever, yours), _of(lever, theirs)
        cost = None
        if mine or other:
            managed = with_lever(lever, yours, theirs)
            cost = cost_of(as_played, table.deaths(_course(moment, managed, rebuilt), epochs))
        found.append(LeverView(lever.name, lever.label, lever.about, len(mine), len(other), cost))
    found.sort(key=lambda one: -(one.cost.mean or 0.0) if one.cost else 0.0)
    return LeversReview(_how(pairs), NOTICE, found)


def start_of(rebuilt: Rebuilt) -> Moment:
    """The state at which the person began: at the hand-over, or before anything happened."""
    run = fresh_run(rebuilt.prepared, rebuilt.opened, rebuilt.run.machine)
    if rebuilt.handed_over is not None:
        run.restore(rebuilt.handed_over)
    return moment_of(run)


def said_by_person(rebuilt: Rebuilt) -> tuple[Spoken, ...]:
    """What the person said and was accepted, by time."""
    return tuple(
        Spoken(one.at_ms, one.order)
        for one in orders_of(rebuilt.entries)
        if one.refusal == Refusal.ACCEPTED and one.at_ms >= rebuilt.handed_over_ms
    )


def said_by_reference(rebuilt: Rebuilt) -> tuple[Spoken, ...]:
    """What the interior commander says from the same start in the luck that was played."""
    run = played_by(rebuilt, REFERENCE, rebuilt.run.machine)
    return tuple(
        Spoken(at_ms, order)
        for at_ms, order in _orders(run)
        if rebuilt.handed_over_ms <= at_ms < rebuilt.end_ms
    )


def with_lever(
    lever: Lever, yours: Sequence[Spoken], theirs: Sequence[Spoken]
) -> tuple[Spoken, ...]:
    """The person's orders without the lever's, and the other's of the lever, by time."""
    rest = [one for one in yours if Verb(one.order[1]) not in lever.verbs]
    return tuple(sorted([*rest, *_of(lever, theirs)], key=lambda one: one.at_ms))


def _of(lever: Lever, said: Sequence[Spoken]) -> list[Spoken]:
    return [one for one in said if Verb(one.order[1]) in lever.verbs]


def _orders(run: Run) -> list[tuple[int, OrderRow]]:
    rows = run.state.orders[: int(run.state.clock[0]["orders"])]
    return [
        (
            int(row["given_ms"]),
            (
                int(row["seat"]),
                int(row["verb"]),
                int(row["team"]),
                int(row["area"]),
                int(row["other_team"]),
                int(row["value"]),
            ),
        )
        for row in rows
        if row["seat"] == Seat.TACTICAL
    ]


def _course(moment: Moment, script: tuple[Spoken, ...], rebuilt: Rebuilt) -> Course:
    """What is said, and then nothing more until the end of the look."""
    return Course(moment, script, rebuilt.prepared.end_ms)


def _how(pairs: int) -> str:
    return (
        f"Your orders are said again in {pairs} other lucks; beside each, in the same luck, once "
        "more with the orders of one lever replaced by those that the automatic interior commander "
        "gave in the luck you played. Everything else you said stays as it was, so what two levers "
        "do together is counted with neither. Above 0 is lives that your way cost; nothing is said "
        "where the interval holds 0."
    )
