"""Traces that must not stay in the tree: registries' addresses and paths of one machine."""

import re
from pathlib import Path

from tools.checks.findings import Findings, text_of, tracked_files

# Put together here so that this file does not hold what it looks for.
REGISTRY_HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
    )
)

LOCK_ADDRESS = re.compile(r'"resolved":\s*"[a-z]+:|--(?:extra-)?index-url|--find-links|file://')

MACHINE_PATH = re.compile(
    r"(?:^|[^A-Za-z0-9_.])/(?:work|farm|root)/|(?:^|[^A-Za-z0-9_.])/(?:home|Users)/[a-z]",
    re.MULTILINE,
)


def is_lock(path: Path) -> bool:
    """Tells whether a file pins versions."""
    return path.name in ("package-lock.json", "uv.lock") or path.match("requirements*.txt")


def places(path: Path, text: str, pattern: re.Pattern[str]) -> list[str]:
    """Returns `file:line` for each place where the pattern stands in the text."""
    return [
        f"{path}:{text.count(chr(10), 0, found.start()) + 1}" for found in pattern.finditer(text)
    ]


def check_addresses(root: Path) -> Findings:
    """Finds addresses of package registries, which tell one network's set-up to everybody."""
    hosts = re.compile("|".join(re.escape(host) for host in REGISTRY_HOSTS))
    findings: Findings = []
    for path in tracked_files(root):
        if path.name == "uv.lock":
            findings.append(f"{path}: records registries' addresses; pin with make lock instead")
        text = text_of(root / path)
        if text is None:
            continue
        found = places(path, text, hosts)
        if is_lock(path):
            found += places(path, text, LOCK_ADDRESS)
        findings.extend(f"{place}: a registry's address" for place in found)
    return findings


def check_machine_paths(root: Path) -> Findings:
    """Finds absolute paths that hold on one machine only, this folder's among them."""
    here = re.compile(re.escape(f"{root.resolve()}/"))
    findings: Findings = []
    for path in tracked_files(root):
        text = text_of(root / path)
        if text is None:
            continue
        found = places(path, text, MACHINE_PATH) or places(path, text, here)
        findings.extend(f"{place}: a path of one machine" for place in found)
    return findings
