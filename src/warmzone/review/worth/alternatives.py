"""What else could have been said: enumerated by rule from what the seat knew, then checked.

For an order: nothing; what the interior commander says at that moment about the same (for one that
was refused, about anything); the same verb at other places; other verbs for the same team; other
values. For a missing decision: every order
that would have answered it. Places are those where the seat knew of casualties, the collection and
exchange points, and where the threat was last placed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from warmzone.doctrine.going_on import OrderRow
from warmzone.measures.decisions import POINTS
from warmzone.measures.decisions.points import About
from warmzone.review.worth.decisions import Decision, answerable, subject
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Discipline, Seat, Task
from warmzone.vocabulary.orders import FORMS, Addressee, Order, Refusal, Verb

MOST = 9
"""Alternatives looked at for one decision, saying nothing among them: an assumption."""

PLACES_MOST = 3
VALUES_MOST = 4
CHANGES: tuple[Verb, ...] = (
    Verb.TREAT, Verb.CARRY, Verb.CONTACT, Verb.CLEAR, Verb.HOLD, Verb.SECURE_RTF,
    Verb.BUILD_CORRIDOR, Verb.CLEAR_RTF_IN, Verb.HOLD_RTF, Verb.STAGE,
)  # fmt: skip
"""Verbs that are tried for the team of an order."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One thing that could have been said; `order` None for nothing. `forbidden` by the profile."""

    order: OrderRow | None
    forbidden: bool = False


@dataclass(frozen=True)
class Seen:
    """What the seat knew at a moment that alternatives are made of.

    `suggested` is what the interior commander would say there and then.
    """

    run: Run
    suggested: tuple[OrderRow, ...] = ()

    def places(self) -> list[int]:
        """Areas with casualties as reported, those with most need first."""
        beliefs = self.run.state.area_beliefs[Seat.TACTICAL]
        need = 3 * beliefs["counts"][:, 0] + 2 * beliefs["counts"][:, 1] + beliefs["claimed"]
        found = np.nonzero(need > 0)[0]
        return [int(a) for a in sorted(found, key=lambda a: (-int(need[a]), int(a)))]

    def named(self) -> list[int]:
        """The collection and exchange points and the place of the threat, where there are."""
        seat = self.run.state.seats[Seat.TACTICAL]
        return [int(seat[name]) for name in ("ccp", "aep", "threat_area") if seat[name] >= 0]

    def teams(self, addressee: Addressee) -> list[int]:
        """Known teams of a service that are fit, those without a task first."""
        beliefs, teams = self.run.state.team_beliefs[Seat.TACTICAL], self.run.state.teams
        known = [
            t
            for t in range(len(teams))
            if beliefs[t]["known"] == 1 and beliefs[t]["able"] > 0 and _suits(teams[t], addressee)
        ]
        free = (Task.UNASSIGNED, Task.STAGED)
        return sorted(known, key=lambda t: (int(beliefs[t]["task"]) not in free, t))


def _suits(team: np.ndarray, addressee: Addressee) -> bool:
    medical = team["discipline"] == Discipline.MEDICAL
    return addressee == Addressee.ANY or medical == (addressee == Addressee.MEDICAL)


def alternatives(decision: Decision, seen: Seen) -> list[Alternative]:
    """What else could have been said, nothing first where something was; feasible ones only."""
    found: dict[OrderRow, Alternative] = {}
    for order in _wishes(decision, seen):
        if order == decision.order or order in found:
            continue
        answer = seen.run.check(_order(order))
        if answer in (Refusal.ACCEPTED, Refusal.FORBIDDEN_BY_PROFILE):
            found[order] = Alternative(order, answer == Refusal.FORBIDDEN_BY_PROFILE)
        if len(found) >= MOST - (decision.kind == "order"):
            break
    first = [Alternative(None)] if decision.kind == "order" else []
    return first + list(found.values())


def _order(row: OrderRow) -> Order:
    return Order(Seat(row[0]), Verb(row[1]), row[2], row[3], row[4], row[5])


def _wishes(decision: Decision, seen: Seen) -> Iterator[OrderRow]:
    if decision.kind == "missing":
        yield from _answers(decision, seen)
        return
    if decision.order is None:
        return
    about = subject(decision.order)
    yield from (order for order in seen.suggested if subject(order) == about)
    if decision.kind == "refused":
        yield from seen.suggested
    verb = decision.order[1]
    if verb in set(Verb):
        yield from _same_verb(decision.order, seen)
        if about[0] < 0 and 0 <= about[1] < len(seen.run.state.teams):
            told = seen.run.state.teams[about[1]]
            for other in answerable(CHANGES):
                if other != verb and _suits(told, FORMS[other].team):
                    yield from _filled(other, (about[1], -1), seen, most=1)


def _same_verb(order: OrderRow, seen: Seen) -> Iterator[OrderRow]:
    """The same verb with another value, at other places, or on another occasion."""
    verb = Verb(order[1])
    for value in _values(verb):
        if value != order[5]:
            yield (*order[:5], value)
    if FORMS[verb].area and verb != Verb.DECLARE_ZONE:
        for area in _areas(verb, -1, seen):
            yield (*order[:3], area, *order[4:])


def _answers(decision: Decision, seen: Seen) -> Iterator[OrderRow]:
    """Orders that would have answered a decision point, those of the commander first."""
    point = POINTS[decision.point - 1]
    verbs = answerable((*point.verbs, *point.both))
    about = (decision.team, decision.area)
    yield from (one for one in seen.suggested if one[1] in verbs and _fits(one, decision))
    for most in (1, PLACES_MOST):
        for verb in verbs:
            yield from _filled(verb, about, seen, most=most)


def _fits(order: OrderRow, decision: Decision) -> bool:
    """Whether an order is about what the decision point asks of."""
    team = decision.team < 0 or order[2] == decision.team
    area = decision.area < 0 or order[3] == decision.area
    about = POINTS[decision.point - 1].about
    return {About.ANYTHING: True, About.TEAM: team, About.AREA: area}.get(about, team or area)


def _filled(verb: Verb, about: tuple[int, int], seen: Seen, *, most: int) -> Iterator[OrderRow]:
    """Orders of a verb about a team and a place where there are such; at most so many places."""
    form = FORMS[verb]
    teams = _teams(form.team, about[0], seen)
    others = _teams(form.other, -1, seen)
    areas = _areas(verb, about[1], seen)[:most] if form.area else [-1]
    for area in areas:
        for team in teams[:1]:
            for other in [one for one in others if one != team or team < 0][:1]:
                for value in _values(verb)[:VALUES_MOST]:
                    yield (int(Seat.TACTICAL), int(verb), team, area, other, value)


def _teams(addressee: Addressee, asked: int, seen: Seen) -> list[int]:
    if addressee == Addressee.NOBODY:
        return [-1]
    teams = seen.run.state.teams
    if asked >= 0 and _suits(teams[asked], addressee):
        return [asked]
    return seen.teams(addressee)


def _areas(verb: Verb, asked: int, seen: Seen) -> list[int]:
    """Places for a verb, the best first by what the seat knew."""
    world, places = seen.run.prepared.world, seen.places()
    indexes = range(len(world.areas))
    if verb == Verb.SET_AEP:
        found = [a for a in indexes if world.areas[a]["vehicle"] == 1]
        return _nearest(found, places, world.distance_m)[:PLACES_MOST]
    if verb == Verb.SET_CCP:
        aep = [int(seen.run.state.seats[Seat.TACTICAL]["aep"])]
        found = [a for a in indexes if world.areas[a]["floor_m2"] >= 25.0]
        near = _nearest(found, places + [a for a in aep if a >= 0], world.distance_m)
        return near[: PLACES_MOST + 1]
    first = [asked] if asked >= 0 else []
    return list(dict.fromkeys([*first, *places[:PLACES_MOST], *seen.named()]))


def _nearest(found: Sequence[int], to: Sequence[int], distance_m: np.ndarray) -> list[int]:
    """By the sum of ways to where it matters."""
    return sorted(found, key=lambda a: (sum(float(distance_m[a, b]) for b in to), a))


def _values(verb: Verb) -> list[int]:
    form = FORMS[verb]
    if form.high - form.low < VALUES_MOST + 1:
        return list(range(form.low, form.high + 1))
    return [max(form.low, min(60, form.high))]
