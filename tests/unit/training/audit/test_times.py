"""Lengths and times of day, as schedules write them."""

import pytest

from warmzone.training.audit.times import cell_minutes, clock_range, clock_start, spans


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("0900-0950", 50),
        ("09:00–09:50 Airway", 50),
        ("9:00 am - 9:50 am", 50),
        ("8-9 a.m. welcome", 60),
        ("1300 to 1345", 45),
        ("9h00-10h30", 90),
        ("0800-0900hrs", 60),
        ("9.00-9.50", 50),
        ("12:30-1:15", 45),
        ("11:00-1:00 pm", 120),
        ("11:30 AM – 12:30", 60),
        ("12:00 PM – 1:00 PM: Tabletop", 60),
        ("2200-0200", 240),
    ],
)
def test_times_of_day(text: str, minutes: int) -> None:
    """A beginning and an end give a length, whatever the style."""
    clock = clock_range(text)
    assert clock is not None
    assert clock.minutes == minutes


@pytest.mark.parametrize("text", ["1300-1070", "1600-1500", "0800-2359"])
def test_impossible_times_are_told(text: str) -> None:
    """A misprinted time gives no length but says what stands there."""
    clock = clock_range(text)
    assert clock is not None
    assert clock.minutes is None
    assert text in clock.why


@pytest.mark.parametrize(
    "text",
    ["2018-2019 trends", "10-15 min", "3-4 officer response", "two- and three-person", "8 - 9"],
)
def test_other_pairs_of_numbers_are_no_times(text: str) -> None:
    """Years, counts and ranges of minutes are not taken for times of day."""
    assert clock_range(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90 min", 90),
        ("[60 minutes]", 60),
        ("90'", 90),
        ("1.5 hrs", 90),
        ("1,5 h", 90),
        ("1 ½ h", 90),
        ("1 1/2 hours", 90),
        ("1 hr 30 min", 90),
        ("1h30", 90),
        ("half an hour", 30),
        ("two-hour block", 120),
        ("2 x 45 min", 90),
        ("3 x 40-minute periods", 120),
        ("1 hour and 15 minutes", 75),
    ],
)
def test_lengths(text: str, minutes: int) -> None:
    """A length with its unit reads as its minutes."""
    assert [span.minutes for span in spans(text)] == [minutes]


@pytest.mark.parametrize("text", ["10-15 min", "2 days", "10 class-hours", "3 sessions"])
def test_unclear_lengths_are_not_guessed(text: str) -> None:
    """A range, days and class hours give no minutes but say what stands there."""
    (span,) = spans(text)
    assert span.minutes is None
    assert text in span.why


def test_a_word_is_no_number() -> None:
    """`Q & A session` and `AM` hold no length."""
    assert spans("Conclusion and Q & A session") == []
    assert spans("8:00 AM welcome") == []


@pytest.mark.parametrize(
    ("text", "unit", "minutes"),
    [("1:30", "", 90), ("01:30:00", "", 90), ("90", "minutes", 90), ("1.5", "hours", 90)],
)
def test_cells_of_lengths(text: str, unit: str, minutes: int) -> None:
    """A cell is read in the unit of its column."""
    span = cell_minutes(text, unit)  # type: ignore[arg-type]
    assert span is not None
    assert span.minutes == minutes


def test_a_bare_number_without_unit_is_nothing() -> None:
    """Without a unit a bare number is no length."""
    assert cell_minutes("90", "") is None


@pytest.mark.parametrize(
    ("text", "since"), [("0800 Registration", 480), ("8:30 am Welcome", 510), ("9 am start", 540)]
)
def test_beginnings(text: str, since: int) -> None:
    """A line may begin with the time at which its lesson begins."""
    clock = clock_start(text)
    assert clock is not None
    assert clock.since == since


@pytest.mark.parametrize(
    "text", ["120 minutes of care", "911 centre", "1 Introduction", "2018 trends"]
)
def test_other_numbers_at_a_beginning(text: str) -> None:
    """Other numbers at the beginning of a line are no times."""
    assert clock_start(text) is None
