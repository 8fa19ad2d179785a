"""The record keeps a rescue task force's clocks in the order in which they happen."""

import pytest

from warmzone.doctrine.commanders import automatic
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_crew_forms_then_goes_in_then_meets_casualties(seed: int) -> None:
    """Formed with its security, indoors, beside the first casualty: never in another order."""
    prepared = prepare(*open_scenario("school-active-threat"))
    run = Run(prepared, seed, automatic("interior"))
    run.advance(prepared.end_ms)
    record = run.state.record[0]
    crews = [team for team in run.state.teams if team["discipline"] == 1]
    assert 0 <= min(int(team["arrived_ms"]) for team in crews) < record["rtf_formed_ms"]
    reached = [int(record[f"rtf_{step}_ms"]) for step in ("formed", "in", "contact")]
    until = reached.index(-1) if -1 in reached else 3
    assert until > 0
    assert reached[:until] == sorted(reached[:until])
    assert reached[until:] == [-1] * (3 - until)


def test_whoever_is_gathered_was_lifted_before() -> None:
    """Put down at the CCP or the AEP: after being lifted, and no later than the CCP's own clock."""
    prepared = prepare(*open_scenario("school-active-threat"))
    run = Run(prepared, 2, automatic("interior"))
    run.advance(prepared.end_ms)
    gathered = [person for person in run.state.people if person["gathered_ms"] >= 0]
    assert gathered
    for person in gathered:
        assert 0 <= person["moved_ms"] < person["gathered_ms"]
        assert person["collected_ms"] < 0 or person["gathered_ms"] <= person["collected_ms"]
