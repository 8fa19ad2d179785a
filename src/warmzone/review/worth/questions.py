"""What each decision is asked of: the state before it, what followed, what else was open."""

import numpy as np

from warmzone.doctrine.going_on import OrderRow
from warmzone.doctrine.taking_over import memory_of
from warmzone.kernel.view import view_of
from warmzone.review.worth.alternatives import Seen, alternatives
from warmzone.review.worth.decisions import Decision
from warmzone.review.worth.race import Question
from warmzone.review.worth.replays import Moment, Spoken, Table
from warmzone.simulation.branch import empty_script
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Seat

ORDERS_AT_ONCE = 8


def question(
    decision: Decision, moment: Moment, script: tuple[Spoken, ...], table: Table
) -> Question:
    """One decision as a question, with what else could have been said at that moment."""
    run = at_moment(moment, table)
    seen = Seen(run, suggested(moment, table))
    place = int(run.state.seats[Seat.TACTICAL]["place"])
    return Question(
        decision,
        moment,
        script,
        tuple(alternatives(decision, seen)),
        in_command=place != CommandPlace.NOBODY,
    )


def at_moment(moment: Moment, table: Table) -> Run:
    """A run standing at a moment."""
    run = Run(table.prepared, 0, table.commander, machine=table.machine)
    run.restore(moment.at_ms.to_bytes(8, "little") + moment.state.tobytes())
    return run


def suggested(moment: Moment, table: Table) -> tuple[OrderRow, ...]:
    """What the commander would say at a moment, having heard and said what the person had."""
    run = at_moment(moment, table)
    view = view_of(run.state, table.prepared.world, Seat.TACTICAL, moment.at_ms)
    wishes = empty_script(ORDERS_AT_ONCE)
    wishes["verb"] = -1
    memory = memory_of(view, moment.given)
    with np.errstate(over="ignore"):
        table.commander.tactical(view, table.commander.crew.tactical, memory, wishes)
    return tuple(
        (
            int(Seat.TACTICAL),
            int(one["verb"]),
            int(one["team"]),
            int(one["area"]),
            int(one["other_team"]),
            int(one["value"]),
        )
        for one in wishes
        if one["verb"] >= 0
    )
