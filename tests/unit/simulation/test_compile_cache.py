"""The compile cache does not grow with every change of the sources."""

import os
from pathlib import Path

from warmzone.simulation.compile_cache import forget_old


def test_only_the_newest_folders_stay(tmp_path: Path) -> None:
    """The folder in use and the newest others stay; older ones and nothing else go."""
    for age, name in enumerate(["newest", "newer", "old", "oldest"]):
        folder = tmp_path / name
        folder.mkdir()
        os.utime(folder, (1000 - age, 1000 - age))
    own = tmp_path / "own"
    own.mkdir()
    os.utime(own, (1, 1))
    (tmp_path / "a file").write_text("stays")
    removed = forget_old(own, kept=2)
    assert sorted(path.name for path in removed) == ["old", "oldest"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a file", "newer", "newest", "own"]


def test_no_cache_yet(tmp_path: Path) -> None:
    """Where nothing was ever compiled there is nothing to forget."""
    assert forget_old(tmp_path / "none" / "own") == []
