"""Hospitals: a few trauma teams each, who waits for them, and who is brought where."""

import heapq

import simpy

from benchmarks.simpy_open_ground.luck import World
from benchmarks.simpy_open_ground.people import Casualty
from warmzone.vocabulary.codes import Triage


class Hospital:
    """One hospital; when its teams are free is reckoned on arrival, as fates at 24 hours are."""

    def __init__(self, env: simpy.Environment, world: World, row: dict[str, float]) -> None:
        self.env, self.p = env, world.parameters
        self.drive_s = row["drive_ms"] / 1000
        self.is_trauma_centre = bool(row["trauma_centre"])
        self.teams, self.per_hour = int(row["teams"]), row["per_hour"]
        self.free_at = [0.0] * self.teams
        self.promised = 0.0
        self.is_full = False

    def receive(self, one: Casualty) -> None:
        """Take somebody in: the wait for a team and for surgery decides by 24 hours."""
        wait = self.p["surgery_delay_s"]
        danger = one.category == Triage.RED
        taken_in = one.seen in (Triage.UNSEEN, Triage.RED)
        if not one.dead and (danger or taken_in):
            asks = self.env.now + (0.0 if taken_in else self.p["missed_red_s"])
            begins = max(asks, heapq.heappop(self.free_at))
            heapq.heappush(self.free_at, begins + self.taken_up_s(begins, danger))
            wait += begins - self.env.now
            self.is_full |= begins - asks >= self.p["hospital_full_s"]
        if not one.dead and danger and not self.is_trauma_centre:
            wait += self.p["hospital_transfer_s"]
        one.admit(wait)

    def taken_up_s(self, begins: float, danger: bool) -> float:
        """How long a team is taken up by somebody whom it turns to then."""
        plan = begins >= self.p["hospital_plan_s"]
        per_hour = self.per_hour * (self.p["hospital_plan_factor"] if plan else 1.0)
        return 3600.0 * self.teams / per_hour * (1.0 if danger else self.p["overtriage_load"])

    def promise(self, reds: int) -> None:
        """Reckon with so many reds more that are on their way."""
        comes = max(self.promised, self.env.now + self.drive_s)
        self.promised = comes + 3600.0 / self.per_hour * reds


def choose(hospitals: list[Hospital], reds: int) -> Hospital:
    """The nearest trauma centre, without reds the nearest; spread once one is full."""
    if not any(one.is_full for one in hospitals):
        fit = [one for one in hospitals if one.is_trauma_centre or not reds]
        return min(fit, key=lambda one: one.drive_s)

    def reached(one: Hospital) -> float:
        further = one.p["hospital_transfer_s"] if reds and not one.is_trauma_centre else 0.0
        return max(one.drive_s + further, one.promised - one.env.now)

    return min(hospitals, key=reached)
