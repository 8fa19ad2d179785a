"""The coverage table: every decision point and failure with what raises, answers and detects it."""

from dataclasses import dataclass

from warmzone.measures.decisions.failures import FAILURES, Failure
from warmzone.measures.decisions.points import POINTS, DecisionPoint
from warmzone.vocabulary.orders import Verb


@dataclass(frozen=True, slots=True)
class Covered:
    """One row: nothing in it may be blank."""

    number: int
    title: str
    trigger: str
    orders: str
    detector: str
    scenario: str
    source: str
    status: str


def points_covered() -> list[Covered]:
    """The thirty decision points."""
    return [
        Covered(
            point.number,
            point.row.title,
            _first_line(point.trigger.__doc__),
            _orders(point),
            f"not answered within {point.row.within_s:.0f} s",
            point.row.scenario,
            point.row.source,
            point.row.status,
        )
        for point in POINTS
    ]


def failures_covered() -> list[Covered]:
    """The sixteen failures."""
    return [
        Covered(
            failure.number,
            failure.row.title,
            _first_line(failure.trigger.__doc__),
            _verbs(failure.verbs),
            _detector(failure),
            failure.row.scenario,
            failure.row.source,
            failure.row.status,
        )
        for failure in FAILURES
    ]


def verb_words(verb: Verb) -> str:
    """A verb as tables print it: `take command`."""
    return verb.name.lower().replace("_", " ")


def _orders(point: DecisionPoint) -> str:
    said = _verbs(point.verbs)
    if point.both:
        said += f"; and {_verbs(point.both)}"
    return said if point.about.value == "anything" else f"{said}, about {point.about.value}"


def _verbs(verbs: tuple[Verb, ...]) -> str:
    return ", ".join(dict.fromkeys(verb_words(verb) for verb in verbs))


def _detector(failure: Failure) -> str:
    number = failure.missed_point
    if number:
        return f"decision point {number} missed"
    return _first_line(failure.detector.__doc__)


def _first_line(text: str | None) -> str:
    lines = (text or "").strip().splitlines()
    return lines[0].rstrip(".") if lines else ""
