"""The wiring of the server: everything it is made of is put together here."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, WebSocketRoute
from starlette.routing import Route as Path

from warmzone.eventlog import Derived, LogError, Store
from warmzone.server import sentences, wire
from warmzone.server.audits import Audits
from warmzone.server.auth import Tokens
from warmzone.server.http import Http, ProblemError
from warmzone.server.jobs import KernelJob
from warmzone.server.machinery import Machinery, UnknownScenarioError, UnsoundScenarioError
from warmzone.server.openapi import document
from warmzone.server.papers import Papers
from warmzone.server.reviews import Reviews
from warmzone.server.rooms import Rooms
from warmzone.server.route import Route
from warmzone.server.routes import ROUTES
from warmzone.server.settings import Settings
from warmzone.server.static import Files, SafeHeaders, page
from warmzone.server.training import Training
from warmzone.server.websocket import Sockets, same_origin
from warmzone.server.worths import Worths

LOG = logging.getLogger("warmzone.http")

PAGES = (
    "/",
    "/join/{code}",
    "/play/{exercise}",
    "/review/{exercise}",
    "/review/{exercise}/debrief",
    "/progress",
    "/audit",
    "/drills",
    "/plan",
    "/studies",
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What an application is made of; tests put in their own."""

    settings: Settings
    store: Store
    derived: Derived
    machinery: Machinery
    tokens: Tokens
    kernel: KernelJob


def _handlers(parts: Parts, rooms: Rooms) -> Http:
    """The handlers over their parts."""

    def kernel() -> wire.KernelProgress:
        return parts.kernel.progress

    reviews = Reviews(parts.store, parts.derived, parts.machinery.results_version)
    audits = Audits(parts.settings.corrections_file)
    worths = Worths(parts.store, parts.derived, parts.machinery.results_version)
    training = Training.over(
        parts.settings.data, parts.derived, parts.machinery.results_version, kernel
    )
    levers = Reviews(parts.store, parts.derived, parts.machinery.results_version, kind="levers")
    papers = Papers(parts.store, reviews, worths, levers)
    return Http(
        rooms, parts.tokens, reviews, kernel, audits, worths, papers, training, levers,
        parts.settings.keep_days,
    )  # fmt: skip


def make_app(parts: Parts) -> Starlette:
    """The application over its parts; closing it stops every room and the kernel's worker."""
    rooms = Rooms(parts.store, parts.derived, parts.machinery, lambda: parts.kernel.progress)
    http = _handlers(parts, rooms)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.rooms = rooms
        app.state.http = http
        app.state.behind_proxy = parts.settings.behind_proxy
        if parts.settings.keep_days is not None:
            await rooms.forget_old(parts.settings.keep_days)
        if parts.settings.compile_kernel:
            parts.kernel.start()
        yield
        await parts.kernel.close()
        await http.worths.close()
        await http.training.close()
        await rooms.close()

    routes = [*_api(http), *_pages(parts.settings)]
    sockets = Sockets(rooms, parts.tokens)
    routes.append(WebSocketRoute("/ws/{exercise}", sockets.serve))
    if parts.settings.static.is_dir():
        routes.append(Mount("/", Files(directory=parts.settings.static)))
    return Starlette(
        routes=routes,
        lifespan=lifespan,
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={404: _not_found, 405: _not_allowed, 500: _defect},
    )


def _api(http: Http) -> list[BaseRoute]:
    described = msgspec.json.encode(document(ROUTES))

    async def describe(_request: Request) -> Response:
        return Response(described, media_type="application/json")

    served: list[BaseRoute] = [Path("/api/openapi.json", describe, methods=["GET"])]
    for path in dict.fromkeys(route.path for route in ROUTES):
        here: dict[str, Route] = {one.method: one for one in ROUTES if one.path == path}
        served.append(Path(path, _endpoint(http, here), methods=list(here)))
    return served


def _pages(settings: Settings) -> list[BaseRoute]:
    async def show(_request: Request) -> Response:
        return page(settings.static)

    return [Path(path, show, methods=["GET"]) for path in PAGES]


def _endpoint(http: Http, here: dict[str, Route]) -> Callable[[Request], Awaitable[Response]]:
    """One address: read the body its route asks for, call the handler, tell what went wrong."""

    async def answer(request: Request) -> Response:
        route = here["GET" if request.method == "HEAD" else request.method]
        try:
            body = await _body(request, route) if route.request is not None else None
            reply = await route.handler(http, request, body)
        except ProblemError as error:
            return _json(error.problem, error.status)
        except UnknownScenarioError as error:
            return _json(wire.Problem("unknown_scenario", str(error)), 404)
        except UnsoundScenarioError as error:
            return _json(wire.Problem("unsound_scenario", str(error)), 422)
        except LogError as error:
            LOG.error("%s", error)
            return _json(wire.Problem(error.code, sentences.reason(error.code)), 503)
        return reply if isinstance(reply, Response) else _json(reply, route.status)

    return answer


async def _body(request: Request, route: Route) -> Any:
    """The body as its type; raises ProblemError where it is not what the route asks for."""
    if not same_origin(request):
        raise ProblemError(403, "bad_origin", "This page is of another server.")
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != "application/json":
        text = f"content-type: {kind or 'nothing'} is not allowed; application/json"
        raise ProblemError(415, "not_json", text)
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > route.body_bytes:
            raise ProblemError(413, "too_large", f"A body is at most {route.body_bytes} bytes.")
    try:
        return msgspec.json.decode(bytes(data), type=route.request)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise ProblemError(400, "malformed", f"The body could not be read: {error}") from error


def _json(value: Any, status: int) -> Response:
    headers = {"cache-control": "no-store"}
    data = msgspec.json.encode(value)
    return Response(data, status, headers=headers, media_type="application/json")


async def _not_found(request: Request, _error: Exception) -> Response:
    text = f"There is nothing at {request.url.path}."
    return _json(wire.Problem("not_found", text), 404)


async def _not_allowed(request: Request, _error: Exception) -> Response:
    text = f"{request.method} is not allowed at {request.url.path}."
    return _json(wire.Problem("not_allowed", text), 405)


async def _defect(_request: Request, _error: Exception) -> Response:
    text = "A defect in the program. The exercises are not touched by it."
    return _json(wire.Problem("defect", text), 500)
