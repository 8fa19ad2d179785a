"""The drill is the one that was printed, and its clocks are read as they were."""

import numpy as np
import pytest

from warmzone.doctrine.commanders import automatic
from warmzone.scenario.library import scenario_ids
from warmzone.simulation.run import Run
from warmzone.studies.verification.drill import (
    CLOCKS,
    Free,
    clocks,
    gathered_ms,
    open_drill,
    with_free,
)
from warmzone.vocabulary.codes import Care, Discipline, HazardState, Seat, Triage

SQUARE_FEET = 0.09290304


def test_the_building_is_as_large_as_printed() -> None:
    """13,000 square feet on two floors, indoors."""
    indoors = [area for area in open_drill().site.areas if area.kind not in ("outdoor", "road")]
    assert sum(area.floor_m2 for area in indoors) == pytest.approx(13_000 * SQUARE_FEET, rel=0.001)
    assert {area.level for area in indoors} == {0, 1}


def test_the_drill_is_two_crews_and_eleven_casualties_and_is_in_no_list() -> None:
    """Two medical crews, eleven role players who are badly hurt and alive, no live threat."""
    prepared = open_drill()
    assert int(np.sum(prepared.world.units["discipline"] == Discipline.MEDICAL)) == 2
    run = Run(prepared, 5, automatic("interior"))
    people = run.state.people[: int(run.state.clock[0]["person_count"])]
    assert len(people) == 11
    assert {int(triage) for triage in people["triage"]} <= {Triage.RED, Triage.YELLOW}
    assert np.all(people["dead_ms"] < 0)
    assert run.state.hazard[0]["state"] == HazardState.OVER
    assert prepared.scenario.id not in scenario_ids()


def test_casualties_are_the_crews_task() -> None:
    """As printed: officers, not being a crew's security, lift nobody; all are gathered by crews."""
    prepared = open_drill(8)
    run = Run(prepared, 3, automatic("interior"))
    loaded = set()
    for until in range(0, prepared.end_ms, 10_000):
        run.advance(until)
        loaded |= set(np.flatnonzero(run.state.teams["load_count"] > 0).tolist())
    crews = set(np.flatnonzero(prepared.world.units["discipline"] == Discipline.MEDICAL).tolist())
    assert loaded
    assert loaded <= crews


def test_who_lies_at_the_collection_point_counts_once_a_crew_is_at_work() -> None:
    """Not before it is named, nor before a crew has begun and cared for them; others: put down."""
    run = Run(open_drill(), 1, automatic("interior"))
    people, medical = run.state.people, run.state.seats[Seat.MEDICAL]
    place = int(people[0]["area"])
    medical["ccp"], medical["ccp_ms"] = place, 400_000
    run.state.record[0]["rtf_contact_ms"] = 500_000
    assert gathered_ms(run)[0] == -1
    people[0]["care"] = Care.MEDIC
    assert gathered_ms(run)[0] == 500_000
    people[1]["gathered_ms"] = 300_000
    assert gathered_ms(run)[1] == 300_000


def test_free_numbers_move_what_they_name() -> None:
    """Officers' arrival, crews' arrival and the number of cars, each alone."""
    prepared, changed = open_drill(9), with_free(Free(2.0, 3.0, 9))
    units = changed.world.units
    medical = units["discipline"] == Discipline.MEDICAL
    before, after = prepared.world.units["first_ms"], units["first_ms"]
    assert int(np.sum(~medical)) == 9
    assert np.array_equal(after[~medical], 2 * before[~medical])
    assert np.array_equal(after[medical], 3 * before[medical])
    assert np.array_equal(changed.world.parameters, prepared.world.parameters)


def test_clocks_are_minutes_and_the_unreached_is_the_end_of_play() -> None:
    """At the first call nothing is reached; a played drill has command before the crews."""
    prepared = open_drill()
    run = Run(prepared, 1, automatic("interior"))
    end_min = prepared.end_ms / 60_000
    assert clocks(run) == (end_min,) * len(CLOCKS)
    run.advance(prepared.end_ms)
    command, formed, contact, first, last = clocks(run)
    assert 0 < command < formed < contact < end_min
    assert first <= last
