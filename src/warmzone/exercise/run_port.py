"""The run port: what the rules of an exercise need of a simulated incident."""

from typing import Protocol

from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Refusal


class RunPort(Protocol):
    """One incident that an exercise moves; `simulation.run.Run` is one.

    Times are simulated milliseconds. `check` changes nothing; where and how often `advance` stops
    changes nothing either.
    """

    @property
    def now_ms(self) -> int:
        """How far it has been advanced."""

    @property
    def ended(self) -> bool:
        """Whether nothing more can happen."""

    def advance(self, until_ms: int) -> None:
        """Handle every event up to and at `until_ms`."""

    def check(self, order: Order) -> Refusal:
        """What `give` would answer now."""

    def give(self, order: Order) -> Refusal:
        """Give an order now."""

    def hand_over(self) -> None:
        """Let a person hold the Tactical seat from now."""

    def snapshot(self) -> bytes:
        """The whole state."""

    def restore(self, data: bytes) -> None:
        """Take a snapshot's state."""

    def digest(self) -> str:
        """A digest of the whole state, in hex."""

    def seat_digest(self, seat: Seat) -> str:
        """A digest of all that was delivered to one seat, in hex."""
