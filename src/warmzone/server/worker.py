"""The worker: a process of its own for what is long; its death is one failed job.

It has low priority but for what a person sits and waits for.

Run as `python -m warmzone.server.worker JOB`. The input comes on standard input; standard output
carries lines of JSON, one a step (`Step`), the last with the result. It ends when its parent does.
"""

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from time import monotonic, process_time, sleep
from typing import TYPE_CHECKING, Any

import msgspec

from warmzone.server.pipe import (
    TOO_LONG,
    AuditInput,
    AuditOutput,
    DrillInput,
    Report,
    ReviewInput,
    Step,
)

if TYPE_CHECKING:
    from warmzone.eventlog import Header, Row
    from warmzone.simulation.machine import Machine

NICENESS = 10
WAITED_FOR = ("audit", "drill_moment", "plan_pace")
"""A few seconds' work that somebody sits and waits for; live exercises feel none of it."""
TELL_S = 1.0
ORPHANED = 3
LEVER_PAIRS_PLAIN = 16
AUDIT_CPU_S = 60.0
"""A course schedule that takes more of a processor than this is given up; most take two seconds."""
LOOK_S = 0.5


def compile_kernel(_data: bytes, report: Report) -> Any:
    """Compile the kernel into its cache, for reviews and studies; one signature fits every site."""
    from warmzone.doctrine.shipped import shipped_machine

    shipped_machine(lambda part: report(part.done, part.total))
    return True


def compiled() -> "Machine | None":
    """The compiled kernel; None without a compiler: fewer replays are made then, as it says."""
    from warmzone.doctrine.shipped import shipped_machine

    try:
        return shipped_machine()
    except Exception:  # noqa: BLE001 - whatever it is, the plain kernel plays
        return None


def log_in(data: bytes) -> "tuple[Header, list[Row], dict[int, str]]":
    """The log in a `ReviewInput`, and the digests that were kept while it was played."""
    from warmzone.eventlog import Header, Row

    given = msgspec.json.decode(data, type=ReviewInput)
    header = msgspec.json.decode(given.header, type=Header)
    return header, msgspec.json.decode(given.rows, type=list[Row]), given.kept


def review(data: bytes, report: Report) -> Any:
    """Make the review of a finished exercise."""
    from warmzone.review.story import review as make

    header, rows, kept = log_in(data)
    report(0, 1)
    return make(header, rows, kept=kept)


def worth(data: bytes, report: Report) -> Any:
    """Price the decisions of a finished exercise, on the compiled kernel where there is one."""
    from warmzone.review.worth.worth import Ask, spare, worth

    header, rows, kept = log_in(data)
    report(0, 1)
    machine = compiled()
    ask = spare() if machine is None else Ask(machine_for=lambda _prepared: machine)
    last = monotonic()

    def tell(review: Any) -> None:
        nonlocal last
        if monotonic() - last > TELL_S:
            last = monotonic()
            report(review.done, review.total, review)

    return worth(header, rows, replace(ask, report=tell, kept=kept))


def levers(data: bytes, report: Report) -> Any:
    """Replay a finished exercise with one lever at a time managed by the interior commander."""
    from warmzone.review.levers.levers import levers as make

    header, rows, _ = log_in(data)
    report(0, 1)
    machine = compiled()
    if machine is None:
        return make(header, rows, pairs=LEVER_PAIRS_PLAIN)
    return make(header, rows, machine_for=lambda _prepared: machine)


def audit(data: bytes, _report: Report) -> Any:
    """Read and audit a course schedule: other people's files are opened out of the server's way."""
    from warmzone.interop.schedule_files import read_document
    from warmzone.scenario.problems import Invalid
    from warmzone.training.audit.audit import audit as make

    _give_up_after(AUDIT_CPU_S)
    given = msgspec.json.decode(data, type=AuditInput)
    try:
        document = read_document(given.data, given.name, is_text=given.is_text)
        return AuditOutput(make(document, given.corrections))
    except Invalid as invalid:
        return AuditOutput(None, [str(problem) for problem in invalid.problems])


def drill_moment(data: bytes, _report: Report) -> Any:
    """Make the situation of a drill."""
    from warmzone.server.drill_moments import moment_of

    given = msgspec.json.decode(data, type=DrillInput)
    return moment_of(given.drill, given.variant)


def drill_worth(data: bytes, report: Report) -> Any:
    """Price the choices of a drill, with fewer replays where nothing is compiled."""
    from warmzone.doctrine.shipped import shipped_machine
    from warmzone.server.drill_worths import FAST_PAIRS, PLAIN_PAIRS, how, worths
    from warmzone.simulation.machine import PLAIN

    given = msgspec.json.decode(data, type=DrillInput)
    pairs = FAST_PAIRS if given.fast else PLAIN_PAIRS
    machine = shipped_machine() if given.fast else PLAIN
    found = worths(given.drill, given.variant, machine, pairs, report)
    return {"how": how(pairs), "choices": found}


def plan(data: bytes, report: Report) -> Any:
    """Make a training plan in its folder."""
    from warmzone.server.works import do_plan

    return do_plan(data, report)


def plan_pace(_data: bytes, _report: Report) -> Any:
    """See how fast a plan is played here."""
    from warmzone.server.works import do_pace

    return do_pace()


def study(data: bytes, report: Report) -> Any:
    """Play a study in its folder."""
    from warmzone.server.works import do_study

    return do_study(data, report)


JOBS: dict[str, Callable[[bytes, Report], Any]] = {
    "audit": audit,
    "compile": compile_kernel,
    "drill_moment": drill_moment,
    "drill_worth": drill_worth,
    "levers": levers,
    "plan": plan,
    "plan_pace": plan_pace,
    "review": review,
    "study": study,
    "worth": worth,
}


def main(arguments: list[str]) -> int:
    """Do one job; 0 if it was done, 1 if it failed, 2 if there is no such job."""
    if len(arguments) != 1 or arguments[0] not in JOBS:
        _say(Step(error=f"job {' '.join(arguments)!r} is not allowed; {', '.join(JOBS)}"))
        return 2
    if arguments[0] not in WAITED_FOR:
        os.nice(NICENESS)
    size = int.from_bytes(sys.stdin.buffer.read(8), "big")
    data = sys.stdin.buffer.read(size)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        result = JOBS[arguments[0]](data, _tell)
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent is told and goes on
        _say(Step(error=f"{type(error).__name__}: {error}"))
        return 1
    _say(Step(1, 1, result=result))
    return 0


def _give_up_after(cpu_s: float) -> None:
    """End this process when it has used so much of a processor, however long it had to wait."""
    ends = process_time() + cpu_s

    def watch() -> None:
        while process_time() < ends:
            sleep(LOOK_S)
        _say(Step(error=TOO_LONG))
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _end_with_parent() -> None:
    """Standard input closes when the parent goes; nobody waits for the result then.

    Read without a buffer: a buffer's lock held by this thread would break the process's end.
    """
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os._exit(ORPHANED)


def _tell(done: int, total: int, so_far: Any = None) -> None:
    _say(Step(done, total, so_far))


def _say(step: Step) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(step) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
