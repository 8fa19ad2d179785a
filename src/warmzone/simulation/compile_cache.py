"""Where compiled code is kept: every kernel in its own folder, named by what it is made from."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from warmzone.kernel.fingerprint import AT_IMPORT, compiler_sources

KEPT = 3
"""Folders of other kernels that are kept: other checkouts, other builds of the same sources."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A compiled kernel: machine code, and the symbol of each part."""

    code: bytes
    symbols: dict[str, str]


def cache_home() -> Path:
    """The folder of all kernels; `WARMZONE_CACHE` moves it."""
    home = os.environ.get("WARMZONE_CACHE") or os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "warmzone" / "kernel"


def kept_or_made(directory: Path, make: Callable[[], Kept]) -> tuple[Kept, bool]:
    """The kernel in a folder, or one that is made now and kept there; and whether it was found.

    Nothing is kept where the compiler's own files have changed since the folder was named.
    """
    found = kept(directory)
    if found is not None:
        return found, True
    made = make()
    if compiler_sources() == AT_IMPORT:
        keep(directory, made)
    return made, False


def kept(directory: Path) -> Kept | None:
    """The kernel in a folder, or None where there is none."""
    try:
        symbols = json.loads((directory / "symbols.json").read_text(encoding="utf-8"))
        return Kept((directory / "kernel.o").read_bytes(), symbols)
    except (FileNotFoundError, NotADirectoryError):
        return None


def keep(directory: Path, kernel: Kept) -> None:
    """Put a kernel into its folder, whole or not at all, and forget old ones beside it."""
    directory.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(mkdtemp(prefix="unfinished-", dir=directory.parent))
    (unfinished / "kernel.o").write_bytes(kernel.code)
    (unfinished / "symbols.json").write_text(json.dumps(kernel.symbols), encoding="utf-8")
    try:
        unfinished.rename(directory)
    except OSError:  # another process was quicker
        shutil.rmtree(unfinished, ignore_errors=True)
    forget_old(directory)


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
