"""An incident as it is at the first call."""

import pytest

from tests import tiny


@pytest.mark.parametrize("threat", ["silent", "over"])
def test_what_was_quiet_from_the_first_has_been_heard_by_nobody(threat: str) -> None:
    """The hazard is somewhere, and no officer who acts unasked is drawn there by it."""
    hazard = tiny.by_person(threat, 1).state.hazard[0]
    assert hazard["area"] >= 0
    assert hazard["last_heard_area"] == -1


def test_what_is_active_is_heard_where_it_is() -> None:
    """Noise tells officers where it comes from."""
    hazard = tiny.by_person("active", 1).state.hazard[0]
    assert hazard["last_heard_area"] == hazard["area"] >= 0
