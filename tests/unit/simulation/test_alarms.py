"""Beyond the first threat: containing it, its leaving, a second one, a device, everybody out."""

import numpy as np
import pytest
from msgspec.structs import replace

from tests import tiny
from tests.tiny import CORRIDOR, LOBBY, ROAD, ROOM_A, ROOM_C, VAULT
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.alarms import hesitates
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.hazard import activate, fall_silent
from warmzone.kernel.pace import speed
from warmzone.scenario.incident import Device, FirstReport, Threat
from warmzone.simulation.lower import prepare
from warmzone.simulation.observe import seat_view, truth
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Alarm, HazardState, Phase, Seat, Task, ThreatStatus, Zone
from warmzone.vocabulary.orders import Order, Refusal, Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind

MEDICS = 5


def made(threat: Threat | None = None, seed: int = 1, **changes: object) -> Run:
    """A run of the small incident with other fields, a person in the Tactical seat."""
    scenario = tiny.scenario("silent", **changes)
    base = scenario.threat if threat is None else threat
    scenario = replace(scenario, threat=replace(base, second_report_p=0.0))
    run = Run(prepare(scenario, tiny.site()), seed, automatic("interior"), tactical_is_person=True)
    run.state.hazard[0]["area"] = VAULT
    return run


def commanded(run: Run, at_ms: int = 420_000) -> Run:
    """The same with everybody on scene and command taken inside."""
    run.advance(at_ms)
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=1) == Refusal.ACCEPTED
    return run


def said(run: Run, kind: ReportKind) -> int:
    """How many reports of a kind have been made."""
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    return int((rows["kind"] == kind).sum())


def wake(run: Run, area: int) -> None:
    """The hazard is active in an area now, and stays there and so."""
    run.state.hazard[0]["area"] = area
    run.state.hazard[0]["contact_threshold"] = 1.0e9
    slots = run.prepared.world.layout[0]["slot"]
    with np.errstate(over="ignore"):
        activate(run.state, run.prepared.world, 0, run.now_ms)
    for kind in (EventKind.HAZARD, EventKind.HAZARD_MOVE):
        schedule(run.state.times, run.state.winners, int(slots[kind]), NEVER)


def test_containing_guards_the_ways_out_of_an_area() -> None:
    """A team told to contain a room stands next door; the hazard is shut in until it leaves."""
    run = commanded(made())
    wake(run, ROOM_A)
    assert int(run.state.hazard[0]["state"]) == HazardState.ACTIVE
    assert tiny.tell(run, Verb.CONTAIN, 1, ROOM_A) == Refusal.ACCEPTED
    while int(run.state.hazard[0]["state"]) == HazardState.ACTIVE:
        run.advance(run.now_ms + 1000)
        assert run.now_ms < 900_000
    team = run.state.teams[1]
    assert int(run.state.hazard[0]["state"]) == HazardState.CONTAINED
    assert (int(team["area"]), int(team["phase"])) == (CORRIDOR, Phase.HOLDING)
    assert float(run.state.ground[CORRIDOR]["exposure"]) == 0.0
    assert float(run.state.ground[ROOM_A]["exposure"]) > 0.0
    run.advance(run.now_ms + 20_000)
    assert seat_view(run, Seat.TACTICAL).threat == ThreatStatus.CONTAINED
    assert tiny.tell(run, Verb.STAGE, 1) == Refusal.ACCEPTED
    run.advance(run.now_ms + 40_000)
    assert int(run.state.hazard[0]["state"]) != HazardState.CONTAINED
    assert not run.state.guards.any()


def test_a_second_team_finds_no_way_out_left_to_guard() -> None:
    """Where every way out is guarded already a team says that there is nothing to do."""
    run = commanded(made())
    tiny.tell(run, Verb.CONTAIN, 1, ROOM_A)
    tiny.tell(run, Verb.CONTAIN, 2, ROOM_A)
    run.advance(run.now_ms + 60_000)
    belief = run.state.team_beliefs[Seat.TACTICAL, 2]
    assert int(belief["cannot"]) == CannotReason.NOTHING_TO_DO
    assert int(belief["cannot_ms"]) > 0


def gone_quiet(leaves_p: float, seed: int = 1) -> Run:
    """A run whose hazard has just fallen silent for the first time, not held anywhere."""
    threat = replace(
        tiny.scenario("active").threat,
        over_after_active_p=0.0,
        contained_p=0.0,
        restart_p=0.0,
        leaves_p=leaves_p,
    )
    run = made(threat, seed)
    run.state.hazard[0]["area"] = ROOM_A
    with np.errstate(over="ignore"):
        fall_silent(run.state, run.prepared.world, 0, run.now_ms)
    return run


def test_a_hazard_may_leave_unseen() -> None:
    """Gone, it hurts nobody here and is over here; all that is heard is that it is quiet."""
    assert int(gone_quiet(0.0).state.hazard[0]["state"]) == HazardState.SILENT
    run = gone_quiet(1.0)
    assert int(run.state.hazard[0]["state"]) == HazardState.ELSEWHERE
    assert int(run.state.record[0]["left_ms"]) == run.now_ms
    assert int(run.state.record[0]["threat_over_ms"]) == run.now_ms
    assert float(run.state.ground["exposure"].max()) == 0.0
    run.advance(600_000)
    assert int(run.state.seats[Seat.MEDICAL]["threat"]) != ThreatStatus.OVER


@pytest.mark.parametrize("warned", [False, True])
def test_warning_other_sites_in_time_counts(warned: bool) -> None:
    """Where it goes on elsewhere after a warning nobody is unwarned; the order is given once."""
    run = gone_quiet(1.0)
    run.state.record[0]["elsewhere_ms"] = 900_000
    commanded(run)
    if warned:
        assert tiny.tell(run, Verb.WARN_SITES) == Refusal.ACCEPTED
        assert tiny.tell(run, Verb.WARN_SITES) == Refusal.ALREADY_DONE
    run.advance(run.prepared.end_ms)
    row = run.outcome_row()[0]
    assert int(row["unwarned"]) == int(not warned)
    assert (int(row["warned_ms"]) >= 0) == warned


def claimed(true_p: float, seed: int = 1) -> Run:
    """A run in which a caller speaks of a second attacker in room C, heard at minute 7."""
    says = FirstReport(430, "caller", "room-c", "There is another one.", 425.0, second=True)
    threat = replace(tiny.scenario("silent").threat, second_true_p=true_p)
    return commanded(made(threat, seed, reports=[says]))


def test_a_report_of_a_second_attacker_is_checked_by_a_team() -> None:
    """Unchecked it slows teams near it; a team that finds nobody says so, and that is over."""
    run = claimed(0.0)
    order = Order(Seat.TACTICAL, Verb.CHECK_REPORT, 1, ROOM_C)
    assert run.check(order) == Refusal.NO_SUCH_REPORT
    run.advance(440_000)
    state, world = run.state, run.prepared.world
    assert int(state.area_beliefs[Seat.TACTICAL, ROOM_C]["alarm"]) == Alarm.SECOND_ATTACKER
    assert hesitates(state, world, 1, CORRIDOR)
    assert not hesitates(state, world, 1, ROAD) or world.distance_m[ROAD, ROOM_C] <= 25.0
    slow = speed(state, world, 0, CORRIDOR)
    assert run.give(order) == Refusal.ACCEPTED
    run.advance(run.now_ms + 240_000)
    assert said(run, ReportKind.CHECKED) == 1
    assert int(state.seats[Seat.TACTICAL]["alarms"]) == 0
    assert speed(state, world, 0, CORRIDOR) > slow
    assert run.check(order) == Refusal.NO_SUCH_REPORT


def test_a_true_report_is_a_second_hazard() -> None:
    """From the moment it speaks of, a second hazard is active there, and contact ends it."""
    run = claimed(1.0)
    assert int(run.state.hazard[1]["state"]) == HazardState.NONE
    run.advance(428_000)
    assert int(run.state.hazard[1]["state"]) == HazardState.ACTIVE
    assert truth(run).second_area == ROOM_C
    assert float(run.state.ground[ROOM_C]["reach"][1]) == 1.0
    run.state.hazard[1]["contact_threshold"] = 0.1
    assert tiny.tell(run, Verb.CONTACT, 1, ROOM_C) == Refusal.ACCEPTED
    run.advance(run.now_ms + 300_000)
    assert int(run.state.hazard[1]["state"]) in (HazardState.OVER, HazardState.CONTAINED)
    assert int(run.state.record[0]["threat_over_ms"]) < 0


def test_reports_of_a_second_attacker_are_mostly_false() -> None:
    """Drawn at the evidence's share: some incidents have the report, few of those a second one."""
    prepared = tiny.prepared("active")
    runs = [Run(prepared, seed, automatic("nobody")) for seed in range(300)]
    spoken = [int(run.state.alarm[0]["claimed_area"]) >= 0 for run in runs]
    second = int(prepared.world.layout[0]["slot"][EventKind.HAZARD]) + 1
    real = [int(run.state.times[second]) < NEVER for run in runs]
    assert 60 <= sum(spoken) <= 120
    assert 1 <= sum(real) <= 25
    assert all(said for said, is_real in zip(spoken, real, strict=True) if is_real)


def with_device() -> Run:
    """A commanded run with a device in room C, not found yet."""
    return commanded(made(device=Device("room-c", 421.0)))


def test_a_device_is_found_by_searching_and_turns_the_ground() -> None:
    """Found, it turns its area and those next door; medics refuse that ground, warm or not."""
    run = with_device()
    for area in (CORRIDOR, ROOM_C):
        tiny.tell(run, Verb.DECLARE_ZONE, area=area, value=Zone.WARM)
    tiny.tell(run, Verb.CLEAR, 1, ROOM_C)
    run.advance(run.now_ms + 240_000)
    assert said(run, ReportKind.DEVICE) == 1
    assert int(run.state.record[0]["flips"]) == 2
    assert run.state.ground["device"][[ROOM_C, CORRIDOR, LOBBY]].tolist() == [1, 1, 0]
    assert seat_view(run, Seat.TACTICAL).areas[-1].alarm in (0, Alarm.DEVICE)
    run.state.seats[Seat.MEDICAL]["free_entry"] = 1
    tiny.tell(run, Verb.CLEAR_RTF_IN, MEDICS, ROOM_C)
    run.advance(run.now_ms + 60_000)
    assert int(run.state.team_beliefs[Seat.TACTICAL, MEDICS]["cannot"]) == CannotReason.GROUND_HOT


def test_time_beside_a_device_is_counted_and_a_device_can_be_absent() -> None:
    """Teams beside a found device accumulate exposure; one that is not there is never found."""
    run = with_device()
    tiny.tell(run, Verb.CLEAR, 1, ROOM_C)
    run.advance(run.now_ms + 240_000)
    assert int(run.outcome_row()[0]["beside_device_ms"]) > 0
    assert float(run.state.teams["exposure_rate_per_min"].max()) > 0.0
    none = commanded(made(device=Device("room-c", chance=0.0)))
    tiny.tell(none, Verb.CLEAR, 1, ROOM_C)
    none.advance(none.now_ms + 240_000)
    assert said(none, ReportKind.DEVICE) == 0


def test_everybody_leaves_ground_that_is_to_be_cleared() -> None:
    """Each team there answers for itself and goes; others stay where they are."""
    run = commanded(made())
    for team in (0, 1):
        tiny.tell(run, Verb.HOLD, team, CORRIDOR)
    tiny.tell(run, Verb.HOLD, 2, LOBBY)
    run.advance(run.now_ms + 120_000)
    assert run.state.teams["area"][[0, 1, 2]].tolist() == [CORRIDOR, CORRIDOR, LOBBY]
    answers = said(run, ReportKind.STATUS)
    assert tiny.tell(run, Verb.WITHDRAW_AREA, area=CORRIDOR) == Refusal.ACCEPTED
    run.advance(run.now_ms + 90_000)
    assert run.state.teams["task"][[0, 1, 2]].tolist() == [Task.WITHDRAW, Task.WITHDRAW, Task.HOLD]
    assert CORRIDOR not in run.state.teams["area"][[0, 1]].tolist()
    there = said(run, ReportKind.STATUS) - answers
    assert there >= 2
