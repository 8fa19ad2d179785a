"""The first page: what happened, the outcome, and what stood out by simple rules.

A rule looks at the facts and says one sentence or nothing. None says what a decision was worth in
lives: that needs many runs. The thresholds only decide what is worth a line; they are no norms.
"""

from collections import Counter
from collections.abc import Callable

from warmzone.review.casualty_rules import (
    greens_before_reds,
    never_found,
    reds_out,
    reds_waiting,
    savable_death,
)
from warmzone.review.facts import Facts
from warmzone.review.finding import LONG_S, SLOW_S, Finding, reference, stood_out, went_well
from warmzone.review.names import at, counted, lasting
from warmzone.review.shapes import Line
from warmzone.review.withheld import HELD
from warmzone.review.words import REFUSALS
from warmzone.vocabulary.codes import CommandPlace
from warmzone.vocabulary.orders import Refusal

MOST_LINES = 10

LATE_RADIO_S = 30.0
UNTASKED_SHARE = 0.25
MANY_REFUSED = 3

Rule = Callable[[Facts], Finding | None]


def headline(facts: Facts, points: Line | None = None, *, lives: bool = True) -> list[Line]:
    """At most ten lines: what happened, the points, the outcome, then what stood out.

    What stood out comes most important first. Without `lives` nothing hangs on who died, not even
    which of the other lines found room.
    """
    found = [finding for rule in RULES if (finding := rule(facts)) is not None]
    found = [one for one in found if lives or not one.line.lives]
    found.sort(key=lambda finding: -finding.weight)
    scored = [] if points is None else [points]
    ended = [outcome(facts), *in_same_luck(facts)] if lives else [Line(HELD, "outcome")]
    opening = [happened(facts), *scored, *ended]
    return [*opening, *[finding.line for finding in found]][:MOST_LINES]


def happened(facts: Facts) -> Line:
    """Who commanded, from when until when."""
    length = lasting(facts.end_s - facts.start_s)
    if facts.command_s is None:
        text = f"Nobody took command in {length} of play."
    elif facts.start_s > 0:
        text = (
            f"You held Tactical from {at(facts.start_s)} to {at(facts.end_s)} and gave "
            f"{counted(facts.orders - len(facts.refused), 'order')}."
        )
    else:
        where = "inside" if facts.place == CommandPlace.INSIDE else "at a post outside"
        text = (
            f"In {length} of play command was taken {where} at {at(facts.command_s)}; "
            f"{counted(facts.orders - len(facts.refused), 'order')} went out."
        )
    return Line(text, "happened", max(facts.start_s, facts.command_s or 0.0))


def outcome(facts: Facts) -> Line:
    """The outcome in one sentence."""
    hurt, deaths, savable = (
        int(facts.values[name] or 0) for name in ("casualties", "deaths", "savable_deaths")
    )
    harm = int(facts.values["responders_hurt"] or 0)
    if hurt == 0:
        text = "Nobody was hurt"
    else:
        text = f"{counted(hurt, 'person was', 'people were')} hurt; "
        text += f"{deaths or 'none'} died within 24 hours"
        if deaths:
            of_them = f"{savable or 'none'} of them"
            text += f", {_one_savable(savable) if deaths == 1 else of_them} savable under an ideal "
            text += "response"
    text += f"; {counted(harm, 'responder was', 'responders were')} hurt." if harm else "."
    return Line(text, "outcome", lives=True)


def _one_savable(savable: int) -> str:
    return "who was" if savable else "not"


def in_same_luck(facts: Facts) -> list[Line]:
    """How many died under the automatic commanders with the same luck."""
    deaths = [int(values["deaths"] or 0) for values in facts.others.values()]
    if not deaths:
        return []
    few, many = min(deaths), max(deaths)
    span = f"{few or 'none'}" if few == many else f"{few or 'none'} to {many}"
    text = f"With the same luck {span} died under the automatic commanders"
    if "interior" in facts.others:
        text += (
            f" ({int(facts.others['interior']['deaths'] or 0) or 'none'} under interior command)"
        )
    yours = int(facts.values["deaths"] or 0) or "none"
    return [Line(f"{text}, {yours} under you.", "outcome", lives=True)]


def responder_hurt(facts: Facts) -> Finding | None:
    """Officers or medics who were hurt, and where."""
    if not facts.officers_hurt:
        return None
    when, area = facts.officers_hurt[0]
    count = len(facts.officers_hurt)
    who = "A responder was" if count == 1 else f"{count} responders were"
    first = "" if count == 1 else "the first "
    text = f"{who} hurt, {first}at {at(when)} in {facts.names.area(area)}."
    return stood_out(95, text, when, [area])


def nobody_in_command(facts: Facts) -> Finding | None:
    """Command never taken, or long after somebody was there to be commanded."""
    if facts.police_heard_s is None or facts.start_s > 0:
        return None
    if facts.command_s is None:
        text = f"Police were on scene from {at(facts.police_heard_s)}; nobody took command."
        return stood_out(94, text, facts.police_heard_s)
    gap = facts.command_s - facts.police_heard_s
    if gap < SLOW_S:
        text = f"Command was taken {lasting(gap)} after the first team reported in."
        return went_well(12, text, facts.command_s)
    text = (
        f"The first team reported in at {at(facts.police_heard_s)}; command was taken "
        f"{lasting(gap)} later."
    )
    return stood_out(70 + gap / 60, text, facts.command_s)


def warm_never(facts: Facts) -> Finding | None:
    """Medics at hand and no ground declared warm for them, or late."""
    warm, medics = facts.values["first_warm_declared"], facts.medics_heard_s
    if medics is None:
        return None
    begun = max(medics, facts.start_s)
    if warm is None:
        text = f"No ground was declared warm or cold; medics had been on scene since {at(medics)}."
        return stood_out(88, text, begun)
    if warm < begun:
        return None
    if warm - begun < SLOW_S:
        since = "medics reported in" if begun == medics else "the hand-over"
        text = f"Ground was declared warm {lasting(warm - begun)} after {since}."
        return went_well(11, text, warm)
    text = (
        f"Medics were on scene at {at(medics)}; the first warm ground was declared at {at(warm)}"
        f"{reference(facts, 'first_warm_declared')}."
    )
    return stood_out(60 + (warm - begun) / 60, text, warm)


def entry_requests(facts: Facts) -> Finding | None:
    """How long medics waited for an answer to their request to come in."""
    if not facts.requests:
        return None
    waits = [((one.answered_s or facts.end_s) - one.heard_s, one) for one in facts.requests]
    longest, one = max(waits, key=lambda pair: pair[0])
    open_ones = [request for request in facts.requests if request.answered_s is None]
    areas = [one.area] if one.area >= 0 else []
    if open_ones and longest >= SLOW_S:
        first = min(open_ones, key=lambda request: request.heard_s)
        wait = lasting(facts.end_s - first.heard_s)
        text = (
            f"{first.callsign} asked to come in at {at(first.heard_s)} and was not answered "
            f"in the {wait} that were left."
        )
        return stood_out(86, text, first.heard_s, areas)
    if longest >= SLOW_S:
        text = (
            f"{one.callsign} asked to come in at {at(one.heard_s)} and waited {lasting(longest)} "
            f"for an answer."
        )
        return stood_out(65 + longest / 60, text, one.heard_s, areas)
    asked = counted(len(facts.requests), "request")
    text = f"{asked} to come in, the slowest answered after {lasting(longest)}."
    return went_well(20, text, one.heard_s, areas)


def wrong_ground(facts: Facts) -> Finding | None:
    """Ground declared warm or cold that the hazard could in truth reach."""
    if not facts.wrong_zones:
        return None
    first = min(facts.wrong_zones, key=lambda one: one.reached_s)
    areas = sorted({one.area for one in facts.wrong_zones})
    zone = "warm" if first.zone == 2 else "cold"
    text = (
        f"{facts.names.area(first.area)} was declared {zone} at {at(first.declared_s)}; in truth "
        f"the threat could reach it at {at(first.reached_s)}."
    )
    if len(areas) > 1:
        text += f" So it was with {counted(len(areas) - 1, 'other place')}."
    return stood_out(68, text, first.reached_s, areas)


def standing_idle(facts: Facts) -> Finding | None:
    """A long stretch with officers known to have no task and no order given."""
    idle = facts.idle
    if idle is None or idle.to_s - idle.from_s < LONG_S:
        return None
    text = (
        f"From {at(idle.from_s)} to {at(idle.to_s)} no order was given while at least "
        f"{counted(idle.teams, 'team')} stood without a task."
    )
    return stood_out(62 + (idle.to_s - idle.from_s) / 120, text, idle.from_s)


def untasked(facts: Facts) -> Finding | None:
    """How much of the officers' time was spent without a task."""
    minutes = facts.values["officer_minutes_without_task"] or 0.0
    if facts.officer_minutes <= 0:
        return None
    share = minutes / facts.officer_minutes
    if share < UNTASKED_SHARE:
        text = f"Officers had a task in {1 - share:.0%} of their time on scene."
        return went_well(10, text)
    theirs = facts.others.get("interior", {}).get("officer_minutes_without_task")
    beside = "" if theirs is None else f"; {theirs:.0f} under the automatic interior commander"
    text = (
        f"Officers stood without a task for {minutes:.0f} officer-minutes, {share:.0%} of their "
        f"time on scene{beside}."
    )
    return stood_out(45 + 10 * share, text)


def corridor(facts: Facts) -> Finding | None:
    """A corridor that was asked for and never opened, or broke."""
    opened = facts.values["corridor_open"]
    if opened is None and facts.corridor_asked_s is not None:
        text = f"A corridor was ordered at {at(facts.corridor_asked_s)} and never opened."
        return stood_out(50, text, facts.corridor_asked_s)
    if opened is not None and facts.corridor_broke_s is not None:
        text = f"The corridor opened at {at(opened)} and broke at {at(facts.corridor_broke_s)}."
        return stood_out(48, text, facts.corridor_broke_s)
    return None


def refused_orders(facts: Facts) -> Finding | None:
    """Orders that could not be given, and the commonest reason."""
    if len(facts.refused) < MANY_REFUSED:
        return None
    code, times = Counter(facts.refused).most_common(1)[0]
    text = (
        f"{len(facts.refused)} of {facts.orders} orders were refused; "
        f"{counted(times, 'time', 'times')} because {REFUSALS[Refusal(code)]}."
    )
    return stood_out(30, text)


def slow_radio(facts: Facts) -> Finding | None:
    """An order that waited long for its turn on the air."""
    if facts.slowest_order_s < LATE_RADIO_S:
        return None
    wait = lasting(facts.slowest_order_s)
    return stood_out(35, f"An order waited {wait} for its turn on the radio.")


def lost_orders(facts: Facts) -> Finding | None:
    """What was said, reached nobody and was not said again."""
    if not facts.lost:
        return None
    first, count = facts.lost[0], len(facts.lost)
    told = f"{at(first.at_s)} {first.text}"
    text = (
        f"An order was lost on the way and not said again: {told}."
        if count == 1
        else f"{count} orders were lost on the way and not said again, the first: {told}."
    )
    return stood_out(58, text, first.at_s, [first.area] if first.area >= 0 else [])


RULES: tuple[Rule, ...] = (
    savable_death,
    responder_hurt,
    nobody_in_command,
    warm_never,
    entry_requests,
    reds_waiting,
    greens_before_reds,
    reds_out,
    never_found,
    wrong_ground,
    standing_idle,
    untasked,
    corridor,
    refused_orders,
    lost_orders,
    slow_radio,
)
