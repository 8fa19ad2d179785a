"""A benchmark clock is called overdue only where what was heard calls for it."""

from dataclasses import replace

import pytest

from warmzone.doctrine.commanders import automatic
from warmzone.evidence.rows import benchmark_rows
from warmzone.scenario.library import open_scenario
from warmzone.server.clocks import LABELS, clock_views
from warmzone.server.heard import Heard, Report, heard_by_tactical
from warmzone.server.names import Names
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Source, ThreatStatus
from warmzone.vocabulary.reports import ReportKind

NAMES = Names(("CT1", "RTF1"), frozenset({1}), open_scenario("school-active-threat")[1])


@pytest.fixture(scope="module")
def silence() -> Heard:
    """What is known before anybody spoke, of a threat that may be there."""
    prepared = prepare(*open_scenario("school-active-threat"))
    heard = heard_by_tactical(Run(prepared, 3, automatic("interior"), tactical_is_person=True))
    clocks = dict.fromkeys(heard.clocks, -1)
    view = replace(heard.view, threat=int(ThreatStatus.UNKNOWN), ccp=-1, ccp_ms=-1)
    return replace(heard, view=view, reports=(), clocks=clocks)


def report(team: int, at_s: float, red: int = 0) -> Report:
    """A team reports what it sees."""
    at_ms = round(at_s * 1000)
    counts = (red, 0, 0, 0)
    kind = ReportKind.AREA_SEEN
    return Report(0, kind, team, 4, Source.TEAM, -1, counts, 0, at_ms, at_ms, at_ms)


def told(heard: Heard, *reports: Report, threat: ThreatStatus = ThreatStatus.UNKNOWN) -> Heard:
    """The same with reports heard and a threat held to be so."""
    return replace(heard, view=replace(heard.view, threat=int(threat)), reports=reports)


def due(heard: Heard) -> dict[str, float | None]:
    """Due times by clock."""
    return {clock.name: clock.due_s for clock in clock_views(heard, NAMES)}


def test_nothing_is_due_before_anybody_is_there(silence: Heard) -> None:
    """An empty scene calls for nothing that could be late."""
    assert due(silence) == dict.fromkeys(LABELS)


def test_each_call_sets_its_clock(silence: Heard) -> None:
    """Officers call for command, medics for ground and entry, a collection point for a way out."""
    assert due(told(silence, report(0, 100)))["interior_command"] == 480
    medics = due(told(silence, report(0, 100), report(1, 500)))
    assert (medics["first_warm_declared"], medics["rtf_in"]) == (810, 990)
    assert medics["corridor_open"] is None
    placed = replace(silence, view=replace(silence.view, ccp=4, ccp_ms=300_000))
    assert due(placed)["corridor_open"] == 1248


def test_the_first_red_is_due_from_the_first_warm_ground(silence: Heard) -> None:
    """Twelve minutes from declaring warm; before that only the declaration itself is late."""
    red = told(silence, report(0, 100, red=2))
    assert due(red)["first_red_out"] is None
    warm = replace(red, clocks=red.clocks | {"first_warm_declared": 400_000})
    assert due(warm)["first_red_out"] == 400 + 720
    assert due(told(silence, report(0, 100)))["first_red_out"] is None


def test_without_a_threat_only_the_way_out_is_due(silence: Heard) -> None:
    """Where nothing threatens nobody is late with warm ground, an RTF or a corridor."""
    reports = (report(0, 100, red=1), report(1, 500))
    found = due(told(silence, *reports, threat=ThreatStatus.NONE))
    late = {name: at_s for name, at_s in found.items() if at_s is not None}
    assert late == {"first_red_out": 100 + 720}


def test_once_it_is_over_warm_ground_is_not_due_and_medics_are(silence: Heard) -> None:
    """People still lie inside when the threat has ended."""
    found = due(told(silence, report(0, 100), report(1, 500), threat=ThreatStatus.OVER))
    assert (found["first_warm_declared"], found["rtf_in"]) == (None, 990)


def test_late_help_is_not_overdue_on_arrival(silence: Heard) -> None:
    """Medics who arrive after the benchmark leave time to let them in."""
    found = due(told(silence, report(0, 100), report(1, 1400)))
    assert found["rtf_in"] == 1400 + benchmark_rows()["notice"].value
