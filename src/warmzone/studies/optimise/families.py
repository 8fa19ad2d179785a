"""What is searched: families of commanders, and the rules of each that may be moved."""

from collections.abc import Mapping
from dataclasses import dataclass

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.rules import Rule
from warmzone.simulation.run import Automatic
from warmzone.studies.optimise.knobs import KNOBS, Knob

Rules = Mapping[Rule, float]


@dataclass(frozen=True, slots=True)
class Family:
    """Commanders that share a place and an order of things; `numbers` are rows of the evidence.

    `kept` are rules that make the family what it is and are not moved.
    """

    name: str
    commander: str
    numbers: Mapping[str, float]
    words: str
    kept: frozenset[Rule] = frozenset()

    @property
    def knobs(self) -> tuple[Knob, ...]:
        """The rules of this family that may be moved."""
        return tuple(knob for knob in KNOBS if knob.rule not in self.kept)


FAMILIES: tuple[Family, ...] = (
    Family("interior", "interior", {}, "decides inside, threat and rescue together"),
    Family(
        "post-with-cameras",
        "command-post",
        {"relay_delay_s": 0.0, "radio_loss_p": 0.0},
        "decides at the post, with cameras and a radio that loses nothing",
    ),
    Family("care-first", "care-first", {}, "decides inside, casualties before the threat"),
    Family(
        "clear-first",
        "clear-first",
        {},
        "decides inside, everything searched first",
        frozenset({Rule.CLEAR_TEAMS}),
    ),
)
"""Each gets the same budget."""


def crew_with(commander: str, rules: Rules) -> Automatic:
    """A shipped commander with other rules."""
    crew = automatic(commander)
    for rule, value in rules.items():
        crew.crew.tactical[rule] = value
    return crew


def stated(family: Family) -> dict[Rule, float]:
    """The rules that may be moved, as the hand-written commander of the family has them."""
    tactical = automatic(family.commander).crew.tactical
    return {knob.rule: float(tactical[knob.rule]) for knob in family.knobs}
