"""Serving from the command line: what is checked before, and what is said."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.sync.client import ClientConnection, connect

from warmzone.server.serve import addresses, scenario_name, serve
from warmzone.server.settings import Settings, default_data_dir
from warmzone.server.simulated import Simulated, stored_scenarios

ROOT = Path(__file__).parents[3]


def settings(tmp_path: Path, port: int = 8621, scenario: str | None = None) -> Settings:
    """Settings for a server that opens nothing and compiles nothing."""
    return Settings(
        port=port, data=tmp_path, scenario=scenario, open_browser=False, compile_kernel=False
    )


def test_port_in_use_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A port that another program holds is wrong use, said with what to do."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert serve(settings(tmp_path, port)) == 2
    said = capsys.readouterr().err
    assert f"127.0.0.1 port {port}: Address already in use" in said
    assert "--port" in said


@pytest.mark.parametrize("port", [-1, 70_000])
def test_port_that_cannot_be_is_said(tmp_path: Path, port: int) -> None:
    """A number that is no port is wrong use."""
    assert serve(settings(tmp_path, port)) == 2


@pytest.mark.parametrize(
    ("scenario", "text"),
    [("moon", "'moon' is not allowed; arcade-thin-shift"), ("no.toml", "there is no file no.toml")],
)
def test_unknown_scenario_is_said_before_serving(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], scenario: str, text: str
) -> None:
    """A scenario that does not exist is wrong use, said at once with what there is."""
    assert serve(settings(tmp_path, scenario=scenario)) == 2
    assert text in capsys.readouterr().err


def test_damaged_log_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A damaged log is named and left as it is."""
    (tmp_path / "log.sqlite").write_bytes(b"not a database" * 100)
    assert serve(settings(tmp_path, 8622)) == 2
    assert "log.sqlite: file is not a database" in capsys.readouterr().err


def test_addresses() -> None:
    """A server for this machine has one address, one for the network says how to reach it."""
    assert addresses("127.0.0.1", 8600) == ["http://127.0.0.1:8600"]
    assert addresses("::1", 8600) == ["http://[::1]:8600"]
    assert addresses("0.0.0.0", 8600)[0] == "http://127.0.0.1:8600"


def test_data_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Data lie in the user's data directory; a relative setting is ignored, as the rules say."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_data_dir() == tmp_path / "warmzone"
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert default_data_dir() == Path.home() / ".local" / "share" / "warmzone"


def test_stored_scenarios_are_offered(tmp_path: Path) -> None:
    """A scenario file in the data directory is offered by its name; a broken one is left out."""
    shelf = ROOT / "src" / "warmzone" / "scenario" / "library" / "scenarios"
    good = (shelf / "school-active-threat.toml").read_text()
    (tmp_path / "ours.toml").write_text(good)
    (tmp_path / "broken.toml").write_text("format = 1")
    machinery = Simulated(stored_scenarios(tmp_path))
    cards = [card.id for card in machinery.cards()]
    assert "ours" in cards
    assert "broken" not in cards
    assert machinery.start("ours").scenario.id == "school-active-threat"
    assert scenario_name("some/where/ours.toml") == "ours"
    assert scenario_name("school-active-threat") == "school-active-threat"


SERVE = """
import sys
from pathlib import Path
from warmzone.server.serve import serve
from warmzone.server.settings import Settings
sys.exit(serve(Settings(port={port}, data=Path({data!r}), scenario={scenario!r},
                        open_browser=False, compile_kernel=False)))
"""


def started(tmp_path: Path, port: int, scenario: str | None) -> "subprocess.Popen[str]":
    """A server in a process of its own."""
    code = SERVE.format(port=port, data=str(tmp_path), scenario=scenario)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stderr=subprocess.PIPE, text=True
    )


def first_line(process: "subprocess.Popen[str]") -> str:
    """What it says first: where it is."""
    assert process.stderr is not None
    return process.stderr.readline()


def next_of(socket: ClientConnection, kind: str) -> dict[str, Any]:
    """The next message of a kind on a socket."""
    while (message := json.loads(socket.recv(timeout=10)))["type"] != kind:
        pass
    return dict(message)


def test_killed_server_goes_on_paused_where_its_log_ends(tmp_path: Path) -> None:
    """After `kill -9` in the middle of play nothing shown is lost: paused, at or after it, told."""
    go = json.dumps({"type": "clock", "command_id": "go", "action": "resume"})
    process = started(tmp_path, 8624, "drill-school-rtf-at-the-door")
    try:
        exercise, _, token = first_line(process).strip().rpartition("/")[2].partition("#t=")
        address = f"ws://127.0.0.1:8624/ws/{exercise}?token={token}"
        with connect(address, max_size=None) as socket:
            next_of(socket, "hello")
            socket.send(go)
            seen_s = 0.0
            while seen_s < 481:
                seen_s = next_of(socket, "view")["now_s"]
    finally:
        process.kill()
        process.communicate()
    again = started(tmp_path, 8624, None)
    try:
        first_line(again)
        with connect(address, max_size=None) as socket:
            next_of(socket, "hello")
            view = next_of(socket, "view")
            assert view["running"] is False
            assert seen_s <= view["now_s"] <= seen_s + 2
            assert "goes on from 08:0" in view["resumed_text"]
            socket.send(go)
            assert next_of(socket, "answer")["accepted"]
            assert next_of(socket, "view")["running"] is False
    finally:
        again.kill()
        again.communicate()


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_whole_server_opens_a_drill_and_stops_cleanly(tmp_path: Path, stop: signal.Signals) -> None:
    """A real process answers, says where the new exercise is, ends on a signal, keeps its log."""
    process = started(tmp_path, 8623, "drill-school-rtf-at-the-door")
    try:
        line = first_line(process)
        assert line.startswith("Warmzone is at http://127.0.0.1:8623/play/")
        assert "#t=" in line
        cards = httpx.get("http://127.0.0.1:8623/api/exercises").json()
        assert [card["scenario"] for card in cards] == ["drill-school-rtf-at-the-door"]
        loaded = httpx.get("http://127.0.0.1:8623/api/health").json()
        assert loaded["kernel"]["state"] == "waiting"
    finally:
        process.send_signal(stop)
        deadline = time.monotonic() + 10
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        process.kill()
    assert process.returncode == 0
    assert (tmp_path / "log.sqlite").stat().st_size > 0


def test_nothing_heavy_is_imported_before_the_first_answer() -> None:
    """Importing all that serves the page brings in no compiler, no arrays, no geometry."""
    code = "import sys, warmzone.server.serve; print([m for m in {!r} if m in sys.modules])"
    heavy = ("numba", "numpy", "scipy", "shapely", "matplotlib", "jsonschema")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", code.format(heavy)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
