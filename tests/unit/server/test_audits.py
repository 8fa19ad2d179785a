"""The programme audit over HTTP: files in, corrections kept."""

import asyncio
import base64
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from tests import schedules
from tests.fake_machinery import FakeMachinery
from tests.unit.training.audit.test_own_study import PLAN
from warmzone.eventlog import Derived, MemoryStore
from warmzone.server import audits
from warmzone.server.app import Parts, make_app
from warmzone.server.audits import Audits, RefusedError
from warmzone.server.auth import Tokens
from warmzone.server.jobs import JobFailedError, KernelJob
from warmzone.server.pipe import TOO_LONG
from warmzone.server.settings import Settings
from warmzone.server.wire_audit import AuditFile


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A server with its data in a folder."""
    settings = Settings(data=tmp_path, static=tmp_path / "none", compile_kernel=False)
    parts = Parts(
        settings, MemoryStore(), Derived(), FakeMachinery(), Tokens("s" * 32), KernelJob()
    )
    with TestClient(make_app(parts), raise_server_exceptions=False) as made:
        yield made


def audit(client: TestClient, data: bytes, name: str = "course.csv") -> Any:
    """What the server says of a file."""
    return client.post("/api/audit", json={"name": name, "data": base64.b64encode(data).decode()})


def test_a_file_is_audited(client: TestClient) -> None:
    """A workbook comes back as lessons, split and comparison."""
    reply = audit(client, schedules.as_xlsx(), "course.xlsx")
    assert reply.status_code == 200
    programme = reply.json()
    assert programme["file"] == "course.xlsx"
    assert {one["title"]: one["minutes"] for one in programme["lessons"]} == schedules.MINUTES
    assert sum(programme["split"].values()) == pytest.approx(1.0, abs=1e-3)
    assert programme["compared"]["study"] is None


def test_a_kept_plan_is_the_own_study(client: TestClient, tmp_path: Path) -> None:
    """Named by its id its best split comes along; an id of nothing is told."""
    place = tmp_path / "plans" / "0123456789ab"
    place.mkdir(parents=True)
    (place / "result.json").write_bytes(msgspec.json.encode(PLAN))
    asked = {"name": "course.csv", "data": base64.b64encode(schedules.as_csv()).decode()}
    reply = client.post("/api/audit", json={**asked, "plan": "0123456789ab"})
    study = reply.json()["compared"]["study"]
    assert study["agency"] == "Tarnwick police"
    assert study["best"]["split"]["medical"] == 0.75
    assert client.post("/api/audit", json={**asked, "plan": "ba9876543210"}).status_code == 404


def test_pasted_text_may_have_any_name(client: TestClient) -> None:
    """Also one that would be a file's of another kind, or holds a slash."""
    data = base64.b64encode(schedules.as_text()).decode()
    for name in ("TECC 2.0", "Copied from course.pdf", "Care / command"):
        reply = client.post("/api/audit", json={"name": name, "data": data, "is_text": True})
        assert reply.json()["file"] == name
        assert reply.json()["minutes_total"] == 390


def test_a_bad_file_is_refused_in_a_sentence(client: TestClient) -> None:
    """What cannot be read is answered with why, and the server goes on."""
    reply = audit(client, b"rubbish", "course.xlsx")
    assert reply.status_code == 422
    assert reply.json()["code"] == "unreadable"
    assert "course.xlsx" in reply.json()["text"]
    assert audit(client, schedules.as_csv()).status_code == 200


def test_giving_up_goes_by_processor_time() -> None:
    """A worker that waits for its turn is not given up; one that works on for too long is."""
    begin = "import time; from warmzone.server.worker import _give_up_after as go; go(0.6);"
    waits = begin + "time.sleep(1.5); print('done')"
    works = begin + "end = time.monotonic() + 30\nwhile time.monotonic() < end: pass"
    told = [
        subprocess.run([sys.executable, "-c", each], capture_output=True, timeout=60, check=False)
        for each in (waits, works)
    ]
    assert told[0].stdout == b"done\n"
    assert (told[1].returncode, msgspec.json.decode(told[1].stdout)) == (1, {"error": TOO_LONG})


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (JobFailedError(TOO_LONG), "too_long"),
        (TimeoutError(), "too_busy"),
        (JobFailedError("the worker died"), "unreadable"),
    ],
)
def test_why_reading_was_given_up(
    failure: Exception, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file too long for a processor, a machine too busy and a broken worker are told apart."""

    async def gives_up(_name: str, _data: bytes) -> None:
        raise failure

    monkeypatch.setattr(audits, "run_job", gives_up)
    with pytest.raises(RefusedError) as refused:
        asyncio.run(Audits(tmp_path / "kept.csv").audit(AuditFile("course.csv", b"Lesson")))
    assert refused.value.code == code


def test_a_path_is_only_a_name(client: TestClient) -> None:
    """Folders in a file's name are not kept."""
    assert audit(client, schedules.as_csv(), "../../x/course.csv").json()["file"] == "course.csv"


def test_a_body_too_large_is_refused(client: TestClient) -> None:
    """More than a file of 10 MB is not read."""
    assert audit(client, b"x" * (11 * 2**20)).status_code == 413


def test_corrections_are_kept_and_applied(client: TestClient, tmp_path: Path) -> None:
    """A correction is written to the table and changes the next audit of the lesson."""
    title = "Bleeding control and tourniquets"
    given = {"lesson": title, "programme": "course.csv", "shares": {"threat": 1.0}, "minutes": 45}
    reply = client.post("/api/audit/corrections", json=given)
    assert reply.status_code == 200
    assert (tmp_path / "corrections.csv").read_text() == reply.json()["csv"]
    lesson = audit(client, schedules.as_csv()).json()["lessons"][1]
    assert (lesson["shares"]["threat"], lesson["minutes"], lesson["corrected"]) == (1.0, 45, True)
    back = client.post("/api/audit/corrections", json={"lesson": title, "programme": "course.csv"})
    assert back.json()["corrections"] == []
    assert audit(client, schedules.as_csv()).json()["lessons"][1]["corrected"] is False


@pytest.mark.parametrize(
    "bad",
    [
        {"lesson": "  "},
        {"lesson": "Airway", "minutes": -1},
        {"lesson": "Airway", "shares": {"medical": 0.5}},
        {"lesson": "Airway", "shares": {"medical": 1.5, "threat": -0.5}},
    ],
)
def test_corrections_that_cannot_be_meant(client: TestClient, bad: dict[str, Any]) -> None:
    """They are refused and nothing is kept."""
    assert client.post("/api/audit/corrections", json=bad).status_code == 422
    assert client.get("/api/audit/corrections").json()["corrections"] == []


def test_a_broken_table_is_told_and_left_alone(client: TestClient, tmp_path: Path) -> None:
    """A table that somebody broke by hand is not written over."""
    table = tmp_path / "corrections.csv"
    table.write_text("lesson,medical\nAirway,lots\n")
    for reply in (
        client.get("/api/audit/corrections"),
        client.post("/api/audit/corrections", json={"lesson": "Drags", "minutes": 5}),
        audit(client, schedules.as_csv()),
    ):
        assert reply.status_code == 422
        assert "row 2" in reply.json()["text"]
    assert table.read_text() == "lesson,medical\nAirway,lots\n"


def test_reference(client: TestClient) -> None:
    """The estimate says whose it is; public programmes have a split and a source."""
    told = client.get("/api/audit/reference").json()
    assert "not a measured figure" in told["whose"]
    assert len(told["programmes"]) >= 5
    assert all(one["source"].startswith("http") for one in told["programmes"])
    assert "not for use in a live incident" in told["notice"]


def test_the_page_is_served(client: TestClient) -> None:
    """`/audit` is an address of the front end."""
    assert "front end has not been built" in client.get("/audit").text
