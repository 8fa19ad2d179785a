"""What a long command answers when it cannot go on, and the files that it says it wrote."""

from collections.abc import Callable, Sequence
from pathlib import Path

from warmzone.cli.opening import PROBLEMS, WrongUseError, refuse
from warmzone.cli.output import aside
from warmzone.scenario.problems import Invalid

STOPPED = 130


def guarded(work: Callable[[], int], as_json: bool) -> int:
    """Do it; say what went wrong on standard error. Returns the exit code.

    Stopped from the keyboard, what has been played is kept.
    """
    from warmzone.studies.engines import EngineMissingError

    try:
        return work()
    except (Invalid, WrongUseError, EngineMissingError) as error:
        return refuse(error, as_json)
    except KeyboardInterrupt:
        aside("stopped; what has been played is kept, and the same command goes on from there")
        return STOPPED
    except (RuntimeError, OSError) as error:
        aside(str(error))
        return PROBLEMS


def list_files(written: Sequence[Path]) -> None:
    """Name every file that was written, one a line."""
    for path in written:
        aside(f"wrote {path}")


def made_folder(path: Path) -> None:
    """Have a folder to write into, before the work; raise WrongUseError where none can be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "cannot be made").lower()
        raise WrongUseError(f"{path}: {reason}; give a folder that can be written to") from None
