"""One incident told as a story: what was ordered and heard, then what became of everybody."""

from collections.abc import Iterator

from warmzone.doctrine.names import DESCRIPTIONS
from warmzone.measures import CLOCKS
from warmzone.review.bodies import body_text
from warmzone.review.doctrine import doctrine_sentence
from warmzone.review.hearing import reports_heard
from warmzone.review.names import Names
from warmzone.review.reports import report_words
from warmzone.review.words import order_text, reporter
from warmzone.simulation.messages import report_of
from warmzone.simulation.observe import Outcome, truth
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Wound
from warmzone.vocabulary.units import clock


def tell(run: Run, came_out: Outcome) -> Iterator[str]:
    """Lines of plain text."""
    scenario = run.prepared.scenario
    yield f"{scenario.name}, seed {run.seed}, commander {run.automatic.name}"
    yield f"Physiology: {body_text(run.prepared.physiology, run.prepared.tempo)}."
    if scenario.unconfirmed:
        yield doctrine_sentence(scenario)
    yield f"({DESCRIPTIONS[run.automatic.name]})"
    yield ""
    for at_ms, text in sorted(_said(run), key=lambda said: said[0]):
        yield f"{clock(at_ms / 1000)}  {text}"
    yield ""
    yield from _casualties(run)
    yield ""
    yield from _outcome(came_out)
    yield ""
    yield "For training and planning; not for use in a live incident."


def _said(run: Run) -> Iterator[tuple[int, str]]:
    names = Names(run.prepared)
    for heard_ms, report in reports_heard(run.state):
        if heard_ms >= 0:
            late = heard_ms - int(report["observed_ms"])
            age = f" (seen {clock(late / 1000)} before)" if late >= 30_000 else ""
            words = report_words(report_of(-1, report, heard_ms), names)
            yield heard_ms, f"{reporter(report, names)}: {words}{age}"
    for row in range(int(run.state.clock[0]["orders"])):
        order = run.state.orders[row]
        who = "Tactical" if int(order["seat"]) == Seat.TACTICAL else "Medical"
        heard = int(order["heard_ms"])
        note = "" if heard >= 0 else " (never heard)"
        if heard - int(order["given_ms"]) >= 30_000:
            note = f" (heard {clock((heard - int(order['given_ms'])) / 1000)} later)"
        yield int(order["given_ms"]), f"{who} > {order_text(order, names)}{note}"


def _casualties(run: Run) -> Iterator[str]:
    names = Names(run.prepared)
    yield "Casualties (wound; hurt, seen, controlled, left the scene; now):"
    for person in truth(run).people:
        times = (person.hurt_ms, person.seen_ms, person.controlled_ms, person.left_ms)
        told = "  ".join("--:--" if ms < 0 else clock(ms / 1000) for ms in times)
        place = "hospital" if person.hospital_ms >= 0 else names.area(person.area)
        state = "dead" if 0 <= person.dead_ms <= run.now_ms else place
        yield f"  {Wound(person.wound).name.lower():<10}  {told}  {state}"


def _outcome(came_out: Outcome) -> Iterator[str]:
    yield (
        f"{came_out.casualties} hurt, {came_out.deaths} dead at 24 hours, of them "
        f"{came_out.savable_deaths} savable; {came_out.responders_hurt} responders hurt; "
        f"{came_out.officer_minutes_without_task:.0f} officer-minutes without a task."
    )
    for measure in CLOCKS:
        reached = came_out.clocks.get(measure.name)
        yield f"  {measure.label:<28} {'never' if reached is None else clock(reached)}"
