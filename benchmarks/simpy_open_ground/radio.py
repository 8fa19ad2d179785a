"""The medics' channel: one speaks at a time, others wait, and the more wait the more is lost.

Whoever stands beside the seat speaks with it face to face.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

import simpy

from benchmarks.simpy_open_ground.luck import Luck, World

Heard = Callable[[], None]
SEAT, ANYBODY = -1, -2
"""Who speaks beside the crews: the seat, and ambulances, of which none has said anything before."""


@dataclass
class Transmission:
    """What a speaker says in one go: its airtime, and what follows for each part of it."""

    airtime_s: float
    heard: list[Heard]
    lost: list[Heard]


class Channel:
    """A half-duplex channel as a resource of one."""

    def __init__(
        self, env: simpy.Environment, world: World, luck: Luck, beside: Callable[[int], bool]
    ) -> None:
        self.beside = beside
        self.env, self.world, self.luck = env, world, luck
        self.air = simpy.Resource(env, capacity=1)
        self.messages = 0
        self.waiting: dict[int, Transmission] = {}

    def say(self, speaker: int, heard: Heard) -> None:
        """Say a report, face to face beside the seat; `heard` is called when it was, if it was."""
        if self.beside(speaker):
            heard()
        else:
            self._say(speaker, heard, lambda: None)

    def find(self, speaker: int, heard: Heard, is_news: Callable[[], bool], tries: int = 1) -> None:
        """Say who lies somewhere; what nobody heard is said again a few times while it is news."""
        if self.beside(speaker):
            heard()
            return

        def later() -> Generator[Any, Any, None]:
            yield self.env.timeout(self.world.parameters["repeat_order_s"])
            if is_news():
                self.find(speaker, heard, is_news, tries + 1)

        def lost() -> None:
            if tries < int(self.world.parameters["report_tries_most"]):
                self.env.process(later())

        self._say(speaker, heard, lost)

    def order(self, heard: Heard, again: Heard) -> None:
        """Say an order; one that nobody heard is said again by `again` after a while."""

        def later() -> Generator[Any, Any, None]:
            yield self.env.timeout(self.world.parameters["repeat_order_s"])
            again()

        self._say(SEAT, heard, lambda: self.env.process(later()))

    def _say(self, speaker: int, heard: Heard, lost: Callable[[], Any]) -> None:
        """Say something, with what the speaker says already or waits to say, up to a number."""
        p = self.world.parameters
        self.messages += 1
        mine = self.waiting.get(speaker)
        if mine is not None and len(mine.heard) < int(p["said_at_once_most"]):
            mine.airtime_s += p["order_airtime_s" if speaker == SEAT else "further_airtime_s"]
            mine.heard.append(heard)
            mine.lost.append(lost)
            return
        airtime_s = p["order_airtime_s" if speaker == SEAT else "report_airtime_s"]
        mine = Transmission(airtime_s, [heard], [lost])
        if speaker != ANYBODY:
            self.waiting[speaker] = mine
        self.env.process(self._spoken(speaker, mine))

    def _spoken(self, speaker: int, mine: Transmission) -> Generator[Any, Any, None]:
        """Wait for the air and speak, once more after every clipping; what follows from it."""
        p = self.world.parameters
        with self.air.request() as turn:
            yield turn
            fails = u = 0.0
            clipped = True
            while clipped:
                begun = self.env.now
                while self.env.now < begun + mine.airtime_s - 1e-9:
                    yield self.env.timeout(begun + mine.airtime_s - self.env.now)
                fails = p["radio_loss_p"] + p["radio_loss_per_waiting_p"] * len(self.air.queue)
                fails = min(fails, p["radio_loss_most_p"])
                u = self.luck.random()
                clipped = u < fails * p["radio_clip_share"]
        if self.waiting.get(speaker) is mine:
            del self.waiting[speaker]
        for follows in mine.heard if u >= fails else mine.lost:
            follows()
