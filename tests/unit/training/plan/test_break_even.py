"""What an hour of command must bring: in an active threat and over the year, never merged."""

from warmzone.studies.hours import Hour
from warmzone.studies.spread import Spread
from warmzone.training.plan.break_even import BreakEven, Other, hours_table, sentences

SAVED = Spread(-0.2, -0.4, 0.0, 0.02, 0.05, 0.9, 1.0, 64)
NOTHING = Hour("The next hour of medical after today's", 0.0, 0.0)
FIRST = Hour("The first hour of medical from nothing", 0.002, 0.004)
A_YEAR = Hour("The first hour of medical from nothing", 0.01, 0.02)


def found(*others: Other, saved: Spread = SAVED) -> BreakEven:
    """Nobody in time against everybody; an active threat in ten years; half a per cent an hour."""
    return BreakEven(0.0, 1.0, saved, 0.1, others, (0.005, 0.02))


def test_an_active_threat_and_a_year_are_told_apart() -> None:
    """Medical hours save at single casualties, too: over a year they are harder to beat."""
    told = sentences(found(Other(NOTHING, NOTHING), Other(FIRST, A_YEAR)))
    assert "must raise the chance by 1.00%, and brings more than that" in told[2]
    assert "must raise the chance by 50.00%, and brings less than that" in told[3]
    rows = hours_table(found(Other(NOTHING, NOTHING), Other(FIRST, A_YEAR))).rows
    assert [row[2] for row in rows] == ["nothing to beat", "1.00%"]
    assert [row[4] for row in rows] == ["nothing to beat", "50.00%"]


def test_where_nothing_is_to_beat_it_is_said() -> None:
    """No break-even of nought."""
    told = sentences(found(Other(NOTHING, NOTHING)))
    assert "there is nothing to beat" in told[2]
    assert "0.00%" not in "".join(told[2:])


def test_what_cannot_be_told_is_not() -> None:
    """Sooner command that is not told from nought, or no active threat at all."""
    unsure = Spread(-0.02, -0.4, 0.3, 0.02, 0.05, 0.6, 1.0, 64)
    told = sentences(found(Other(FIRST, A_YEAR), saved=unsure))
    assert "not told from nought" in told[-1]
    assert hours_table(found(Other(FIRST, A_YEAR), saved=unsure)).rows == ()
    assert "No active threat" in sentences(None)[0]
