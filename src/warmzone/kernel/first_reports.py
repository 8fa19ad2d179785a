"""What is said from outside the scene: first reports, and that the scene is called clear."""

from warmzone.kernel.alarms import DRAWN
from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.radio import announce
from warmzone.kernel.reports import open_report, threat_report
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Seat, Source, ThreatStatus
from warmzone.vocabulary.reports import ReportKind


@compiled
def told(state: State, world: World, i: int, now: int) -> None:
    """A first report (dispatch, caller, camera) is said on every channel."""
    slot = world.layout[0]["slot"][EventKind.FIRST_REPORT] + i
    schedule(state.times, state.winners, slot, NEVER)
    said = world.told[i]
    if said["casualties"] > 0:
        row = open_report(state, ReportKind.AREA_SEEN, -1, now)
        fill_told(state, world, i, row)
        state.reports[row]["flag"] = said["casualties"]
        announce(state, world, row, now)
    if said["threat"] >= 0:
        row = open_report(state, ReportKind.THREAT, -1, now)
        fill_told(state, world, i, row)
        state.reports[row]["status"] = said["threat"]
        announce(state, world, row, now)
    if said["second"] > 0:
        row = open_report(state, ReportKind.SECOND_ATTACKER, -1, now)
        fill_told(state, world, i, row)
        announce(state, world, row, now)


@compiled
def fill_told(state: State, world: World, i: int, row: int) -> None:
    """Area, source and age of a first report; of a camera's picture nobody says how old it is."""
    report = state.reports[row]
    report["area"] = world.told[i]["area"]
    report["source"] = world.told[i]["source"]
    report["told"] = i
    if report["source"] != Source.CAMERA:
        report["observed_ms"] = world.told[i]["observed_ms"]
    if world.told[i]["second"] == DRAWN:
        report["told"] = -1
        report["area"] = state.alarm[0]["claimed_area"]
        report["observed_ms"] = report["sent_ms"]


@compiled
def outside_clears(state: State, world: World, now: int) -> None:
    """Outside command calls the scene clear, late and on its own: medics may go in freely."""
    slot = world.layout[0]["slot"][EventKind.OUTSIDE]
    schedule(state.times, state.winners, slot, NEVER)
    state.seats[Seat.MEDICAL]["free_entry"] = 1
    row = threat_report(state, -1, ThreatStatus.OVER, -1, now)
    state.reports[row]["source"] = Source.DISPATCH
    announce(state, world, row, now)
