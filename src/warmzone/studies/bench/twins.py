"""The other tellings of the world, timed by a program that lies beside the package in a checkout.

No twin is part of what is installed: an installed wheel says so instead of a figure.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import warmzone

PROGRAM = "benchmarks.twins"
RATIOS = ("simpy_ratio", "simpy_open_ground_ratio", "slow_twin_ratio")


@dataclass(frozen=True, slots=True)
class Twins:
    """How many times as long each twin takes as the kernel, per core; None with the reason why.

    `simpy_ratio` and `slow_twin_ratio` are of the whole model, `simpy_open_ground_ratio` of a
    telling with SimPy that shares no rules with either and has no threat in it.
    """

    simpy_ratio: float | None
    simpy_open_ground_ratio: float | None
    slow_twin_ratio: float | None
    missing: tuple[str, ...]


def checkout() -> Path | None:
    """The folder of the sources that this package lies in, or None where it is installed."""
    root = Path(warmzone.__file__).resolve().parents[2]
    return root if (root / "benchmarks" / "twins.py").is_file() else None


def time_twins(root: Path | None) -> Twins:
    """Have the twins timed against the kernel, in a process of their own."""
    if root is None:
        return Twins(
            None,
            None,
            None,
            ("the twins are not part of an installed package: run `make bench` in a checkout",),
        )
    done = subprocess.run(  # noqa: S603 (this interpreter, words of our own)
        [sys.executable, "-m", PROGRAM], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:]
        return Twins(None, None, None, (f"the twins could not be timed: {' '.join(last)}",))
    found = json.loads(done.stdout)
    return Twins(**{name: found[name] for name in RATIOS}, missing=tuple(found["missing"]))
