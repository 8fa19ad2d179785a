"""The lock files agree with pyproject.toml: everything asked for is pinned, with a hash."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.checks.findings import Findings

PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(.*(?:\n .*)*)", re.MULTILINE)


def pins(path: Path) -> tuple[dict[str, str], Findings]:
    """Returns the versions a lock file pins, by name, and those that it pins without a hash."""
    versions: dict[str, str] = {}
    findings: Findings = []
    for name, version, rest in PIN.findall(path.read_text(encoding="utf-8")):
        versions[canonicalize_name(name)] = version
        if "--hash=sha256:" not in rest:
            findings.append(f"{path.name}: {name}=={version}: pinned without a hash")
    return versions, findings


def unmet(asked: list[str], versions: dict[str, str], lock: str) -> Findings:
    """Returns the requirements that a lock file leaves out, or pins at a version not wanted."""
    findings = []
    for line in asked:
        requirement = Requirement(line)
        version = versions.get(canonicalize_name(requirement.name))
        if version is None:
            findings.append(f"{lock}: {requirement.name}: not pinned; run make lock")
        elif version not in requirement.specifier:
            allowed = str(requirement.specifier)
            findings.append(f"{lock}: {requirement.name}: {version} is not allowed; {allowed}")
    return findings


def check_locks(root: Path) -> Findings:
    """Finds requirements that the lock files do not meet, and versions on which they differ."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    to_run = list(project["dependencies"])
    to_test = to_run + list(project["optional-dependencies"]["dev"])
    run_pins, run_findings = pins(root / "requirements.txt")
    test_pins, test_findings = pins(root / "requirements-dev.txt")
    findings = run_findings + test_findings
    findings += unmet(to_run, run_pins, "requirements.txt")
    findings += unmet(to_test, test_pins, "requirements-dev.txt")
    for name, version in run_pins.items():
        if test_pins.get(name) != version:
            findings.append(f"requirements-dev.txt: {name}: {test_pins.get(name)}, not {version}")
    return findings
