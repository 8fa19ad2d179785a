"""Hypotheses may fail: the sign that is reported is the sign that was found."""

from typing import Any

import numpy as np
import pytest

from warmzone.kernel.outcomes import OUTCOME
from warmzone.simulation.machine import PLAIN
from warmzone.studies.verification import hypotheses, suite
from warmzone.studies.verification.hypotheses import HYPOTHESES, Side, judge, play_of
from warmzone.studies.verification.playing import Setup
from warmzone.studies.verification.report import report_of
from warmzone.studies.verification.told import told


def rows(deaths: np.ndarray) -> np.ndarray:
    """Incidents with those savable deaths."""
    made = np.zeros(len(deaths), OUTCOME)
    made["savable_deaths"] = deaths
    return made


@pytest.mark.parametrize(("change", "found"), [(-1, "fewer"), (1, "more"), (0, "open")])
def test_the_sign_found_is_reported(change: int, found: str) -> None:
    """Fewer, more, or not to be told apart: whatever was expected."""
    luck = np.random.default_rng(1)
    before = luck.integers(2, 6, 200)
    after = before + change * luck.integers(0, 3, 200) + luck.integers(-1, 2, 200) * (change == 0)
    told_so = judge("a change", "savable_deaths", (rows(before), rows(after)), "interior")
    assert told_so.found == found
    assert told_so.incidents == 200
    assert told_so.low <= told_so.difference <= told_so.high


def test_each_side_differs_in_what_it_says() -> None:
    """No hypothesis compares a world with itself; at least eight are asked."""
    assert len(HYPOTHESES) >= 8
    for name, _measure, without, with_it in HYPOTHESES:
        (one, its), (other, others) = play_of(without), play_of(with_it)
        same = one.scenario == other.scenario and its.name == others.name
        parameters = np.array_equal(one.world.parameters, other.world.parameters)
        rules = np.array_equal(its.crew.tactical, others.crew.tactical)
        assert not (same and parameters and rules), name


def test_more_of_a_thing_leaves_the_luck_of_the_others() -> None:
    """Further cars stand behind all others, so that those come as they would have come."""
    plain, more = play_of(Side())[0], play_of(Side(scenario=hypotheses.more_officers))[0]
    count = len(plain.world.units)
    assert len(more.world.units) == count + 6
    for name in ("first_ms", "burst", "place_in_burst", "discipline"):
        assert np.array_equal(plain.world.units[name], more.world.units[name][:count])


def test_both_forms_of_the_report_tell_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON and page hold every hypothesis with expected and found sign, interval and pairs."""

    def played(_prepared: Any, _automatic: Any, seeds: range, _engine: Any) -> np.ndarray:
        return rows(np.arange(len(seeds)) % 3)

    monkeypatch.setattr(hypotheses, "outcomes", played)
    verification = suite.verify(Setup(PLAIN, 20, 7), ["hypotheses"])
    values = told(verification)["hypotheses"]
    assert [each["name"] for each in values] == [name for name, *_ in HYPOTHESES]
    assert {each["found"] for each in values} == {"open"}
    assert {"expected", "difference", "low", "high", "incidents"} <= values[0].keys()
    table = report_of(verification).sections[0].tables[0]
    assert len(table.rows) == len(HYPOTHESES)
    assert "0 of 13 hypotheses hold" in verification.families[0].verdict
