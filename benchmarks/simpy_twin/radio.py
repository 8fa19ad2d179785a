"""The medics' channel: one speaks at a time, others wait, and the more wait the more is lost."""

from collections.abc import Callable, Generator
from typing import Any

import simpy

from benchmarks.simpy_twin.luck import Luck, World


class Channel:
    """A half-duplex channel as a resource of one."""

    def __init__(self, env: simpy.Environment, world: World, luck: Luck) -> None:
        self.env, self.world, self.luck = env, world, luck
        self.air = simpy.Resource(env, capacity=1)
        self.messages = 0

    def say(self, heard: Callable[[], None]) -> None:
        """Say a report; `heard` is called when it was, if it was."""
        self.messages += 1
        self.env.process(self._report(heard))

    def find(self, heard: Callable[[], None], is_news: Callable[[], bool]) -> None:
        """Say who lies somewhere; what nobody heard is said again a few times while it is news."""
        self.env.process(self._find(heard, is_news))

    def order(self, heard: Callable[[], None], again: Callable[[], None]) -> None:
        """Say an order; one that nobody heard is said again by `again` after a while."""
        self.messages += 1
        self.env.process(self._order(heard, again))

    def _report(self, heard: Callable[[], None]) -> Generator[Any, Any, None]:
        if (yield from self._spoken(self.world.parameters["report_airtime_s"])):
            heard()

    def _find(
        self, heard: Callable[[], None], is_news: Callable[[], bool]
    ) -> Generator[Any, Any, None]:
        p = self.world.parameters
        for _ in range(int(p["report_tries_most"])):
            self.messages += 1
            if (yield from self._spoken(p["report_airtime_s"])):
                heard()
                return
            yield self.env.timeout(p["repeat_order_s"])
            if not is_news():
                return

    def _order(
        self, heard: Callable[[], None], again: Callable[[], None]
    ) -> Generator[Any, Any, None]:
        if (yield from self._spoken(self.world.parameters["order_airtime_s"])):
            heard()
        else:
            yield self.env.timeout(self.world.parameters["repeat_order_s"])
            again()

    def _spoken(self, airtime_s: float) -> Generator[Any, Any, bool]:
        """Wait for the air and speak, once more after every clipping; whether it was heard."""
        p = self.world.parameters
        with self.air.request() as turn:
            yield turn
            while True:
                yield self.env.timeout(airtime_s)
                fails = p["radio_loss_p"] + p["radio_loss_per_waiting_p"] * len(self.air.queue)
                fails = min(fails, p["radio_loss_most_p"])
                u = self.luck.random()
                if u >= fails:
                    return True
                if u >= fails * p["radio_clip_share"]:
                    return False
