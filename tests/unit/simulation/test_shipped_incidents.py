"""What the shipped scenarios promise must come out when they are played."""

import pytest

from warmzone.doctrine.commanders import automatic
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.observe import outcome, seat_view
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Discipline, Seat, ThreatStatus
from warmzone.vocabulary.reports import ReportKind


def handed_over(scenario_id: str) -> Run:
    """A drill at the moment at which the seat is handed over, under its own seed."""
    scenario, site = open_scenario(scenario_id)
    assert scenario.start is not None
    run = Run(prepare(scenario, site), scenario.seed, automatic(scenario.start.commander))
    run.advance(scenario.start.minute * 60_000)
    return run


def test_the_rtf_is_at_the_door() -> None:
    """The school drill begins with four police teams and two crews that wait for an answer."""
    view = seat_view(handed_over("drill-school-rtf-at-the-door"), Seat.TACTICAL)
    police = [team for team in view.teams if team.discipline == Discipline.POLICE]
    crews = [team for team in view.teams if team.discipline == Discipline.MEDICAL]
    assert len(police) == 4
    assert [crew.asked_ms >= 0 for crew in crews] == [True, True]
    assert view.threat == ThreatStatus.UNKNOWN
    assert sum(area.counts[0] for area in view.areas) > 0


def test_the_arcade_is_quiet_but_not_over() -> None:
    """The arcade drill begins with three police teams, casualties seen, and the threat unknown."""
    run = handed_over("drill-arcade-unknown-threat")
    view = seat_view(run, Seat.TACTICAL)
    assert len([team for team in view.teams if team.discipline == Discipline.POLICE]) == 3
    assert view.threat == ThreatStatus.UNKNOWN
    assert sum(sum(area.counts[:3]) for area in view.areas) > 0
    assert not [one for one in view.reports if one.kind == ReportKind.ENTRY_REQUEST]


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5, 6])
def test_the_school_has_a_dozen_casualties_or_two(seed: int) -> None:
    """The active threat in the school hurts between 10 and 27 people, mostly 12 to 25."""
    run = Run(prepare(*open_scenario("school-active-threat")), seed, automatic("interior"))
    run.advance(run.prepared.end_ms)
    assert 10 <= outcome(run).casualties <= 27


def test_one_casualty_after_the_robbery() -> None:
    """The robbery has exactly one casualty and no threat left."""
    run = Run(prepare(*open_scenario("robbery-single-casualty")), 1, automatic("interior"))
    run.advance(run.prepared.end_ms)
    came_out = outcome(run)
    assert came_out.casualties == 1
    assert came_out.clocks["threat_over"] == 0.0
    assert came_out.responders_hurt == 0


def test_more_hurt_than_medics_at_the_derailment() -> None:
    """The derailment is a mass-casualty incident by ratio, without any threat."""
    prepared = prepare(*open_scenario("derailment-mci"))
    run = Run(prepared, 1, automatic("interior"))
    run.advance(prepared.end_ms)
    crews = sum(unit.agency.discipline == "medical" for unit in prepared.units)
    assert outcome(run).casualties > 3 * crews
    assert outcome(run).responders_hurt == 0
