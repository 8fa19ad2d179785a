"""What an hour of command must bring: in an active threat and over the year, never merged."""

import pytest

from warmzone.studies.hours import Hour
from warmzone.studies.spread import Spread
from warmzone.training.plan.break_even import BreakEven, Stake, hours_table, sentences

SAVED = Spread(-0.2, -0.4, 0.0, 0.02, 0.05, 0.9, 1.0, 64)
A_YEARS = Spread(-0.5, -0.9, -0.1, 0.05, 0.2, 0.9, 1.0, 64)
UNSURE = Spread(-0.02, -0.4, 0.3, 0.02, 0.05, 0.6, 1.0, 64)
NOTHING = Hour("The next hour of medical after today's", 0.0, 0.0)
FIRST = Hour("The first hour of medical from nothing", 0.002, 0.004)
A_YEAR = Hour("The first hour of medical from nothing", 0.25, 0.4)


def stake(*others: Hour, saved: Spread = SAVED) -> Stake:
    """Nobody in time against everybody; half a per cent an hour, or two."""
    return Stake(0.0, 1.0, saved, others, (0.005, 0.02))


def found(threat: Stake | None, year: Stake) -> BreakEven:
    """An active threat in ten years, and twenty incidents a year without one."""
    return BreakEven(threat, year, 0.1 if threat else 0.0, 20.1)


def test_an_active_threat_and_a_year_are_told_apart() -> None:
    """Each has its own worth of sooner command, its own hour to beat and its own verdict."""
    both = found(stake(NOTHING, FIRST), stake(NOTHING, A_YEAR, saved=A_YEARS))
    told = sentences(both)
    assert "must raise the chance by 1.00% (at most 2.00%), and brings more than that" in told[0]
    assert "must raise the chance by 50.00% (at most 80.00%), and brings less than that" in told[1]
    rows = hours_table(both).rows
    assert [row[2] for row in rows] == ["nothing to beat", "1.00%"]
    assert [row[4] for row in rows] == ["nothing to beat", "50.00%"]


def test_the_year_counts_incidents_without_a_threat() -> None:
    """What command saves in a year is every incident's, and how much is active threats' is said."""
    told = sentences(found(stake(FIRST), stake(A_YEAR, saved=A_YEARS)))
    assert "20 a year without a threat among them" in told[-1]
    assert "of the −0.500 savable deaths" in told[-1]
    assert "−0.020 are in the 0.1 active threats" in told[-1]


def test_where_nothing_is_to_beat_it_is_said() -> None:
    """No break-even of nought."""
    told = sentences(found(stake(NOTHING), stake(NOTHING)))
    assert "there is nothing to beat" in told[0]
    assert "raise the chance by" not in "".join(told)


@pytest.mark.parametrize("year", [SAVED, UNSURE])
def test_what_cannot_be_told_is_not(year: Spread) -> None:
    """Sooner command that is not told from nought gives no break-even, here or over the year."""
    unsure = found(stake(FIRST, saved=UNSURE), stake(A_YEAR, saved=year))
    told = sentences(unsure)
    assert "not told from nought" in told[0]
    assert ("not told from nought" in told[1]) == (year is UNSURE)
    rows = hours_table(unsure).rows
    assert rows == () if year is UNSURE else rows[0][2] == "cannot be said"


def test_an_agency_without_active_threats_has_a_year() -> None:
    """Where no active threat was put in, that is said, and the year's break-even stands."""
    alone = found(None, stake(A_YEAR, saved=A_YEARS))
    told = sentences(alone)
    assert "No active threat" in told[0]
    assert "brings less than that" in told[1]
    assert hours_table(alone).rows[0][1] == "none put in"
