"""What is searched: families of commanders, and the rules of each that may be moved."""

from collections.abc import Mapping
from dataclasses import dataclass

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.rules import Rule
from warmzone.simulation.run import Automatic

Rules = Mapping[Rule, float]


@dataclass(frozen=True, slots=True)
class Knob:
    """A rule that may be moved, between which ends, in whole steps; in an instructor's words."""

    rule: Rule
    low: int
    high: int
    step: int
    advice: str


KNOBS: tuple[Knob, ...] = (
    Knob(
        Rule.OFFICERS_TO_COMMAND,
        1,
        8,
        1,
        "take command once {found} officers are on scene, not {hand}",
    ),
    Knob(Rule.WAIT_S, 0, 300, 30, "take command after {found} s with fewer, not {hand}"),
    Knob(
        Rule.CONTACT_OFFICERS,
        1,
        8,
        1,
        "keep {found} officers on an ongoing or unknown threat, not {hand}",
    ),
    Knob(
        Rule.QUIET_OFFICERS,
        0,
        6,
        1,
        "keep {found} officers on a threat that has gone silent, not {hand}",
    ),
    Knob(
        Rule.WARM_RADIUS_M,
        5,
        80,
        5,
        "call ground warm from {found} m away from the threat, not {hand}",
    ),
    Knob(Rule.QUIET_S, 0, 600, 30, "call ground warm after {found} s of silence, not {hand}"),
    Knob(Rule.CORRIDOR_TEAMS, 0, 6, 1, "give {found} teams to the corridor, not {hand}"),
    Knob(Rule.CLEAR_TEAMS, 0, 8, 1, "let {found} teams search while casualties wait, not {hand}"),
    Knob(
        Rule.CCP_CASUALTIES,
        1,
        12,
        1,
        "make a collection point from {found} reds and yellows on, not {hand}",
    ),
    Knob(Rule.RETHINK_S, 15, 120, 15, "look at everything again every {found} s, not {hand}"),
    Knob(
        Rule.MOVEMENT,
        0,
        4,
        1,
        "move medics in way {found}, not {hand} (0 the agency's, 1 escort, 2 island, 3 corridor, "
        "4 police carry out)",
    ),
    Knob(
        Rule.POLICE_CARS,
        0,
        1,
        1,
        "send reds in police cars while no medics are here: {found}, not {hand} (1 yes, 0 no)",
    ),
    Knob(Rule.SAY_PLAN_S, 0, 900, 150, "say the plan again every {found} s, not {hand} (0 never)"),
    Knob(
        Rule.CLEAR_AIR_ORDERS,
        0,
        6,
        1,
        "clear the air from {found} unanswered orders on, not {hand} (0 never)",
    ),
    Knob(
        Rule.RECONCILE_PLACES,
        0,
        4,
        1,
        "reconcile counts once {found} places differ, not {hand} (0 never)",
    ),
    Knob(
        Rule.RUNNER_AFTER_S,
        0,
        300,
        60,
        "send a runner after {found} s without an answer, not {hand} (0 never)",
    ),
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
