"""Where events are kept: the envelope, the store port and its adapters."""

from warmzone.eventlog.age import older_than
from warmzone.eventlog.derived import Derived, DerivedRow
from warmzone.eventlog.envelope import Draft, Header, Row
from warmzone.eventlog.errors import (
    CorruptLogError,
    FullDiskError,
    LockedLogError,
    LogError,
    OutOfStepError,
    UnknownExerciseError,
    UnwritableLogError,
    WrongSchemaError,
)
from warmzone.eventlog.memory import MemoryStore
from warmzone.eventlog.sqlite import SqliteStore
from warmzone.eventlog.store import Appended, Store

__all__ = [
    "Appended",
    "CorruptLogError",
    "Derived",
    "DerivedRow",
    "Draft",
    "FullDiskError",
    "Header",
    "LockedLogError",
    "LogError",
    "MemoryStore",
    "OutOfStepError",
    "Row",
    "SqliteStore",
    "Store",
    "UnknownExerciseError",
    "UnwritableLogError",
    "WrongSchemaError",
    "older_than",
]
