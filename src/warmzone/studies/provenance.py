"""What a study was made with: enough to make it again, and to tell whether it is the same."""

import os
import platform
from functools import cache
from typing import Any

import warmzone
from warmzone.doctrine.shipped import shipped_directory
from warmzone.evidence.rows import evidence_digest
from warmzone.evidence.skills import skills_digest
from warmzone.simulation.results import version
from warmzone.studies.engines import Workers
from warmzone.studies.lowered import Lowered

FORMAT = "warmzone-study-results/1"


def identity_of(lowered: Lowered) -> dict[str, Any]:
    """What decides every row: the study, the results version, evidence, scenarios and seeds."""
    study = lowered.study
    return {
        "format": FORMAT,
        "study": study.id,
        "study_digest": lowered.digest,
        "results_version": version(),
        "evidence_digest": evidence_digest(),
        "skills_digest": skills_digest(),
        "scenario_digests": lowered.digests(),
        "first_seed": study.seed,
        "repeats": study.repeats,
    }


def surroundings(workers: Workers) -> dict[str, Any]:
    """What decides only how long it took, and of what code the kernel was.

    `kernel_code` names the kernel's code with its compiler and kind of processor, so that two
    kernels of one results version can be told apart.
    """
    import numpy

    return {
        "warmzone": warmzone.__version__,
        "kernel": workers.machine.name,
        "kernel_code": _kernel_code(),
        "engine": workers.engine,
        "workers": workers.number,
        "machine": platform.machine(),
        "cores": os.cpu_count() or 1,
        "system": platform.system(),
        "python": platform.python_version(),
        "numpy": numpy.__version__,
    }


@cache
def _kernel_code() -> str:
    """Read off what was imported: the same for as long as the process lives, and slow to tell."""
    return shipped_directory().name
