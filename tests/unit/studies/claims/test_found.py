"""How a difference stands in a table of the claim."""

from warmzone.studies.claims.found import cells
from warmzone.studies.spread import Spread


def test_a_difference_is_written_as_finely_as_it_is_known() -> None:
    """A row reads -0.0002 and 0.0003 where three decimals would say nothing but noughts."""
    label, *rest = cells("a", Spread(-0.0002, -0.0006, 0.0004, 0.0001, 0.0003, 0.7, 0.0, 64))
    assert label == "a"
    assert rest == ["−0.0002", "−0.0006 to +0.0004", "0.0001", "0.0003", "cannot tell"]


def test_what_is_known_less_well_has_three_decimals() -> None:
    """No decimal is written that the interval swallows."""
    _, *rest = cells("b", Spread(0.0204, -0.01, 0.05, 0.004, 0.0081, 0.0, 0.0, 64))
    assert rest == ["+0.020", "−0.010 to +0.050", "0.004", "0.008", "more"]
