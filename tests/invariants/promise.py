"""What a promise about an incident is, and how one is told that it does not hold."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from warmzone.kernel.arrays import State
from warmzone.simulation.run import Run


class Broken(AssertionError):
    """A promise that does not hold, and of what."""

    @classmethod
    def unless(cls, holds: bool, what: str, of: Any = "") -> None:
        """Raise where it does not hold."""
        if not holds:
            raise cls(f"{what} {of}".strip())


Holds = Callable[[State, Run], None]
"""Raises Broken where a run, given how it was when last looked at, breaks the promise."""
Spoil = Callable[[Run], bool]
"""Corrupts a run so that the promise is broken; False where there is nothing to corrupt now."""


@dataclass(frozen=True)
class Promise:
    """One promise, told by its function's name and first line, and a corruption that breaks it."""

    holds: Holds
    spoil: Spoil

    @property
    def name(self) -> str:
        """Its name."""
        return self.holds.__name__


def people_of(state: State) -> Any:
    """The people of an incident: PERSON[count]."""
    return state.people[: int(state.clock[0]["person_count"])]
