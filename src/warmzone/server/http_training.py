"""The HTTP handlers of solo drills."""

import asyncio
from typing import Any

from starlette.requests import Request

from warmzone.interop.xapi import home_problem, statements
from warmzone.server import sentences
from warmzone.server.asker import asks_again, is_here
from warmzone.server.drills import DrillRefusedError
from warmzone.server.http import Http, ProblemError
from warmzone.server.record_store import NotSentError, send
from warmzone.server.wire_drills import (
    DrillAnswer,
    DrillFeedback,
    DrillMoment,
    DrillStanding,
    DrillWorth,
    XapiAsk,
    XapiSend,
    XapiSent,
)
from warmzone.training.drills.record import Record


async def standing(http: Http, _request: Request, body: Record) -> DrillStanding:
    """Where a trainee stands and which drill comes next."""
    return await http.training.drills.standing(body)


async def moment(http: Http, request: Request, _body: None) -> DrillMoment:
    """A drill's situation."""
    drill, variant = _which(request)
    try:
        return await http.training.drills.moment(drill, variant)
    except DrillRefusedError as error:
        raise ProblemError(error.status, error.code, str(error)) from error


async def answer(http: Http, request: Request, body: DrillAnswer) -> DrillFeedback:
    """The verdict on a choice."""
    try:
        return http.training.drills.feedback(str(request.path_params["drill"]), body.choice)
    except DrillRefusedError as error:
        raise ProblemError(error.status, error.code, str(error)) from error


async def worth(http: Http, request: Request, _body: None) -> DrillWorth:
    """What each choice is worth, as far as it is played."""
    drill, variant = _which(request)
    try:
        again = asks_again(request)
        return await http.training.drills.worth(drill, variant, again=again)
    except DrillRefusedError as error:
        raise ProblemError(error.status, error.code, str(error)) from error


async def xapi(_http: Http, _request: Request, body: XapiAsk) -> list[dict[str, Any]]:
    """A record as xAPI statements."""
    _check_home(body.actor.home)
    return statements(body.record.attempts, body.actor.name, body.actor.home)


async def xapi_send(_http: Http, request: Request, body: XapiSend) -> XapiSent:
    """Send a record to a learning record store; from the server's own machine only."""
    # Others must not reach out through this machine.
    if not is_here(request):
        raise ProblemError(403, "not_here", sentences.NOT_HERE)
    _check_home(body.actor.home)
    made = statements(body.record.attempts, body.actor.name, body.actor.home)
    try:
        sent = await asyncio.to_thread(send, made, body.address, body.key, body.secret)
    except NotSentError as error:
        text = f"{error} {error.sent} of {len(made)} statements were taken." if made else str(error)
        raise ProblemError(422, "not_sent", text) from error
    return XapiSent(sent)


def _check_home(home: str) -> None:
    if problem := home_problem(home):
        raise ProblemError(422, "bad_home", problem)


def _which(request: Request) -> tuple[str, str]:
    return str(request.path_params["drill"]), str(request.path_params["variant"])
