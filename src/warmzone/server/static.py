"""The built front end: its files, the one page behind every address, and their caching."""

import re
from pathlib import Path

from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

_HASHED = re.compile(r"-[A-Za-z0-9_-]{8,}\.\w+$")
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"

NOT_BUILT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Warmzone</title>
<p>The front end has not been built. The server itself is up: see
<a href="/api/openapi.json">its description</a>.</p></html>"""

_POLICY = (
    b"default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    b"connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"content-security-policy", _POLICY),
)


def page(static: Path) -> Response:
    """The one page; what it shows is decided in it, by the address."""
    index = static / "index.html"
    if not index.is_file():
        return HTMLResponse(NOT_BUILT, status_code=503, headers={"cache-control": ASK_AGAIN})
    return FileResponse(index, headers={"cache-control": ASK_AGAIN})


class Files(StaticFiles):
    """Static files; those whose name holds a digest of their content are kept for ever."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """The file with its caching header."""
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        name = str(args[0])
        response.headers["cache-control"] = FOR_EVER if _HASHED.search(name) else ASK_AGAIN
        return response


class SafeHeaders:
    """Adds the headers that keep a page to itself."""

    def __init__(self, app: object) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, with the headers on every HTTP answer."""

        async def with_headers(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", []))  # type: ignore[call-overload]
                message["headers"] = [*headers, *HEADERS]
            await send(message)

        inner = with_headers if scope["type"] == "http" else send
        await self._app(scope, receive, inner)  # type: ignore[operator]
