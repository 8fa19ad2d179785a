"""Playing an incident: automatic seats decide by the kernel's policies, people give orders."""

import numpy as np

from tests.reference.twin.advance import next_event
from tests.reference.twin.beliefs import decide_later
from tests.reference.twin.incident import Incident
from tests.reference.twin.orders import append_order, give
from tests.reference.twin.refusals import check_order
from tests.reference.twin.said import CommandSeat
from tests.reference.twin.view import view_of
from warmzone.kernel.arrays import ORDER, ORDERS_AT_ONCE
from warmzone.kernel.events import NEVER
from warmzone.simulation.run import Automatic
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Refusal, Verb


class Twin:
    """One incident of a plan, with the commander who decides in its automatic seats."""

    def __init__(self, incident: Incident, automatic: Automatic) -> None:
        self.incident = incident
        self.automatic = automatic
        size = 64 + len(incident.teams) + 2 * len(incident.areas)
        self.memory = [np.zeros(size, np.int64) for _ in incident.seats]

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
        """Let the policy of a seat decide, and give what it wishes, as far as it may be given."""
        tactical = seat.id == Seat.TACTICAL
        policy = self.automatic.tactical if tactical else self.automatic.medical
        crew = self.automatic.crew
        wishes = np.zeros(ORDERS_AT_ONCE, ORDER)
        wishes["verb"] = -1
        view = view_of(self.incident, seat)
        rules = crew.tactical if tactical else crew.medical
        again = policy(view, rules, self.memory[seat.id], wishes)
        given = 0
        for wish in wishes[wishes["verb"] >= 0]:
            what = (int(wish[name]) for name in ("team", "area", "other_team", "value"))
            order = Order(Seat(seat.id), Verb(int(wish["verb"])), *what)
            given += self.give(order, self.incident.now) == Refusal.ACCEPTED
        seat.decisions += 1
        if given > 0:
            again = min(again, view.now_ms + view.decision_ms * given)
        if again < NEVER:
            decide_later(self.incident, seat, int(again))

    def give(self, order: Order, now: int) -> Refusal:
        """Give an order now, if it may be given; the answer says whether it was."""
        refusal = check_order(self.incident, order)
        if refusal == Refusal.ACCEPTED:
            self.incident.now = now
            give(self.incident, append_order(self.incident, order))
        return refusal
