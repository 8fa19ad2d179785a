"""What a study puts in place of a scenario's own reaches those who command."""

from warmzone.doctrine.commanders import automatic
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.studies.study import Incident
from warmzone.studies.variants import variant
from warmzone.vocabulary.codes import Seat, ThreatStatus


def told(reported: str) -> Run:
    """The school after its first calls, the threat gone and said to be as given."""
    scenario, site = open_scenario("school-active-threat")
    incident = Incident(id="one", scenario="", state="over", reported=reported)  # type: ignore[arg-type]
    run = Run(prepare(variant(scenario, site, incident), site), 3, automatic("interior"))
    run.advance(80_000)
    return run


def test_what_is_reported_is_what_command_holds_until_somebody_is_there() -> None:
    """Callers do not overrule it: the scenario's own say that the threat is ongoing."""
    held = {each: int(told(each).state.seats[Seat.TACTICAL]["threat"]) for each in
            ("over", "unknown", "ongoing")}  # fmt: skip
    assert held == {
        "over": ThreatStatus.OVER,
        "unknown": ThreatStatus.UNKNOWN,
        "ongoing": ThreatStatus.ONGOING,
    }


def test_what_is_not_given_is_the_scenarios_own() -> None:
    """An incident that names nothing changes no word of a report."""
    scenario, site = open_scenario("school-active-threat")
    same = variant(scenario, site, Incident(id="one", scenario=""))
    assert same.reports == scenario.reports
    assert any(report.threat == "ongoing" for report in scenario.reports)


def test_medics_come_by_their_own_factor() -> None:
    """Crews and ambulances in half the time, police cars as before."""
    scenario, site = open_scenario("school-active-threat")
    sooner = variant(scenario, site, Incident(id="one", scenario="", medics=0.5))
    assert sooner.ambulances.first_s == scenario.ambulances.first_s / 2
    for before, after in zip(scenario.agencies, sooner.agencies, strict=True):
        factor = 0.5 if before.discipline == "medical" else 1.0
        assert [cars.first_s for cars in after.arrivals] == [
            cars.first_s * factor for cars in before.arrivals
        ]
