"""The socket of one seat: messages in, views and answers out."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import anyio
import msgspec
from starlette.requests import HTTPConnection
from starlette.websockets import WebSocket, WebSocketDisconnect

from warmzone.server import sentences, wire
from warmzone.server.auth import SeatName, Tokens
from warmzone.server.room import Room
from warmzone.server.rooms import Rooms
from warmzone.server.wire_probe import Probe
from warmzone.vocabulary.ids import CommandId, ExerciseId

MESSAGE_BYTES = 8_192
COMMAND_ID_LETTERS = 64
WAITING_MOST = 50

BAD_TOKEN = 4401
BAD_ORIGIN = 4403
NO_EXERCISE = 4404
STOPPED = 1011
TOO_SLOW = 1013

_decoder: msgspec.json.Decoder[wire.BrowserMessage] = msgspec.json.Decoder(wire.BrowserMessage)


class Outbox:
    """What waits to be sent on one connection.

    Only the latest view, or what stands in its place, is kept: an older one is of no use.
    """

    def __init__(self, seat: SeatName) -> None:
        self.seat: SeatName = seat
        self._messages: list[wire.ServerMessage] = []
        self._view: wire.View | Probe | None = None
        self._something = asyncio.Event()
        self.overflowed = False

    def send(self, message: wire.ServerMessage) -> None:
        """Hand a message over; never waits."""
        if isinstance(message, (wire.View, Probe)):
            self._view = message
        elif len(self._messages) < WAITING_MOST:
            self._messages.append(message)
        else:
            self.overflowed = True
        self._something.set()

    async def take(self) -> list[wire.ServerMessage]:
        """Everything that waits, as soon as there is something; the view comes last."""
        await self._something.wait()
        self._something.clear()
        taken, self._messages = self._messages, []
        if self._view is not None:
            taken.append(self._view)
            self._view = None
        return taken


def same_origin(connection: HTTPConnection) -> bool:
    """Whether a browser's request comes from a page of this server; no browser, no origin."""
    origin = connection.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == connection.headers.get("host", "")


class Sockets:
    """Serves `/ws/{exercise}?token=...`."""

    def __init__(self, rooms: Rooms, tokens: Tokens) -> None:
        self._rooms = rooms
        self._tokens = tokens

    async def serve(self, socket: WebSocket) -> None:
        """One connection from its first byte to its last."""
        await socket.accept()
        if not same_origin(socket):
            await _turn_away(socket, BAD_ORIGIN, "bad_origin", "This page is of another server.")
            return
        exercise = ExerciseId(str(socket.path_params["exercise"]))
        place = self._tokens.read(socket.query_params.get("token", ""))
        if place is None or place.exercise != exercise:
            text = "This link is not valid here. Join with the room code."
            await _turn_away(socket, BAD_TOKEN, "bad_token", text)
            return
        room = await self._rooms.room(exercise)
        if room is None:
            text = "There is no such exercise on this server."
            await _turn_away(socket, NO_EXERCISE, "unknown_exercise", text)
            return
        await _attend(socket, room, Outbox(place.seat))


async def _turn_away(socket: WebSocket, close_code: int, code: str, text: str) -> None:
    await _send(socket, sentences.fault(code, text))
    await socket.close(close_code)


async def _attend(socket: WebSocket, room: Room, outbox: Outbox) -> None:
    """Enter, read and write until either side is done, then leave the room."""

    async def until_done(part: Callable[[], Awaitable[None]]) -> None:
        # RuntimeError is what Starlette raises for a send on a socket that has gone.
        with suppress(WebSocketDisconnect, RuntimeError):
            await part()
        jobs.cancel_scope.cancel()

    try:
        async with anyio.create_task_group() as jobs:
            jobs.start_soon(until_done, lambda: _read(socket, room, outbox))
            jobs.start_soon(until_done, lambda: _write(socket, outbox))
            await room.enter(outbox)
    finally:
        room.leave(outbox)


async def _write(socket: WebSocket, outbox: Outbox) -> None:
    """Send what waits; close behind a fault that has stopped the exercise."""
    while not outbox.overflowed:
        for message in await outbox.take():
            await _send(socket, message)
            if isinstance(message, wire.Fault) and message.stopped:
                await socket.close(STOPPED)
                return
    await socket.close(TOO_SLOW)


async def _read(socket: WebSocket, room: Room, outbox: Outbox) -> None:
    """Take messages one after another; a bad one is answered and the connection stays."""
    while True:
        packet = await socket.receive()
        if packet["type"] == "websocket.disconnect":
            return
        text = packet.get("text")
        if text is None:
            outbox.send(sentences.fault("malformed", "Messages are text, this one was not."))
            continue
        outbox.send(await respond(text, room, outbox.seat))


async def respond(text: str, room: Room, seat: SeatName) -> wire.Answer | wire.Fault:
    """The answer to one message of a seat, whatever it is."""
    data = text.encode("utf-8", "replace")
    if len(data) > MESSAGE_BYTES:
        return sentences.fault(
            "too_large", f"A message of {len(data)} bytes is not allowed; {MESSAGE_BYTES} at most."
        )
    try:
        message = _decoder.decode(data)
    except (msgspec.MsgspecError, RecursionError) as error:
        return _malformed(data, str(error))
    if not _is_sound(message.command_id):
        return sentences.fault(
            "malformed",
            f"A command id of {len(message.command_id)} letters is not allowed; "
            f"1 to {COMMAND_ID_LETTERS} printable ones.",
        )
    return await room.ask(seat, message)


def _malformed(data: bytes, found: str) -> wire.Answer | wire.Fault:
    """Answer by command id where one can be read, so that the browser stops asking."""
    try:
        loose: Any = msgspec.json.decode(data)
    except (msgspec.MsgspecError, RecursionError):
        loose = None
    command_id = loose.get("command_id") if isinstance(loose, dict) else None
    if isinstance(command_id, str) and _is_sound(command_id):
        answer = sentences.refused(CommandId(command_id), "malformed")
        answer.text = f"{answer.text} ({found})"
        return answer
    return sentences.fault("malformed", f"The message could not be read: {found}")


def _is_sound(command_id: str) -> bool:
    return 1 <= len(command_id) <= COMMAND_ID_LETTERS and command_id.isprintable()


async def _send(socket: WebSocket, message: wire.ServerMessage) -> None:
    await socket.send_text(msgspec.json.encode(message).decode())
