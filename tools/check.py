"""The one check command: `python -m tools.check`, or one check with `--only NAME`.

Every check runs even where an earlier one failed, and a check that cannot run has failed.
"""

import argparse
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from tools.checks.documents import check_documents, check_links
from tools.checks.findings import TOOLS, Findings, run
from tools.checks.frontend import check_build, check_scripts
from tools.checks.locks import check_locks
from tools.checks.sizes import check_sizes
from tools.checks.traces import check_addresses, check_machine_paths
from tools.checks.wheel import check_wheel

ROOT = Path(__file__).resolve().parents[1]

Check = Callable[[Path], Findings]


def check_format(root: Path) -> Findings:
    """Finds sources that the formatter would write otherwise."""
    return run([TOOLS / "ruff", "format", "--check", "--quiet", "."], root)


def check_lint(root: Path) -> Findings:
    """Finds what the linter's rules in pyproject.toml forbid."""
    return run([TOOLS / "ruff", "check", "--quiet", "--output-format=concise", "."], root)


def check_types(root: Path) -> Findings:
    """Finds what does not hold under strict typing."""
    return run([TOOLS / "mypy", "--no-error-summary"], root)


def check_layers(root: Path) -> Findings:
    """Finds imports that go up between the layers, and packages that stand in no layer."""
    return run([TOOLS / "lint-imports", "--cache-dir", ".cache/import-linter"], root)


CHECKS: dict[str, Check] = {
    "format": check_format,
    "lint": check_lint,
    "types": check_types,
    "layers": check_layers,
    "sizes": check_sizes,
    "locks": check_locks,
    "addresses": check_addresses,
    "machine-paths": check_machine_paths,
    "links": check_links,
    "documents": check_documents,
    "frontend-build": check_build,
    "frontend-scripts": check_scripts,
    "wheel": check_wheel,
}


def run_check(name: str, check: Check, root: Path) -> bool:
    """Runs one check, prints what it found with its seconds, and tells whether all was well."""
    begun = time.monotonic()
    try:
        findings = check(root)
    except Exception:  # noqa: BLE001 - a check that breaks has failed, and the others still run
        findings = [traceback.format_exc()]
    word = "FAILED" if findings else "ok"
    print(f"{name:<18}{word:<8}{time.monotonic() - begun:6.1f} s", flush=True)
    for finding in findings:
        print("    " + finding.replace("\n", "\n    "), flush=True)
    return not findings


def run_checks(checks: dict[str, Check], root: Path) -> int:
    """Runs the checks and returns the exit code: 0 where all are well, else 1."""
    failed = [name for name, check in checks.items() if not run_check(name, check, root)]
    print(f"checks: {len(checks) - len(failed)} well, {len(failed)} not", *failed)
    return 1 if failed else 0


def main() -> int:
    """Parses the command line and runs what it asks for."""
    parser = argparse.ArgumentParser(prog="python -m tools.check", description=__doc__)
    parser.add_argument("--only", action="append", choices=sorted(CHECKS), metavar="NAME")
    chosen = parser.parse_args().only or list(CHECKS)
    return run_checks({name: CHECKS[name] for name in chosen}, ROOT)


if __name__ == "__main__":
    sys.exit(main())
