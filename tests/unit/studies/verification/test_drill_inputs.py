"""Inputs that the drill's source does not print are moved one at a time, and are told apart."""

import numpy as np
import pytest

from warmzone.simulation.machine import PLAIN
from warmzone.studies.verification import drill_inputs
from warmzone.studies.verification.drill import Free, with_free
from warmzone.studies.verification.drill_inputs import (
    INPUTS,
    NEVER_MS,
    SHOWN,
    carried_as_treated,
    cars_apart,
    cars_come,
    medics,
    nobody_calls,
    on_floor,
    sensitivity,
)
from warmzone.studies.verification.playing import Setup
from warmzone.vocabulary.codes import Discipline


def test_each_change_moves_what_it_names() -> None:
    """Gaps, medics in a crew, calls, floors; the drill as compared is left as it is."""
    before = with_free(Free())
    units = before.world.units
    crews = units["discipline"] == Discipline.MEDICAL
    assert set(cars_apart(60)(before).world.units["gap_ms"].tolist()) == {60_000}
    fewer = medics(2)(before).world.units
    assert set(fewer["people_high"][crews].tolist()) == {2}
    assert np.array_equal(fewer["people_high"][~crews], units["people_high"][~crews])
    assert nobody_calls(before).world.told["casualties"].sum() == 0
    assert before.world.told["casualties"].sum() > 0
    places = on_floor(1)(before).world.people_places
    levels = {before.site.areas[int(p["area"])].level for p in places if p["weight"] > 0}
    assert levels == {1}
    assert INPUTS["as compared"](before) is before
    assert carried_as_treated(before).world.profile[0]["treat_first"] == 0
    assert before.world.profile[0]["treat_first"] == 1
    due = cars_come(4)(before).world.units["first_ms"]
    assert int(np.sum(due[~crews] < NEVER_MS)) == 4
    assert np.array_equal(due[crews], units["first_ms"][crews])


@pytest.mark.slow
def test_every_input_is_shown_in_the_same_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """One row for every clock shown, and an input that matters is seen to."""
    two = {name: INPUTS[name] for name in ("as compared", "cars and crews 60 s apart")}
    monkeypatch.setattr(drill_inputs, "INPUTS", two)
    found = sensitivity(Setup(PLAIN, 20, 1), (1.0, 1.0, 8.0))
    assert [each.name for each in found] == list(two)
    assert {len(each.simulated) for each in found} == {len(SHOWN)}
    assert len({each.simulated[0].value for each in found}) == 2
