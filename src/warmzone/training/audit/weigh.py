"""From words to shares: what one lesson's own words say, and what its programme adds."""

import re
from collections.abc import Sequence

from msgspec import Struct

from warmzone.training.audit.shares import LABELS, SMALLEST_TOTAL, Shares, shares_of
from warmzone.training.audit.words import Found, Group, Vocabulary, pieces

Weights = dict[str, float]

DECIDES = 0.4
"""A group at least this strong says what is taught; a weaker one only where."""
CONTEXT_FLOOR = 0.05
"""Keeps alive a label that the rest of the programme never mentions."""

# A number of a lesson, a day or a unit says nothing of what is taught.
_NUMBERING = re.compile(
    r"^\s*(?:(?:day|module|unit|lesson|block|part|session|section|topic|chapter|phase|hour|period|"
    r"week)\s*(?:[0-9]+|[ivx]+|[a-h])\b|[0-9]+(?:\.[0-9]+)*[.):]?\s|[ivx]+[.)]\s|[a-z][.)]\s)"
    r"\s*[-:.)–—]*\s*",
    re.IGNORECASE,
)
_PRACTICE = re.compile(
    r"\b(scenarios?|exercises?|drills?|practic\w*|simulat\w*|evolutions?|role.?play\w*|hands.?on|"
    r"ftx|skills?|assessments?|modules?|activit\w+|labs?|rotations?|workshops?|walk.?throughs?|"
    r"demonstrations?|stations?|application)\b",
    re.IGNORECASE,
)


class Settings(Struct, frozen=True):
    """How words are added up: round numbers, chosen by hand; see docs/reference/audit.md."""

    heading: float = 1.5
    """How much more counts what stands before a colon."""
    most: float = 1.0
    """The most that the words between two commas count together."""
    before: float = 0.5
    """How much counts a word that only qualifies the noun behind it."""
    behind: float = 0.5
    """How much counts what stands behind `of`, `in`, `for` and the like."""
    aside: float = 0.5
    """How much counts what stands in brackets."""
    yielding: float = 0.15
    """How much counts a word such as `introduction` where others say to what."""
    details: float = 0.5
    """What the lines under a lesson weigh together, beside its title."""
    pull: float = 0.3
    """How far the rest of the programme decides between labels a lesson's own words leave open."""
    borrow: float = 0.3
    """What the rest of the programme weighs where a lesson's own words say little."""
    practice: float = 0.1
    """What the rest of the programme weighs in an exercise, whatever its own words say."""
    least: float = 0.2
    """A share below this is dropped."""


class Own(Struct, frozen=True):
    """What a lesson's own words say."""

    weights: Weights
    found: tuple[Found, ...]
    said: tuple[str, ...]
    """The entries found as the schedule writes them, one for one."""
    is_practice: bool

    @property
    def evidence(self) -> float:
        """How much its words weigh together."""
        return sum(self.weights.values())


class Decided(Struct, frozen=True):
    """A lesson's shares, and how much of them came from the rest of the programme (0 to 1)."""

    shares: Shares
    borrowed: float


def own(title: str, method: str, words: Vocabulary, settings: Settings) -> Own:
    """Weigh a lesson's title and its method."""
    plain = _NUMBERING.sub("", title, count=1)
    parts: list[Weights] = []
    found: list[Found] = []
    said: list[str] = []
    for segment in plain.split(";"):
        weights, here = _segment(segment, words, settings)
        found += here
        said += [one.seen(segment) for one in here]
        if any(weights.values()):
            parts.append(weights)
    total = _balanced(parts)
    seen = {one.word.group.name for one in found}
    for one in (one for run in pieces(method) for one in words.find(run)):
        # "Lecture and discussion" is how a lesson is taught and not what.
        aside = one.word.group.yields and any(total.values())
        if one.word.group.name not in seen and not aside:
            found.append(one)
            said.append(one.seen(method))
            total = added([total, one.word.group.weights()])
    practice = bool(_PRACTICE.search(f"{plain} {method}"))
    return Own(total, tuple(found), tuple(said), practice)


def with_details(title: Own, details: Sequence[Own], settings: Settings) -> Own:
    """A lesson whose schedule says more below its title."""
    below = added([one.weights for one in details])
    amount = sum(below.values())
    if amount == 0:
        return title
    # Where the title says nothing, what stands below it speaks alone.
    scale = (settings.details if title.evidence >= DECIDES else 1.0) / amount
    whole = added([title.weights, {label: scale * below[label] for label in LABELS}])
    found = title.found + tuple(one for detail in details for one in detail.found)
    said = title.said + tuple(one for detail in details for one in detail.said)
    return Own(whole, found, said, title.is_practice)


def speaks_for(one: Own) -> Weights:
    """What a lesson adds to the picture of its programme: no lesson more than one."""
    scale = 1.0 / max(1.0, one.evidence)
    return {label: scale * one.weights[label] for label in LABELS}


def context(whole: Weights, mine: Weights) -> Weights:
    """What a programme is about without one of its lessons, as shares."""
    rest = {label: max(0.0, whole[label] - mine[label]) for label in LABELS}
    amount = sum(rest.values())
    if amount <= SMALLEST_TOTAL:
        return dict.fromkeys(LABELS, 0.0)
    return {label: rest[label] / amount for label in LABELS}


def decide(mine: Own, around: Weights, settings: Settings) -> Decided:
    """A lesson's shares from its own words and from what its programme is about."""
    pulled = {
        label: mine.weights[label] * (around[label] + CONTEXT_FLOOR) ** settings.pull
        for label in LABELS
    }
    total = sum(pulled.values())
    scale = mine.evidence / total if total > 0 else 0.0
    amount = settings.borrow * max(0.0, 1.0 - mine.evidence)
    if mine.is_practice:
        amount = max(amount, settings.practice)
    # What is practised is the subjects of the course, not its welcome and its law.
    lent = {
        label: 0.0 if mine.is_practice and label == "other" else around[label] for label in LABELS
    }
    whole = {label: scale * pulled[label] + amount * lent[label] for label in LABELS}
    given = amount * sum(lent.values())
    everything = mine.evidence + given
    return Decided(_trimmed(whole, settings), given / everything if everything > 0 else 1.0)


def _segment(text: str, words: Vocabulary, settings: Settings) -> tuple[Weights, list[Found]]:
    """Weigh what stands between two semicolons."""
    parts: list[Weights] = []
    found: list[Found] = []
    head, colon, _ = text.partition(":")
    head_runs = len(pieces(head)) if colon else 0
    runs = [words.find(run) for run in pieces(text)]
    decided = any(_decides(one.word.group) for run in runs for one in run)
    for index, run in enumerate(runs):
        found += run
        weights = _run(run, decided, settings)
        total = sum(weights.values())
        most = settings.most * (settings.aside if run and run[0].at.is_aside else 1.0)
        scale = min(1.0, most / total) if total > 0 else 0.0
        if index < head_runs:
            scale *= settings.heading
        parts.append({label: scale * weights[label] for label in LABELS})
    return added(parts), found


def _decides(group: Group) -> bool:
    return not group.yields and group.strength >= DECIDES


def _run(run: Sequence[Found], decided: bool, settings: Settings) -> Weights:
    """Weigh the words between two commas: the noun counts most, what qualifies it less."""
    parts = []
    headed = False
    for index, one in enumerate(run):
        factor = 1.0
        place = (one.at.part, one.at.depth)
        if any((later.at.part, later.at.depth) == place for later in run[index + 1 :]):
            factor *= settings.before
        if one.at.depth > 0 and headed:
            factor *= settings.behind
        if one.at.is_aside:
            factor *= settings.aside
        if one.word.group.yields and decided:
            factor *= settings.yielding
        headed = headed or (one.at.depth == 0 and _decides(one.word.group))
        weights = one.word.group.weights()
        parts.append({label: factor * weights[label] for label in LABELS})
    return added(parts)


def _balanced(parts: Sequence[Weights]) -> Weights:
    """Parts divided by semicolons, none of which shouts the others down."""
    if len(parts) < 2:
        return added(parts)
    totals = [sum(part.values()) for part in parts]
    mean = sum(totals) / len(totals)
    return added(
        [
            {label: part[label] * (mean / total) ** 0.5 for label in LABELS}
            for part, total in zip(parts, totals, strict=True)
        ]
    )


def added(parts: Sequence[Weights]) -> Weights:
    """Weights added label by label."""
    return {label: sum(part[label] for part in parts) for label in LABELS}


def _trimmed(weights: Weights, settings: Settings) -> Shares:
    """Weights as shares, with what is too small to mean anything left out."""
    total = sum(weights.values())
    if total <= 0:
        return shares_of({})
    least = settings.least * total
    return shares_of(
        {label: weights[label] if weights[label] >= least else 0.0 for label in LABELS}
    )
