"""Who may see what: figures in lives are the instructor's until released; what is purged goes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.fake_machinery import FakeMachinery
from warmzone.eventlog import Derived, DerivedRow, MemoryStore
from warmzone.server.app import Parts, make_app
from warmzone.server.auth import Tokens
from warmzone.server.jobs import KernelJob
from warmzone.server.settings import Settings
from warmzone.vocabulary.ids import ExerciseId


@pytest.fixture
def derived() -> Derived:
    """What is made of exercises."""
    return Derived()


@pytest.fixture
def client(tmp_path: Path, derived: Derived) -> Iterator[TestClient]:
    """A server."""
    settings = Settings(data=tmp_path, static=tmp_path / "none", compile_kernel=False)
    parts = Parts(settings, MemoryStore(), derived, FakeMachinery(), Tokens("s" * 32), KernelJob())
    with TestClient(make_app(parts), raise_server_exceptions=False) as made:
        yield made


def led(client: TestClient) -> tuple[dict[str, Any], dict[str, Any]]:
    """A led exercise that is over: the instructor's place and the trainee's."""
    leader = client.post("/api/exercises", json={"scenario": "yard", "led": True}).json()
    trainee = client.post("/api/join", json={"code": leader["code"]}).json()
    assert (leader["seat"], trainee["seat"]) == ("instructor", "tactical")
    address = f"/ws/{leader['exercise']}?token={leader['token']}"
    with client.websocket_connect(address) as socket:
        socket.send_json({"type": "end", "command_id": "e"})
        while socket.receive_json()["type"] != "answer":
            pass
    return leader, trainee


def ask(client: TestClient, method: str, what: str, place: dict[str, Any]) -> Any:
    """A request about a place's exercise with its token."""
    headers = {"authorization": f"Bearer {place['token']}"}
    body = {"json": {}} if method == "POST" else {}
    return client.request(
        method, f"/api/exercises/{place['exercise']}/{what}", headers=headers, **body
    )


def test_lives_are_the_instructors_until_released(client: TestClient) -> None:
    """A trainee is refused before and not after; only the instructor can release."""
    leader, trainee = led(client)
    assert ask(client, "GET", "worth", leader).status_code == 200
    refused = ask(client, "GET", "worth", trainee)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_released")
    assert ask(client, "POST", "release", trainee).status_code == 403
    assert ask(client, "GET", "privacy", trainee).json() == {
        "led": True, "released": False, "yours": False,
    }  # fmt: skip
    assert ask(client, "POST", "release", leader).json() == {
        "led": True, "released": True, "yours": True,
    }  # fmt: skip
    assert ask(client, "GET", "worth", trainee).status_code == 200


def test_whom_nobody_leads_owns_their_result(client: TestClient) -> None:
    """Who plays alone sees everything of it at once, and it is theirs to delete."""
    solo = client.post("/api/exercises", json={"scenario": "yard"}).json()
    assert ask(client, "GET", "privacy", solo).json() == {
        "led": False, "released": True, "yours": True,
    }  # fmt: skip


def test_what_is_purged_is_gone(client: TestClient, derived: Derived) -> None:
    """Log and what was made of it go together; a stranger's token purges nothing."""
    leader, trainee = led(client)
    exercise = ExerciseId(leader["exercise"])
    derived.put(DerivedRow(exercise, "review", 0, "r1", b"{}"))
    assert ask(client, "POST", "purge", trainee).status_code == 403
    other = client.post("/api/exercises", json={"scenario": "yard"}).json()
    assert ask(client, "POST", "purge", other | {"exercise": exercise}).status_code == 403
    assert ask(client, "POST", "purge", leader).status_code == 200
    assert ask(client, "GET", "privacy", leader).status_code == 404
    assert derived.rows(exercise, "review") == []
    assert [one["exercise"] for one in client.get("/api/exercises").json()] == [other["exercise"]]


def test_an_exercise_that_runs_cannot_be_released(client: TestClient) -> None:
    """There are no figures before the end."""
    leader = client.post("/api/exercises", json={"scenario": "yard", "led": True}).json()
    assert ask(client, "POST", "release", leader).status_code == 409
