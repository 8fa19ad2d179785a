"""A walk over worlds against enumeration, and against where luck comes from."""

from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product

import msgspec
import numpy as np
import pytest

from tests import tiny
from tests.compiled import machine
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.arrays import ORDER, State
from warmzone.kernel.draws import Purpose, drawn_place, uniform
from warmzone.kernel.latent import BLOCKS, Block
from warmzone.scenario.incident import AreaWeight, Casualties, Civilians, Device, Span
from warmzone.simulation.layout import new_buffer, view_state
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.simulation.run import Run
from warmzone.simulation.worlds import (
    MOMENT_MS,
    Move,
    Place,
    Walk,
    copy_row,
    empty_walk,
    moments_until,
    propose,
)
from warmzone.vocabulary.codes import CommandPlace, Seat
from warmzone.vocabulary.orders import Verb

MOST = 32
SAID = ((150_000, Verb.TAKE_COMMAND, -1, -1, int(CommandPlace.INSIDE)),)


def script() -> np.ndarray:
    """Somebody takes command, and says nothing more."""
    rows = np.zeros(len(SAID), ORDER)
    for row, (at_ms, verb, team, area, value) in zip(rows, SAID, strict=True):
        row["given_ms"], row["seat"] = at_ms, Seat.TACTICAL
        row["verb"], row["team"], row["area"] = verb, team, area
        row["other_team"], row["value"] = -1, value
    return rows


@dataclass(frozen=True)
class Ground:
    """An incident and the time until which the seat hears; `kinds` of moves."""

    prepared: Prepared
    seed: int
    until_ms: int
    kinds: tuple[Move, ...]
    machine: Machine = PLAIN

    @cached_property
    def buffer(self) -> np.ndarray:
        """The buffer in which worlds are played."""
        return new_buffer(self.prepared.layout)

    @cached_property
    def state(self) -> State:
        """The state that the world of the last walk has come to."""
        return view_state(self.prepared.layout, self.buffer)

    @cached_property
    def beside(self) -> Place:
        """Where a world is kept that it had come to where the latest time begins."""
        buffer = new_buffer(self.prepared.layout)
        return Place(self.machine.tables(view_state(self.prepared.layout, buffer)), buffer)

    @cached_property
    def start(self) -> np.ndarray:
        """The true start."""
        run = Run(self.prepared, self.seed, automatic("interior"), tactical_is_person=True)
        return np.frombuffer(run.snapshot()[8:], np.uint8).copy()

    @cached_property
    def heard(self) -> np.ndarray:
        """What the seat heard in truth."""
        walk = self.empty()
        walk.times[3] = 1
        self.play(walk)
        return walk.heard

    def empty(self) -> Walk:
        """A walk that stands in the true world and has heard nothing."""
        walk = empty_walk(self.start, (MOST, moments_until(self.until_ms, MOMENT_MS)), script())
        walk.times[1] = self.until_ms
        return walk._replace(kinds=np.array(self.kinds, np.int64))

    def walk(self, moves: int = 0, luck: int = 0) -> Walk:
        """So many moves from the true world."""
        walk = self.empty()
        walk.heard[:] = self.heard
        walk.times[2], walk.luck[0] = moves, luck
        return walk

    def play(self, walk: Walk) -> bool:
        """Walk on; whether the world reached fits."""
        who = automatic("interior")
        with np.errstate(over="ignore"):
            found = self.machine.walk_on(
                Place(self.machine.tables(self.state), self.buffer),
                self.machine.tables(self.prepared.world),
                self.machine.policy(who.tactical),
                self.machine.policy(who.medical),
                who.crew,
                self.machine.tables(walk),
                self.beside,
            )
        return int(found) == 1


def small(until_ms: int = 200_000) -> Ground:
    """A small incident, plain."""
    return Ground(tiny.prepared("active"), 3, until_ms, tuple(Move))


def test_the_true_world_is_played_as_it_was() -> None:
    """To the byte as an exercise with the same orders comes to that time; and it fits."""
    ground = small()
    assert ground.play(ground.walk())
    run = tiny.by_person("active", 3)
    run.advance(150_000)
    tiny.tell(run, Verb.TAKE_COMMAND, value=int(CommandPlace.INSIDE))
    run.advance(200_000)
    assert ground.buffer.tobytes() == run.snapshot()[8:]


def test_every_step_stays_in_worlds_that_fit() -> None:
    """The world reached fits, is another, and each move was counted."""
    ground = small()
    walk = ground.walk(40, 9)
    assert ground.play(walk)
    assert walk.seeds[:BLOCKS].any() or walk.epochs[0].any()
    assert walk.tally[:, 0].sum() == 40
    assert (walk.tally[:, 1] <= walk.tally[:, 0]).all()
    assert 0 < walk.tally[:, 1].sum() < 40


def one_by_one(ground: Ground, walk: Walk) -> None:
    """The same walk, in which every world proposed is played whole from its start."""
    for n in range(int(walk.times[2])):
        with np.errstate(over="ignore"):
            kind = propose(ground.state, ground.prepared.world, walk, n)
        alone = Walk(*(table.copy() for table in walk))
        copy_row(alone, 1, 0)
        alone.times[2] = 0
        taken = ground.play(alone)
        walk.tally[kind] += (1, int(taken))
        if taken:
            copy_row(walk, 1, 0)


@pytest.mark.parametrize("since", [0, 3, 9, 50])
def test_playing_on_from_the_latest_time_comes_to_the_same_as_from_the_start(since: int) -> None:
    """Move for move: the same are taken, wherever the latest time begins, asked for or not."""
    ground = small()
    walks = [ground.walk(40, 9) for _ in range(3)]
    for walk in walks:
        walk.times[5] = since
    walks[1].times[3] = 2
    assert ground.play(walks[0])
    reached = ground.buffer.tobytes()
    assert ground.play(walks[1])
    one_by_one(ground, walks[2])
    walks[2].times[2] = 0
    assert ground.play(walks[2])
    assert ground.buffer.tobytes() == reached
    for walk in walks[1:]:
        assert walk.seeds[:BLOCKS].tobytes() == walks[0].seeds[:BLOCKS].tobytes()
        assert walk.epochs[0].tobytes() == walks[0].epochs[0].tobytes()
        assert walk.tally.tolist() == walks[0].tally.tolist()
    assert walks[0].tally[Move.LATE, 1] + walks[0].tally[Move.RECENT, 1] > 0


def test_the_same_luck_walks_the_same_way() -> None:
    """Seed for seed; other luck walks another."""
    ground = small()
    ends = []
    for luck in (5, 5, 6):
        walk = ground.walk(12, luck)
        ground.play(walk)
        ends.append(walk.seeds[:BLOCKS].tobytes() + walk.epochs[0].tobytes())
    assert ends[0] == ends[1] != ends[2]


def test_a_world_in_which_another_thing_is_heard_does_not_fit() -> None:
    """Found in the first moment in which it differs, and not played on."""
    ground = small()
    walk = ground.walk()
    walk.heard[1] += np.uint64(1)
    assert not ground.play(walk)
    assert int(ground.state.clock[0]["last_event_ms"]) <= 2 * MOMENT_MS


def test_another_moment_changes_nothing_before_it() -> None:
    """The luck of a later minute leaves what was heard in the minutes before."""
    ground = small()
    walk = ground.walk()
    walk.epochs[0, 2] = 77
    walk.times[3] = 1
    ground.play(walk)
    assert walk.heard[:2].tolist() == ground.heard[:2].tolist()


ROOMS = [AreaWeight("room-a", 2.0), AreaWeight("room-c", 1.0)]
TWO_ROOMS = Casualties(ROOMS, "active-shooter", Span(0, 0), Span(12, 12))
SHARE = 2.0 / 3.0
PEOPLE = 12
STEPS = 900


@cache
def twelve() -> Ground:
    """Twelve people who lie hurt in one room or the other: twelve binary unknowns.

    Police come in and see the one room, or both.
    """
    prepared = prepare(tiny.scenario("over", casualties=TWO_ROOMS), tiny.site())
    kinds = (Move.PLACE, Move.PLACES, Move.PLACES, Move.PLACES)
    return Ground(prepared, 2, 120_000, kinds, machine())


def rooms(ground: Ground, walk: Walk) -> tuple[int, ...]:
    """Where each of the twelve was in the world that a walk stands in."""
    found = []
    with np.errstate(over="ignore"):
        for i, seed in enumerate(walk.seeds[Block.PLACE, :PEOPLE]):
            u = uniform(seed or np.uint64(ground.seed), (0, i, Purpose.PERSON_AREA, 0))
            found.append(drawn_place(ground.prepared.world.people_places, u))
    return tuple(found)


def seeds_for(ground: Ground) -> list[dict[int, int]]:
    """For each person a seed that puts them into each room."""
    found: list[dict[int, int]] = [{} for _ in range(PEOPLE)]
    walk = ground.empty()
    for seed in range(1, 60):
        walk.seeds[Block.PLACE, :PEOPLE] = seed
        for person, room in zip(found, rooms(ground, walk), strict=True):
            person.setdefault(room, seed)
    return found


@cache
def enumerated() -> dict[tuple[int, ...], tuple[float, tuple[int, ...]]]:
    """Every world that fits: how likely it is given what was heard, and its seeds."""
    ground, seeds = twelve(), seeds_for(twelve())
    fitting: dict[tuple[int, ...], tuple[float, tuple[int, ...]]] = {}
    for places in product((tiny.ROOM_A, tiny.ROOM_C), repeat=PEOPLE):
        walk = ground.walk()
        chosen = tuple(seeds[i][room] for i, room in enumerate(places))
        walk.seeds[Block.PLACE, :PEOPLE] = chosen
        assert rooms(ground, walk) == places
        if ground.play(walk):
            share = np.prod([SHARE if room == tiny.ROOM_A else 1.0 - SHARE for room in places])
            fitting[places] = float(share), chosen
    total = sum(share for share, _ in fitting.values())
    return {places: (share / total, chosen) for places, (share, chosen) in fitting.items()}


@pytest.mark.slow
@pytest.mark.parametrize("farthest", [False, True])
def test_worlds_come_as_often_as_enumeration_says(farthest: bool) -> None:
    """Each person and each pair is in a room as often as it should be, from either start."""
    ground, sure = twelve(), enumerated()
    truth = rooms(ground, ground.walk())
    assert truth in sure
    assert 20 < len(sure) < 2**PEOPLE / 10
    first = truth
    if farthest:
        first = max(sure, key=lambda one: sum(a != b for a, b in zip(one, truth, strict=True)))
        assert sum(a != b for a, b in zip(first, truth, strict=True)) >= 6
    walk = ground.walk(80)
    walk.seeds[Block.PLACE, :PEOPLE] = sure[first][1]
    seen: Counter[tuple[int, ...]] = Counter()
    for step in range(STEPS):
        walk.luck[0] = 1000 + step
        assert ground.play(walk)
        seen[rooms(ground, walk)] += 1
    assert set(seen) <= set(sure)
    for people in [(i,) for i in range(PEOPLE)] + [(0, 1), (2, 7), (4, 5), (9, 11)]:
        found = sum(n for one, n in seen.items() if _in_a(one, people)) / STEPS
        sought = sum(share for one, (share, _) in sure.items() if _in_a(one, people))
        assert found == pytest.approx(sought, abs=0.07)


def _in_a(places: tuple[int, ...], people: tuple[int, ...]) -> bool:
    return all(places[i] == tiny.ROOM_A for i in people)


def facts(state: State) -> np.ndarray:
    """What a world has come to, in numbers: where the hazard is, who is hurt and how, who lives."""
    people = state.people[: int(state.clock[0]["person_count"])]
    return np.array(
        [
            state.hazard[0]["area"] == tiny.CORRIDOR,
            state.hazard[0]["area"] == tiny.ROOM_A,
            state.hazard[0]["moves"],
            (people["hurt_ms"] >= 0).sum(),
            (people["area"] == tiny.ROOM_C).sum(),
            (people["dead_ms"] >= 0).sum(),
            people["death_threshold"].clip(0.0, 2.0).mean(),
            (state.teams["phase"] > 0).sum(),
            len(people),
            state.alarm[0]["claimed_area"] >= 0,
            state.alarm[0]["device"],
            (state.callers["area"] == tiny.CORRIDOR).sum(),
            state.callers["calls"].sum(),
            state.ground["uninjured"].sum(),
        ],
        np.float64,
    )


NUMBER = 900


@cache
def rich() -> Prepared:
    """An incident in which everything that can be drawn again is drawn."""
    made = tiny.scenario("active", callers=Span(1, 3), device=Device("room-a", 0.0, 0.5))
    made = msgspec.structs.replace(
        made,
        civilians=[Civilians("corridor", Span(2, 6)), Civilians("room-c", Span(0, 5))],
        reports=[],
        threat=msgspec.structs.replace(made.threat, second_report_p=0.6, second_true_p=0.5),
    )
    return prepare(made, tiny.site())


@pytest.mark.slow
def test_walks_leave_luck_as_likely_as_it_was() -> None:
    """A world from nothing, then a walk in what its seat heard, is as a world from nothing.

    That holds for every fact of a world and all kinds of moves exactly where each move leaves
    worlds in proportion to how likely they were. Each world walked to tells the seat the same.
    """
    ground = Ground(rich(), 3, 300_000, tuple(Move), machine())
    luck = np.random.default_rng(8)
    before, after, taken = [], [], np.zeros((len(Move), 2), np.int64)
    for number in range(NUMBER):
        walk = ground.empty()
        walk.seeds[:BLOCKS] = luck.integers(1, 1 << 62, (BLOCKS, MOST))
        walk.epochs[0] = luck.integers(1 << 40, 1 << 61, walk.epochs.shape[1])
        walk.times[3] = 1
        assert ground.play(walk)
        before.append(facts(ground.state))
        walk.times[2], walk.times[3], walk.luck[0] = 40, 0, number
        assert ground.play(walk)
        after.append(facts(ground.state))
        taken += walk.tally
    gone = np.array(after) - np.array(before)
    spread = gone.std(axis=0) / np.sqrt(NUMBER)
    assert (np.abs(gone.mean(axis=0)) <= 3.5 * spread).all(), (gone.mean(axis=0), spread)
    assert ((gone != 0).mean(axis=0) > 0.05).sum() >= 5
    assert (taken[:, 1] > 0).all()
    assert (taken[:, 1] < taken[:, 0]).sum() >= 10
