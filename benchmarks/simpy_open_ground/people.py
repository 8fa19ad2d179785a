"""Casualties: each a process whose hidden clock runs, faster or slower, until care or death."""

from collections.abc import Generator
from typing import Any

import simpy

from benchmarks.simpy_open_ground.luck import Luck, World
from warmzone.vocabulary.codes import Care, Triage, Wound

DAY_S = 86_400.0


class Casualty:
    """One person who was hurt at time 0."""

    def __init__(self, env: simpy.Environment, world: World, luck: Luck, area: int) -> None:
        self.env, self.world, self.luck, self.area = env, world, luck, area
        shares = [wound["share_p"] for wound in world.wounds]
        self.wound = luck.choices(range(len(shares)), shares)[0]
        self.row = world.wounds[self.wound]
        self.moderate = luck.happens(self.row["moderate_p"])
        scale = world.parameters["moderate_rate_factor"] if self.moderate else 1.0
        self.scale = scale
        self.untreated = self.row["rate_per_min"] * scale * world.setting["tempo"] / 60.0
        self.threshold = luck.expovariate(1.0)
        self.clock, self.since, self.rate = 0.0, 0.0, self.untreated
        self.category = int(self.row["triage_moderate" if self.moderate else "triage_severe"])
        self.seen = int(Triage.UNSEEN)
        self.care = int(Care.NONE)
        self.free = True  # in nobody's hands and in no ambulance
        self.lying = True
        self.carried = False  # by bearers, at some time
        self.outside = False  # among those who have come out
        self.on_the_way = False  # to the ambulances on foot
        self.arrives = -1.0  # at hospital, once under way
        self.dead = self.wound == Wound.KILLED
        self.admitted = False
        if self.dead:
            self.category, self.untreated, self.rate = int(Triage.GREY), 0.0, 0.0
        self.walks = not self.dead and luck.happens(self.row["walks_p"])
        self.taken_dead = luck.happens(world.parameters["dead_taken_p"])
        self.process = env.process(self.bleed())

    def bleed(self) -> Generator[Any, Any, None]:
        """Run out of time, unless the rate changes or a hospital takes over first."""
        while not self.dead and not self.admitted:
            left = (self.threshold - self.clock) / self.rate if self.rate > 0 else 1e12
            try:
                yield self.env.timeout(max(left, 0.0))
                self.dead, self.category = True, int(Triage.GREY)
            except simpy.Interrupt:
                pass

    @property
    def on_foot(self) -> bool:
        """Whether they go where they like: able to walk, and in nobody's hands."""
        at_large = self.lying and self.free and not self.carried
        return self.walks and at_large and not self.dead

    @property
    def is_moved(self) -> bool:
        """Whether somebody loads them: whoever is at hand, and of the dead a few."""
        left = self.seen == Triage.UNSEEN or (self.seen == Triage.GREY and not self.taken_dead)
        return self.free and not left

    def settle(self) -> None:
        """Bring the hidden clock up to now."""
        self.clock += self.rate * (self.env.now - self.since)
        self.since = self.env.now

    def slow_to(self, rate: float) -> None:
        """Another rate from now on."""
        self.settle()
        self.rate = rate
        if self.process.is_alive:
            self.process.interrupt()

    def judged(self) -> None:
        """A medic looks: the same eye sees the same again, and the dead as dead."""
        if self.dead:
            self.seen = int(Triage.GREY)
        elif self.seen == Triage.UNSEEN:
            self.seen = self.category
            if not self.luck.happens(self.world.parameters["triage_medic_p"]):
                yellow = self.category == Triage.YELLOW
                self.seen = int(Triage.RED if yellow else Triage.YELLOW)

    def treated(self) -> None:
        """A medic has finished: a success lowers the rate."""
        self.free = True
        self.care = int(Care.MEDIC)
        if not self.dead and self.luck.happens(self.row["medic_success_p"]):
            rate = self.untreated * self.row["medic_factor"]
            if rate < self.rate:
                self.slow_to(rate)

    def dies_after(self, arrives: float, wait: float) -> bool:
        """Whether they die by 24 hours, under the rate they have until they arrive.

        `wait`: from there to surgery.
        """
        if self.dead:
            return True
        p = self.world.parameters
        total = self.clock + self.rate * (arrives - self.since)
        left = self.threshold - total
        if left <= 0.0:
            return True
        left -= self.untreated * p["hospital_factor"] * wait
        return left <= max(0.0, self.row["hospital_total"] * self.scale)

    def admit(self, wait: float) -> None:
        """Arrival at hospital decides by 24 hours."""
        fate = self.dies_after(self.env.now, wait)
        self.admitted = True
        if self.process.is_alive:
            self.process.interrupt()
        self.dead = fate
