"""Whose word counts, and how old it is: standing of sources, and asking who said so."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import CORRIDOR, LANDING, LOBBY, ROOM_A, ROOM_C
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.beliefs import hear
from warmzone.kernel.reports import threat_report
from warmzone.scenario.incident import FirstReport
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Source, ThreatStatus
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

OVER, UNKNOWN, ONGOING = ThreatStatus.OVER, ThreatStatus.UNKNOWN, ThreatStatus.ONGOING


def told(run: Run, status: int, source: int, area: int, observed_ms: int) -> None:
    """Somebody speaks of the threat; Tactical hears it now."""
    team = 0 if source == Source.TEAM else -1
    row = threat_report(run.state, team, status, area, run.now_ms)
    run.state.reports[row]["source"] = source
    run.state.reports[row]["observed_ms"] = observed_ms
    with np.errstate(over="ignore"):
        hear(run.state, run.prepared.world, Seat.TACTICAL, row, run.now_ms)


def held(run: Run) -> tuple[int, int, int]:
    """What Tactical holds of the threat: status, place, when that was seen."""
    own = run.state.seats[Seat.TACTICAL]
    return int(own["threat"]), int(own["threat_area"]), int(own["threat_ms"])


@pytest.mark.parametrize("source", [Source.CALLER, Source.CAMERA, Source.DISPATCH])
def test_who_only_passes_on_cannot_undo_what_a_team_saw(source: Source) -> None:
    """A team's "over" outlasts a later "unknown" of a caller, a camera or dispatch."""
    run = tiny.in_command("none")
    told(run, OVER, Source.TEAM, ROOM_A, run.now_ms)
    before = held(run)
    run.advance(run.now_ms + 60_000)
    told(run, UNKNOWN, source, ROOM_C, run.now_ms)
    assert held(run) == before
    told(run, UNKNOWN, Source.TEAM, ROOM_C, run.now_ms)
    assert held(run) == (UNKNOWN, ROOM_C, run.now_ms)


def test_new_danger_counts_whoever_speaks_of_it() -> None:
    """Shots that a caller hears after a team's "over" make the threat ongoing again."""
    run = tiny.in_command("none")
    told(run, OVER, Source.TEAM, ROOM_A, run.now_ms)
    told(run, ONGOING, Source.CALLER, ROOM_C, run.now_ms - 1)
    assert held(run)[0] == OVER
    told(run, ONGOING, Source.CALLER, ROOM_C, run.now_ms + 1)
    assert held(run)[0] == ONGOING


def test_outside_command_may_say_that_it_is_over() -> None:
    """Dispatch speaks for outside command where it says that all is clear."""
    run = tiny.in_command("none")
    told(run, ONGOING, Source.TEAM, ROOM_A, run.now_ms)
    told(run, OVER, Source.DISPATCH, -1, run.now_ms)
    assert held(run) == (OVER, ROOM_A, run.now_ms)


def test_a_caller_says_where_the_caller_is() -> None:
    """A caller's shots close by never move the threat from where a better word put it."""
    run = tiny.in_command("none")
    run.state.seats[Seat.TACTICAL]["threat_area"] = -1
    told(run, ONGOING, Source.CALLER, ROOM_C, run.now_ms)
    assert held(run)[1] == ROOM_C  # nothing better is known
    assert int(run.state.area_beliefs[Seat.TACTICAL, ROOM_C]["threat_ms"]) < 0
    told(run, ONGOING, Source.TEAM, ROOM_A, run.now_ms)
    told(run, ONGOING, Source.CALLER, LOBBY, run.now_ms)
    assert held(run)[1] == ROOM_A
    assert int(run.state.area_beliefs[Seat.TACTICAL, LOBBY]["threat_ms"]) < 0


def with_picture() -> Run:
    """An incident in which a picture of minute 0 is delivered at minute 8, a person commanding."""
    reports = [FirstReport(480, "camera", "landing", "People running.", 0, "ongoing")]
    scenario = tiny.scenario("none", reports=reports)
    run = Run(prepare(scenario, tiny.site()), 1, automatic("nobody"), tactical_is_person=True)
    run.advance(420_000)
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=1) == Refusal.ACCEPTED
    told(run, UNKNOWN, Source.TEAM, CORRIDOR, run.now_ms)
    return run


def test_an_old_picture_is_taken_for_live_until_somebody_asks() -> None:
    """It moves the threat to where it was; asked, dispatch says from when it is, on the air."""
    run = with_picture()
    before = held(run)
    run.advance(490_000)
    assert held(run) == (ONGOING, LANDING, 480_000)
    assert int(run.state.area_beliefs[Seat.TACTICAL, LANDING]["threat_ms"]) == 480_000
    said = int(run.state.record[0]["messages"])
    assert tiny.tell(run, Verb.ASK_SOURCE, area=LANDING) == Refusal.ACCEPTED
    run.advance(490_000 + 4_000)
    assert held(run)[0] == ONGOING
    run.advance(530_000)
    assert int(run.state.record[0]["messages"]) >= said + 2
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    answer = rows[rows["kind"] == ReportKind.SOURCE_GIVEN]
    assert [int(row["observed_ms"]) for row in answer] == [0]
    assert [int(row["source"]) for row in answer] == [Source.CAMERA]
    assert held(run) == before
    assert int(run.state.area_beliefs[Seat.TACTICAL, LANDING]["threat_ms"]) == 0


def test_an_answer_names_the_team_that_spoke() -> None:
    """Asked about a team's report, dispatch names the team and when it was there."""
    run = tiny.in_command("none")
    told(run, OVER, Source.TEAM, ROOM_A, run.now_ms)
    seen_ms = run.now_ms
    assert tiny.tell(run, Verb.ASK_SOURCE, area=ROOM_A) == Refusal.ACCEPTED
    run.advance(run.now_ms + 60_000)
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    answer = rows[rows["kind"] == ReportKind.SOURCE_GIVEN]
    assert [(int(row["flag"]), int(row["observed_ms"])) for row in answer] == [(1, seen_ms)]


def test_nobody_can_be_asked_about_ground_of_which_nobody_spoke() -> None:
    """There is no source where there is no report."""
    run = tiny.in_command("none")
    assert tiny.tell(run, Verb.ASK_SOURCE, area=tiny.VAULT) == Refusal.NO_SUCH_REPORT
