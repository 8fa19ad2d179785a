"""Decide what a command leads to: pure, at one simulated time; nothing moves, nothing is kept."""

from warmzone.exercise.commands import (
    RATES,
    AnswerProbe,
    ClockMark,
    Command,
    End,
    Finish,
    GiveOrder,
    HandOver,
    Note,
    Probe,
    Rate,
    Release,
    Resume,
    SetClock,
)
from warmzone.exercise.events import (
    ClockChanged,
    ClockMarked,
    CommandRefused,
    Ended,
    Event,
    HandedOver,
    Noted,
    OrderReceived,
    ProbeAnswered,
    ProbeAsked,
    Rated,
    Released,
    Resumed,
    Rule,
)
from warmzone.exercise.state import State
from warmzone.vocabulary.orders import Refusal


def decide(state: State, command: Command, checked: Refusal) -> tuple[Event, ...]:
    """The events that follow from a command at the time at which the run was asked.

    `checked` is `run.check` of the command's order; ACCEPTED for every other command. A command
    with an id always leads to at least one event, so that its answer is in the log.
    """
    if isinstance(command, Note):
        return (Noted(command.text),)
    if isinstance(command, (Release, Rate)):
        return (_afterwards(state, command),)
    if isinstance(command, (Probe, AnswerProbe)):
        return _probe(state, command)
    if state.probing and isinstance(command, (GiveOrder, SetClock)):
        asked = "order" if isinstance(command, GiveOrder) else "clock"
        return (CommandRefused(asked, Rule.PROBE_OPEN),)
    if isinstance(command, GiveOrder):
        return (_order(state, command, checked),)
    if isinstance(command, SetClock):
        return (_clock(state, command),)
    if isinstance(command, End):
        return (CommandRefused("end", Rule.EXERCISE_ENDED) if state.ended else Ended("asked"),)
    return () if state.ended else _by_itself(state, command)


def _afterwards(state: State, command: Release | Rate) -> Event:
    """What may be said of an exercise only once it is over."""
    if isinstance(command, Rate):
        if not state.ended:
            return CommandRefused("rate", Rule.NOT_OVER)
        return Rated(command.task, command.rating, command.reason, command.by)
    return Released() if state.ended else CommandRefused("release", Rule.NOT_OVER)


def _by_itself(state: State, command: HandOver | ClockMark | Resume | Finish) -> tuple[Event, ...]:
    """What the exercise records without being asked."""
    if isinstance(command, HandOver):
        return () if state.handed_over else (HandedOver(),)
    if isinstance(command, ClockMark):
        return (ClockMarked(),) if state.running else ()
    if isinstance(command, Resume):
        return (Resumed(),)
    return (Ended(command.reason),)


def _probe(state: State, command: Probe | AnswerProbe) -> tuple[Event, ...]:
    """A freeze, or the answer to it; one that is due and cannot be now falls away."""
    if isinstance(command, Probe):
        if not state.ended and not state.probing:
            return (ProbeAsked(due=command.command_id is None),)
        code = Rule.EXERCISE_ENDED if state.ended else Rule.PROBE_OPEN
        return () if command.command_id is None else (CommandRefused("probe", code),)
    if not state.probing:
        return (CommandRefused("probe_answer", Rule.NO_PROBE),)
    return (
        ProbeAnswered(
            command.teams,
            command.reds,
            command.cleared,
            command.threat,
            command.threat_area,
            command.command,
        ),
    )


def _order(state: State, command: GiveOrder, checked: Refusal) -> OrderReceived:
    order = command.order
    if order is None:
        refusal = command.unreadable or Refusal.UNKNOWN_VERB
        return OrderReceived(-1, -1, -1, -1, 0, refusal, command.said, command.why)
    refusal = Refusal.INCIDENT_OVER if state.ended else checked
    return OrderReceived(
        order.verb,
        order.team,
        order.area,
        order.other_team,
        order.value,
        refusal,
        why=command.why,
    )


def _clock(state: State, command: SetClock) -> ClockChanged | CommandRefused:
    if state.ended:
        return CommandRefused("clock", Rule.EXERCISE_ENDED)
    if command.action == "pause":
        return ClockChanged(running=False, rate=state.rate)
    if command.action == "resume":
        return ClockChanged(running=True, rate=state.rate)
    if command.rate not in RATES:
        return CommandRefused("clock", Rule.BAD_RATE)
    return ClockChanged(state.running, command.rate)


def answer_of(event: Event) -> str:
    """The code that answers the command behind an event; `accepted` is the only success."""
    if isinstance(event, OrderReceived):
        return Refusal(event.refusal).name.lower()
    if isinstance(event, CommandRefused):
        return event.code
    return Rule.ACCEPTED
