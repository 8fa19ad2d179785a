"""Solo drills over HTTP: the record travels and nothing of it stays; statements reach a store."""

import asyncio
import base64
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from tests.attempts import attempt
from tests.fake_machinery import FakeMachinery
from warmzone.eventlog import Derived, MemoryStore
from warmzone.server.app import Parts, make_app
from warmzone.server.auth import Tokens
from warmzone.server.drills import DrillRefusedError, Drills
from warmzone.server.jobs import JobFailedError, KernelJob
from warmzone.server.pipe import DrillInput
from warmzone.server.record_store import NotSentError, send, statements_address
from warmzone.server.settings import Settings
from warmzone.server.worker import JOBS
from warmzone.training.drills.record import Record

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)
ACTOR = {"name": "4711", "home": "https://agency.example"}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A server, asked from its own machine."""
    settings = Settings(data=tmp_path, static=tmp_path / "none", compile_kernel=False)
    parts = Parts(
        settings, MemoryStore(), Derived(), FakeMachinery(), Tokens("s" * 32), KernelJob()
    )
    with TestClient(
        make_app(parts), client=("127.0.0.1", 5000), base_url="http://127.0.0.1"
    ) as made:
        yield made


@pytest.fixture
def store() -> Iterator["RecordStore"]:
    """A small learning record store on this machine."""
    made = RecordStore()
    yield made
    made.close()


class RecordStore:
    """Takes statements, and keeps what came with them."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, dict[str, str], Any]] = []
        self.status = 200
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                outer.heard.append((self.path, headers, json.loads(body)))
                self.send_response(outer.status)
                if outer.status == 302:
                    self.send_header("location", f"{outer.address}/elsewhere")
                self.end_headers()

            def log_message(self, *_words: Any) -> None:
                """Quiet."""

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/xapi"
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop."""
        self._server.shutdown()
        self._server.server_close()


def record(*made: Any) -> dict[str, Any]:
    """A record as a browser sends it."""
    plain: dict[str, Any] = msgspec.to_builtins(Record(attempts=list(made)))
    return plain


def test_a_new_trainee_is_offered_a_drill(client: TestClient) -> None:
    """With an empty record everything is due and a first drill is named, with why."""
    told = client.post("/api/drills/standing", json=record()).json()
    assert told["due"] == len(told["points"]) >= 12
    assert told["next"]["why"]
    assert all(one["low"] < one["mean"] < one["high"] for one in told["points"])


def test_a_record_moves_its_point_only_where_it_is_sent(client: TestClient) -> None:
    """What was answered shows in the answer to that record, and in no other."""
    sent = client.post("/api/drills/standing", json=record(attempt(at=NOW))).json()
    point = next(one for one in sent["points"] if one["point"] == 13)
    assert (point["tries"], point["right"]) == (1, 1)
    others = client.post("/api/drills/standing", json=record()).json()
    assert sum(one["tries"] for one in others["points"]) == 0


def test_a_choice_is_judged_with_all_the_others(client: TestClient) -> None:
    """The verdict, why, and the source of the doctrine; silence is wrong."""
    told = client.post("/api/drills/rtf-asks/answer", json={"choice": "go"}).json()
    assert told["verdict"] == "right"
    assert "Parkland" in told["source"]
    assert {one["verdict"] for one in told["choices"]} == {"right", "arguable", "wrong"}
    silent = client.post("/api/drills/rtf-asks/answer", json={"choice": ""}).json()
    assert silent["verdict"] == "wrong"
    assert client.post("/api/drills/dance/answer", json={"choice": ""}).status_code == 404
    assert client.get("/api/drills/rtf-asks/moments/99").status_code == 404


def test_a_moment_is_made_once(tmp_path: Path) -> None:
    """A worker makes it; under the same results version it is kept, under another made anew."""
    data = msgspec.json.encode(DrillInput("who-has-command", 0))
    made = msgspec.to_builtins(JOBS["drill_moment"](data, lambda *_: None))
    jobs: list[str] = []

    async def job(name: str, _data: bytes) -> Any:
        jobs.append(name)
        return made

    async def story() -> None:
        derived = Derived(tmp_path / "derived.sqlite")
        for version in ("r1", "r1", "r2"):
            drills = Drills(derived, lambda version=version: version, lambda: False, job)  # type: ignore[misc]
            moment = await drills.moment("who-has-command", "0")
            assert len(moment.choices) == 4
            assert moment.view.in_command is False
        derived.close()

    asyncio.run(story())
    assert jobs == ["drill_moment", "drill_moment"]


def test_a_worker_that_dies_is_one_failed_drill() -> None:
    """Who asked is told, and told the same until a person asks to try again."""
    jobs = []

    async def job(name: str, _data: bytes, _tell: Any = None) -> Any:
        jobs.append(name)
        raise JobFailedError("it died")

    async def story() -> None:
        drills = Drills(Derived(), lambda: "r1", lambda: False, job)
        with pytest.raises(DrillRefusedError, match="next one"):
            await drills.moment("rtf-asks", "0")
        while (await drills.worth("rtf-asks", "0")).state == "working":
            await asyncio.sleep(0.005)
        before = len(jobs)
        told = [await drills.worth("rtf-asks", "0") for _ in range(3)]
        assert [one.state for one in told if one.text] == ["failed"] * 3
        assert len(jobs) == before
        assert (await drills.worth("rtf-asks", "0", again=True)).state == "working"
        await drills.close()

    asyncio.run(story())


def test_statements_reach_a_record_store(client: TestClient, store: RecordStore) -> None:
    """They go to its statements, with version and login, and the page hears how many."""
    body = {
        "record": record(attempt(at=NOW), attempt(at=NOW, verdict="wrong")),
        "actor": ACTOR,
        "address": store.address,
        "key": "k",
        "secret": "s",
    }
    reply = client.post("/api/drills/xapi/send", json=body)
    assert reply.json() == {"sent": 2}
    ((path, headers, statements),) = store.heard
    assert path == "/xapi/statements"
    assert headers["x-experience-api-version"] == "1.0.3"
    assert headers["authorization"] == "Basic " + base64.b64encode(b"k:s").decode()
    assert [one["actor"]["account"]["name"] for one in statements] == ["4711", "4711"]
    asked = {k: body[k] for k in ("record", "actor")}
    assert client.post("/api/drills/xapi", json=asked).json()
    wrong = {**asked, "actor": {**ACTOR, "home": "agency"}}
    assert client.post("/api/drills/xapi", json=wrong).status_code == 422


@pytest.mark.parametrize(("status", "word"), [(401, "key"), (409, "ids"), (302, "302")])
def test_a_refusal_is_told_and_no_redirect_followed(
    store: RecordStore, status: int, word: str
) -> None:
    """The sentence names the reason; only the typed address is spoken to."""
    store.status = status
    with pytest.raises(NotSentError, match=word):
        send([{"id": "1"}], store.address, "", "")
    assert [path for path, _headers, _body in store.heard] == ["/xapi/statements"]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "store",
        "file:///etc/passwd",
        "ftp://store",
        "http://a:b@store",
        "http://",
        "http://x:99999",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    """Only plain http and https addresses."""
    with pytest.raises(NotSentError, match="address"):
        statements_address(typed)


def test_nobody_else_sends_through_this_machine(tmp_path: Path, store: RecordStore) -> None:
    """From another machine the server is asked in vain; its answer says what to do."""
    settings = Settings(data=tmp_path, static=tmp_path / "none", compile_kernel=False)
    parts = Parts(
        settings, MemoryStore(), Derived(), FakeMachinery(), Tokens("s" * 32), KernelJob()
    )
    body = {"record": record(attempt(at=NOW)), "actor": ACTOR, "address": store.address}
    with TestClient(make_app(parts), client=("192.0.2.7", 5000)) as other:
        reply = other.post("/api/drills/xapi/send", json=body)
    assert reply.status_code == 403
    assert "file" in reply.json()["text"]
    assert store.heard == []
