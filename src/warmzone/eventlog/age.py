"""Which exercises are old: what a retention period is counted from."""

from datetime import UTC, datetime, timedelta

from warmzone.eventlog.store import Store
from warmzone.vocabulary.ids import ExerciseId


def older_than(store: Store, days: int, now: datetime | None = None) -> list[ExerciseId]:
    """Those last written to longer ago than so many days; raises LogError."""
    before = (now or datetime.now(UTC)) - timedelta(days=days)
    return [one for one in store.exercises() if _last_written(store, one) < before]


def _last_written(store: Store, exercise: ExerciseId) -> datetime:
    last = store.last(exercise)
    return datetime.fromisoformat(store.header(exercise).wall if last is None else last.wall)
