"""Events by kind: all of them, and none twice."""

import pytest

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.events import EventKind
from warmzone.simulation.machine import PLAIN
from warmzone.simulation.run import Run
from warmzone.studies.bench.kinds import AT_ONCE, events_by_kind


@pytest.mark.parametrize("commander", ["interior", "nobody"])
def test_the_kinds_add_up_to_all_events(commander: str) -> None:
    """The means over three incidents add up to what the incidents themselves count."""
    prepared, seeds = tiny.prepared("active"), (1, 2, 3)
    found = events_by_kind(prepared, automatic(commander), PLAIN, seeds)
    events = 0
    for seed in seeds:
        run = Run(prepared, seed, automatic(commander))
        run.advance(prepared.end_ms)
        events += int(run.state.clock[0]["events"])
    assert sum(found.values()) == pytest.approx(events / len(seeds))
    assert set(found) <= {kind.name.lower() for kind in EventKind} | {AT_ONCE}
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert found["team_leg"] > found["team_arrival"] > 0


def test_no_incident_has_no_events() -> None:
    """Without seeds there is nothing to count."""
    assert events_by_kind(tiny.prepared("active"), automatic("nobody"), PLAIN, ()) == {}
