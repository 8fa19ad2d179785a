"""The HTTP side: what is served, to whom, and what is refused in words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.fake_machinery import FakeMachinery
from warmzone import __version__
from warmzone.eventlog import Derived, MemoryStore
from warmzone.server.app import Parts, make_app
from warmzone.server.auth import CODE_LETTERS, Tokens
from warmzone.server.jobs import KernelJob
from warmzone.server.openapi import document
from warmzone.server.routes import ROUTES
from warmzone.server.settings import Settings

HERE = ("127.0.0.1", 5000)
NEAR = "http://127.0.0.1"
END = {"type": "end", "command_id": "e"}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A server with a front end of two files."""
    static = tmp_path / "static"
    (static / "assets").mkdir(parents=True)
    (static / "index.html").write_text("<title>Warmzone</title>")
    (static / "assets" / "app-d41d8cd9.js").write_text("1")
    (static / "assets" / "plain.css").write_text("a{}")
    settings = Settings(data=tmp_path, static=static, compile_kernel=False)
    parts = Parts(
        settings, MemoryStore(), Derived(), FakeMachinery(), Tokens("s" * 32), KernelJob()
    )
    with TestClient(
        make_app(parts), raise_server_exceptions=False, client=HERE, base_url=NEAR
    ) as made:
        yield made


def new(client: TestClient, scenario: str = "yard") -> dict[str, Any]:
    """A new exercise."""
    reply = client.post("/api/exercises", json={"scenario": scenario})
    assert reply.status_code == 201
    joined: dict[str, Any] = reply.json()
    return joined


def end(client: TestClient, joined: dict[str, Any]) -> None:
    """Finish an exercise through its socket."""
    with client.websocket_connect(f"/ws/{joined['exercise']}?token={joined['token']}") as socket:
        socket.send_json(END)
        while socket.receive_json()["type"] != "answer":
            pass


def test_health(client: TestClient) -> None:
    """The server says its version and how far the kernel is."""
    reply = client.get("/api/health")
    assert reply.json()["version"] == __version__
    assert reply.json()["kernel"]["state"] == "waiting"


def test_scenarios_and_exercises(client: TestClient) -> None:
    """What can be started and what was started are listed, the newest first."""
    assert [card["id"] for card in client.get("/api/scenarios").json()] == ["yard"]
    first, second = new(client), new(client, "door")
    cards = client.get("/api/exercises").json()
    assert [card["exercise"] for card in cards] == [second["exercise"], first["exercise"]]
    assert cards[1]["scenario_name"] == "Yard"
    assert cards[1]["ended"] is False


def test_starting_gives_the_tactical_seat(client: TestClient) -> None:
    """Whoever opens an exercise sits in its Tactical seat and gets a code to say aloud."""
    joined = new(client)
    assert joined["seat"] == "tactical"
    assert len(joined["code"]) == 5
    assert set(joined["code"]) <= set(CODE_LETTERS)


def test_joining_by_code(client: TestClient) -> None:
    """The Tactical seat goes to whoever joins while nobody is connected to it; others watch."""
    joined = new(client)
    typed = f" {joined['code'][:2]}-{joined['code'][2:].lower()} "
    assert client.post("/api/join", json={"code": typed}).json()["seat"] == "tactical"
    url = f"/ws/{joined['exercise']}?token={joined['token']}"
    with client.websocket_connect(url) as socket:
        assert socket.receive_json()["type"] == "hello"
        assert client.post("/api/join", json={"code": typed}).json()["seat"] == "observer"


def test_guessing_codes_is_slowed_down(client: TestClient) -> None:
    """After many wrong codes every code is refused for a while."""
    for _ in range(20):
        assert client.post("/api/join", json={"code": "AAAAA"}).status_code == 404
    reply = client.post("/api/join", json={"code": new(client)["code"]})
    assert reply.status_code == 429
    assert "Wait" in reply.json()["text"]


@pytest.mark.parametrize(
    ("body", "headers", "status", "text"),
    [
        (b"{", {"content-type": "application/json"}, 400, "could not be read"),
        (b"{}", {"content-type": "application/json"}, 400, "missing required field `scenario`"),
        (b'{"scenario":1}', {"content-type": "application/json"}, 400, "Expected `str`"),
        (b'{"scenario":"yard","x":1}', {"content-type": "application/json"}, 400, "unknown field"),
        (b'{"scenario":"moon"}', {"content-type": "application/json"}, 404, "allowed; yard, door"),
        (b'{"scenario":"yard"}', {"content-type": "text/plain"}, 415, "text/plain is not allowed"),
        (b'{"scenario":"yard","seed":-1}', {"content-type": "application/json"}, 400, "seed: -1"),
        (b"[" * 9000, {"content-type": "application/json"}, 413, "at most"),
        (b"[" * 5000, {"content-type": "application/json"}, 400, "could not be read"),
        (
            b'{"scenario":"yard"}',
            {"content-type": "application/json", "origin": "http://elsewhere.example"},
            403,
            "another server",
        ),
    ],
)
def test_bad_requests_are_refused_in_words(
    client: TestClient, body: bytes, headers: dict[str, str], status: int, text: str
) -> None:
    """A bad body is answered with a problem that says what is wrong; nothing is opened."""
    reply = client.post("/api/exercises", content=body, headers=headers)
    assert reply.status_code == status
    assert text in reply.json()["text"]
    assert client.get("/api/exercises").json() == []


def test_unknown_addresses_and_methods(client: TestClient) -> None:
    """What is not there is said as a problem."""
    assert client.get("/api/nothing").status_code == 404
    assert client.delete("/api/health").json()["code"] == "not_allowed"
    reply = client.get("/api/exercises/nobody/log")
    assert (reply.status_code, reply.json()["code"]) == (404, "unknown_exercise")


def test_log_and_review_wait_for_the_end(client: TestClient) -> None:
    """While an exercise runs neither its log nor its review can be read; afterwards the log can."""
    joined = new(client)
    for what in ("log", "review"):
        reply = client.get(f"/api/exercises/{joined['exercise']}/{what}")
        assert (reply.status_code, reply.json()["code"]) == (409, "exercise_running")
    end(client, joined)
    log = client.get(f"/api/exercises/{joined['exercise']}/log").json()
    assert log["results_version"] == "r1"
    assert log["opened"]["seed"] == 5
    assert [row["kind"] for row in log["rows"]] == ["ended"]
    assert log["rows"][0]["payload"] == {"reason": "asked"}
    assert log["rows"][0]["command_id"] == "e"


def test_review_is_made_once_and_kept(client: TestClient) -> None:
    """A review is made by a job and kept; asking again does not make it again."""
    joined = new(client)
    end(client, joined)
    asked: list[str] = []

    async def job(name: str, _data: bytes) -> Any:
        asked.append(name)
        return {"story": "short"}

    client.app.state.http.reviews._job = job  # type: ignore[attr-defined]
    address = f"/api/exercises/{joined['exercise']}/review"
    assert client.get(address).json() == {"story": "short"}
    assert client.get(address).json() == {"story": "short"}
    assert asked == ["review"]


def test_page_is_behind_every_address_of_the_front_end(client: TestClient) -> None:
    """The start page, a live screen and a review are one page, asked for again each time."""
    for address in ("/", "/play/abc", "/review/abc"):
        reply = client.get(address)
        assert "<title>Warmzone" in reply.text
        assert reply.headers["cache-control"] == "no-cache"
        assert reply.headers["content-type"].startswith("text/html")
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'self'" in reply.headers["content-security-policy"]


def test_files_are_kept_as_long_as_they_may(client: TestClient) -> None:
    """A file named after its content is kept for ever, another is asked for again."""
    hashed = client.get("/assets/app-d41d8cd9.js")
    assert "immutable" in hashed.headers["cache-control"]
    assert hashed.headers["content-type"].startswith("text/javascript")
    plain = client.get("/assets/plain.css")
    assert plain.headers["cache-control"] == "no-cache"
    etag = {"if-none-match": plain.headers["etag"]}
    assert client.get("/assets/plain.css", headers=etag).status_code == 304
    assert client.get("/assets/../../secret").status_code == 404


def test_missing_front_end_is_said(tmp_path: Path) -> None:
    """Without a built front end the page says so instead of failing."""
    settings = Settings(data=tmp_path, static=tmp_path / "none", compile_kernel=False)
    parts = Parts(
        settings, MemoryStore(), Derived(), FakeMachinery(), Tokens("s" * 32), KernelJob()
    )
    with TestClient(make_app(parts), client=HERE, base_url=NEAR) as client:
        reply = client.get("/")
        assert reply.status_code == 503
        assert "not been built" in reply.text


def test_description_covers_every_route(client: TestClient) -> None:
    """The OpenAPI document is made from the table: every route with every status it can give."""
    served = client.get("/api/openapi.json").json()
    assert served == document(ROUTES)
    assert served["openapi"] == "3.1.0"
    for route in ROUTES:
        operation = served["paths"][route.path][route.method.lower()]
        assert set(operation["responses"]) == {str(route.status), *map(str, route.statuses)}
    assert "Joined" in served["components"]["schemas"]


def test_worth_and_forks_are_of_finished_exercises(client: TestClient) -> None:
    """Before the end neither is given; a fork has the log up to its moment and its own code."""
    joined = new(client)
    path = f"/api/exercises/{joined['exercise']}"
    assert client.get(f"{path}/worth").status_code == 409
    assert client.post(f"{path}/fork", json={"at_s": 0}).status_code == 409
    end(client, joined)
    reply = client.post(f"{path}/fork", json={"at_s": 0.0})
    assert reply.status_code == 201
    forked = reply.json()
    assert forked["seat"] == "tactical"
    assert forked["exercise"] != joined["exercise"]
    assert forked["code"] != joined["code"]
    assert client.get(f"/api/exercises/{forked['exercise']}/review").status_code == 409
    assert client.post(f"{path}/fork", json={"at_s": -1}).status_code == 400
