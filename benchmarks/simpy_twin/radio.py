"""The medics' channel: one speaks at a time, others wait, and the more wait the more is lost."""

from collections.abc import Callable, Generator
from typing import Any

import simpy

from benchmarks.simpy_twin.luck import Luck, World

ROUTINE = 1


class Channel:
    """A half-duplex channel as a resource of one."""

    def __init__(self, env: simpy.Environment, world: World, luck: Luck) -> None:
        self.env, self.world, self.luck = env, world, luck
        self.air = simpy.PriorityResource(env, capacity=1)
        self.messages = 0
        self.lost = 0

    def say(self, heard: Callable[[], None]) -> None:
        """Say something routine; `heard` is called when it was, if it was."""
        self.messages += 1
        self.env.process(self._speak(heard))

    def _speak(self, heard: Callable[[], None]) -> Generator[Any, Any, None]:
        p = self.world.parameters
        with self.air.request(priority=ROUTINE) as turn:
            yield turn
            while True:
                yield self.env.timeout(p["report_airtime_s"])
                fails = p["radio_loss_p"] + p["radio_loss_per_waiting_p"] * len(self.air.queue)
                fails = min(fails, p["radio_loss_most_p"])
                u = self.luck.random()
                if u >= fails or u >= fails * p["radio_clip_share"]:
                    break
        if u >= fails:
            heard()
        else:
            self.lost += 1
