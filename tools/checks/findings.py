"""What a check returns, and how it runs another program."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

Findings = list[str]
"""What is wrong, one line or block for each; empty where all is well."""

TOOLS = Path(sys.executable).parent
"""Where the pinned tools of this virtual environment stand."""

LINES_SHOWN = 60


def run(
    command: Sequence[str | Path],
    root: Path,
    environment: Mapping[str, str] | None = None,
    timeout_s: float = 900.0,
) -> Findings:
    """Runs a program and returns its last lines if it failed, was missing or took too long."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            cwd=root,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=timeout_s,
            check=False,
        )
    except FileNotFoundError as missing:
        return [f"{words[0]} is missing ({missing.strerror}): run make check, which installs it"]
    except subprocess.TimeoutExpired:
        return [f"{' '.join(words)}: not done after {timeout_s:.0f} s"]
    if done.returncode == 0:
        return []
    shown = "\n".join(done.stdout.rstrip().splitlines()[-LINES_SHOWN:])
    return [f"{' '.join(words)}: exit {done.returncode}\n{shown}"]


def tracked_files(root: Path) -> list[Path]:
    """Returns the files a commit of everything would hold, relative to the root, in order."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    names = sorted({name for name in listed.split("\0") if name})
    return [Path(name) for name in names if (root / name).is_file()]


def text_of(path: Path) -> str | None:
    """Returns a file's text, or None where it is not text."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text
