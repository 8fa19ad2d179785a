"""A hazard that ended by itself, and who finds out."""

import numpy as np
from msgspec.structs import replace

from tests import tiny
from tests.tiny import ROAD, ROOM_A, ROOM_C
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.hazard import fall_silent
from warmzone.scenario.incident import Threat
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Discipline, HazardState, Seat, ThreatStatus
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind


def ended_in(area: int, at_ms: int) -> Run:
    """The small incident with a hazard that ends by itself in a room, a person in command."""
    threat = Threat("silent", "unknown", over_after_active_p=1.0, second_report_p=0.0)
    scenario = replace(tiny.scenario("silent"), threat=threat)
    run = Run(prepare(scenario, tiny.site()), 1, automatic("interior"), tactical_is_person=True)
    run.advance(at_ms)
    run.state.hazard[0]["area"] = area
    with np.errstate(over="ignore"):
        fall_silent(run.state, run.prepared.world, 0, run.now_ms)
    return run


def said_over(run: Run) -> np.ndarray:
    """Who has said that it is over, and of which area."""
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    over = (rows["kind"] == ReportKind.THREAT) & (rows["status"] == ThreatStatus.OVER)
    found: np.ndarray = rows[over & (rows["team"] >= 0)]
    return found


def test_nobody_knows_until_officers_come_by() -> None:
    """It is over and nobody says so; the team sent there says it once, and the seat knows."""
    run = ended_in(ROOM_C, 420_000)
    assert int(run.state.hazard[0]["state"]) == HazardState.OVER
    assert len(said_over(run)) == 0
    assert int(run.state.seats[Seat.TACTICAL]["threat"]) != ThreatStatus.OVER
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=1) == Refusal.ACCEPTED
    assert tiny.tell(run, Verb.CONTACT, 0, ROOM_C) == Refusal.ACCEPTED
    run.advance(700_000)
    said = said_over(run)
    assert said["team"].tolist() == [0]
    assert said["area"].tolist() == [ROOM_C]
    assert int(run.state.seats[Seat.TACTICAL]["threat"]) == ThreatStatus.OVER


def test_officers_who_are_there_see_it_at_once_and_medics_do_not() -> None:
    """Of all who stand in the room when it ends the first officers say so; a crew says nothing."""
    for discipline in Discipline:
        run = ended_in(ROOM_A, 420_000)
        run.state.hazard[0]["unseen"] = 0
        run.state.teams["area"] = np.where(
            run.state.teams["discipline"] == discipline, ROOM_A, ROAD
        )
        before = len(said_over(run))
        with np.errstate(over="ignore"):
            fall_silent(run.state, run.prepared.world, 0, run.now_ms)
        assert len(said_over(run)) - before == (1 if discipline == Discipline.POLICE else 0)
        assert int(run.state.hazard[0]["unseen"]) == (discipline == Discipline.MEDICAL)
