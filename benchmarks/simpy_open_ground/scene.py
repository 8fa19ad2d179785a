"""Everything at the scene: the ground, the medical seat, crews and ambulances as processes."""

from collections import deque
from collections.abc import Callable, Generator
from typing import Any

import simpy

from benchmarks.simpy_open_ground.hospital import Hospital, choose
from benchmarks.simpy_open_ground.incident import NEAR, ROAD
from benchmarks.simpy_open_ground.luck import Luck, World
from benchmarks.simpy_open_ground.people import Casualty
from benchmarks.simpy_open_ground.radio import ANYBODY, Channel
from benchmarks.simpy_open_ground.walking import come_out, turn_to_ambulances
from warmzone.vocabulary.codes import Care, Triage

AEP_WAIT_S = 180.0
NEVER = float("inf")
NOBODY = (0, 0, 0, 0)


class Scene:
    """One incident: who lies where, and what has been reached."""

    def __init__(self, env: simpy.Environment, world: World, luck: Luck) -> None:
        self.env, self.world, self.luck = env, world, luck
        self.channel = Channel(env, world, luck, self.beside)
        self.people = [Casualty(env, world, luck, area) for area in self._places()]
        self.said: dict[int, tuple[int, ...]] = {}
        self.said_at: dict[int, float] = {}
        self.aep = -1
        self.first_contact_s = self.first_red_s = self.last_red_s = -1.0
        self.waiting: list[simpy.Event] = []
        self.hospitals = [Hospital(env, world, row) for row in world.hospitals]
        self.seat = Seat(self)
        self.crews = [Crew(self, t) for t in range(len(world.crews))]
        burst = luck.lognormal(1.0, world.parameters["arrival_sigma"])
        gap = 0.0
        for crew in self.crews:
            row = world.crews[crew.index]
            gap += luck.expovariate(1.0) * row["gap_ms"] / 1000 if crew.index else 0.0
            env.process(crew.serve(row["first_ms"] / 1000 * burst + gap))
        for vehicle in world.vehicles:
            env.process(Ambulance(self, vehicle).shuttle())
        for one in self.people:
            if one.walks:
                env.process(come_out(self, one))

    def _places(self) -> list[int]:
        low, high = (int(self.world.setting[f"hurt_{end}"]) for end in ("low", "high"))
        areas = [int(place["area"]) for place in self.world.places]
        weights = [place["weight"] for place in self.world.places]
        return self.luck.choices(areas, weights, k=self.luck.randint(low, high))

    def lying(self, area: int) -> list[Casualty]:
        """Who lies in an area, in order."""
        return [one for one in self.people if one.lying and one.area == area]

    def counts(self, area: int) -> tuple[int, ...]:
        """Reds, yellows, greens and greys as judged."""
        seen = [one.seen for one in self.lying(area)]
        return tuple(seen.count(k) for k in (Triage.RED, Triage.YELLOW, Triage.GREEN, Triage.GREY))

    def beside(self, speaker: int) -> bool:
        """Whether a crew speaks with the seat face to face: on the road, or in the next area."""
        return speaker >= 0 and self.crews[speaker].area in (ROAD, NEAR)

    def look(self, crew: int, area: int, *, at_the_end: bool = False) -> None:
        """Judge who lies in an area and say what is news; ambulances that wait there look again.

        `at_the_end` of work: that nobody is left is said again where the seat counts on somebody.
        """
        for one in self.lying(area):
            one.judged()
        counts = self.counts(area)
        is_news = counts != self.said.get(area, NOBODY)
        ghosts = sum(counts[:2]) == 0 and sum(self.seat.counts.get(area, NOBODY)[:2]) > 0
        if is_news or (at_the_end and ghosts and self.said_at.get(area) != self.env.now):
            self.said[area], self.said_at[area] = counts, self.env.now
            seen_at = self.env.now
            self.channel.find(
                crew,
                lambda: self.seat.hear_counts(area, counts, seen_at),
                lambda: self.seat.seen_at.get(area, -1.0) < seen_at,
            )
            self.call_ambulances(area)

    def call_ambulances(self, area: int) -> None:
        """Whoever waits beside the casualties looks again; all of them wait on the road."""
        if area == ROAD:
            waiting, self.waiting = self.waiting, []
            for event in waiting:
                event.succeed()

    def hear_aep(self) -> None:
        """Everybody hears where ambulances load."""
        self.call_ambulances(ROAD)
        turn_to_ambulances(self)

    def note_left(self, one: Casualty) -> None:
        """Somebody leaves the scene."""
        one.lying = False
        if one.category == Triage.RED:
            first = self.first_red_s < 0
            self.first_red_s = self.env.now if first else self.first_red_s
            self.last_red_s = self.env.now


class Seat:
    """The medical seat: hears, and after its decision time sends crews and names the AEP."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.env = scene, scene.env
        self.p = scene.world.parameters
        self.counts: dict[int, tuple[int, ...]] = {}
        self.claimed: dict[int, int] = {}
        self.seen_at: dict[int, float] = {}
        self.known: set[int] = set()
        self.unanswered: set[int] = set()
        self.busy: dict[int, bool] = {}
        self.served: dict[int, int] = {}
        self.wishes: deque[tuple[bool, Callable[[], None]]] = deque()  # whether it is said alone
        self.occupied = self.again = 0.0
        self.due = NEVER
        self.alarm: simpy.Event = self.env.event()
        self.env.process(self.decide())
        for told in scene.world.told:
            if told["casualties"] > 0:
                self.env.process(self._told(told))

    def _told(self, told: dict[str, float]) -> Generator[Any, Any, None]:
        yield self.env.timeout(told["heard_ms"] / 1000)
        area = int(told["area"])
        news = self.claimed.get(area, 0) != int(told["casualties"])
        self.claimed[area] = int(told["casualties"])
        if news:
            self.wake()

    def hear_counts(self, area: int, counts: tuple[int, ...], seen_at: float) -> None:
        """A crew has said whom it saw then."""
        news = self.counts.get(area, NOBODY)[:3] != counts[:3] or self.claimed.get(area, 0) > 0
        self.counts[area], self.claimed[area], self.seen_at[area] = counts, 0, seen_at
        if news:
            self.wake()

    def hear_crew(self, crew: int, busy: bool) -> None:
        """A crew has said that it is ready, or done."""
        self.known.add(crew)
        self.busy[crew] = busy
        self.wake()

    def hear_left(self, area: int, counts: tuple[int, ...]) -> None:
        """An ambulance has said whom it took."""
        before = self.counts.get(area, NOBODY)
        self.counts[area] = tuple(max(0, a - b) for a, b in zip(before, counts, strict=True))

    def wake(self) -> None:
        """Decide once the decision time has passed, if not sooner, where a crew is to be sent."""
        if not all(self.busy[crew] for crew in self.known):
            due = max(self.env.now + self.p["decision_s"], self.occupied)
            self.again = min(self.again, due)
            self.set_due(due)

    def set_due(self, at: float) -> None:
        """Decide at that time, unless sooner."""
        if at < self.due:
            self.due = at
            if not self.alarm.triggered:
                self.alarm.succeed()

    def decide(self) -> Generator[Any, Any, None]:
        """Wait until a decision is due, then say one thing; the rest follows one by one."""
        while True:
            self.alarm = self.env.event()
            wait = self.due - self.env.now
            if wait > 0:
                times = [self.alarm] if wait == NEVER else [self.alarm, self.env.timeout(wait)]
                yield simpy.AnyOf(self.env, times)
                if self.env.now < self.due - 1e-9:
                    continue
            self.due = NEVER
            if not self.wishes:
                self.think()
                self.again = self.env.now + self.scene.world.ask_again_s
                if self.scene.aep >= 0:
                    self.again = NEVER
            said = self.say_some()
            self.occupied = self.env.now + said * self.p["decision_s"]
            if said and self.wishes:
                self.set_due(self.occupied)
            elif max(self.again, self.occupied) < NEVER:
                self.set_due(max(self.again, self.occupied))

    def say_some(self) -> int:
        """Say the next order, and orders to crews together; how many."""
        said = 0
        while self.wishes and said < int(self.p["said_at_once_most"]):
            alone, order = self.wishes[0]
            if said and alone:
                break
            self.wishes.popleft()
            order()
            said += 1
            if alone:
                break
        return said

    def think(self) -> None:
        """The AEP where none is named yet, and a place for every crew that has none."""
        if self.scene.aep < 0 and self.env.now > AEP_WAIT_S and self.neediest() >= 0:
            self.wishes.append((True, self.name_aep))
        for crew in sorted(self.known):
            sent = crew in self.served.values() and self.busy[crew]
            if sent or crew in self.unanswered:
                continue
            area = self.neediest()
            if area >= 0:
                self.served = {a: c for a, c in self.served.items() if c != crew}
                self.served[area] = crew
                self.wishes.append((False, lambda crew=crew, area=area: self.send(crew, area)))  # type: ignore[misc]

    def name_aep(self) -> None:
        """Ambulances load on the road: said on the air until it was heard."""
        self.scene.aep = ROAD
        self.scene.channel.order(self.scene.hear_aep, self.name_aep)

    def send(self, crew: int, area: int) -> None:
        """Send a crew in: beside the seat it hears at once, elsewhere on the air."""
        if self.scene.beside(crew):
            self.heard(crew, area)
        else:
            self.unanswered.add(crew)
            self.scene.channel.order(lambda: self.heard(crew, area), lambda: self.send(crew, area))

    def heard(self, crew: int, area: int) -> None:
        """The crew has heard and answered."""
        self.unanswered.discard(crew)
        self.busy[crew] = True
        self.scene.crews[crew].orders.put(area)

    def neediest(self) -> int:
        """The area with most reds and yellows seen or casualties claimed that no crew serves."""
        best, most = -1, 0
        for area in list(self.claimed):
            reds, yellows, *_ = self.counts.get(area, NOBODY)
            need = 3 * reds + 2 * yellows + self.claimed[area]
            if need > most and area != self.scene.aep and area not in self.served:
                best, most = area, need
        return best


class Crew:
    """A medical crew: forms up, is sent, treats, carries out, says that it is done."""

    def __init__(self, scene: Scene, index: int) -> None:
        self.scene, self.index, self.area = scene, index, ROAD
        self.env, self.p = scene.env, scene.world.parameters
        row = scene.world.crews[index]
        self.hands = scene.luck.randint(int(row["people_low"]), int(row["people_high"]))
        self.orders: simpy.Store = simpy.Store(scene.env)

    def serve(self, arrives: float) -> Generator[Any, Any, None]:
        """From arrival to the end."""
        yield self.env.timeout(arrives + self.p["rtf_assemble_s"])
        self.scene.channel.say(self.index, lambda: self.scene.seat.hear_crew(self.index, False))
        while True:
            area = yield self.orders.get()
            yield self.env.timeout(self.p["start_delay_s"])
            yield from self.empty(area)
            self.scene.channel.say(self.index, lambda: self.scene.seat.hear_crew(self.index, False))

    def empty(self, area: int) -> Generator[Any, Any, None]:
        """Treat everybody in an area who needs it, and carry them to the ambulances."""
        while True:
            yield from self.walk(area, self.p["walk_m_per_s"])
            self.scene.look(self.index, self.area)
            while batch := self.patients():
                if self.scene.first_contact_s < 0:
                    self.scene.first_contact_s = self.env.now
                yield self.env.timeout(self.p["medic_care_s"] + self.p["triage_s"])
                for one in batch:
                    one.treated()
                self.scene.call_ambulances(self.area)
                self.scene.look(self.index, self.area)
            load = self.lifted() if self.scene.aep >= 0 else []
            if not load:
                self.scene.look(self.index, self.area, at_the_end=True)
                return
            yield self.env.timeout(self.p["lift_s"])
            for one in load:
                one.lying, one.carried = False, True
            yield from self.walk(self.scene.aep, self.p["stretcher_m_per_s"])
            for one in load:
                one.lying, one.free, one.area = True, True, self.area
            self.scene.look(self.index, self.area)
            self.scene.call_ambulances(self.area)

    def patients(self) -> list[Casualty]:
        """Take the worst here into hand who need care, reds first."""
        wanted = [
            one
            for category in (Triage.RED, Triage.YELLOW)
            for one in self.scene.lying(self.area)
            if one.free and one.seen == category and one.care < Care.MEDIC
        ][: self.hands]
        for one in wanted:
            one.free = False
        return wanted

    def lifted(self) -> list[Casualty]:
        """Take up who is at hand, but for greens who walk by themselves."""
        wanted = [
            one
            for one in self.scene.lying(self.area)
            if one.is_moved and not (one.seen == Triage.GREEN and one.walks)
        ][: max(1, min(2, self.hands // 2))]
        for one in wanted:
            one.free = False
        return wanted

    def walk(self, goal: int, speed: float) -> Generator[Any, Any, None]:
        """Walk there leg by leg, looking around at each."""
        while self.area != goal:
            step = self.scene.world.next_area[self.area][goal]
            yield self.env.timeout(self.scene.world.distance_m[self.area][step] / speed)
            self.area = step
            self.scene.look(self.index, step)


class Ambulance:
    """An ambulance: waits on the road, loads the worst, drives, comes back."""

    def __init__(self, scene: Scene, vehicle: dict[str, float]) -> None:
        self.scene, self.env, self.p = scene, scene.env, scene.world.parameters
        self.capacity = int(vehicle["capacity"])
        self.first_s = vehicle["first_ms"] / 1000

    def shuttle(self) -> Generator[Any, Any, None]:
        """From the first call on, round after round."""
        luck, p = self.scene.luck, self.p
        yield self.env.timeout(luck.lognormal(self.first_s, p["arrival_sigma"]))
        while True:
            while not (load := self.pick()):
                called = self.env.event()
                self.scene.waiting.append(called)
                yield called
            yield self.env.timeout(p["load_s"] * len(load))
            hospital = self.depart(load)
            drive_s = luck.lognormal(hospital.drive_s, p["drive_sigma"])
            for one in load:
                one.arrives = self.env.now + drive_s
            yield self.env.timeout(drive_s)
            for one in load:
                hospital.receive(one)
            back_s = luck.lognormal(hospital.drive_s, p["drive_sigma"])
            yield self.env.timeout(p["unload_s"] + back_s)

    def pick(self) -> list[Casualty]:
        """Who waits on the road, as they lie there."""
        here = self.scene.lying(ROAD)
        for one in here:
            one.judged()
        load = [one for one in here if one.is_moved][: self.capacity]
        for one in load:
            one.free = False
        return load

    def depart(self, load: list[Casualty]) -> Hospital:
        """Leave; who was sorted red goes to a trauma centre."""
        scene = self.scene
        for one in load:
            scene.note_left(one)
            if not one.dead:
                one.slow_to(one.rate * self.p["ambulance_factor"])
        seen = [one.seen for one in load]
        counts = tuple(seen.count(k) for k in (1, 2, 3, 4))
        scene.channel.say(ANYBODY, lambda: scene.seat.hear_left(ROAD, counts))
        hospital = choose(scene.hospitals, counts[0])
        hospital.promise(counts[0])
        return hospital
