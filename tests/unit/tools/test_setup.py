"""The set-up script says what is wrong, and does nothing where nothing has changed."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BARE_PYTHON = """#!/bin/sh
case "$2" in
  *ensurepip*) exit 1 ;;
  *print*) echo 3.11 ;;
esac
"""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with a space in its path, holding no more than the set-up script reads."""
    clone = tmp_path / "a clone"
    (clone / "tools").mkdir(parents=True)
    shutil.copy(ROOT / "tools/setup.sh", clone / "tools")
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        (clone / name).write_text("")
    return clone


def set_up(clone: Path, *words: str, **programs: str) -> subprocess.CompletedProcess[str]:
    """Runs the script with some programs of the machine replaced."""
    fakes = clone.parent / "bin"
    fakes.mkdir(exist_ok=True)
    for name, text in programs.items():
        program = fakes / name.replace("_", "-")
        program.write_text(text)
        program.chmod(0o755)
    return subprocess.run(
        ["bash", clone / "tools/setup.sh", *words],
        env={"PATH": f"{fakes}{os.pathsep}/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_without_venv_and_without_rights_the_debian_package_is_named(clone: Path) -> None:
    """A machine without venv, to a person who may not install it, gets the command to give."""
    done = set_up(
        clone,
        "run",
        python3=BARE_PYTHON,
        id="#!/bin/sh\necho 1000\n",
        sudo="#!/bin/sh\nexit 1\n",
        apt_get="#!/bin/sh\nexit 1\n",
    )
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("apt-get update && apt-get install -y python3.11-venv")


def test_an_unknown_word_is_wrong_use(clone: Path) -> None:
    """Only `run` and `test` are known."""
    done = set_up(clone, "walk")
    assert done.returncode == 2
    assert "'walk' is not known; run or test" in done.stderr


def test_a_second_set_up_does_nothing(clone: Path) -> None:
    """Where the stamp fits the files, the script ends without a word and without the network."""
    read = f"{clone}\n".encode() + (clone / "tools/setup.sh").read_bytes()
    stamp = f"{hashlib.sha256(read).hexdigest()}  -\n"
    (clone / ".venv/bin").mkdir(parents=True)
    (clone / ".venv/.set-up-run").write_text(stamp)
    for name in ("python", "warmzone"):
        program = clone / ".venv/bin" / name
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    failing = "#!/bin/sh\nexit 9\n"
    done = set_up(clone, "run", python3=failing, apt_get=failing)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_changed_lock_is_set_up_again(clone: Path) -> None:
    """An old stamp does not hold for new pins."""
    (clone / ".venv/bin").mkdir(parents=True)
    (clone / ".venv/.set-up-run").write_text("an older key\n")
    done = set_up(
        clone, "run", python3=BARE_PYTHON, id="#!/bin/sh\necho 1000\n", sudo="#!/bin/sh\nexit 1\n"
    )
    assert done.returncode == 1
    assert "Setting up Warmzone" in done.stderr
