"""Orders tried out over plain rows get the answers that the run itself gives."""

from itertools import product

from warmzone.doctrine.commanders import automatic
from warmzone.scenario.library import scenario_path
from warmzone.scenario.load import load_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.simulation.trying import trying
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Refusal, Verb


def test_tries_are_answered_as_the_run_answers() -> None:
    """For every verb and some of all teams, places, second teams and values the refusal is one."""
    run = Run(
        prepare(*load_scenario(scenario_path("school-active-threat"))), 3, automatic("interior")
    )
    seen = set()
    for minute in (0, 7, 19):
        run.advance(minute * 60_000)
        check = trying(run)
        for verb, team, area in product(Verb, (-1, 0, 5, 9, 999), (-1, 0, 11, 40, 999)):
            order = Order(Seat.TACTICAL, verb, team, area, 3, 1)
            assert check(order) == run.check(order), (minute, order)
            seen.add(check(order))
    assert len(seen) > 8


def test_nothing_may_be_said_when_it_is_over() -> None:
    """After the end every try is refused as over."""
    run = Run(
        prepare(*load_scenario(scenario_path("school-active-threat"))), 3, automatic("nobody")
    )
    run.now_ms = run.prepared.end_ms
    assert trying(run)(Order(Seat.TACTICAL, Verb.WARN_SITES)) == Refusal.INCIDENT_OVER
