"""The part of the page of orders that says why each may be refused, or not be done."""

from enum import IntEnum

from warmzone.measures.decisions.coverage import verb_words
from warmzone.review.reports import CANNOT
from warmzone.review.words import REFUSALS
from warmzone.vocabulary.feasibility import ALWAYS, ON_THEIR_OWN, answers, refusals
from warmzone.vocabulary.orders import UNBUILT, Refusal, Verb
from warmzone.vocabulary.reports import CannotReason

_ABOUT = """\
An order is refused at once, with the reason, and nothing is said on the air; or it is said, and
whoever hears it may answer that they cannot. The reasons are those that the kernel gives: a test
asks it for every order about everything there is, in many states, and has teams answer in plays of
what ships."""


def feasibility() -> list[str]:
    """The lines of that part: what holds for every order, a row for each, and what reasons mean."""
    lines = ["## Feasibility", "", _ABOUT, ""]
    lines += [f"Any order: {_words(ALWAYS)}.", ""]
    lines += [f"Whatever a team was told, it may stop and say: {_words(ON_THEIR_OWN)}.", ""]
    lines += ["| order | refused at once | a team may answer |", "|---|---|---|"]
    lines += [
        f"| {verb_words(verb)} | {_words(refusals(verb))} | {_words(answers(verb))} |"
        for verb in Verb
        if verb not in UNBUILT
    ]
    met = ALWAYS.union(*(refusals(verb) for verb in Verb))
    lines += ["", "What each reason says:", ""]
    lines += [f"- *{_name(one)}*: {REFUSALS[one]}." for one in sorted(met)]
    answered = ON_THEIR_OWN.union(*(answers(verb) for verb in Verb))
    lines += ["", "And each answer:", ""]
    lines += [f"- *{_name(one)}*: {CANNOT[one]}." for one in sorted(answered)]
    return lines


def _words(reasons: frozenset[Refusal] | frozenset[CannotReason]) -> str:
    return ", ".join(_name(reason) for reason in sorted(reasons))


def _name(reason: IntEnum) -> str:
    return reason.name.lower().replace("_", " ")
