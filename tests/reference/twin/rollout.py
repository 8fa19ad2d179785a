"""Playing an incident: automatic seats decide by the kernel's policies, people give orders."""

from dataclasses import replace

import numpy as np

from tests.reference.twin.advance import next_event
from tests.reference.twin.attention import decide_later
from tests.reference.twin.incident import Incident
from tests.reference.twin.lapses import begin_lapse, slips
from tests.reference.twin.orders import append_order, give
from tests.reference.twin.refusals import check_order
from tests.reference.twin.said import CommandSeat
from tests.reference.twin.view import view_of
from warmzone.kernel.arrays import ORDER, ORDERS_AT_ONCE
from warmzone.kernel.events import NEVER
from warmzone.kernel.view import View
from warmzone.simulation.run import Automatic
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Refusal, Verb


def same_zone(before: Order, wish: Order) -> bool:
    """Whether a wish declares the same zone as the order before it."""
    both = before.verb == wish.verb == Verb.DECLARE_ZONE
    return both and before.value == wish.value


class Twin:
    """One incident of a plan, with the commander who decides in its automatic seats."""

    def __init__(self, incident: Incident, automatic: Automatic) -> None:
        self.incident = incident
        self.automatic = automatic
        size = 64 + len(incident.teams) + 2 * len(incident.areas)
        self.memory = [np.zeros(size, np.int64) for _ in incident.seats]
        self.thought_of: list[list[Order]] = [[] for _ in incident.seats]

    def advance(self, until: int) -> None:
        """Handle every event with time ≤ `until`; automatic seats decide on the way."""
        while True:
            event = self.incident.calendar.first()
            if event is None or event[0] > until:
                return
            seat = next_event(self.incident, until)
            if seat is not None:
                self.decide(seat)

    def decide(self, seat: CommandSeat) -> None:
        """Let a seat say the next order it has thought of; where none is left, let it think."""
        if seat.ready_ms > self.incident.now:
            decide_later(self.incident, seat, seat.ready_ms)
            return
        pause = int(self.incident.p.decision_s * 1000.0)
        again = max(seat.again_ms, self.incident.now + pause)
        free = not self.thought_of[seat.id]
        lapsing = free and self.incident.now < seat.lapse_ms
        if lapsing:
            again = seat.lapse_ms
        elif free:
            again = self.think(seat)
        said = self.say_next(seat)
        if said > 0:
            seat.busy_ms = self.incident.now + said * pause
            left = bool(self.thought_of[seat.id])
            again = seat.busy_ms if left else max(again, seat.busy_ms)
        if free and not lapsing:
            begin_lapse(self.incident, seat)
        if again < NEVER:
            decide_later(self.incident, seat, again)

    def think(self, seat: CommandSeat) -> int:
        """Ask the policy of a seat what to order, and when it wants to think again."""
        tactical = seat.id == Seat.TACTICAL
        policy = self.automatic.tactical if tactical else self.automatic.medical
        crew = self.automatic.crew
        wishes = np.zeros(ORDERS_AT_ONCE, ORDER)
        wishes["verb"] = -1
        view = self.view(seat)
        rules = crew.tactical if tactical else crew.medical
        again = policy(view, rules, self.memory[seat.id], wishes)
        for wish in wishes[wishes["verb"] >= 0]:
            what = (int(wish[name]) for name in ("team", "area", "other_team", "value"))
            order = Order(Seat(seat.id), Verb(int(wish["verb"])), *what)
            self.thought_of[seat.id].append(order)
        seat.decisions += 1
        seat.again_ms = int(again)
        return int(again)

    def view(self, seat: CommandSeat) -> View:
        """What a seat is given to decide by."""
        return view_of(self.incident, seat)

    def say_next(self, seat: CommandSeat) -> int:
        """Give the next orders that are said together; how many.

        Orders to teams go together, up to a number; declarations of the same zone in one breath.
        """
        before: Order | None = None
        count = 0
        left = self.thought_of[seat.id]
        while left:
            wish = left[0]
            rides = before is not None and same_zone(before, wish)
            if before is not None and not rides:
                to_teams = before.team >= 0 and wish.team >= 0
                room = count < int(self.incident.p.said_at_once_most)
                if not (to_teams and room and seat.ready_ms <= self.incident.now):
                    break
            left.pop(0)
            if slips(self.incident, seat):
                continue
            if self.give(wish, self.incident.now) == Refusal.ACCEPTED:
                given = self.incident.orders[-1].team
                before = replace(wish, team=-1 if given is None else given.id)
                count += 0 if rides else 1
        return count

    def give(self, order: Order, now: int) -> Refusal:
        """Give an order now, if it may be given; the answer says whether it was."""
        refusal = check_order(self.incident, order)
        if refusal == Refusal.ACCEPTED:
            self.incident.now = now
            give(self.incident, append_order(self.incident, order))
        return refusal
