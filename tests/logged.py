"""A small exercise with chosen orders at chosen times, as a log."""

from collections.abc import Sequence

from tests import tiny
from tests.played import begun
from warmzone.doctrine.commanders import automatic
from warmzone.eventlog import Header, Row
from warmzone.exercise.events import Opened
from warmzone.scenario.incident import Scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Verb

Said = tuple[float, Verb, int, int, int, int]
"""(seconds, verb, team, area, other_team, value)."""


def logged(
    said: Sequence[Said], scenario: Scenario | None = None, seed: int = 1, end_s: float = 1100
) -> tuple[Header, list[Row]]:
    """The log of an exercise in the tiny house whose person says just that."""
    scenario = scenario or tiny.scenario("active")
    site = tiny.site()
    opened = Opened(
        scenario=scenario.id,
        scenario_name=scenario.name,
        code="ABCDE",
        seed=seed,
        commander="interior",
        minutes=scenario.minutes,
    )
    prepared = prepare(scenario, site)
    run = Run(prepared, seed, automatic("interior"), tactical_is_person=True)
    writer = begun(run, opened, "tiny", (scenario, site))
    orders = ((int(at_s * 1000), Order(Seat.TACTICAL, *what)) for at_s, *what in said)
    return writer.told(orders, int(end_s * 1000))
