"""The run behind a log, rebuilt by replaying it, looked at on the way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from warmzone.doctrine.commanders import automatic
from warmzone.eventlog import Header, Row
from warmzone.exercise.codec import Entry, decode_opened, read
from warmzone.exercise.events import Ended, HandedOver, Opened
from warmzone.exercise.replay import Claim, look_at_nothing, replay
from warmzone.scenario.incident import Scenario
from warmzone.scenario.site import Site
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Physiology, Seat
from warmzone.vocabulary.orders import Order, Refusal
from warmzone.vocabulary.units import MS_PER_MIN

LOOK_MS = 1000

MachineFor = Callable[[Prepared], Machine]


def plain(_prepared: Prepared) -> Machine:
    """The uncompiled kernel, which needs nothing built."""
    return PLAIN


@dataclass(frozen=True)
class Terms:
    """On what terms a log is replayed.

    `results_version` is the one now; `machine_for` gives the kernel to replay on; `kept` are
    digests of whole minutes (by simulated ms) that were written while it was played; `after` is
    called with each row once it has taken effect.
    """

    results_version: str
    machine_for: MachineFor = plain
    kept: Mapping[int, str] = field(default_factory=dict)
    after: Callable[[Entry, Run], None] | None = None


class DigestError(Exception):
    """The log was replayed and gave another incident than the one that was played."""


@dataclass
class Watched:
    """A run that stops at every whole second and is looked at there; stopping changes nothing.

    A moment is looked at once everything said at it has been said. `handed_over` keeps the
    snapshot of a drill's hand-over, `digests` those of whole minutes as they are reached.
    """

    run: Run
    look: Callable[[Run], None]
    handed_over: bytes | None = None
    digests: dict[int, str] = field(default_factory=dict)
    _next_ms: int = 0

    @property
    def now_ms(self) -> int:
        """How far the run has been advanced."""
        return self.run.now_ms

    @property
    def ended(self) -> bool:
        """Whether nothing more can happen."""
        return self.run.ended

    def advance(self, until_ms: int) -> None:
        """Handle every event up to and at `until_ms`, looking at the seconds before it."""
        until = min(until_ms, self.run.prepared.end_ms)
        while self._next_ms < until:
            self._reach(self._next_ms)
            self.look(self.run)
            self._next_ms += LOOK_MS
        self._reach(until)

    def _reach(self, at_ms: int) -> None:
        new = at_ms > self.run.now_ms
        self.run.advance(at_ms)
        if new and at_ms % MS_PER_MIN == 0:
            self.digests[at_ms] = self.run.digest()

    def check(self, order: Order) -> Refusal:
        """What `give` would answer now."""
        return self.run.check(order)

    def give(self, order: Order) -> Refusal:
        """Give an order now."""
        return self.run.give(order)

    def hand_over(self) -> None:
        """Let a person hold the Tactical seat from now."""
        self.handed_over = self.run.snapshot()
        self.run.hand_over()

    def snapshot(self) -> bytes:
        """The whole state."""
        return self.run.snapshot()

    def restore(self, data: bytes) -> None:
        """Take a snapshot's state."""
        self.run.restore(data)

    def digest(self) -> str:
        """A digest of the whole state."""
        return self.run.digest()

    def seat_digest(self, seat: Seat) -> str:
        """A digest of all that was delivered to one seat."""
        return self.run.seat_digest(seat)


@dataclass(frozen=True)
class Rebuilt:
    """A log replayed: the run at its end, its rows, and how far it can be believed.

    `handed_over_ms` is 0 where a person held the seat from the start.
    """

    header: Header
    opened: Opened
    prepared: Prepared
    entries: Sequence[Entry]
    run: Run
    end_ms: int
    handed_over_ms: int
    handed_over: bytes | None
    claim: Claim
    dropped: int


def fresh_run(prepared: Prepared, opened: Opened, machine: Machine) -> Run:
    """The run of an exercise at time 0."""
    return Run(
        prepared,
        opened.seed,
        automatic(opened.commander),
        tactical_is_person=opened.hand_over_ms == 0,
        machine=machine,
    )


def rebuild(
    header: Header, rows: Sequence[Row], look: Callable[[Run], None], terms: Terms
) -> Rebuilt:
    """Replay a log; `look` is called at every whole second before the end.

    Raises DivergedError, or DigestError where a digest differs, under the same results version.
    """
    opened = decode_opened(header.about)
    prepared = prepare(
        msgspec.json.decode(header.scenario, type=Scenario),
        msgspec.json.decode(header.site, type=Site),
        physiology=Physiology[opened.physiology.upper()],
        tempo=opened.tempo,
    )
    entries = read(rows)
    after = terms.after
    watched = Watched(fresh_run(prepared, opened, terms.machine_for(prepared)), look)
    again = replay(
        watched,
        entries,
        written_under=header.results_version,
        results_version=terms.results_version,
        after=look_at_nothing if after is None else lambda entry: after(entry, watched.run),
    )
    if again.claim == "same":
        _check(watched.digests, terms.kept)
    return Rebuilt(
        header,
        opened,
        prepared,
        entries,
        watched.run,
        _time_of(entries, Ended, watched.run.now_ms),
        _time_of(entries, HandedOver, 0),
        watched.handed_over,
        again.claim,
        len(again.dropped),
    )


def _check(made: Mapping[int, str], kept: Mapping[int, str]) -> None:
    for at_ms, digest in kept.items():
        if at_ms in made and made[at_ms] != digest:
            raise DigestError(f"{at_ms} ms: digest {made[at_ms]}; {digest} was kept")


def _time_of(entries: Sequence[Entry], kind: type, otherwise: int) -> int:
    times = [entry.sim_ms for entry in entries if isinstance(entry.event, kind)]
    return times[0] if times else otherwise
