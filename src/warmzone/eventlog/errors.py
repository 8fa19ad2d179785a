"""What can go wrong with a log: each says where and what, for the operator's console."""


class LogError(Exception):
    """A log could not be read or written. `code` is stable, `where` names the log."""

    code = "log_error"

    def __init__(self, where: str, found: str) -> None:
        super().__init__(f"{where}: {found}")
        self.where = where
        self.found = found


class FullDiskError(LogError):
    """The disk is full; nothing was kept of the append."""

    code = "log_disk_full"


class LockedLogError(LogError):
    """Another process holds the log."""

    code = "log_locked"


class CorruptLogError(LogError):
    """The file is not a log, or is damaged."""

    code = "log_corrupt"


class UnwritableLogError(LogError):
    """The file or its directory cannot be opened for writing."""

    code = "log_unwritable"


class WrongSchemaError(LogError):
    """The file was written with another schema version."""

    code = "log_wrong_schema"


class UnknownExerciseError(LogError):
    """No log has this exercise."""

    code = "log_unknown_exercise"


class OutOfStepError(LogError):
    """Somebody else has appended to this exercise: it must have one writer."""

    code = "log_out_of_step"
