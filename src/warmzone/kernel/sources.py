"""Whose word counts, and how old it is: what a seat holds of the threat, and asking who said so.

A camera's picture does not say how old it is: it is taken for live until somebody asks. Responders
and whoever speaks for all outweigh those who pass on what was seen or heard elsewhere (dispatch,
callers, cameras): these change what a seat holds of the threat only where nothing better is known
or where they speak of new danger. A caller knows where the caller is, not where the threat is.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Item, Lane, Precedence
from warmzone.kernel.compiled import compiled
from warmzone.kernel.lanes import say
from warmzone.kernel.reports import open_report
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Seat, Source, ThreatStatus
from warmzone.vocabulary.reports import ReportKind

PASSED_ON, OWN = 1, 2


@compiled
def standing(source: int, status: int) -> int:
    """PASSED_ON or OWN; -1 is the seat's own word, and dispatch may speak for outside command."""
    if source == Source.DISPATCH:
        safe = status == ThreatStatus.NONE or status == ThreatStatus.OVER
        return OWN if safe else PASSED_ON
    return PASSED_ON if source == Source.CALLER or source == Source.CAMERA else OWN


@compiled
def places_threat(state: State, row: int) -> bool:
    """Whether report `row` says where the threat is."""
    report = state.reports[row]
    return bool(report["area"] >= 0 and report["source"] != Source.CALLER)


@compiled
def true_observed(state: State, world: World, row: int) -> int:
    """When what report `row` tells was seen."""
    report = state.reports[row]
    if report["told"] >= 0 and report["source"] == Source.CAMERA:
        return int(world.told[report["told"]]["observed_ms"])
    return int(report["observed_ms"])


@compiled
def known_observed(state: State, world: World, seat: int, row: int) -> int:
    """When what report `row` tells was seen, as far as a seat knows."""
    report = state.reports[row]
    if seat == Seat.TACTICAL and report["aged_ms"] >= 0:
        return true_observed(state, world, row)
    return int(report["observed_ms"])


@compiled
def hear_of_threat(state: State, world: World, seat: int, row: int) -> None:
    """Let report `row` change what a seat holds of the threat, where its word counts."""
    report = state.reports[row]
    own = state.seats[seat]
    observed = known_observed(state, world, seat, row)
    if observed < own["threat_ms"]:
        return
    danger = report["status"] == ThreatStatus.ONGOING
    held = standing(int(own["threat_by"]), int(own["threat"]))
    if not danger and standing(int(report["source"]), int(report["status"])) < held:
        return
    own["threat"] = report["status"]
    own["threat_ms"] = observed
    own["threat_heard_ms"] = report["heard_ms"][seat]
    own["threat_by"] = report["source"]
    own["threat_report"] = row
    if places_threat(state, row) or (danger and own["threat_area"] < 0):
        own["threat_area"] = report["area"]


@compiled
def answer_source(state: State, world: World, row: int, now: int) -> None:
    """Dispatch looks up who last spoke of the ground of order `row`, and says it on the channel."""
    area = int(state.orders[row]["area"])
    asked = int(state.area_beliefs[Seat.TACTICAL, area]["latest"])
    answer = open_report(state, ReportKind.SOURCE_GIVEN, -1, now)
    report = state.reports[answer]
    report["area"] = area
    report["about"] = asked
    report["source"] = state.reports[asked]["source"]
    report["status"] = state.reports[asked]["kind"]
    report["flag"] = state.reports[asked]["team"] + 1
    report["observed_ms"] = true_observed(state, world, asked)
    say(state, world, Lane.POLICE, (Item.REPORT, answer, 0, Precedence.ROUTINE), now)


@compiled
def hear_of_source(state: State, world: World, seat: int, row: int, now: int) -> None:
    """Tactical learns how old a picture is; what it made of it is thought over again."""
    told = int(state.reports[state.reports[row]["about"]]["told"])
    if seat != Seat.TACTICAL or told < 0:
        return
    for k in range(int(state.clock[0]["reports"])):
        if int(state.reports[k]["told"]) == told and state.reports[k]["aged_ms"] < 0:
            state.reports[k]["aged_ms"] = now
    own = state.seats[seat]
    rests_on = int(own["threat_report"])
    if rests_on >= 0 and int(state.reports[rests_on]["told"]) == told:
        think_over(state, world, seat)
    place_again(state, world, seat, int(state.reports[row]["area"]))


@compiled
def think_over(state: State, world: World, seat: int) -> None:
    """What a seat holds of the threat, from all that it has heard, as old as it now knows it is."""
    own = state.seats[seat]
    own["threat"] = world.setting[0]["threat_reported"]
    own["threat_ms"] = 0
    own["threat_heard_ms"] = 0
    own["threat_area"] = -1
    own["threat_by"] = Source.DISPATCH
    own["threat_report"] = -1
    for k in range(int(state.clock[0]["reports"])):
        report = state.reports[k]
        if report["kind"] == ReportKind.THREAT and report["heard_ms"][seat] >= 0:
            hear_of_threat(state, world, seat, k)


@compiled
def place_again(state: State, world: World, seat: int, area: int) -> None:
    """When a seat last heard the threat placed in an area, as old as it now knows that to be."""
    placed = -1
    for k in range(int(state.clock[0]["reports"])):
        report = state.reports[k]
        of_threat = report["kind"] == ReportKind.THREAT and report["heard_ms"][seat] >= 0
        ongoing = of_threat and report["status"] == ThreatStatus.ONGOING
        if ongoing and report["area"] == area and places_threat(state, k):
            placed = max(placed, known_observed(state, world, seat, k))
    state.area_beliefs[seat, area]["threat_ms"] = placed
