"""What the server does for training: drills, put together in one place."""

from collections.abc import Callable
from dataclasses import dataclass

from warmzone.eventlog import Derived
from warmzone.server import wire
from warmzone.server.drills import Drills


@dataclass(frozen=True, slots=True)
class Training:
    """The parts, each with its own work in the background."""

    drills: Drills

    @classmethod
    def over(
        cls,
        derived: Derived,
        results_version: Callable[[], str],
        kernel: Callable[[], wire.KernelProgress],
    ) -> "Training":
        """All of it; what is long is played on the compiled kernel once that is ready."""
        return cls(Drills(derived, results_version, lambda: kernel().state == "ready"))

    async def close(self) -> None:
        """Stop what is being worked on."""
        await self.drills.close()
