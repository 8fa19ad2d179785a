"""What a connection to a room is shown: the view, a question, or the truth beside the view."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, Protocol, TypeVar

from msgspec.structs import replace

from warmzone.review.shapes import Frame
from warmzone.server import wire, wire_probe
from warmzone.server.auth import SeatName
from warmzone.server.live import BrokenError, Live
from warmzone.server.machinery import Show

P = ParamSpec("P")
T = TypeVar("T")


class Listener(Protocol):
    """One open connection of a seat."""

    @property
    def seat(self) -> SeatName:
        """Whose it is."""

    def send(self, message: wire.ServerMessage) -> None:
        """Hand a message over; never waits."""


@dataclass(slots=True)
class Built:
    """An exercise ready to be played."""

    live: Live
    show: Show


async def look(built: Built, make: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Make a picture off the loop; one that cannot be made is the exercise's defect."""
    try:
        return await asyncio.to_thread(make, *args, **kwargs)
    except Exception as error:
        raise BrokenError(f"view at {built.live.run.now_ms} ms: {error!r}") from error


def picture(
    built: Built, listener: Listener, view: wire.View, truth: Frame | None
) -> wire.View | wire_probe.Probe:
    """What a connection is to see; the instructor sees the truth too, and while others answer."""
    if listener.seat == "instructor":
        return replace(view, truth=truth)
    return built.show.probe(built.live.run) if built.live.state.probing else view
