"""What each choice of a drill is worth: played on from its moment, in the same luck for all."""

from collections.abc import Callable

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.review.worth.moments import moment_of
from warmzone.review.worth.race import PRICING, SCREENING, cost_of
from warmzone.review.worth.replays import Course, Spoken, Table
from warmzone.server.drill_clocks import clocks_of
from warmzone.server.drill_moments import find
from warmzone.server.wire_drills import ChoiceWorth
from warmzone.simulation.machine import Machine
from warmzone.training.drills.moment import Situation
from warmzone.vocabulary.orders import Order

HELD_MS = 180_000
"""So long nothing else is said, then the interior commander goes on: an assumption."""
CONTINUATION = "interior"
FAST_PAIRS, PLAIN_PAIRS = 600, 12
"""Replays of each choice on the compiled kernel, and on the plain one."""

Report = Callable[[int, int], None]


def worths(
    drill_id: str, variant: int, machine: Machine, pairs: int, report: Report
) -> list[ChoiceWorth]:
    """Price every choice that can be played, against the best of them on luck of its own.

    Raises NoMomentError, RuntimeError for a defect of the kernel.
    """
    stands = find(drill_id, variant)
    courses = _courses(stands)
    table = Table(stands.run.prepared, machine, automatic(CONTINUATION))
    total, done = 2 * len(courses), 0
    lucks = {
        "screen": range(SCREENING, SCREENING + pairs // 2),
        "price": range(PRICING, PRICING + pairs),
    }
    ends: dict[str, dict[str, np.ndarray]] = {}
    for luck, epochs in lucks.items():
        ends[luck] = {}
        for choice, course in courses.items():
            ends[luck][choice] = table.outcomes(course, epochs)
            done += 1
            report(done, total)
    best = min(courses, key=lambda one: (float(ends["screen"][one]["deaths"].mean()), one))
    now_ms, end_ms = stands.run.now_ms, stands.run.prepared.end_ms
    clocks = clocks_of(ends["price"], best, now_ms, end_ms)
    found = []
    for choice in (one.id for one in stands.drill.choices):
        if choice not in courses:
            found.append(ChoiceWorth(choice))
            continue
        here, there = (ends["price"][one]["deaths"].astype(np.float64) for one in (choice, best))
        cost = cost_of(here, there)
        mean = 0.0 if choice == best else cost.mean
        told = ChoiceWorth(choice, float(here.mean()), mean, cost.low, cost.high, cost.pairs)
        told.best, told.clocks = choice == best, clocks[choice]
        found.append(told)
    return found


def _courses(stands: Situation) -> dict[str, Course]:
    moment = moment_of(stands.run)
    pause_ms = int(float(stands.run.prepared.world.parameters[0]["decision_s"]) * 1000)
    resume_ms = moment.at_ms + HELD_MS
    found = {}
    for choice, orders in stands.orders.items():
        if orders is not None:
            said = tuple(
                Spoken(moment.at_ms + number * pause_ms, _row(order))
                for number, order in enumerate(orders)
            )
            found[choice] = Course(moment, said, resume_ms)
    return found


def _row(order: Order) -> tuple[int, int, int, int, int, int]:
    return (
        int(order.seat),
        int(order.verb),
        order.team,
        order.area,
        order.other_team,
        order.value,
    )


def how(pairs: int) -> str:
    """How it was priced, in one sentence or two."""
    return (
        f"Deaths by 24 hours from this very moment: the true state, {pairs} "
        "replays in the same luck for every choice. What is said stands for three minutes, then "
        "the interior commander goes on. Clocks are means with 95 % intervals; a replay that never "
        "reaches one counts until the end of the incident. That rests on the model and its "
        "assumptions; the verdict above is the doctrine's, and the two may differ."
    )
