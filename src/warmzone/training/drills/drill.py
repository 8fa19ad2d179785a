"""A drill as a file: a decision point, where its moment is found, and what could be said."""

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from warmzone.doctrine.names import NAMES
from warmzone.evidence.decisions import point_rows
from warmzone.scenario.problems import Invalid, Problem, nearest
from warmzone.scenario.read import parse_toml, read_bytes
from warmzone.scenario.schema import titled
from warmzone.scenario.shapes import shape_problems
from warmzone.scenario.shipped import shipped_scenarios
from warmzone.vocabulary.orders import Verb

DRILL_FORMAT = "warmzone-drill/1"
MOST_BYTES = 64 * 1024
TEAMS = ("team", "free", "second", "medics")
PLACES = ("place", "worst", "next", "threat", "ccp", "gather", "vehicles")
VARIANTS = 4
"""How many different moments each drill has; the next time is the next of them."""
WORDS = (*TEAMS, *PLACES)
"""What texts and orders of a drill may name; `known.py` says whom and what they mean."""

MEANT = {
    "team": "team",
    "free": "a free team",
    "second": "a second team",
    "medics": "medics",
    "place": "place",
    "worst": "where most are hurt",
    "next": "where the next most are hurt",
    "threat": "where the threat was last",
    "ccp": "collection point",
    "gather": "ground beside it",
    "vehicles": "where vehicles get to",
}
"""What the words of a drill mean where no incident gives them names; they stand in brackets."""

Verdict = Literal["right", "arguable", "wrong"]
Text = Annotated[str, Meta(min_length=1, max_length=600)]
Word = Annotated[str, Meta(pattern="^[a-z]+$")]

_FOLDER = Path(__file__).parent / "shipped"
_GAP = re.compile(r"\{(\w*)\}")


class Say(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One order of a choice: a verb, and words for whom and where."""

    verb: str
    team: Word | None = None
    area: Word | None = None
    other: Word | None = None
    value: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        """The words that it needs."""
        return tuple(word for word in (self.team, self.area, self.other) if word)


class Choice(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One thing that could be said. `orders` empty is silence; None cannot be played, only judged.

    `verdict` is the doctrine's, `why` in a sentence or two; `arguable` where doctrine is split.
    """

    id: Annotated[str, Meta(pattern="^[a-z0-9-]{1,40}$")]
    text: Text
    verdict: Verdict
    why: Text
    orders: Annotated[list[Say], Meta(max_length=4)] | None = None


class Scene(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Where the moment is looked for: a shipped scenario, and who commanded until then."""

    scenario: str
    commander: str = "interior"


class Drill(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One drill. `seconds` is the time to decide; `in_command` whether the person has command."""

    format: str
    id: Annotated[str, Meta(pattern="^[a-z0-9-]{1,40}$")]
    point: Annotated[int, Meta(ge=1, le=30)]
    title: Text
    question: Text
    seconds: Annotated[int, Meta(ge=10, le=120)]
    in_command: bool = True
    scenes: Annotated[list[Scene], Meta(min_length=1, max_length=8)]
    choices: Annotated[list[Choice], Meta(min_length=3, max_length=5)]

    @property
    def accepted(self) -> int:
        """How many of its choices count as a decision rightly taken."""
        return sum(choice.verdict != "wrong" for choice in self.choices)

    def choice(self, choice_id: str) -> Choice | None:
        """A choice by its id."""
        return next((one for one in self.choices if one.id == choice_id), None)

    def words(self) -> set[str]:
        """Every word that its texts and orders need."""
        texts = (self.question, *(one.text for one in self.choices))
        found = {word for text in texts for word in _GAP.findall(text)}
        for one in self.choices:
            for said in one.orders or ():
                found.update(said.words)
        return found


def load_drill(path: Path) -> Drill:
    """Load a drill's file; raise Invalid with everything wrong with it."""
    values = parse_toml(read_bytes(path, MOST_BYTES, "drill"), path.name)
    try:
        drill = msgspec.convert(values, Drill)
    except msgspec.ValidationError:
        found = shape_problems(values, drill_schema(), path.name)
        raise Invalid(found or [Problem(path.name, "", "its shape", "a drill")]) from None
    if found := [*_wrong(drill, path.name)]:
        raise Invalid(found)
    return drill


def _wrong(drill: Drill, file: str) -> list[Problem]:
    """What a schema cannot say."""
    problems = []
    if drill.format != DRILL_FORMAT:
        problems.append(Problem(file, "format", repr(drill.format), repr(DRILL_FORMAT)))
    for number, scene in enumerate(drill.scenes):
        where = f"scenes[{number}]"
        for name, said, known in (
            ("scenario", scene.scenario, list(shipped_scenarios())),
            ("commander", scene.commander, NAMES),
        ):
            if said not in known:
                problems.append(Problem(file, f"{where}.{name}", repr(said), nearest(said, known)))
    problems += [
        Problem(file, "texts and orders", f"{{{word}}}", nearest(word, WORDS))
        for word in sorted(drill.words() - set(WORDS))
    ]
    verbs = [verb.name.lower() for verb in Verb]
    for number, choice in enumerate(drill.choices):
        for said_order in choice.orders or ():
            if said_order.verb not in verbs:
                where = f"choices[{number}].orders"
                allowed = nearest(said_order.verb, verbs)
                problems.append(Problem(file, where, repr(said_order.verb), allowed))
    if len({choice.id for choice in drill.choices}) < len(drill.choices):
        problems.append(Problem(file, "choices", "the same id twice", "an id for each"))
    if not any(choice.verdict == "right" for choice in drill.choices):
        problems.append(Problem(file, "choices", "no right one", "at least one that is right"))
    if all(choice.verdict != "wrong" for choice in drill.choices):
        problems.append(Problem(file, "choices", "no wrong one", "at least one that is wrong"))
    return problems


def drill_schema() -> dict[str, Any]:
    """The schema of a drill's file."""
    return titled(msgspec.json.schema(Drill), "Warmzone drill, format warmzone-drill/1")


def said(text: str) -> str:
    """A drill's text without an incident's own names."""
    return text.format_map({word: f"[{meant}]" for word, meant in MEANT.items()})


@cache
def drills() -> dict[str, Drill]:
    """The drills that ship, by id, in the order of the doctrine's points."""
    loaded = [load_drill(path) for path in sorted(_FOLDER.glob("*.toml"))]
    return {one.id: one for one in sorted(loaded, key=lambda one: (one.point, one.id))}


def points_drilled() -> tuple[int, ...]:
    """The decision points that drills ask of, each once."""
    numbers = {drill.point for drill in drills().values()}
    return tuple(number for number in point_rows() if number in numbers)
