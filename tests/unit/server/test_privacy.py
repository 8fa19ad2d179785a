"""Who may see what: figures in lives are the instructor's until released; what is purged goes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.fake_machinery import FakeMachinery
from warmzone.eventlog import Derived, DerivedRow, Header, MemoryStore
from warmzone.exercise.codec import encode_opened
from warmzone.exercise.events import Opened
from warmzone.server.app import Parts, make_app
from warmzone.server.auth import Tokens
from warmzone.server.jobs import KernelJob
from warmzone.server.journal import wall_now
from warmzone.server.settings import Settings
from warmzone.vocabulary.ids import ExerciseId

HERE, ELSEWHERE = ("127.0.0.1", 5000), ("192.0.2.7", 5000)
NEAR = "http://127.0.0.1"


@pytest.fixture
def derived() -> Derived:
    """What is made of exercises."""
    return Derived()


@pytest.fixture
def client(tmp_path: Path, derived: Derived) -> Iterator[TestClient]:
    """A server."""
    settings = Settings(data=tmp_path, static=tmp_path / "none", compile_kernel=False)
    parts = Parts(settings, MemoryStore(), derived, FakeMachinery(), Tokens("s" * 32), KernelJob())
    with TestClient(
        make_app(parts), raise_server_exceptions=False, client=HERE, base_url=NEAR
    ) as made:
        yield made


NOTED = "two died in the hall"


def led(client: TestClient) -> tuple[dict[str, Any], dict[str, Any]]:
    """A led exercise that is over: the instructor's place and the trainee's."""
    leader = client.post("/api/exercises", json={"scenario": "yard", "led": True}).json()
    trainee = client.post("/api/join", json={"code": leader["code"]}).json()
    assert (leader["seat"], trainee["seat"]) == ("instructor", "tactical")
    address = f"/ws/{leader['exercise']}?token={leader['token']}"
    with client.websocket_connect(address) as socket:
        for asked in ({"type": "note", "text": NOTED}, {"type": "end"}):
            socket.send_json({**asked, "command_id": asked["type"]})
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
        "led": True, "released": False, "yours": False, "rates": False, "keep_days": None,
    }  # fmt: skip
    assert ask(client, "POST", "release", leader).json() == {
        "led": True, "released": True, "yours": True, "rates": True, "keep_days": None,
    }  # fmt: skip
    assert ask(client, "GET", "worth", trainee).status_code == 200


def test_an_evaluators_words_are_the_instructors_until_released(client: TestClient) -> None:
    """What they wrote may speak of lives: before release no log that a trainee gets has it."""
    leader, trainee = led(client)
    assert NOTED in ask(client, "GET", "log", leader).text
    assert ask(client, "GET", "log", trainee).status_code == 200
    assert NOTED not in ask(client, "GET", "log", trainee).text
    ask(client, "POST", "release", leader)
    assert NOTED in ask(client, "GET", "log", trainee).text


def rate(client: TestClient, place: dict[str, Any], task: str = "rtf_in") -> Any:
    """A rating by who has this place."""
    headers = {"authorization": f"Bearer {place['token']}"}
    body = {"task": task, "rating": "M", "reason": "two  died"}
    return client.post(f"/api/exercises/{place['exercise']}/rating", json=body, headers=headers)


@pytest.mark.parametrize("restarted", [False, True])
def test_evaluators_decide_ratings_and_who_is_led_does_not(
    client: TestClient, tmp_path: Path, restarted: bool
) -> None:
    """What is decided is in the log with seat and time; before release no trainee's log has it."""
    leader, trainee = led(client)
    if restarted:
        client.app.state.rooms._rooms.clear()  # type: ignore[attr-defined]
    refused = rate(client, trainee)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_an_evaluator")
    unknown = rate(client, leader, "bravery")
    assert (unknown.status_code, unknown.json()["code"]) == (400, "unknown_task")
    assert rate(client, leader).status_code == 200
    row = ask(client, "GET", "log", leader).json()["rows"][-1]
    assert row["kind"] == "rated"
    assert row["payload"] == {
        "task": "rtf_in", "rating": "M", "reason": "two died", "by": "instructor",
    }  # fmt: skip
    assert row["wall"]
    assert "rated" not in {one["kind"] for one in ask(client, "GET", "log", trainee).json()["rows"]}
    assert ask(client, "GET", "privacy", trainee).json()["rates"] is False


def test_who_watches_evaluates_and_who_plays_alone_too(client: TestClient) -> None:
    """An observer's seat decides as an observer; nobody rates what is not over."""
    solo = client.post("/api/exercises", json={"scenario": "yard"}).json()
    assert rate(client, solo).status_code == 409
    address = f"/ws/{solo['exercise']}?token={solo['token']}"
    with client.websocket_connect(address) as socket:
        socket.receive_json()  # the seat is taken
        watcher = client.post("/api/join", json={"code": solo["code"]}).json()
        assert watcher["seat"] == "observer"
        socket.send_json({"type": "end", "command_id": "end"})
        while socket.receive_json()["type"] != "answer":
            pass
    for place in (solo, watcher):
        assert rate(client, place).status_code == 200
    rows = ask(client, "GET", "log", solo).json()["rows"][-2:]
    assert [one["payload"]["by"] for one in rows] == ["tactical", "observer"]


def test_the_luck_is_not_told_before_release(client: TestClient) -> None:
    """Whoever has program and seed can play the incident again: a trainee is told it after."""
    leader, trainee = led(client)

    assert "seed" in ask(client, "GET", "log", leader).json()["opened"]
    assert "seed" not in ask(client, "GET", "log", trainee).json()["opened"]
    ask(client, "POST", "release", leader)
    assert "seed" in ask(client, "GET", "log", trainee).json()["opened"]


def test_nobody_plays_on_to_learn_what_is_held(client: TestClient) -> None:
    """What is played on is one's own, lives and all: a trainee may only after the release."""
    leader, trainee = led(client)

    def fork(place: dict[str, Any]) -> Any:
        headers = {"authorization": f"Bearer {place['token']}"}
        address = f"/api/exercises/{place['exercise']}/fork"
        return client.post(address, json={"at_s": 0}, headers=headers)

    refused = fork(trainee)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_released")
    assert fork(leader).status_code == 201
    ask(client, "POST", "release", leader)
    assert fork(trainee).status_code == 201


def test_whom_nobody_leads_owns_their_result(client: TestClient) -> None:
    """Who plays alone sees everything of it at once, and it is theirs to delete."""
    solo = client.post("/api/exercises", json={"scenario": "yard"}).json()
    assert ask(client, "GET", "privacy", solo).json() == {
        "led": False, "released": True, "yours": True, "rates": True, "keep_days": None,
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


def test_who_had_no_seat_reads_nothing(client: TestClient) -> None:
    """Another machine is refused log, review and list without a token of the exercise, not with."""
    solo = client.post("/api/exercises", json={"scenario": "yard"}).json()
    address = f"/ws/{solo['exercise']}?token={solo['token']}"
    with client.websocket_connect(address) as socket:
        socket.send_json({"type": "end", "command_id": "e"})
        while socket.receive_json()["type"] != "answer":
            pass
    other = TestClient(client.app, client=ELSEWHERE)
    refused = other.get(f"/api/exercises/{solo['exercise']}/log")
    assert (refused.status_code, refused.json()["code"]) == (403, "not_seated")
    assert other.get("/api/exercises").json() == []
    assert ask(other, "GET", "log", solo).status_code == 200
    mine = {"x-warmzone-seats": f"nonsense,{solo['token']}"}
    listed = other.get("/api/exercises", headers=mine).json()
    assert [one["exercise"] for one in listed] == [solo["exercise"]]


def test_progress_is_of_ones_own_exercises(client: TestClient, derived: Derived) -> None:
    """Nobody's series is shown to who has no seat in it, not even at the machine itself."""
    leader, _ = led(client)
    mine = {"x-warmzone-seats": leader["token"]}
    assert client.get("/api/progress").json()["unread"] == 0
    assert client.get("/api/progress", headers=mine).json()["unread"] == 1


def test_old_exercises_go_at_the_start(tmp_path: Path, derived: Derived) -> None:
    """With a retention period set, what is older is deleted; without one nothing is."""
    old, new = ExerciseId("old"), ExerciseId("new")
    for keep_days, left in ((None, [old, new]), (30, [new])):
        store = MemoryStore()
        for exercise, wall in ((old, "2020-01-01T00:00:00+00:00"), (new, wall_now())):
            opened = Opened(
                scenario="yard", scenario_name="Yard", code=exercise.upper(), seed=1,
                commander="interior", minutes=10,
            )  # fmt: skip
            about = encode_opened(opened)
            store.create(Header(exercise, wall, "r1", b"{}", b"{}", about))
        settings = Settings(
            data=tmp_path, static=tmp_path / "none", compile_kernel=False, keep_days=keep_days
        )
        parts = Parts(settings, store, derived, FakeMachinery(), Tokens("s" * 32), KernelJob())
        with TestClient(make_app(parts)):
            assert store.exercises() == left
