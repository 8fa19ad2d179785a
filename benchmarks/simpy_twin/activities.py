"""Whatever lasts is a SimPy process: a leg, a piece of work, a word on the air, a life running out.

What cuts it short interrupts it. The rules ask for an activity by what it is and whose it is, as
they ask the slow twin's calendar; no two of one kind are ever under way for one and the same.
"""

from collections.abc import Callable, Generator
from typing import Any

import simpy

from tests.reference.twin.events import Calendar
from warmzone.kernel.events import EventKind


class Activities(Calendar):
    """What is under way, by kind and whose it is; `follows` is called where one comes to its end.

    The environment counts milliseconds.
    """

    def __init__(self, env: simpy.Environment, follows: Callable[[EventKind, int], None]) -> None:
        super().__init__()
        self.env, self.follows = env, follows
        self.going: dict[tuple[EventKind, int], simpy.Process] = {}

    def put(self, kind: EventKind, entity: int, at_ms: int) -> None:
        """Begin an activity that ends then; one of that kind that was under way is cut short."""
        self.cancel(kind, entity)
        self.due[kind, entity] = at_ms
        self.going[kind, entity] = self.env.process(self.lasts(kind, entity, at_ms))

    def cancel(self, kind: EventKind, entity: int) -> None:
        """Cut an activity short; nothing follows from it."""
        under_way = self.going.pop((kind, entity), None)
        if under_way is not None:
            del self.due[kind, entity]
            under_way.interrupt()

    def lasts(self, kind: EventKind, entity: int, at_ms: int) -> Generator[Any, Any, None]:
        """One activity: it takes its time, and something follows, unless it is cut short."""
        try:
            yield self.env.timeout(max(0, at_ms - self.env.now))
        except simpy.Interrupt:
            return
        del self.going[kind, entity], self.due[kind, entity]
        self.follows(kind, entity)
