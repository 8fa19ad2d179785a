"""Which seat may ask what, and the command that a message stands for."""

from warmzone.exercise.commands import (
    AnswerProbe,
    Command,
    End,
    Note,
    Probe,
    Release,
    SetClock,
)
from warmzone.exercise.run_port import RunPort
from warmzone.server import wire, wire_probe
from warmzone.server.auth import SeatName
from warmzone.server.machinery import Show
from warmzone.vocabulary.codes import CommandPlace, ThreatStatus

_MAY: dict[SeatName, tuple[type[wire.BrowserMessage], ...]] = {
    "tactical": (wire.GiveOrder, wire.SetClock, wire_probe.AnswerProbe, wire.EndExercise),
    "instructor": (
        wire.SetClock,
        wire_probe.Freeze,
        wire_probe.TakeNote,
        wire_probe.ReleaseFigures,
        wire.EndExercise,
    ),
    "observer": (wire_probe.TakeNote,),
}


def may_ask(seat: SeatName, message: wire.BrowserMessage) -> bool:
    """Whether the seat may send this; evaluators watch and write, the instructor leads."""
    return isinstance(message, _MAY[seat])


def command_of(message: wire.BrowserMessage, show: Show, run: RunPort) -> Command:
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
