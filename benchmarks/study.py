"""`python -m benchmarks.study [--points N]`: what a study costs over the incidents that it plays.

Processor time of one thread: a whole study (points drawn, played, saved, read and summed up) over
the bare kernel on the same worlds, commanders and number of incidents; and the memory of a study
of N points and of four times as many.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import msgspec
import numpy as np

from warmzone.doctrine.shipped import shipped_machine
from warmzone.kernel.outcomes import OUTCOME
from warmzone.simulation.machine import Machine
from warmzone.studies.conduct import conduct
from warmzone.studies.engines import Workers
from warmzone.studies.execute import Desk, play_batch
from warmzone.studies.lowered import Lowered, lower_study
from warmzone.studies.shelf import study_path
from warmzone.studies.study_file import open_study, open_values

STUDY = "inside-or-outside"
BEST_OF = 3


def sized(points: int) -> Lowered:
    """The study with so many points."""
    path = study_path(STUDY)
    study = msgspec.structs.replace(open_study(path).study, points=points, stop=None)
    return lower_study(open_values(study, path))


def study_s(lowered: Lowered, machine: Machine) -> float:
    """Processor seconds of the whole study."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.process_time()
        conduct(lowered, Path(folder) / "study", Workers("threads", machine, 1))
        return time.process_time() - begun


def bare_s(lowered: Lowered, machine: Machine) -> float:
    """Processor seconds of as many incidents of each world, nothing drawn and nothing kept."""
    study, begun = lowered.study, time.process_time()
    seeds = np.arange(study.seed, study.seed + study.points * study.repeats, dtype=np.uint64)
    for rows in lowered.worlds:
        for row in rows:
            for prepared, crew in zip(row, lowered.crews, strict=True):
                desk = Desk(prepared.layout, machine)
                play_batch(prepared, crew, desk, (seeds, np.zeros(len(seeds), OUTCOME)))
    return time.process_time() - begun


def peak_mb() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0


def main() -> int:
    """Measure and print one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.study", description=__doc__)
    parser.add_argument("--points", type=int, default=256)
    points = parser.parse_args().points
    machine = shipped_machine()
    lowered = sized(points)
    study_s(sized(2), machine)  # what is loaded once is no cost of a study
    took = [(study_s(lowered, machine), bare_s(lowered, machine)) for _ in range(BEST_OF)]
    whole, bare = (min(each) for each in zip(*took, strict=True))
    before = peak_mb()
    more = sized(4 * points)
    study_s(more, machine)
    incidents = points * lowered.incidents_per_point
    found = {
        "study": STUDY,
        "incidents": incidents,
        "study_us_per_incident": round(whole / incidents * 1e6, 1),
        "bare_us_per_incident": round(bare / incidents * 1e6, 1),
        "ratio": round(whole / bare, 3),
        "peak_mb": round(before, 1),
        "peak_mb_with_four_times_as_many": round(peak_mb(), 1),
        "mb_per_million_more": round((peak_mb() - before) / (3 * incidents) * 1e6, 1),
    }
    sys.stdout.write(json.dumps(found, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
