"""One route of the HTTP table: from these the served paths and their description are made."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from starlette.requests import Request

from warmzone.server.http import Http

Role = Literal["anyone", "owner"]
"""Who may ask. What a seat may know travels on its socket only; an owner's token goes with it."""


Handler = Callable[[Http, Request, Any], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Route:
    """One route. `request` and `reply` are types of `wire`, None where there is no body.

    `statuses` are the answers other than the good one, each with its meaning; they carry a
    `wire.Problem`. `body_bytes` is the largest body that is read.
    """

    method: Literal["GET", "POST"]
    path: str
    name: str
    summary: str
    handler: Handler
    request: Any
    reply: Any
    status: int = 200
    role: Role = "anyone"
    statuses: dict[int, str] = field(default_factory=dict)
    body_bytes: int = 8_192


BODY = {
    400: "the body is not what is asked for",
    403: "the page is of another server",
    413: "the body is too large",
    415: "the body is not JSON",
}
"""What may be wrong with any body."""
