"""What the choices of a drill are worth: doctrine's right answer holds up in replays."""

import pytest

from tests.compiled import machine
from warmzone.server.drill_worths import worths
from warmzone.training.drills.drill import drills


@pytest.mark.slow
@pytest.mark.parametrize("name", ["shut-in", "how-medics-move", "boss-arrives"])
def test_the_right_answer_is_not_the_worse_one(name: str) -> None:
    """In replays from its first moment no wrong choice is told to be better than a right one."""
    drill = drills()[name]
    found = worths(name, 0, machine(), 100, lambda _done, _total: None)
    priced = {each.id: each for each in found}
    right = [priced[one.id] for one in drill.choices if one.verdict == "right"]
    assert all((each.mean or 0.0) <= 0.0 for each in right)
