"""The wheel: it holds every file of the package, and runs where the sources are not."""

import os
import sys
import sysconfig
import tempfile
import venv
import zipfile
from pathlib import Path

from tools.checks.findings import Findings, run, tracked_files

PACKAGE = Path("src/warmzone")

AWAY = {"PYTHONPATH": ""}  # nothing that leads back to the sources

IMPORTED_FROM = "import warmzone, sys; sys.exit(not warmzone.__file__.startswith(sys.prefix))"


def missing_files(root: Path, wheel: Path) -> Findings:
    """Returns the files of the package that are not in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    sources = (path for path in tracked_files(root) if path.is_relative_to(PACKAGE))
    wanted = (path.relative_to(PACKAGE.parent).as_posix() for path in sources)
    return [f"{name}: is not in the wheel" for name in wanted if name not in packed]


def install(wheel: Path, folder: Path) -> Findings:
    """Installs the wheel in a new environment that borrows its dependencies from this one."""
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin/python"
    words = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-index", wheel)
    findings = run([sys.executable, "-m", "pip", "--python", python, "install", *words], folder)
    # Last on the path, and a folder named in a .pth file has its own .pth files left unread: the
    # sources that are installed for editing here stay out.
    here = next((folder / "lib").glob("python*/site-packages"))
    (here / "dependencies.pth").write_text(sysconfig.get_path("purelib") + os.linesep)
    return findings


def check_wheel(root: Path) -> Findings:
    """Builds the wheel, compares what it holds, and runs its commands away from the sources."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        quiet = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-index")
        wheels = folder / "wheels"
        build = ("wheel", "--no-build-isolation", *quiet, "--wheel-dir", str(wheels), str(root))
        findings = run([sys.executable, "-m", "pip", *build], root)
        if findings:
            return findings
        wheel = next(wheels.glob("*.whl"))
        findings = missing_files(root, wheel) + install(wheel, folder / "away")
        bin_folder = folder / "away/bin"
        findings += run([bin_folder / "python", "-c", IMPORTED_FROM], folder, AWAY)
        for command in ("--help", "scenarios"):
            findings += run([bin_folder / "warmzone", command], folder, AWAY)
        return findings
