"""Keeping the compile cache small: every change of the sources makes a folder of its own."""

import shutil
from pathlib import Path

KEPT = 3
"""Folders of other sources that are kept: other checkouts, other builds of the same sources."""


def forget_old(directory: Path, kept: int = KEPT) -> list[Path]:
    """Remove all but the newest folders beside `directory`; returns those removed.

    What cannot be removed (another program is reading it) is left for the next time.
    """
    if not directory.parent.is_dir():
        return []
    beside = [path for path in directory.parent.iterdir() if path.is_dir() and path != directory]
    beside.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    removed = beside[kept:]
    for path in removed:
        shutil.rmtree(path, ignore_errors=True)
    return removed
