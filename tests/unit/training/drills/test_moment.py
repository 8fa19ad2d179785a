"""A drill's moment: the decision is asked for there, nobody has taken it, and it can be said."""

import pytest

from warmzone.measures.decisions import POINTS, account_of
from warmzone.training.drills.drill import drills
from warmzone.training.drills.moment import Situation, situation
from warmzone.vocabulary.codes import CommandPlace, Seat
from warmzone.vocabulary.orders import Refusal

QUICK = ("who-has-command", "rtf-asks", "shooting-stops")


def stands_well(stands: Situation) -> None:
    """Hold a situation against its drill."""
    drill, run = stands.drill, stands.run
    point = POINTS[drill.point - 1]
    assert run.now_ms == stands.moment.at_ms
    assert stands.moment in point.moments(account_of(run))
    in_command = int(run.state.seats[Seat.TACTICAL]["place"]) != CommandPlace.NOBODY
    assert in_command == drill.in_command
    for text in (drill.question, *(one.text for one in drill.choices)):
        assert "{" not in stands.told(text)
    for choice in drill.choices:
        orders = stands.orders[choice.id]
        if choice.verdict != "wrong" and choice.orders is not None:
            assert orders is not None
        assert all(run.check(order) == Refusal.ACCEPTED for order in orders or ())


@pytest.mark.parametrize("name", QUICK)
def test_a_moment_fits_its_drill(name: str) -> None:
    """Time stands where the point is raised, and every right choice can be said."""
    stands_well(situation(drills()[name], 0))


def test_the_same_number_gives_the_same_moment_and_another_another() -> None:
    """A moment is its drill and its number, whoever asks."""
    drill = drills()["who-has-command"]
    one, again, other = (situation(drill, number) for number in (0, 0, 1))
    assert one.run.digest() == again.run.digest()
    assert one.run.digest() != other.run.digest()


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in drills() if name not in QUICK])
def test_every_drill_has_a_moment(name: str) -> None:
    """None of the drills that ship is without a situation."""
    stands_well(situation(drills()[name], 0))
