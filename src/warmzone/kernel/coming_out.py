"""Uninjured people who are outside now: they are counted, and some say what they ran from."""

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Item
from warmzone.kernel.compiled import compiled
from warmzone.kernel.radio import announce
from warmzone.kernel.reports import open_report, threat_report
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Source, ThreatStatus
from warmzone.vocabulary.reports import ReportKind


@compiled
def are_outside(state: State, world: World, batch: tuple[int, int, int], now: int) -> None:
    """A batch, as (Item, area that it came from, people), is outside.

    People on the street say how many have come, as their number doubles, and where from they ran.
    """
    kind, area, people = batch
    goal = int(world.areas[area]["exit_area"])
    state.ground[goal]["uninjured"] += people
    record = state.record[0]
    before = int(record["uninjured_out"])
    record["uninjured_out"] = before + people
    if not has_doubled(before, before + people):
        return
    row = open_report(state, ReportKind.PEOPLE_OUT, -1, now)
    state.reports[row]["source"] = Source.CALLER
    state.reports[row]["area"] = goal
    state.reports[row]["flag"] = before + people
    announce(state, world, row, now)
    if kind == Item.RAN:
        row = threat_report(state, -1, ThreatStatus.ONGOING, area, now)
        state.reports[row]["source"] = Source.CALLER
        state.reports[row]["observed_ms"] = state.ground[area]["alarmed_ms"]
        announce(state, world, row, now)


@compiled
def has_doubled(before: int, after: int) -> bool:
    """Whether a number has reached another power of two."""
    power = 1
    while power <= before:
        power *= 2
    return bool(after >= power)
