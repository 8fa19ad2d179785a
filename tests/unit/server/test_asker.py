"""Who counts as sitting at the machine that keeps the exercises."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from warmzone.server.asker import FORWARDED, is_here


def asked(client: str, host: str, *, behind_proxy: bool = False, more: str = "") -> Request:
    """A request from an address, to a name, with one more header where named."""
    app = Starlette()
    app.state.behind_proxy = behind_proxy
    headers = [(b"host", host.encode())]
    if more:
        headers.append((more.encode(), b"192.0.2.7"))
    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": "/",
            "scheme": "http",
            "query_string": b"",
            "server": ("127.0.0.1", 8600),
            "client": (client, 5000),
            "headers": headers,
            "app": app,
        }
    )


@pytest.mark.parametrize("host", ["127.0.0.1:8600", "localhost:8600", "[::1]:8600"])
def test_a_browser_of_this_machine_is_here(host: str) -> None:
    """By the machine's own address and by any of its own names."""
    assert is_here(asked("127.0.0.1", host))


@pytest.mark.parametrize("header", FORWARDED)
def test_who_comes_through_a_proxy_is_not_here(header: str) -> None:
    """The proxy is near; who stands behind it need not be."""
    assert not is_here(asked("127.0.0.1", "127.0.0.1:8600", more=header))


def test_a_proxy_that_says_nothing_is_known_by_the_name_that_was_asked() -> None:
    """A near address that was asked for by another name is a proxy's."""
    assert not is_here(asked("127.0.0.1", "school.example"))


def test_behind_a_proxy_nobody_is_here() -> None:
    """Where the server was told so, an address says nothing."""
    assert not is_here(asked("127.0.0.1", "127.0.0.1:8600", behind_proxy=True))


def test_another_machine_is_not_here() -> None:
    """Whatever name it asks for."""
    assert not is_here(asked("192.0.2.7", "127.0.0.1:8600"))
