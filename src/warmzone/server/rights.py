"""Which seat may ask what, and the command that a message stands for."""

from warmzone.exercise.commands import (
    AnswerProbe,
    Command,
    End,
    Note,
    Probe,
    Rate,
    Release,
    SetClock,
)
from warmzone.exercise.events import Opened
from warmzone.exercise.run_port import RunPort
from warmzone.server import wire, wire_probe
from warmzone.server.auth import SeatName
from warmzone.server.machinery import Show
from warmzone.vocabulary.codes import CommandPlace, ThreatStatus

Message = wire.BrowserMessage | wire_probe.RateTask
"""What a room is asked: what a browser says, and ratings, which come by another way."""

_MAY: dict[SeatName, tuple[type[Message], ...]] = {
    "tactical": (
        wire.GiveOrder,
        wire.SetClock,
        wire_probe.AnswerProbe,
        wire_probe.RateTask,
        wire.EndExercise,
    ),
    "instructor": (
        wire.SetClock,
        wire_probe.Freeze,
        wire_probe.TakeNote,
        wire_probe.ReleaseFigures,
        wire_probe.RateTask,
        wire.EndExercise,
    ),
    "observer": (wire_probe.TakeNote, wire_probe.RateTask),
}


def may_ask(seat: SeatName, message: Message) -> bool:
    """Whether the seat may send this; evaluators watch and write, the instructor leads."""
    return isinstance(message, _MAY[seat])


def rating_seat(mine: frozenset[SeatName], opened: Opened) -> SeatName | None:
    """The seat by which who asks decides ratings; None where that is not theirs.

    Who is led does not rate themselves; who plays alone may. Who watches is an evaluator.
    """
    owner: SeatName = "instructor" if opened.led else "tactical"
    return owner if owner in mine else "observer" if "observer" in mine else None


def command_of(message: Message, show: Show, run: RunPort) -> Command:
    """The command that a message asks for."""
    if isinstance(message, wire.GiveOrder):
        return show.order(message, run)
    if isinstance(message, wire.SetClock):
        return SetClock(message.command_id, message.action, message.rate)
    if isinstance(message, wire_probe.Freeze):
        return Probe(message.command_id)
    if isinstance(message, wire_probe.TakeNote):
        return Note(message.command_id, " ".join(message.text.split()))
    if isinstance(message, wire_probe.ReleaseFigures):
        return Release(message.command_id)
    if isinstance(message, wire_probe.RateTask):
        asked = message.asked
        return Rate(message.command_id, asked.task, asked.rating, asked.reason, message.by)
    if isinstance(message, wire_probe.AnswerProbe):
        return _answer(message)
    return End(message.command_id)


def _answer(message: wire_probe.AnswerProbe) -> AnswerProbe:
    return AnswerProbe(
        message.command_id,
        tuple(message.teams),
        message.reds,
        tuple(sorted(set(message.cleared))),
        ThreatStatus[message.threat.upper()],
        message.threat_area,
        CommandPlace[message.command.upper()],
    )
