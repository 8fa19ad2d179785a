"""Size budgets: how long a module or a function may be, and how many parameters it may take."""

import ast
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tools.checks.findings import Findings, tracked_files

MODULE_LINES = 400
FUNCTION_LINES = 40
KERNEL_FUNCTION_LINES = 60
PARAMETERS = 5

EXCEPTIONS = Path("tools/size_exceptions.toml")
COUNTED = (".py", ".ts", ".svelte", ".css")

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Excess:
    """One place over its budget: `where` is a file, or a file and a function joined by a colon."""

    where: str
    what: str
    found: int
    allowed: int


def parameter_count(function: FunctionNode) -> int:
    """Counts what a caller may pass, less the receiver of a method."""
    positional = [*function.args.posonlyargs, *function.args.args]
    if positional and positional[0].arg in ("self", "cls"):
        positional = positional[1:]
    return len(positional) + len(function.args.kwonlyargs)


def function_excesses(path: Path, text: str) -> list[Excess]:
    """Returns the functions of one Python module that are too long or take too much."""
    lines_allowed = KERNEL_FUNCTION_LINES if "kernel" in path.parts else FUNCTION_LINES
    excesses = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, FunctionNode):
            continue
        where = f"{path}:{node.name}"
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > lines_allowed:
            excesses.append(Excess(where, "lines", lines, lines_allowed))
        if parameter_count(node) > PARAMETERS:
            excesses.append(Excess(where, "parameters", parameter_count(node), PARAMETERS))
    return excesses


def all_excesses(root: Path) -> list[Excess]:
    """Returns every place in the sources that is over a budget."""
    excesses = []
    for path in tracked_files(root):
        if path.suffix not in COUNTED or "static" in path.parts:
            continue
        text = (root / path).read_text(encoding="utf-8")
        lines = len(text.splitlines())
        if lines > MODULE_LINES:
            excesses.append(Excess(str(path), "lines", lines, MODULE_LINES))
        if path.suffix == ".py":
            excesses.extend(function_excesses(path, text))
    return excesses


def load_exceptions(root: Path) -> dict[tuple[str, str], int]:
    """Returns the higher budgets that were granted, each with its reason, by place and measure."""
    rows = tomllib.loads((root / EXCEPTIONS).read_text(encoding="utf-8")).get("exception", [])
    for row in rows:
        if not str(row.get("reason", "")).strip():
            raise ValueError(f"{EXCEPTIONS}: {row.get('where')}: an exception needs a reason")
    return {(row["where"], row["what"]): row["allowed"] for row in rows}


def check_sizes(root: Path) -> Findings:
    """Finds what is over its budget and not excepted, and exceptions that nothing needs."""
    granted = load_exceptions(root)
    excesses = all_excesses(root)
    findings = []
    for excess in excesses:
        allowed = granted.get((excess.where, excess.what), excess.allowed)
        if excess.found > allowed:
            findings.append(f"{excess.where}: {excess.found} {excess.what}; at most {allowed}")
    needed = {(excess.where, excess.what) for excess in excesses}
    for where, what in sorted(set(granted) - needed):
        findings.append(f"{EXCEPTIONS}: {where} ({what}): no longer needed; remove it")
    return findings
