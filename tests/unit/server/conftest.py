"""Fixtures of the server's tests."""

import pytest

from warmzone.server import room as room_module


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds on the wall are short."""
    monkeypatch.setattr(room_module, "TICK_S", 0.02)
    monkeypatch.setattr(room_module, "SHOW_S", 0.05)
