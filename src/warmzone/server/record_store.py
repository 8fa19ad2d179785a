"""Sending xAPI statements to a learning record store, at an address that the trainee typed.

Only what is asked for is sent, once, and no redirect is followed; the answer's body is not passed
on, so that nobody reads another server through this one.
"""

import base64
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit

import msgspec

from warmzone.interop.xapi import XAPI_VERSION

PATIENCE_S = 20.0
BATCH = 100


class NotSentError(Exception):
    """The store has not taken the statements; `sent` of them it had."""

    def __init__(self, text: str, sent: int = 0) -> None:
        super().__init__(text)
        self.sent = sent


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: what was typed is what is spoken to."""

    def redirect_request(self, *_asked: Any) -> None:
        """None of them."""


def statements_address(typed: str) -> str:
    """The address of the store's statements. Raises NotSentError for what is no such address."""
    try:
        parts = urlsplit(typed.strip())
        port = parts.port
    except ValueError as error:
        raise NotSentError(f"address: {typed!r} is not allowed; {error}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise NotSentError(f"address: {typed!r} is not allowed; http://… or https://…")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise NotSentError("address: name, password or query in it are not allowed; plain address")
    path = parts.path.rstrip("/")
    if not path.endswith("/statements"):
        path += "/statements"
    return f"{parts.scheme}://{parts.netloc}{path}"


def send(statements: list[dict[str, Any]], address: str, key: str, secret: str) -> int:
    """Post statements in batches; how many were taken. Raises NotSentError."""
    where, sent = statements_address(address), 0
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay())
    for first in range(0, len(statements), BATCH):
        batch = statements[first : first + BATCH]
        _post(opener, where, batch, (key, secret), sent)
        sent += len(batch)
    return sent


def _post(
    opener: urllib.request.OpenerDirector,
    where: str,
    batch: list[dict[str, Any]],
    login: tuple[str, str],
    sent: int,
) -> None:
    headers = {"Content-Type": "application/json", "X-Experience-API-Version": XAPI_VERSION}
    if login[0] or login[1]:
        word = base64.b64encode(":".join(login).encode()).decode()
        headers["Authorization"] = f"Basic {word}"
    request = urllib.request.Request(  # noqa: S310 - the scheme was looked at
        where, msgspec.json.encode(batch), headers, method="POST"
    )
    try:
        with opener.open(request, timeout=PATIENCE_S) as reply:
            status = int(reply.status)
    except urllib.error.HTTPError as error:
        raise NotSentError(_refused(error.code), sent) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "reason", None) or error
        raise NotSentError(f"The record store cannot be reached: {why}.", sent) from error
    if status not in (200, 204):
        raise NotSentError(_refused(status), sent)


def _refused(status: int) -> str:
    if status in (401, 403):
        return f"The record store refuses this key and secret (status {status})."
    if status == 409:
        return "The record store has other statements under these ids already (status 409)."
    return f"The record store does not take them (status {status}). Is the address right?"
