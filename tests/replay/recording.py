"""A recorded exercise: its log with scenario and site, and the digests it must give again."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from warmzone.doctrine.commanders import automatic
from warmzone.exercise.codec import Entry, read
from warmzone.exercise.replay import Replayed, replay
from warmzone.scenario.incident import Scenario
from warmzone.scenario.site import Site
from warmzone.simulation.lower import prepare
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.simulation.results import version
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.ids import CommandId

FOLDER = Path(__file__).parent / "recordings"


@dataclass(frozen=True, slots=True)
class LoggedRow:
    """One row of a log, as the codec reads it."""

    sequence: int
    sim_ms: int
    seat: int
    command_id: CommandId | None
    kind: str
    version: int
    payload: bytes


class Kept(msgspec.Struct, frozen=True):
    """One row in the file."""

    sim_ms: int
    seat: int
    kind: str
    version: int
    event: msgspec.Raw


class Recording(msgspec.Struct, frozen=True):
    """A whole exercise: how it began, every row, and what came out at its last row's time."""

    results_version: str
    seed: int
    commander: str
    tactical_is_person: bool
    scenario: Scenario
    site: Site
    rows: list[Kept]
    digest: str
    tactical_digest: str
    medical_digest: str


def entries(recording: Recording) -> list[Entry]:
    """The rows as the rules of an exercise read them."""
    rows = [
        LoggedRow(number, row.sim_ms, row.seat, None, row.kind, row.version, bytes(row.event))
        for number, row in enumerate(recording.rows, 1)
    ]
    return list(read(rows))


def fresh_run(recording: Recording, machine: Machine = PLAIN) -> Run:
    """The incident before its first row."""
    return Run(
        prepare(recording.scenario, recording.site),
        recording.seed,
        automatic(recording.commander),
        tactical_is_person=recording.tactical_is_person,
        machine=machine,
    )


def play_again(recording: Recording, run: Run) -> Replayed:
    """Replay the rows into a run."""
    return replay(
        run,
        entries(recording),
        written_under=recording.results_version,
        results_version=version(),
    )


def load(path: Path) -> Recording:
    """A recording from its file."""
    return msgspec.json.decode(path.read_bytes(), type=Recording)


def digests(run: Run) -> tuple[str, str, str]:
    """Of the state and of what each seat was told."""
    return run.digest(), run.seat_digest(Seat.TACTICAL), run.seat_digest(Seat.MEDICAL)
