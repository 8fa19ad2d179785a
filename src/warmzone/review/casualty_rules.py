"""Rules of the first page about people: who was lost, who waited, who was never found."""

from warmzone.review.facts import Facts
from warmzone.review.finding import LONG_S, Finding, by_who_lived, reference, stood_out, went_well
from warmzone.review.names import at, counted, lasting, listed
from warmzone.review.shapes import CasualtyRow, Line, killed_at_once
from warmzone.vocabulary.codes import Care, Triage


def savable_death(facts: Facts) -> Finding | None:
    """Who died that an ideal response would have kept alive, and what was known of them."""
    dead = [one for one in facts.casualties if one.savable and one.dead_s is not None]
    if not dead:
        return None
    first = min(dead, key=lambda one: (one.told_s is None, one.told_s or 0.0))
    text = f"Savable, and died: {_person(first)} in {facts.names.area(first.area)}. "
    text += f"{_course(first)}."
    if len(dead) > 1:
        text += f" {counted(len(dead) - 1, 'more is', 'more are')} in the table."
    line = Line(text, "stood_out", first.told_s or first.hurt_s, [first.area], lives=True)
    return Finding(100, line)


def reds_waiting(facts: Facts) -> Finding | None:
    """Reds that were reported, and no order that named the place for a long time."""
    waits = [((one.order_s or facts.end_s) - one.told_s, one) for one in facts.known_reds]
    if not waits:
        return None
    longest, one = max(waits, key=lambda pair: pair[0])
    if longest < LONG_S:
        return None
    text = f"{one.reds} red reported in {one.place} at {at(one.told_s)}; "
    text += (
        "no order named the place after that."
        if one.order_s is None
        else f"the first order that named the place came {lasting(longest)} later."
    )
    return stood_out(75 + longest / 60, text, one.told_s, [one.area])


def greens_before_reds(facts: Facts) -> Finding | None:
    """Green casualties taken away while a red that had been seen still lay at the scene."""
    reds = [one for one in facts.casualties if _is_red(one)]
    behind = [
        (green, red)
        for green in facts.casualties
        if green.judged == Triage.GREEN and green.left_s is not None
        for red in reds
        if (red.seen_s or 0) < green.left_s < (red.left_s or facts.end_s) and _alive(red, green)
    ]
    if not behind:
        return None
    greens = {green.number for green, _ in behind}
    first = min(behind, key=lambda pair: pair[0].left_s or 0.0)[0]
    text = (
        f"{counted(len(greens), 'green casualty', 'green casualties')} left the scene while reds "
        f"that had been found still lay there; the first at {at(first.left_s or 0)}."
    )
    return by_who_lived(stood_out(55, text, first.left_s))


def reds_out(facts: Facts) -> Finding | None:
    """When the reds left the scene, or that some never did."""
    found = [one for one in facts.casualties if _is_red(one)]
    stayed = [one for one in found if one.left_s is None]
    if not found:
        return None
    if stayed:
        return by_who_lived(_stayed(facts, stayed, len(found)))
    last = max(one.left_s or 0.0 for one in found)
    ref = reference(facts, "last_red_out")
    text = f"Every red that was found had left by {at(last)}{ref}."
    return by_who_lived(went_well(18, text, last))


def _stayed(facts: Facts, stayed: list[CasualtyRow], found: int) -> Finding:
    """Reds still at the scene at the end, or, where none is, those who died there."""
    alive = [one for one in stayed if one.dead_s is None or one.dead_s > facts.end_s]
    meant = alive or stayed
    areas = sorted({one.area for one in meant})
    of_all = f"{counted(len(meant), 'red')} of {found} that had been found alive"
    where = f"hurt in {facts.names.areas(areas)}"
    if not alive:
        text = f"{of_all} died at the scene: {where}."
        return stood_out(72, text, min(one.dead_s or facts.end_s for one in meant), areas)
    text = f"{of_all} {'was' if len(meant) == 1 else 'were'} still at the scene at the end: {where}"
    dead = len(stayed) - len(alive)
    text += f"; {counted(dead, 'more', 'more')} had died there." if dead else "."
    return stood_out(72, text, facts.end_s, areas)


def never_found(facts: Facts) -> Finding | None:
    """Casualties whom no responder ever saw.

    Who walked out alone, and whom nobody could have helped, are not among them.
    """
    unseen = [
        one
        for one in facts.casualties
        if one.seen_s is None and one.moved_s is None and not killed_at_once(one)
    ]
    if not unseen:
        return None
    areas = sorted({one.area for one in unseen})
    count = counted(len(unseen), "casualty was", "casualties were")
    return stood_out(80, f"{count} never found: {facts.names.areas(areas)}.", None, areas)


def _is_red(one: CasualtyRow) -> bool:
    """A true red whom responders found alive."""
    found = one.seen_s is not None and (one.dead_s is None or one.dead_s > one.seen_s)
    return found and one.triage == Triage.RED


def _alive(red: CasualtyRow, green: CasualtyRow) -> bool:
    return red.dead_s is None or red.dead_s > (green.left_s or 0.0)


def _person(one: CasualtyRow) -> str:
    return f"casualty {one.number} ({one.wound})"


def _cared_for(one: CasualtyRow) -> str:
    if one.controlled_s is not None:
        return f"brought under control at {at(one.controlled_s)}"
    return "given no care" if one.care == Care.NONE else "cared for without success"


def _course(one: CasualtyRow) -> str:
    told = "You were never told of casualties there"
    if one.told_s is not None:
        told = f"You were told of casualties there at {at(one.told_s)}"
    left = "never left the scene" if one.left_s is None else f"left at {at(one.left_s)}"
    return f"{told}. The casualty was {listed([_cared_for(one), left, one.fate])}"
