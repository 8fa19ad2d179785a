"""The calendar: a heap of (time, kind, entity), with a dictionary that says which entry counts."""

import heapq

from warmzone.kernel.events import EventKind


class Calendar:
    """What happens next. Every kind of event happens to one entity at one time, or not at all."""

    def __init__(self) -> None:
        self.due: dict[tuple[EventKind, int], int] = {}
        self._heap: list[tuple[int, EventKind, int]] = []

    def put(self, kind: EventKind, entity: int, at_ms: int) -> None:
        """Set when an event happens, whatever was set before."""
        self.due[kind, entity] = at_ms
        heapq.heappush(self._heap, (at_ms, kind, entity))

    def cancel(self, kind: EventKind, entity: int) -> None:
        """Let an event not happen."""
        self.due.pop((kind, entity), None)

    def when(self, kind: EventKind, entity: int) -> int | None:
        """When an event happens, or None."""
        return self.due.get((kind, entity))

    def first(self) -> tuple[int, EventKind, int] | None:
        """The next event as (time, kind, entity), still in the calendar; None where it is empty."""
        while self._heap:
            at_ms, kind, entity = self._heap[0]
            if self.due.get((kind, entity)) == at_ms:
                return self._heap[0]
            heapq.heappop(self._heap)
        return None

    def take(self) -> tuple[int, EventKind, int]:
        """Take the next event out. There must be one."""
        event = self.first()
        assert event is not None
        heapq.heappop(self._heap)
        del self.due[event[1], event[2]]
        return event
