"""Each property of pairs of incidents fails in a world that breaks it."""

import contextlib
from typing import Any

import pytest
from hypothesis.errors import UnsatisfiedAssumption

from tests.unit.simulation import test_counterfactuals as held
from tests.unit.simulation.test_counterfactuals import MINUTE
from warmzone.kernel import casualties, orders, outcomes, physiology, reach, transport
from warmzone.simulation import rollout
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import OpeningState, Physiology, Wound
from warmzone.vocabulary.orders import Order, Refusal, Verb


def restless(run: Run, until_ms: int) -> None:
    """A stop that is counted as an event."""
    true_advance(run, until_ms)
    run.state.clock[0]["events"] += 1


def meddling(state: Any, world: Any, seat: int, now: int) -> bool:
    """A commander whose decisions change who can be hurt."""
    state.people[0]["death_threshold"] += seat + 0.5
    return true_give_next(state, world, seat, now)


def nosy(run: Run, order: Order) -> Refusal:
    """An answer that writes something down."""
    run.state.seats[0]["spoken"] += 1
    return true_check(run, order)


def hasty(state: Any, world: Any, row: int, now: int) -> None:
    """A team that turns to an order before it hears it."""
    state.teams[state.orders[row]["team"]]["start_ms"] += 1
    true_send(state, world, row, now)


def polite(state: Any, world: Any, a: int, now: int) -> None:
    """Ambulances that wait for one another when there are several."""
    if len(state.ambulances) < 2:
        true_look(state, world, a, now)


def costly(world: Any, person: Any, now: int) -> None:
    """A change of rate that costs blood."""
    true_settle(world, person, now)
    person["death"] += 100.0 if now > 0 else 0.0


def too_late(world: Any, person: Any, clock: Any, at: tuple[int, int]) -> int:
    """A hospital that saves those alone who come late."""
    return -1 if at[0] > 10 * MINUTE else at[0]


def never_saved(*_all: Any) -> int:
    """An ideal under which everybody dies."""
    return 0


def always(*_all: Any) -> bool:
    """Everybody is savable, and every way is seen through when it is closed."""
    return True


def through_walls(state: Any, world: Any, e: int) -> bool:
    """A hazard that reaches through what is shut."""
    return bool(state.openings[world.edges[e]["opening"]] != OpeningState.OPEN)


true_advance, true_check = Run.advance, Run.check
true_give_next, true_send = rollout.give_next, orders.send_order
true_look, true_settle = transport.look_for_casualties, casualties.settle_clock
HURT = {"who": (Wound.LIMB, True, Physiology.HAZARD)}
MISTAKES: tuple[tuple[Any, str, Any, Any, dict[str, Any]], ...] = (
    (
        Run,
        "advance",
        restless,
        held.test_where_time_is_stopped_leaves_no_trace,
        {"stops": [70_000]},
    ),
    (rollout, "give_next", meddling, held.test_who_can_be_hurt_is_the_same_whoever_commands, {}),
    (Run, "check", nosy, held.test_an_order_that_is_refused_leaves_no_trace, {"at_ms": MINUTE}),
    (
        orders,
        "send_order",
        hasty,
        held.test_an_order_does_nothing_before_it_is_heard,
        {"verb": Verb.HOLD, "team": 0, "area": 2},
    ),
    (
        transport,
        "look_for_casualties",
        polite,
        held.test_more_ambulances_never_delay_the_first,
        {"more": 1},
    ),
    (
        casualties,
        "settle_clock",
        costly,
        held.test_care_never_brings_death_nearer,
        {**HURT, "at_ms": MINUTE, "more_ms": 0},
    ),
    (
        physiology,
        "hospital_fate",
        too_late,
        held.test_a_later_hospital_saves_nobody,
        {**HURT, "at_ms": MINUTE, "more_ms": 20 * MINUTE},
    ),
    (physiology, "hospital_fate", never_saved, held.test_who_is_saved_was_savable, {}),
    (outcomes, "lives_ideally", always, held.test_an_outcome_adds_up, {}),
    (
        reach,
        "seen_through",
        through_walls,
        held.test_a_closed_door_never_lets_the_hazard_reach_further,
        {"at_ms": 0},
    ),
)
"""What is replaced, by what, and the property that then fails for some incident."""


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case[2].__name__)
def test_a_mistake_is_noticed(case: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The property fails for some incident."""
    owner, name, mistake, promise, given_too = case
    monkeypatch.setattr(owner, name, mistake)
    for number in range(60):
        with contextlib.suppress(UnsatisfiedAssumption):
            try:
                promise.hypothesis.inner_test(number=number, **given_too)
            except AssertionError:
                return
    pytest.fail("nobody noticed")
