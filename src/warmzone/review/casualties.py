"""The casualties' fates beside what the Tactical seat had been told."""

from collections.abc import Sequence

import numpy as np

from warmzone.kernel.outcomes import fate
from warmzone.kernel.physiology import lives_ideally
from warmzone.review.category import category_when_hurt
from warmzone.review.hearing import reports_heard, speaks_of_casualties
from warmzone.review.names import Names, at, seconds
from warmzone.review.rebuild import Rebuilt
from warmzone.review.shapes import KILLED_AT_ONCE, CasualtyRow
from warmzone.review.words import reporter
from warmzone.vocabulary.codes import Care, Wound

WOUNDS = {
    Wound.KILLED: KILLED_AT_ONCE,
    Wound.LIMB: "limb bleeding",
    Wound.JUNCTIONAL: "groin or armpit bleeding",
    Wound.TORSO: "torso bleeding",
    Wound.CHEST: "chest or airway",
    Wound.HEAD: "head",
    Wound.MINOR: "minor",
}


CLOCK_MS = 2 * 3_600_000
"""Up to here a time is told as a reading of the clock."""


def casualties(rebuilt: Rebuilt, origins: Sequence[int]) -> list[CasualtyRow]:
    """One row for each person hurt, in the order in which they were hurt.

    `origins` is the area of each latent person at time 0, where they are hurt.
    """
    state = rebuilt.run.state
    people = state.people[: int(state.clock[0]["person_count"])]
    hurt = [i for i in range(len(people)) if people[i]["hurt_ms"] >= 0]
    hurt.sort(key=lambda i: (int(people[i]["hurt_ms"]), i))
    names = Names(rebuilt.prepared)
    return [_row(rebuilt, names, i, origins[i], n + 1) for n, i in enumerate(hurt)]


def _row(rebuilt: Rebuilt, names: Names, i: int, area: int, number: int) -> CasualtyRow:
    state, world = rebuilt.run.state, rebuilt.prepared.world
    person = state.people[i]
    with np.errstate(over="ignore"):
        dead_ms = int(fate(state, world, i, rebuilt.run.now_ms))
        savable = bool(lives_ideally(world, person))
    told_ms, told_by = _told(rebuilt, names, area, int(person["hurt_ms"]))
    return CasualtyRow(
        number=number,
        area=area,
        wound=_wound(person),
        triage=int(category_when_hurt(rebuilt.prepared.world, person)),
        judged=int(person["seen"]),
        care=int(person["care"]),
        hurt_s=int(person["hurt_ms"]) / 1000,
        seen_s=seconds(int(person["seen_ms"])),
        told_s=seconds(told_ms),
        told_by=told_by,
        controlled_s=seconds(int(person["controlled_ms"])),
        moved_s=seconds(int(person["moved_ms"])),
        collected_s=seconds(int(person["collected_ms"])),
        left_s=seconds(int(person["left_ms"])),
        hospital_s=seconds(int(person["hospital_ms"])),
        hospital=names.hospital(int(person["hospital"])),
        dead_s=seconds(dead_ms),
        savable=savable,
        fate=_fate(person, dead_ms, rebuilt.run.now_ms),
        gap=gap(person, dead_ms) if savable and dead_ms >= 0 else "",
    )


def gap(person: np.ndarray, dead_ms: int) -> str:
    """The first link that broke, of one who would have lived under an ideal response.

    Found, cared for, brought under control, taken away, and all of it in time: in this order.
    """

    def before(name: str) -> bool:
        return 0 <= int(person[name]) <= dead_ms

    if not before("seen_ms"):
        return "never found alive"
    if person["care"] == Care.NONE:
        return f"found at {at(int(person['seen_ms']) / 1000)}, given no care"
    if not before("controlled_ms"):
        return "cared for, never brought under control"
    if not before("left_ms"):
        return "brought under control, not taken away in time"
    return "taken away, too late"


def _wound(person: np.ndarray) -> str:
    wound = Wound(int(person["wound"]))
    return f"{WOUNDS[wound]}, moderate" if person["moderate"] == 1 else WOUNDS[wound]


def _told(rebuilt: Rebuilt, names: Names, area: int, hurt_ms: int) -> tuple[int, str]:
    """When the seat first heard of casualties in an area after this one was hurt, and from whom."""
    best: tuple[int, str] = (-1, "")
    for heard, report in reports_heard(rebuilt.run.state):
        fits = report["area"] == area and report["observed_ms"] >= hurt_ms
        if fits and heard >= 0 and speaks_of_casualties(report) and not 0 <= best[0] <= heard:
            best = (heard, reporter(report, names))
    return best


def _fate(person: np.ndarray, dead_ms: int, end_ms: int) -> str:
    if dead_ms < 0:
        return "alive at 24 h"
    if person["wound"] == Wound.KILLED:
        return KILLED_AT_ONCE
    when = _when(dead_ms)
    if 0 <= person["hospital_ms"] <= dead_ms:
        return f"died in hospital, {when}"
    if 0 <= person["left_ms"] <= dead_ms <= end_ms:
        return f"died on the way, {when}"
    return f"died at the scene, {when}" if dead_ms <= end_ms else f"died after play, {when}"


def _when(ms: int) -> str:
    """The exercise's clock while it can be compared with it, hours beyond."""
    return at(ms / 1000) if ms < CLOCK_MS else f"at {ms / 3_600_000:.0f} h"
