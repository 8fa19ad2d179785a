"""Who asks: the seats that a browser holds, and whether it is the machine's own."""

from collections.abc import Mapping
from ipaddress import ip_address

from starlette.requests import Request

from warmzone.exercise.events import Opened
from warmzone.server.auth import SeatName, Tokens
from warmzone.vocabulary.ids import ExerciseId

SEATS = "x-warmzone-seats"
"""The header in which a page sends the tokens that its browser keeps, with commas between."""

TOKENS_MOST = 200

FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""What proxies add: who asks through one does not sit here, however near the proxy is."""

Seats = Mapping[ExerciseId, frozenset[SeatName]]


def seats(request: Request, tokens: Tokens) -> Seats:
    """The seats that who asks can show a token of, by exercise."""
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    shown = request.headers.get(SEATS, "").split(",")[:TOKENS_MOST]
    if scheme.lower() == "bearer":
        shown.append(bearer)
    found: dict[ExerciseId, frozenset[SeatName]] = {}
    for token in shown:
        place = tokens.read(token.strip()) if token.strip() else None
        if place is not None:
            found[place.exercise] = found.get(place.exercise, frozenset()) | {place.seat}
    return found


def asks_again(request: Request) -> bool:
    """Whether a person asks that what has failed be tried once more: `?again=1`."""
    return request.query_params.get("again") == "1"


def owns(mine: frozenset[SeatName], opened: Opened) -> bool:
    """Whether one of the seats opened it: its instructor, or who plays it where nobody leads."""
    return ("instructor" if opened.led else "tactical") in mine


def may_read(request: Request, mine: Seats, exercise: ExerciseId) -> bool:
    """Whether an exercise may be read: from the machine that keeps it, or by who sat in it."""
    return exercise in mine or is_here(request)


def is_here(request: Request) -> bool:
    """Whether who asks sits at this machine: a near address, a near name, and no proxy between.

    Where the server is told that it stands behind a proxy, nobody does: a proxy that says nothing
    of itself has this machine's address, whoever asks.
    """
    proxied = any(name in request.headers for name in FORWARDED)
    if proxied or getattr(request.app.state, "behind_proxy", False):
        return False
    host = request.client.host if request.client is not None else ""
    return _is_near(host) and _is_near(request.url.hostname or "")


def _is_near(host: str) -> bool:
    """Whether an address or a name is this machine's own to itself."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
