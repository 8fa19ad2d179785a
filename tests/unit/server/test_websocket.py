"""The socket: every message is answered, a bad one too, and the connection stays open."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient, WebSocketTestSession
from starlette.websockets import WebSocketDisconnect

from tests.fake_machinery import FakeMachinery
from warmzone.eventlog import Derived, MemoryStore
from warmzone.server.app import Parts, make_app
from warmzone.server.auth import Place, Tokens
from warmzone.server.jobs import KernelJob
from warmzone.server.settings import Settings
from warmzone.server.websocket import MESSAGE_BYTES
from warmzone.vocabulary.ids import ExerciseId

TOKENS = Tokens("s" * 32)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A server."""
    settings = Settings(data=tmp_path, compile_kernel=False)
    parts = Parts(settings, MemoryStore(), Derived(), FakeMachinery(), TOKENS, KernelJob())
    with TestClient(make_app(parts)) as made:
        yield made


@pytest.fixture
def socket(client: TestClient) -> Iterator[WebSocketTestSession]:
    """The Tactical seat of a new exercise, past hello."""
    joined = client.post("/api/exercises", json={"scenario": "yard"}).json()
    with client.websocket_connect(address(joined)) as opened:
        assert opened.receive_json()["type"] == "hello"
        yield opened


def address(joined: dict[str, Any]) -> str:
    """Where a seat's socket is."""
    return f"/ws/{joined['exercise']}?token={joined['token']}"


def reply(socket: WebSocketTestSession) -> dict[str, Any]:
    """The next message that is not a view."""
    while (message := socket.receive_json())["type"] == "view":
        pass
    return dict(message)


def test_order_is_answered_and_shown(socket: WebSocketTestSession) -> None:
    """An order gets its answer by id, then a view."""
    socket.send_json({"type": "order", "command_id": "a", "verb": "take_command"})
    answer = reply(socket)
    assert (answer["type"], answer["command_id"], answer["accepted"]) == ("answer", "a", True)
    assert socket.receive_json()["type"] == "view"


def test_clock_is_answered(socket: WebSocketTestSession) -> None:
    """Resume and a wrong tempo are both answered."""
    socket.send_json({"type": "clock", "command_id": "a", "action": "resume"})
    assert reply(socket)["accepted"]
    socket.send_json({"type": "clock", "command_id": "b", "action": "rate", "rate": 3})
    assert reply(socket)["code"] == "bad_rate"


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("", "fault", "malformed"),
        ("{", "fault", "malformed"),
        ("[]", "fault", "malformed"),
        ("null", "fault", "malformed"),
        ('{"type":"dance","command_id":"a"}', "answer", "malformed"),
        ('{"type":"order","command_id":"a"}', "answer", "malformed"),
        ('{"type":"order","command_id":"a","verb":1}', "answer", "malformed"),
        ('{"type":"order","command_id":"a","verb":"hold","cheat":true}', "answer", "malformed"),
        ('{"type":"order","command_id":"","verb":"hold"}', "fault", "malformed"),
        ('{"type":"order","command_id":"a\\u0000","verb":"hold"}', "fault", "malformed"),
        ('{"type":"order","command_id":7,"verb":"hold"}', "fault", "malformed"),
        ('{"type":"clock","command_id":"a","action":"rewind"}', "answer", "malformed"),
        ('{"type":"clock","command_id":"a","action":"rate","rate":"4"}', "answer", "malformed"),
        ('{"type":"order","command_id":"a","verb":"\\ud800"}', "fault", "malformed"),
        ("[" * 4000, "fault", "malformed"),
        ('{"type":"order","command_id":"a","verb":"dance"}', "answer", "unknown_verb"),
        ('{"type":"order","command_id":"a","verb":"clear","team":77}', "answer", "unknown_team"),
        ("x" * (MESSAGE_BYTES + 1), "fault", "too_large"),
    ],
)
def test_bad_message_is_refused_and_the_connection_stays(
    socket: WebSocketTestSession, text: str, kind: str, code: str
) -> None:
    """Whatever is sent gets a reason; the next good order is carried out."""
    socket.send_text(text)
    message = reply(socket)
    assert (message["type"], message["code"]) == (kind, code)
    assert message["text"]
    socket.send_json({"type": "order", "command_id": "good", "verb": "take_command"})
    assert reply(socket)["accepted"]


def test_bytes_are_refused(socket: WebSocketTestSession) -> None:
    """A binary message is answered with a reason."""
    socket.send_bytes(b"\x00\x01")
    assert reply(socket)["code"] == "malformed"


def test_long_command_id_is_refused(socket: WebSocketTestSession) -> None:
    """A command id has at most 64 letters."""
    socket.send_json({"type": "order", "command_id": "a" * 65, "verb": "hold"})
    assert "65 letters is not allowed" in reply(socket)["text"]


@pytest.mark.parametrize(
    "token", ["", "nonsense", "é", TOKENS.issue(Place(ExerciseId("x"), "tactical"))]
)
def test_wrong_token_is_turned_away(client: TestClient, token: str) -> None:
    """A token that is not this exercise's closes the socket with a reason."""
    joined = client.post("/api/exercises", json={"scenario": "yard"}).json()
    with client.websocket_connect(f"/ws/{joined['exercise']}?token={token}") as socket:
        assert socket.receive_json()["code"] == "bad_token"
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
    assert closed.value.code == 4401


def test_unknown_exercise_is_turned_away(client: TestClient) -> None:
    """A token of an exercise that is gone is told so."""
    token = TOKENS.issue(Place(ExerciseId("gone"), "tactical"))
    with client.websocket_connect(f"/ws/gone?token={token}") as socket:
        assert socket.receive_json()["code"] == "unknown_exercise"
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
    assert closed.value.code == 4404


def test_page_of_another_server_is_turned_away(client: TestClient) -> None:
    """A page that was not served here cannot open a socket."""
    joined = client.post("/api/exercises", json={"scenario": "yard"}).json()
    headers = {"origin": "http://elsewhere.example"}
    with client.websocket_connect(address(joined), headers=headers) as socket:
        assert socket.receive_json()["code"] == "bad_origin"
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
    assert closed.value.code == 4403


def test_watcher_sees_and_may_not_order(client: TestClient) -> None:
    """A second connection by code gets views; its orders are refused."""
    joined = client.post("/api/exercises", json={"scenario": "yard"}).json()
    with client.websocket_connect(address(joined)) as first:
        assert first.receive_json()["seat"] == "tactical"
        other = client.post("/api/join", json={"code": joined["code"]}).json()
        with client.websocket_connect(address(other)) as second:
            assert second.receive_json()["seat"] == "observer"
            assert second.receive_json()["type"] == "view"
            second.send_json({"type": "order", "command_id": "a", "verb": "take_command"})
            assert reply(second)["code"] == "not_your_seat"
