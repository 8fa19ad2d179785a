"""One suite for every store: what an exercise may rely on, whatever keeps its log."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from warmzone.eventlog import Draft, Header, MemoryStore, OutOfStepError, SqliteStore, Store
from warmzone.eventlog.errors import UnknownExerciseError
from warmzone.eventlog.store import Stage
from warmzone.vocabulary.ids import CommandId, ExerciseId

ONE = ExerciseId("one")
TWO = ExerciseId("two")
WALL = "2026-01-01T00:00:00Z"


class PowerCutError(Exception):
    """The injected failure."""


class Faults:
    """Fails once at the stage it is armed with."""

    def __init__(self) -> None:
        self.armed: Stage | None = None

    def __call__(self, stage: Stage) -> None:
        """Raise where armed for this stage."""
        if stage == self.armed:
            self.armed = None
            raise PowerCutError(stage)


@pytest.fixture
def faults() -> Faults:
    """A failure to arm."""
    return Faults()


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path, faults: Faults) -> Iterator[Store]:
    """Every store there is, with the exercise `one` opened."""
    makers: dict[str, Callable[[], Store]] = {
        "memory": lambda: MemoryStore(faults),
        "sqlite": lambda: SqliteStore(tmp_path / "log.sqlite", faults),
    }
    made = makers[request.param]()
    made.create(header(ONE))
    yield made
    made.close()


def header(exercise: ExerciseId) -> Header:
    """An opening row with bytes that are not text."""
    return Header(exercise, WALL, "r1", b"scenario\x00\xff", b"site", b"{}")


def draft(
    sim_ms: int = 0, command_id: str | None = None, kind: str = "order", payload: bytes = b"{}"
) -> Draft:
    """A row of the Tactical seat."""
    return Draft(sim_ms, WALL, 0, CommandId(command_id) if command_id else None, kind, 1, payload)


def test_header_comes_back_as_written(store: Store) -> None:
    """The bytes of scenario and site survive unchanged."""
    assert store.header(ONE) == header(ONE)


def test_rows_come_back_in_order_with_numbers_from_one(store: Store) -> None:
    """Sequence numbers have no gap and rows keep everything they carried."""
    store.append(ONE, 0, [draft(10, "a", payload=b"\x00\x01"), draft(10, None, "mark")])
    store.append(ONE, 2, [draft(20, "b")])
    rows = store.rows(ONE)
    assert [(r.sequence, r.sim_ms, r.command_id, r.kind) for r in rows] == [
        (1, 10, "a", "order"),
        (2, 10, None, "mark"),
        (3, 20, "b", "order"),
    ]
    assert rows[0].payload == b"\x00\x01"
    assert store.rows(ONE, after=2) == rows[2:]


def test_repeated_command_id_returns_the_first_answer(store: Store) -> None:
    """The same id with another content writes nothing and gives the first row again."""
    first = store.append(ONE, 0, [draft(10, "a", payload=b"first")])
    again = store.append(ONE, 1, [draft(99, "a", payload=b"second")])
    assert again.repeated
    assert again.rows == first.rows
    assert len(store.rows(ONE)) == 1
    assert store.answered(ONE, "a") == first.rows[0]
    assert store.answered(ONE, "b") is None


def test_command_ids_are_unique_in_one_exercise_only(store: Store) -> None:
    """Two exercises may use the same command id and do not see each other's rows."""
    store.create(header(TWO))
    store.append(ONE, 0, [draft(10, "a", payload=b"one")])
    added = store.append(TWO, 0, [draft(10, "a", payload=b"two")])
    assert not added.repeated
    assert [row.payload for row in store.rows(ONE)] == [b"one"]
    assert store.exercises() == [ONE, TWO]


def test_second_writer_is_refused(store: Store) -> None:
    """An append behind a row that is not the last one writes nothing."""
    store.append(ONE, 0, [draft(1)])
    with pytest.raises(OutOfStepError, match="is at row 1, the writer at 0"):
        store.append(ONE, 0, [draft(2)])
    with pytest.raises(OutOfStepError, match="exists already"):
        store.create(header(ONE))
    assert len(store.rows(ONE)) == 1


def test_unknown_exercise_is_an_error_everywhere(store: Store) -> None:
    """No method invents an exercise."""
    for ask in (
        lambda: store.rows(TWO),
        lambda: store.header(TWO),
        lambda: store.last(TWO),
        lambda: store.append(TWO, 0, [draft()]),
    ):
        with pytest.raises(UnknownExerciseError, match="no exercise two"):
            ask()


def test_last_row_of_a_kind(store: Store) -> None:
    """The last row is found, of any kind or of one."""
    assert store.last(ONE) is None
    store.append(ONE, 0, [draft(1, kind="mark"), draft(2, kind="mark"), draft(3)])
    last_mark = store.last(ONE, "mark")
    last = store.last(ONE)
    assert last is not None
    assert last.sim_ms == 3
    assert last_mark is not None
    assert last_mark.sim_ms == 2
    assert store.last(ONE, "ended") is None


def test_failure_before_commit_leaves_nothing(store: Store, faults: Faults) -> None:
    """A failure between append and commit keeps no row; the same id can be given again."""
    faults.armed = "appended"
    with pytest.raises(PowerCutError):
        store.append(ONE, 0, [draft(1, "a"), draft(1, "b")])
    assert store.rows(ONE) == []
    assert not store.append(ONE, 0, [draft(2, "a")]).repeated


def test_failure_after_commit_keeps_the_row(store: Store, faults: Faults) -> None:
    """A failure between commit and acknowledge keeps the row; the repeated id finds it."""
    faults.armed = "committed"
    with pytest.raises(PowerCutError):
        store.append(ONE, 0, [draft(1, "a", payload=b"first")])
    again = store.append(ONE, 0, [draft(2, "a", payload=b"second")])
    assert again.repeated
    assert [row.payload for row in again.rows] == [b"first"]


def test_failed_opening_leaves_no_exercise(store: Store, faults: Faults) -> None:
    """An exercise whose opening row was not committed does not exist."""
    faults.armed = "appended"
    with pytest.raises(PowerCutError):
        store.create(header(TWO))
    assert store.exercises() == [ONE]


def test_a_forgotten_exercise_is_gone_and_the_others_are_not(store: Store) -> None:
    """Nothing of it comes back, its id can be used anew, what else is kept stays as it was."""
    store.create(header(TWO))
    for exercise in (ONE, TWO):
        store.append(exercise, 0, [draft(command_id=CommandId("c1"))])
    store.forget(ONE)
    assert store.exercises() == [TWO]
    assert store.answered(ONE, "c1") is None
    assert len(store.rows(TWO)) == 1
    with pytest.raises(UnknownExerciseError):
        store.rows(ONE)
    with pytest.raises(UnknownExerciseError):
        store.forget(ONE)
    store.create(header(ONE))
    assert store.rows(ONE) == []
