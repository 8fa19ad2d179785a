"""What the server does for training: drills, plans and studies, put together in one place."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from warmzone.eventlog import Derived
from warmzone.server import wire
from warmzone.server.drills import Drills
from warmzone.server.long_work import LongWork
from warmzone.server.plans import Plans
from warmzone.server.studies import Studies


@dataclass(frozen=True, slots=True)
class Training:
    """The parts, each with its own work in the background."""

    drills: Drills
    plans: Plans
    studies: Studies

    @classmethod
    def over(
        cls,
        data: Path,
        derived: Derived,
        results_version: Callable[[], str],
        kernel: Callable[[], wire.KernelProgress],
    ) -> "Training":
        """All of it in the data directory, played on the compiled kernel where that is ready.

        One plan or study is played at a time; the others wait their turn.
        """
        turn = asyncio.Lock()
        return cls(
            Drills(derived, results_version, lambda: kernel().state == "ready"),
            Plans(LongWork("plan", data / "plans", kernel, turn), data / "scenarios"),
            Studies(LongWork("study", data / "studies", kernel, turn), results_version),
        )

    async def close(self) -> None:
        """Stop what is being worked on; plans and studies can be gone on with."""
        await self.drills.close()
        await self.plans.close()
        await self.studies.work.close()
