"""The selection: the best on luck of its own, never at the price of responders."""

import numpy as np

from warmzone.doctrine.rules import Rule
from warmzone.studies.optimise.candidate import Candidate
from warmzone.studies.optimise.families import FAMILIES, stated
from warmzone.studies.optimise.ground import Harm
from warmzone.studies.optimise.race import Raced
from warmzone.studies.optimise.selection import select
from warmzone.studies.optimise.sweep import Swept

HAND = stated(FAMILIES[0])
OFFICERS = Rule.CONTACT_OFFICERS


class Known:
    """A ground on which each officer in contact changes deaths and responders by a known sum."""

    def __init__(self, deaths: float, responders: float) -> None:
        self.each = deaths, responders

    def blocks(self, crew: object, _numbers: object, count: int) -> Harm:
        """Equal luck for everybody."""
        luck = np.random.default_rng(1).normal(5.0, 1.0, 16 * count)
        officers = crew.crew.tactical[OFFICERS]  # type: ignore[attr-defined]
        noise = np.random.default_rng(int(officers)).normal(0.0, 0.1, 16 * count)
        return Harm(luck + officers * self.each[0], luck + noise + officers * self.each[1])


def raced(*officers: float) -> Raced:
    """A race whose finalists differ by their officers in contact."""
    finalists = tuple(Candidate({**HAND, OFFICERS: each}) for each in officers)
    swept = Swept(Candidate(HAND), (), 9)
    return Raced(FAMILIES[0], swept, (), finalists, 9, 99)


def test_the_best_on_the_selection_is_chosen_whatever_the_race_said() -> None:
    """The finalist last in the race wins where it is the best here."""
    found = select(raced(5.0, 8.0), Known(-0.5, 0.0), 4)  # type: ignore[arg-type]
    assert found.best.rules[OFFICERS] == 8.0
    assert found.off is not None
    assert abs(found.off.mean + 0.5 * (8.0 - HAND[OFFICERS])) < 1e-9
    assert not found.is_hand


def test_the_hand_written_rules_stay_where_nothing_is_better() -> None:
    """They are among those to choose from."""
    found = select(raced(5.0, 8.0), Known(0.5, 0.0), 4)  # type: ignore[arg-type]
    assert found.is_hand


def test_no_lives_are_saved_at_the_price_of_responders() -> None:
    """Whom surely more responders are hurt under is refused, and counted."""
    found = select(raced(5.0, 8.0), Known(-0.5, 0.3), 4)  # type: ignore[arg-type]
    assert found.is_hand
    assert found.refused == 2
