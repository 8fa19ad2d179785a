"""How many are hurt: unequal counts, recounts, and the one figure that they are reconciled to."""

from warmzone.kernel.arrays import State
from warmzone.kernel.beliefs import hear
from warmzone.kernel.codes import Item, Lane
from warmzone.kernel.compiled import compiled
from warmzone.kernel.lanes import hand_on
from warmzone.kernel.radio import listens, pass_on, send_report
from warmzone.kernel.reports import fill_counts, open_report
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Phase, Seat, Source
from warmzone.vocabulary.reports import ReportKind


@compiled
def recount(state: State, world: World, row: int, now: int) -> None:
    """Teams where casualties were spoken of count again; the numbers are compared a little later.

    Of each such place the team that reported it answers, if it is still there, else the first.
    """
    own = state.seats[Seat.TACTICAL]
    for k in range(int(own["places"])):
        area = int(state.places[Seat.TACTICAL, k])
        t = counter(state, area)
        if t >= 0:
            report = open_report(state, ReportKind.COUNT, t, now)
            fill_counts(state, report, area)
            send_report(state, world, report, now)
    due = now + int(world.parameters[0]["reconcile_s"] * 1000.0)
    hand_on(state, world, (Item.COUNTED, row, Seat.TACTICAL), due)


@compiled
def counter(state: State, area: int) -> int:
    """The team that counts again in an area: whoever reported it, if there, else the first; -1."""
    latest = int(state.area_beliefs[Seat.TACTICAL, area]["report"])
    if latest >= 0:
        t = int(state.reports[latest]["team"])
        if t >= 0 and stands_in(state, t, area):
            return t
    for t in range(len(state.teams)):
        if stands_in(state, t, area):
            return t
    return -1


@compiled
def stands_in(state: State, t: int, area: int) -> bool:
    """Whether team t is in an area and can speak."""
    team = state.teams[t]
    here = team["area"] == area and team["able"] > 0
    return bool(here and team["phase"] != Phase.NOT_ARRIVED)


@compiled
def reconcile(state: State, world: World, now: int) -> None:
    """Callers' and teams' numbers have been compared: one figure, for both seats.

    Where a team has looked, its count stands and what callers claimed is dropped.
    """
    row = open_report(state, ReportKind.COUNT, -1, now)
    report = state.reports[row]
    report["source"] = Source.DISPATCH
    for a in range(len(state.ground)):
        belief = state.area_beliefs[Seat.TACTICAL, a]
        if belief["seen_ms"] >= 0:
            for c in range(4):
                report["counts"][c] += belief["counts"][c]
        else:
            report["flag"] += belief["claimed"]
    hear(state, world, Seat.TACTICAL, row, now)
    if listens(state, Seat.MEDICAL, Lane.POLICE):
        hear(state, world, Seat.MEDICAL, row, now)
    else:
        pass_on(state, world, row, Seat.MEDICAL, now)
