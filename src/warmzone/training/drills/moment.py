"""The moment of a drill: an incident played until its decision is asked for, and stopped there."""

from collections.abc import Iterator
from dataclasses import dataclass

from warmzone.doctrine.commanders import automatic
from warmzone.measures.decisions import POINTS, account_of
from warmzone.measures.decisions.triggers import Moment
from warmzone.scenario.incident import Scenario
from warmzone.scenario.library import open_scenario
from warmzone.scenario.site import Site
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.run import Run
from warmzone.training.drills.drill import Choice, Drill, Say
from warmzone.training.drills.known import known
from warmzone.vocabulary.codes import CommandPlace, Seat
from warmzone.vocabulary.orders import Order, Refusal, Verb
from warmzone.vocabulary.units import MS_PER_MIN

SEEDS = 30
"""How many incidents are looked through for a moment that fits."""
UNTIL_MS = 24 * MS_PER_MIN
PIECE_MS, AHEAD_MS = 180_000, 120_000
"""An incident is played in such pieces; who is asked is known by so much later at the latest."""


class NoMomentError(LookupError):
    """No incident looked through has a moment that fits the drill."""


@dataclass(frozen=True)
class Situation:
    """A run that stands at the moment, whom the words of the drill mean, and the orders of choices.

    `orders` is by choice id; None where a choice cannot be played, only judged.
    """

    drill: Drill
    scenario: Scenario
    site: Site
    run: Run
    moment: Moment
    known: dict[str, int]
    orders: dict[str, tuple[Order, ...] | None]

    def told(self, text: str) -> str:
        """A text of the drill with the names of this incident."""
        return text.format(**{word: self._name(word) for word in self.known})

    def _name(self, word: str) -> str:
        index = self.known[word]
        if word in ("team", "free", "second", "medics"):
            return self.run.prepared.units[index].callsign
        return self.site.areas[index].name


def situation(drill: Drill, variant: int) -> Situation:
    """The drill's moment of that number; the same number gives the same moment.

    Raises NoMomentError.
    """
    scene = drill.scenes[variant % len(drill.scenes)]
    scenario, site = open_scenario(scene.scenario)
    prepared = prepare(scenario, site)
    for seed in range(1 + variant * SEEDS, 1 + (variant + 1) * SEEDS):
        for moment in _moments(drill, prepared, (scene.commander, seed)):
            run = Run(prepared, seed, automatic(scene.commander))
            run.advance(moment.at_ms)
            words = known(run, moment)
            # Asked for by what is known now, not only by what was known two minutes later.
            asked = moment in POINTS[drill.point - 1].moments(account_of(run))
            fits = asked and drill.words() <= set(words)
            if not fits or _commands(run) != drill.in_command:
                continue
            orders = {choice.id: _orders(choice, words, run) for choice in drill.choices}
            if all(_playable(choice, orders) for choice in drill.choices):
                run.hand_over()
                return Situation(drill, scenario, site, run, moment, words, orders)
    raise NoMomentError(f"{drill.id}: no moment fits in {scene.scenario}, variant {variant}")


def _moments(drill: Drill, prepared: Prepared, luck: tuple[str, int]) -> Iterator[Moment]:
    """When the decision is asked for and nobody has taken it yet."""
    run, point = Run(prepared, luck[1], automatic(luck[0])), POINTS[drill.point - 1]
    looked = -1
    # Piece by piece: what comes early need not wait for the end of the incident.
    for until in range(PIECE_MS, UNTIL_MS + 1, PIECE_MS):
        run.advance(until)
        account, sure = account_of(run), until - AHEAD_MS
        for moment in point.moments(account):
            answered = point.answered_ms(account, moment)
            waits = answered < 0 or answered > moment.at_ms
            if looked < moment.at_ms <= sure and waits:
                yield moment
        looked = sure


def _commands(run: Run) -> bool:
    return int(run.state.seats[Seat.TACTICAL]["place"]) != CommandPlace.NOBODY


def _playable(choice: Choice, orders: dict[str, tuple[Order, ...] | None]) -> bool:
    """Whether a choice can be said now, or need not: one that is wrong may be refused."""
    return choice.verdict == "wrong" or choice.orders is None or orders[choice.id] is not None


def _orders(choice: Choice, words: dict[str, int], run: Run) -> tuple[Order, ...] | None:
    """The orders of a choice, None where one of them would be refused now."""
    if choice.orders is None:
        return None
    made = tuple(_order(one, words) for one in choice.orders)
    return made if all(run.check(one) == Refusal.ACCEPTED for one in made) else None


def _order(said: Say, words: dict[str, int]) -> Order:
    return Order(
        Seat.TACTICAL,
        Verb[said.verb.upper()],
        words[said.team] if said.team else -1,
        words[said.area] if said.area else -1,
        words[said.other] if said.other else -1,
        said.value,
    )
