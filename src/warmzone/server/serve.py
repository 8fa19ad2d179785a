"""Serving from the command line: check, listen, say where, open a browser."""

import asyncio
import logging
import os
import signal
import socket
import sys
import webbrowser
from pathlib import Path
from threading import Thread
from types import FrameType
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette

from warmzone.eventlog import Derived, LogError, SqliteStore
from warmzone.scenario.shipped import shipped_scenarios
from warmzone.server import wire
from warmzone.server.app import Parts, make_app
from warmzone.server.auth import Place, Tokens, load_secret
from warmzone.server.jobs import KernelJob
from warmzone.server.machinery import UnknownScenarioError, UnsoundScenarioError
from warmzone.server.rooms import Rooms
from warmzone.server.settings import Settings
from warmzone.server.simulated import Simulated, stored_scenarios
from warmzone.server.websocket import MESSAGE_BYTES

FOUND_PROBLEMS = 1
WRONG_USE = 2
EVERY_HOST = ("0.0.0.0", "::")  # noqa: S104 - compared with, not bound to
ELSEWHERE = ("192.0.2.1", 9)
"""An address of a documentation network: asked for the way to it, nothing is sent there."""


class CannotServeError(Exception):
    """The server cannot start; the text says why and what to do."""


def serve(settings: Settings) -> int:
    """Serve until interrupted: 0 when stopped, 1 if the scenario has problems, 2 on wrong use.

    Messages go to standard error.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        files = _files(settings)
        listener = _listen(settings.host, settings.port)
        parts = _parts(settings, files)
    except CannotServeError as error:
        _say(f"warmzone serve: {error}")
        return WRONG_USE
    try:
        return _run(settings, listener, parts)
    finally:
        parts.store.close()
        parts.derived.close()
        listener.close()


def scenario_name(scenario: str) -> str:
    """The name under which `--scenario` is asked for: its id, or its file's name."""
    return Path(scenario).stem if scenario.endswith(".toml") else scenario


def addresses(host: str, port: int) -> list[str]:
    """Where browsers find a server bound to `host`: this machine first, then the network's way."""
    if host not in EVERY_HOST:
        return [f"http://{_bracketed(host)}:{port}"]
    return [f"http://{name}:{port}" for name in dict.fromkeys(["127.0.0.1", *_own_address()])]


def _files(settings: Settings) -> dict[str, Path]:
    """The scenario files beside the shipped ones: those kept, and the one asked for."""
    files = stored_scenarios(settings.data / "scenarios")
    asked = settings.scenario
    if asked is None:
        return files
    if asked.endswith(".toml"):
        if not Path(asked).is_file():
            raise CannotServeError(f"--scenario: there is no file {asked}")
        return {**files, scenario_name(asked): Path(asked)}
    known = [*shipped_scenarios(), *files]
    if asked not in known:
        allowed = ", ".join(known)
        raise CannotServeError(f"--scenario: {asked!r} is not allowed; {allowed}, or a .toml file")
    return files


def _parts(settings: Settings, files: dict[str, Path]) -> Parts:
    try:
        store = SqliteStore(settings.log_file)
        derived = Derived(settings.derived_file)
        tokens = Tokens(load_secret(settings.secret_file))
    except (LogError, OSError) as error:
        raise CannotServeError(f"--data: {error}") from error
    return Parts(settings, store, derived, Simulated(files), tokens, KernelJob())


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket, or CannotServeError that says what is in the way."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except (OSError, OverflowError) as error:
        listener.close()
        why = getattr(error, "strerror", None) or str(error)
        raise CannotServeError(
            f"{host} port {port}: {why}. Choose another with --host or --port."
        ) from error
    return listener


def _run(settings: Settings, listener: socket.socket, parts: Parts) -> int:
    app = make_app(parts)
    config = uvicorn.Config(
        app, log_level="warning", ws_max_size=8 * MESSAGE_BYTES, timeout_graceful_shutdown=3
    )
    server = _Server(config, settings, app, parts.tokens)
    # The server stops on these by itself and then raises them again: being stopped is no failure.
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, _stopped)
    server.run(sockets=[listener])
    return server.exit_code


def _stopped(_number: int, _frame: FrameType | None) -> None:
    """Nothing is left to do when the signal comes back."""


class _Server(uvicorn.Server):
    """A server that says where it is as soon as it answers, and opens what was asked for."""

    def __init__(
        self, config: uvicorn.Config, settings: Settings, app: Starlette, tokens: Tokens
    ) -> None:
        super().__init__(config)
        self.exit_code = 0
        self._settings = settings
        self._app = app
        self._tokens = tokens
        self._opening: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell in the background: the page is answered first."""
        await super().startup(sockets)
        if self.started and sockets:
            port = int(sockets[0].getsockname()[1])
            self._opening = asyncio.create_task(self._tell(port))

    async def _tell(self, port: int) -> None:
        path = "/"
        if self._settings.scenario is not None:
            try:
                path = await self._new_exercise(scenario_name(self._settings.scenario))
            except (UnsoundScenarioError, UnknownScenarioError, LogError) as error:
                _say(f"warmzone serve: --scenario: {error}")
                self.exit_code = FOUND_PROBLEMS
                self.should_exit = True
                return
        where = [address + path for address in addresses(self._settings.host, port)]
        for address in where:
            _say(f"Warmzone is at {address}")
        _say("Training and planning only. Stop with Ctrl+C.")
        if self._settings.open_browser:
            Thread(target=_browse, args=(where[0],), daemon=True).start()

    async def _new_exercise(self, scenario: str) -> str:
        """Open an exercise; the path of its Tactical seat."""
        rooms: Rooms = self._app.state.rooms
        asked = wire.StartExercise(scenario, unconfirmed=self._settings.unconfirmed)
        exercise = await rooms.create(asked)
        token = self._tokens.issue(Place(exercise, "tactical"))
        return f"/play/{exercise}#t={quote(token)}"


def _browse(address: str) -> None:
    """Open a browser where there is a screen for one."""
    has_screen = sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )
    if has_screen:
        webbrowser.open(address)


def _own_address() -> list[str]:
    """This machine's address on its network, if it has one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
        except OSError:
            return []
        return [str(probe.getsockname()[0])]


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
