"""Keyed luck: a random number is a hash of (seed, epoch, entity, purpose, occurrence).

The words are mixed one after another, never packed, so one changed order changes no unrelated draw.
Latent values that are drawn at the start (arrivals, who can be hurt, thresholds) belong to epoch 0
and are kept by a branch; everything drawn later uses the epoch in force.
"""

from enum import IntEnum

import numpy as np

from warmzone.kernel.arithmetic import exponential, natural_log, normal_quantile
from warmzone.kernel.compiled import compiled

_S30 = np.uint64(30)
_S27 = np.uint64(27)
_S31 = np.uint64(31)
_S11 = np.uint64(11)
_M1 = np.uint64(0xBF58476D1CE4E5B9)
_M2 = np.uint64(0x94D049BB133111EB)
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_TO_UNIT = 1.0 / 9007199254740992.0


class Purpose(IntEnum):
    """What a draw is for. Append only: a number is part of the luck of every seed."""

    PERSON_AREA = 1
    WOUND = 2
    SEVERITY = 3
    EXPOSURE_THRESHOLD = 4
    DEATH_THRESHOLD = 5
    FLEE = 6
    WALKS = 7
    COUNT = 8
    ARRIVAL = 9
    CREW = 10
    HAZARD_AREA = 11
    HAZARD_DURATION = 12
    HAZARD_MOVE = 13
    HAZARD_MOVE_TO = 14
    HAZARD_AFTER = 15
    HAZARD_RESTART = 16
    HAZARD_CONTACT = 17
    RESPONDER_THRESHOLD = 18
    TREATMENT = 19
    TRIAGE = 20
    INITIATIVE = 21
    TRIP = 22
    OUTSIDE = 23
    HAZARD_LEAVES = 40
    SECOND_REPORT = 41
    SECOND_AREA = 42
    SECOND_TRUE = 43
    DEVICE = 44
    DEVICE_SEEN = 45
    ELSEWHERE = 46
    PARKING = 47
    NEAR_MISS = 48
    UNASKED = 50
    FREELANCE = 51
    DOWN_PULL = 52
    TAKEN_DEAD = 60
    POLICE_TRIP = 61
    SELF_TRANSPORT = 62
    CROWD = 63
    CROWD_RUNS = 64
    CALLER = 65
    CALL = 66
    SENIOR = 53
    SENIOR_ACT = 54
    RADIO = 30
    HANDING_ON = 31
    LAPSE = 70
    SLIP = 71
    SPAN = 72


@compiled
def mixed(z: np.uint64) -> np.uint64:
    """A bijective 64-bit mix (the finaliser of SplitMix64)."""
    z = (z ^ (z >> _S30)) * _M1
    z = (z ^ (z >> _S27)) * _M2
    return z ^ (z >> _S31)


@compiled
def word(seed: np.uint64, key: tuple[int, int, int, int]) -> np.uint64:
    """64 random bits for the key (epoch, entity, purpose, occurrence)."""
    h = mixed(seed + _GOLDEN)
    h = mixed(h ^ (np.uint64(key[0]) + _GOLDEN))
    h = mixed(h ^ (np.uint64(key[1]) + _GOLDEN))
    h = mixed(h ^ (np.uint64(key[2]) + _GOLDEN))
    return mixed(h ^ (np.uint64(key[3]) + _GOLDEN))


@compiled
def uniform(seed: np.uint64, key: tuple[int, int, int, int]) -> float:
    """A number evenly spread over the open interval (0, 1)."""
    return (float(word(seed, key) >> _S11) + 0.5) * _TO_UNIT


@compiled
def unit_exponential(seed: np.uint64, key: tuple[int, int, int, int]) -> float:
    """An exponential with mean 1."""
    return -natural_log(uniform(seed, key))


@compiled
def lognormal(
    seed: np.uint64, key: tuple[int, int, int, int], median: float, sigma: float
) -> float:
    """A lognormal with that median and that sigma of the logarithm."""
    return median * exponential(sigma * normal_quantile(uniform(seed, key)))


@compiled
def whole(seed: np.uint64, key: tuple[int, int, int, int], low: int, high: int) -> int:
    """A whole number from low to high, both included."""
    return low + int(uniform(seed, key) * float(high - low + 1))


@compiled
def drawn_place(places: np.ndarray, u: float) -> int:
    """The area of a weighted list (PLACE_WEIGHT, weights add to 1) at quantile u."""
    total = 0.0
    for k in range(len(places)):
        total += places[k]["weight"]
        if u < total:
            return int(places[k]["area"])
    return int(places[len(places) - 1]["area"])
