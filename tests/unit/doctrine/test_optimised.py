"""The commanders that a search found."""

import pytest

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.names import DESCRIPTIONS, HAND_WRITTEN, NAMES
from warmzone.doctrine.optimised import Searched, searched
from warmzone.doctrine.rules import Rule


@pytest.mark.parametrize("name", list(searched()))
def test_it_is_its_base_with_the_rules_that_were_moved(name: str) -> None:
    """Everything that the search did not move is the hand-written commander's."""
    found = searched()[name]
    assert found.base in HAND_WRITTEN
    own, base = automatic(name).crew.tactical, automatic(found.base).crew.tactical
    moved = {Rule[rule.upper()]: value for rule, value in found.rules.items()}
    assert {rule: own[rule] for rule in Rule} == {
        rule: moved.get(rule, base[rule]) for rule in Rule
    }


def test_everybody_is_told_what_was_shown_of_it() -> None:
    """The words beside its name say whether it is better, and nothing shown is said as such."""
    assert {"optimised", "optimised-post"} <= set(NAMES)
    for name, found in searched().items():
        assert found.shown in DESCRIPTIONS[name]
    nothing = Searched("x", "interior", "interior", {}, "cannot tell")
    assert "not shown to be better" in nothing.description
