"""A small incident for tests of what lies above the simulation; it keeps orders and time."""

import hashlib
import json

from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import TEAM_VERBS, Order, Refusal, Verb

TEAMS = 3
AREAS = 5


class FakeRun:
    """A run in which something happens every second; `fails` makes the next `give` a defect."""

    def __init__(self, seed: int = 1, *, lasts_ms: int = 600_000, is_person: bool = True) -> None:
        self.seed = seed
        self.lasts_ms = lasts_ms
        self.is_person = is_person
        self.in_command = False
        self.fails = False
        self.now_ms = 0
        self.given: list[list[int]] = []

    @property
    def ended(self) -> bool:
        """Over when its time is."""
        return self.now_ms >= self.lasts_ms

    def advance(self, until_ms: int) -> None:
        """Time passes."""
        if until_ms < self.now_ms:
            raise ValueError("time ran backwards")
        self.now_ms = until_ms

    def check(self, order: Order) -> Refusal:
        """A few of the real reasons."""
        if self.ended:
            return Refusal.INCIDENT_OVER
        if order.verb in TEAM_VERBS and not 0 <= order.team < TEAMS:
            return Refusal.UNKNOWN_TEAM
        if order.area >= AREAS:
            return Refusal.UNKNOWN_AREA
        if order.verb == Verb.TAKE_COMMAND:
            return Refusal.ALREADY_IN_COMMAND if self.in_command else Refusal.ACCEPTED
        return Refusal.ACCEPTED if self.in_command else Refusal.NOT_IN_COMMAND

    def give(self, order: Order) -> Refusal:
        """Keep an order that is not refused."""
        if self.fails:
            raise RuntimeError("defect")
        answer = self.check(order)
        if answer == Refusal.ACCEPTED:
            self.in_command = True
            self.given.append([self.now_ms, order.seat, order.verb, order.team, order.area])
        return answer

    def hand_over(self) -> None:
        """A person takes the seat."""
        self.is_person = True
        self.in_command = True

    def snapshot(self) -> bytes:
        """All of it."""
        state = [self.seed, self.is_person, self.in_command, self.now_ms // 1000, self.given]
        return json.dumps([state, self.now_ms]).encode()

    def restore(self, data: bytes) -> None:
        """Back to a snapshot."""
        state, self.now_ms = json.loads(data)
        self.seed, self.is_person, self.in_command, _, self.given = state

    def digest(self) -> str:
        """A digest of what happened; where it stopped between two seconds does not matter."""
        state = json.loads(self.snapshot())[0]
        return hashlib.sha256(json.dumps(state).encode()).hexdigest()

    def seat_digest(self, seat: Seat) -> str:
        """One for each seat."""
        return f"{seat}:{self.digest()}"
