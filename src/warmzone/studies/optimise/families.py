"""What is searched: families of commanders, and the rules of each that may be moved."""

from collections.abc import Mapping
from dataclasses import dataclass

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.rules import Rule
from warmzone.simulation.run import Automatic

Rules = Mapping[Rule, float]


@dataclass(frozen=True, slots=True)
class Knob:
    """A rule that may be moved, between which ends, in whole steps, and what it is in words."""

    rule: Rule
    low: int
    high: int
    step: int
    words: str


KNOBS: tuple[Knob, ...] = (
    Knob(Rule.OFFICERS_TO_COMMAND, 1, 8, 1, "officers on scene before one takes command"),
    Knob(Rule.WAIT_S, 0, 300, 30, "seconds after which one takes command with fewer"),
    Knob(Rule.CONTACT_OFFICERS, 1, 8, 1, "officers kept on an ongoing or unknown threat"),
    Knob(Rule.QUIET_OFFICERS, 0, 6, 1, "officers kept on a threat that has gone silent"),
    Knob(Rule.WARM_RADIUS_M, 5, 80, 5, "metres from the threat beyond which ground is called warm"),
    Knob(Rule.QUIET_S, 0, 600, 30, "seconds of silence before ground is called warm"),
    Knob(Rule.CORRIDOR_TEAMS, 0, 6, 1, "teams given to the corridor"),
    Knob(Rule.CLEAR_TEAMS, 0, 8, 1, "teams that search while casualties wait"),
    Knob(Rule.CCP_CASUALTIES, 1, 12, 1, "reds and yellows from which a collection point is made"),
    Knob(Rule.RETHINK_S, 15, 120, 15, "seconds between two looks at everything"),
    Knob(Rule.MOVEMENT, 0, 4, 1, "how medics move (0 as the agency has it)"),
    Knob(Rule.POLICE_CARS, 0, 1, 1, "reds go in police cars while no medics are here (1 yes)"),
    Knob(Rule.SAY_PLAN_S, 0, 900, 150, "seconds after which the plan is said again (0 never)"),
    Knob(Rule.CLEAR_AIR_ORDERS, 0, 6, 1, "unanswered orders until the air is cleared (0 never)"),
    Knob(Rule.RECONCILE_PLACES, 0, 4, 1, "places of unequal counts that are reconciled (0 never)"),
    Knob(Rule.RUNNER_AFTER_S, 0, 300, 60, "seconds unanswered before a runner goes (0 never)"),
)
"""What a search may move; every family has the same, but for what makes it that family."""


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
