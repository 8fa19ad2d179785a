"""How far work is, on standard error: a bar on a terminal, else a line now and then, or silence."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

LINE_EVERY_S = 30.0


@contextmanager
def bar(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Yield a function that is told how many more are done; silent where there is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    with _shown(what, total) as (progress, task):
        yield lambda done: progress.update(task, advance=done)


@contextmanager
def watch(what: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that is told how many more are done, and how many there are in all.

    A bar on a terminal; elsewhere a line every half minute.
    """
    if not sys.stderr.isatty():
        yield Lines(what).say
        return
    with _shown(what, 0) as (progress, task):
        yield lambda done, total: progress.update(task, advance=done, total=total)


@contextmanager
def _shown(what: str, total: int) -> "Iterator[tuple[Progress, TaskID]]":
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        yield shown, shown.add_task(what, total=total)


class Lines:
    """Says now and then how much is done and about how long the rest will take."""

    def __init__(self, what: str, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` tells seconds."""
        self._what, self._clock = what, clock
        self._begun = self._said = clock()
        self._done = self._there = 0

    def say(self, done: int, total: int) -> None:
        """Count `done` more of `total`; what is there at the very first is not counted as speed."""
        now = self._clock()
        if self._done == 0:
            self._there, self._begun = done, now
        self._done += done
        if now - self._said < LINE_EVERY_S:
            return
        self._said = now
        made = self._done - self._there
        left = (total - self._done) * (now - self._begun) / made if made > 0 else 0.0
        told = f"{self._done:,} of {total:,} {self._what}; about {left / 60.0:.0f} min left\n"
        sys.stderr.write(told)
