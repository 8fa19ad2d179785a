"""How an event changes an exercise's state, and the incident behind it."""

from dataclasses import replace

from warmzone.exercise.events import (
    ClockChanged,
    Ended,
    Event,
    HandedOver,
    OrderReceived,
    ProbeAnswered,
    ProbeAsked,
    Resumed,
)
from warmzone.exercise.run_port import RunPort
from warmzone.exercise.state import State
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Refusal, Verb


class DivergedError(Exception):
    """The run answers an order otherwise than the log says that it did."""


def evolve(state: State, at_ms: int, event: Event) -> State:
    """The state after an event at a simulated time."""
    state = replace(state, at_ms=at_ms)
    if isinstance(event, ClockChanged):
        resumed = None if event.running else state.resumed_at_ms
        return replace(state, running=event.running, rate=event.rate, resumed_at_ms=resumed)
    if isinstance(event, HandedOver):
        return replace(state, handed_over=True)
    if isinstance(event, ProbeAsked):
        return replace(state, running=False, probing=True, frozen_running=state.running)
    if isinstance(event, ProbeAnswered):
        going = state.frozen_running
        return replace(state, running=going, probing=False, frozen_running=False)
    if isinstance(event, Resumed):
        return replace(state, running=False, resumed_at_ms=at_ms)
    if isinstance(event, Ended):
        return replace(state, running=False, ended=True, probing=False)
    return state


def apply(run: RunPort, at_ms: int, seat: int, event: Event) -> None:
    """Let a committed event take effect on the run, after everything with time <= `at_ms`.

    Raises DivergedError where the run now refuses an order that the log has accepted.
    """
    run.advance(at_ms)
    if isinstance(event, HandedOver):
        run.hand_over()
    elif isinstance(event, OrderReceived) and event.refusal == Refusal.ACCEPTED:
        order = Order(
            Seat(seat), Verb(event.verb), event.team, event.area, event.other_team, event.value
        )
        answer = run.give(order)
        if answer != Refusal.ACCEPTED:
            raise DivergedError(
                f"{at_ms} ms: {order.verb.name} was accepted and is now refused: {answer.name}"
            )
