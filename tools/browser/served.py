"""A server of one's own: `warmzone serve` in a process, on a free port, with its own data."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

ROOT = Path(__file__).resolve().parents[2]
READY_S = 90.0
STOP_S = 15.0


class Served:
    """One server process, which can be stopped and started again where it was."""

    def __init__(self, data: Path, port: int | None = None) -> None:
        self.data = data
        self.port = free_port() if port is None else port
        self.address = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process and wait until it answers; RuntimeError with its words where not."""
        self.data.mkdir(parents=True, exist_ok=True)
        said = self.data / "serve.log"
        words = ("serve", "--no-browser", "--port", str(self.port), "--data", str(self.data))
        with said.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "warmzone.cli", *words],
                env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + READY_S
        while not self.answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"the server did not answer: {said.read_text()}")
            time.sleep(0.1)

    def answers(self) -> bool:
        """Whether the server answers."""
        return self.health() is not None

    def health(self) -> dict[str, object] | None:
        """What `/api/health` says, or None where nobody answers."""
        try:
            with urllib.request.urlopen(f"{self.address}/api/health", timeout=2) as reply:  # noqa: S310 - its own address
                return dict(json.load(reply))
        except (URLError, OSError, ValueError):
            return None

    def stop(self) -> None:
        """Stop the process and wait for its end."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
