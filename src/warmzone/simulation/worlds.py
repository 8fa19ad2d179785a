"""Walks over worlds that all tell a seat the same: exact Metropolis, one block of luck at a time.

A world is the luck of an incident: a seed for each block of its start, and an epoch for each moment
of what follows, under which everything that happens in that moment is drawn. A move draws one block
or moment again from where luck comes from, plays the incident anew with the orders of the log, and
is taken if and only if the seat would have heard the same. As what is heard is a function of luck,
that leaves the worlds in proportion to how likely each was before anything was heard, among those
that fit what was heard.
"""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from warmzone.kernel.arrays import HAZARDS, ORDER, State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import whole, word
from warmzone.kernel.heard import heard_word, open_orders
from warmzone.kernel.latent import (
    BLOCKS,
    OF_A_PERSON,
    Block,
    begin_anew,
    draw_again,
    is_begun_anew,
)
from warmzone.kernel.world_arrays import World
from warmzone.simulation.branch import let_go, say
from warmzone.simulation.rollout import Crew, Decide, play, rewind, wipe
from warmzone.vocabulary.codes import Seat

MOMENT_MS = 20_000
"""Luck after the start is drawn again by moments so long, a multiple of the bins in which is heard:
an assumption, which changes only how often a move is taken."""


class Move(IntEnum):
    """What a move draws again: those below `BLOCKS` one block, by its number."""

    PLACE = Block.PLACE
    WOUND = Block.WOUND
    REACH = Block.REACH
    CLOCK = Block.CLOCK
    NEED = Block.NEED
    PATH = Block.PATH
    LASTING = Block.LASTING
    CARS = Block.CARS
    AMBULANCE = Block.AMBULANCE
    NUMBER = Block.NUMBER
    ORIGIN = Block.ORIGIN
    CALLER = Block.CALLER
    CROWD = Block.CROWD
    ALARM = Block.ALARM
    PERSON = 14  # all about one person
    PAIR = 15  # all about two
    PLACES = 16  # where two people are
    MOMENT = 17  # all that was drawn in one stretch of time
    REST = 18  # all that was drawn from some moment on
    RECENT = 19  # all that was drawn in one stretch of the latest time
    LATE = 20  # all that was drawn from some moment of the latest time on


class Walk(NamedTuple):
    """A walk. The first half of `seeds` and `epochs` is the world it stands in, then one proposed.

    `heard` is what the seat heard in each moment, then all in all; `luck`: the seed of the walk,
    then the incident's own and whether Tactical is automatic, which the walk writes down itself;
    `times`: the hand-over, the time until which is heard, how many moves, 1 to write down what is
    heard instead or 2 where nobody asks what the world reached has come to, how long a moment is,
    and with which moment the latest time begins; times in ms. `kept`, for the walk itself: of which
    world the state at that moment is kept, and the first moment that a move draws again.
    """

    start: np.ndarray  # uint8[bytes], the true world at its start
    seeds: np.ndarray  # uint64[2 * BLOCKS, most], 0 as in the true world
    epochs: np.ndarray  # int64[2, moments], 0 as in the true world
    script: np.ndarray  # ORDER[n], by given_ms
    heard: np.ndarray  # uint64[moments + 2]
    kinds: np.ndarray  # int64[n], Moves in the proportion in which they are tried
    tally: np.ndarray  # int64[moves, 2]: tried, taken
    luck: np.ndarray  # uint64[3]
    times: np.ndarray  # int64[6]
    kept: np.ndarray  # int64[2]


class Place(NamedTuple):
    """A state to play in, with the buffer behind it: uint8[bytes], zeroed or played."""

    state: State
    buffer: np.ndarray


class Kept(IntEnum):
    """Of which world the state is kept that it had come to where the latest time begins."""

    NONE = 0
    STOOD_IN = 1
    PROPOSED = 2


@compiled
def walk_on(
    here: Place,
    world: World,
    tactical: Decide,
    medical: Decide,
    crew: Crew,
    walk: Walk,
    beside: Place,
) -> int:
    """So many moves from the first world; 1 where the world reached fits, or nobody asks.

    In the end `here` is what the world reached has come to, where anybody asks. The commander
    decides until the hand-over, then the script is said. `beside` is a second place, see `try_out`.
    """
    rewind(here.state, world, here.buffer, walk.start)
    walk.luck[1] = here.state.clock[0]["seed"]
    walk.luck[2] = np.uint64(here.state.seats[Seat.TACTICAL]["automatic"])
    walk.kept[0] = Kept.NONE
    taken = False
    for n in range(int(walk.times[2])):
        kind = propose(here.state, world, walk, n)
        walk.tally[kind, 0] += 1
        taken = try_out(here, world, tactical, medical, crew, walk, beside)
        if taken:
            walk.tally[kind, 1] += 1
            copy_row(walk, 1, 0)
        if walk.kept[0] == Kept.PROPOSED:
            walk.kept[0] = Kept.STOOD_IN if taken else Kept.NONE
    if taken or walk.times[3] == 2:
        return 1
    begin_in(here, world, walk, 0)
    whole = (0, 0, moments_of(walk))
    fits = follow_heard(here.state, world, tactical, medical, crew, walk, whole)
    return 1 if fits else 0


@compiled
def try_out(
    here: Place,
    world: World,
    tactical: Decide,
    medical: Decide,
    crew: Crew,
    walk: Walk,
    beside: Place,
) -> bool:
    """Play the world proposed: whether the seat hears what it did.

    A move that changes nothing before the latest time is played on from what is kept beside, where
    that is of the world it stood in.
    """
    since, changed = latest(walk), int(walk.kept[1])
    if walk.kept[0] == Kept.STOOD_IN and changed >= since:
        rewind(here.state, world, here.buffer, beside.buffer)
    else:
        begin_in(here, world, walk, 1)
        early = (1, 0, since)
        if not follow_heard(here.state, world, tactical, medical, crew, walk, early):
            return False
        if since > 0:
            rewind(beside.state, world, beside.buffer, here.buffer)
            walk.kept[0] = Kept.STOOD_IN if changed >= since else Kept.PROPOSED
    late = (1, since, moments_of(walk))
    return follow_heard(here.state, world, tactical, medical, crew, walk, late)


@compiled
def begin_in(here: Place, world: World, walk: Walk, row: int) -> None:
    """The start of a walk's world."""
    state, buffer = here.state, here.buffer
    seeds = walk.seeds[row * BLOCKS : (row + 1) * BLOCKS]
    if is_begun_anew(seeds):
        wipe(state, world, buffer)
        for k in range(len(world.openings)):
            state.openings[k] = world.openings[k]
        begin_anew(state, world, walk.luck[1], int(walk.luck[2]), seeds)
    else:
        rewind(state, world, buffer, walk.start)
    draw_again(state, world, seeds)


@compiled
def copy_row(walk: Walk, source: int, target: int) -> None:
    """One world's luck is the other's."""
    for b in range(BLOCKS):
        for k in range(walk.seeds.shape[1]):
            walk.seeds[target * BLOCKS + b, k] = walk.seeds[source * BLOCKS + b, k]
    for j in range(walk.epochs.shape[1]):
        walk.epochs[target, j] = walk.epochs[source, j]


@compiled
def propose(state: State, world: World, walk: Walk, n: int) -> int:
    """The n-th move of a walk: world 1 is world 0 but for what is drawn again; its kind."""
    luck = walk.luck[0]
    copy_row(walk, 0, 1)
    walk.kept[1] = 0
    kind = int(walk.kinds[whole(luck, (n, 0, 0, 0), 0, len(walk.kinds) - 1)])
    if kind >= Move.MOMENT:
        moments = moments_of(walk)
        recent = kind == Move.RECENT or kind == Move.LATE
        since = latest(walk) if recent else 0
        first = whole(luck, (n, 1, 0, 0), since, moments - 1)
        last = first + 1 if kind == Move.MOMENT or kind == Move.RECENT else moments
        for j in range(first, last):
            walk.epochs[1, j] = epoch_of(word(luck, (n, 2, j, 0)))
        walk.kept[1] = first
        return kind
    many = how_many(state, world, kind)
    if many == 0:
        return kind
    i = whole(luck, (n, 1, 0, 0), 0, many - 1)
    seed = seed_of(word(luck, (n, 2, 0, 0)))
    if kind < BLOCKS:
        walk.seeds[BLOCKS + kind, i] = seed
        return kind
    blocks = 1 if kind == Move.PLACES else OF_A_PERSON
    draw_of_person(walk, i, blocks, seed)
    if kind != Move.PERSON and many > 1:
        other = whole(luck, (n, 1, 1, 0), 0, many - 2)
        draw_of_person(walk, other + 1 if other >= i else other, blocks, seed)
    return kind


@compiled
def draw_of_person(walk: Walk, i: int, blocks: int, seed: np.uint64) -> None:
    """The first blocks about one person are drawn again: where they are, or all."""
    for b in range(blocks):
        walk.seeds[BLOCKS + b, i] = seed


@compiled
def how_many(state: State, world: World, kind: int) -> int:
    """How many there are of what a kind of move draws again, the same in all worlds."""
    if kind == Move.NEED:
        return HAZARDS
    if kind in (Move.PATH, Move.LASTING, Move.NUMBER, Move.ORIGIN):
        return 1
    if kind == Move.CALLER:
        return len(state.callers) + 1
    if kind == Move.CROWD:
        return len(world.crowds)
    if kind == Move.ALARM:
        return 2
    if kind == Move.CARS:
        last = -1
        for t in range(len(state.teams)):
            last = max(last, int(world.units[t]["burst"]))
        return last + 1
    if kind == Move.AMBULANCE:
        return len(state.ambulances)
    return len(state.people)


@compiled
def seed_of(drawn: np.uint64) -> np.uint64:
    """A block's seed: never 0."""
    return drawn | np.uint64(1)


@compiled
def epoch_of(drawn: np.uint64) -> int:
    """A moment's epoch: above every epoch that a replay is played under."""
    return int(drawn >> np.uint64(2)) + (1 << 40)


@compiled
def moments_until(until_ms: int, moment_ms: int) -> int:
    """How many moments have begun before a time; one at least."""
    return max(1, (until_ms + moment_ms - 1) // moment_ms)


@compiled
def moments_of(walk: Walk) -> int:
    """How many moments have begun before the time until which is heard."""
    return moments_until(int(walk.times[1]), int(walk.times[4]))


@compiled
def latest(walk: Walk) -> int:
    """With which moment the latest time begins."""
    return min(int(walk.times[5]), moments_of(walk) - 1)


@compiled
def follow_heard(
    state: State,
    world: World,
    tactical: Decide,
    medical: Decide,
    crew: Crew,
    walk: Walk,
    what: tuple[int, int, int],
) -> bool:
    """Play a world (its row) from one moment until before another: whether the seat hears the same.

    Played no farther than the moment in which it hears another thing. At the time until which is
    heard all in all is compared as well.
    """
    row, first, last = what
    begun, until, moment = int(walk.times[0]), int(walk.times[1]), int(walk.times[4])
    said, handed = said_before(walk, first), begun <= first * moment
    if handed and first == 0:
        let_go(state, world)
    for j in range(first, last):
        ends = min((j + 1) * moment, until)
        state.clock[0]["epoch"] = walk.epochs[row, j]
        if not handed and begun <= ends:
            play(state, world, tactical, medical, crew, begun)
            let_go(state, world)
            handed = True
        while said < len(walk.script) and int(walk.script[said]["given_ms"]) <= ends:
            play(state, world, tactical, medical, crew, int(walk.script[said]["given_ms"]))
            say(state, world, walk.script[said])
            said += 1
        play(state, world, tactical, medical, crew, ends)
        if not noted(walk, j, heard_word(state, Seat.TACTICAL, j * moment, ends)):
            return False
    if last < moments_of(walk):
        return True
    after = len(walk.heard) - 2
    same = noted(walk, after, heard_word(state, Seat.TACTICAL, 0, until + 1))
    return same and noted(walk, after + 1, open_orders(state, Seat.TACTICAL))


@compiled
def said_before(walk: Walk, first: int) -> int:
    """How many orders of the script were said before a moment began."""
    said = 0
    for k in range(len(walk.script)):
        if first > 0 and int(walk.script[k]["given_ms"]) <= first * int(walk.times[4]):
            said += 1
    return said


@compiled
def noted(walk: Walk, k: int, heard: np.uint64) -> bool:
    """Whether that was heard, or writes it down where the walk is to learn it."""
    if walk.times[3] == 1:
        walk.heard[k] = heard
    return bool(walk.heard[k] == heard)


def empty_walk(start: np.ndarray, sizes: tuple[int, int], script: np.ndarray) -> Walk:
    """A walk that stands in the true world; `sizes`: the most of anything, and the moments."""
    most, moments = sizes
    return Walk(
        start,
        np.zeros((2 * BLOCKS, most), np.uint64),
        np.zeros((2, moments), np.int64),
        script,
        np.zeros(moments + 2, np.uint64),
        np.zeros(1, np.int64),
        np.zeros((len(Move), 2), np.int64),
        np.zeros(3, np.uint64),
        np.array([0, 0, 0, 0, MOMENT_MS, 0], np.int64),
        np.zeros(2, np.int64),
    )


def example_walk(start: np.ndarray) -> Walk:
    """Any walk, for its types."""
    return empty_walk(start, (1, 1), np.zeros(1, ORDER))
