"""The commands that the documentation shows are executed, and what it shows of their output holds.

In a fenced block marked `console`, each line `$ warmzone ...` is a command. The examples of one
page run in order in one empty folder. Exit code 0 is expected, or the one beside the mark:
`console exit=1`. The lines below a command, where there are any, are its output; `...` in them
stands for any text.
"""

import os
import re
import shlex
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools.checks.findings import TOOLS, Findings, tracked_files

FENCE = re.compile(r"^```console(?: exit=(\d+))?[ \t]*\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
LONGEST_S = 180.0


@dataclass(frozen=True)
class Example:
    """One command of a page, with the exit code and the output that the page promises."""

    line: int
    command: str
    exit_code: int
    output: str


def examples(text: str) -> list[Example]:
    """Returns the commands of one page, in order."""
    found = []
    for fence in FENCE.finditer(text):
        exit_code = int(fence[1] or 0)
        line = text.count("\n", 0, fence.start(2)) + 1
        for part in re.split(r"^(?=\$ )", fence[2], flags=re.MULTILINE):
            command, _, output = part.partition("\n")
            if command.startswith("$ warmzone"):
                found.append(Example(line, command[2:], exit_code, output.strip()))
            line += part.count("\n")
    return found


def output_matches(promised: str, shown: str) -> bool:
    """Tells whether output is as promised, with `...` for any text and line ends trimmed."""
    tidy = "\n".join(line.rstrip() for line in shown.strip().splitlines())
    pattern = ".*".join(re.escape(part) for part in promised.split("..."))
    return re.fullmatch(pattern, tidy, re.DOTALL) is not None


def try_example(example: Example, folder: Path) -> str | None:
    """Runs one example and returns what is wrong with it, or None."""
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "TERM": "dumb"}
    environment["PATH"] = f"{TOOLS}{os.pathsep}{environment.get('PATH', '')}"
    program, *words = shlex.split(example.command)
    try:
        done = subprocess.run(
            [TOOLS / program, *words],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=LONGEST_S,
            check=False,
        )
    except FileNotFoundError:
        return f"{program} is not installed in {TOOLS}"
    except subprocess.TimeoutExpired:
        return f"not done after {LONGEST_S:.0f} s"
    said = f"{done.stdout}{done.stderr}"
    if done.returncode != example.exit_code:
        return f"exit {done.returncode}, not {example.exit_code}\n{said.rstrip()}"
    if example.output and not output_matches(example.output, done.stdout or done.stderr):
        return f"the output is another:\n{said.rstrip()}"
    return None


def check_documents(root: Path) -> Findings:
    """Runs every example of the README and of docs/ and finds those that do not hold."""
    pages = [path for path in tracked_files(root) if path.suffix == ".md"]
    findings = []
    for page in (page for page in pages if page.parts[0] in ("README.md", "docs")):
        with tempfile.TemporaryDirectory() as folder:
            for example in examples((root / page).read_text(encoding="utf-8")):
                wrong = try_example(example, Path(folder))
                if wrong:
                    findings.append(f"{page}:{example.line}: {example.command}: {wrong}")
    return findings


LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")


def check_links(root: Path) -> Findings:
    """Finds links between pages, and pictures, that lead to no file."""
    findings: Findings = []
    for page in (path for path in tracked_files(root) if path.suffix == ".md"):
        targets = LINK.findall((root / page).read_text(encoding="utf-8"))
        gone = (target for target in targets if not (root / page.parent / target).exists())
        findings.extend(f"{page}: {target} is not there" for target in gone)
    return findings
