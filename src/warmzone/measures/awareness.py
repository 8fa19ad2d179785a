"""How well a picture in somebody's head fits another: the awareness probes, scored one way only.

The same answer is scored twice, against what was true and against what the seat had been told: the
second says whether it was known, the first whether it was so.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass

HALF = 0.5
"""What the right status of the threat in the wrong place is worth: a choice, no finding."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is asked for: of an answer, of the truth, or of what was told.

    `teams` gives an area by team; `reds` are alive and at the scene; `cleared` are areas searched;
    `threat` is a `ThreatStatus`, `threat_area` its area, -1 none; `command` a `CommandPlace`.
    """

    teams: Mapping[int, int]
    reds: int
    cleared: Set[int]
    threat: int
    threat_area: int
    command: int


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a probe; its score is a share, 1 is best."""

    name: str
    label: str
    unit: str = "share"
    better: str = "higher"


QUESTIONS = (
    Question("teams", "Where are your teams?"),
    Question("reds", "How many reds are still inside?"),
    Question("cleared", "What is cleared?"),
    Question("threat", "Where is the threat?"),
    Question("command", "Who has command inside?"),
)

AWARENESS = Question("awareness", "Awareness: mean of the five questions")


def scores(said: Picture, held: Picture) -> dict[str, float]:
    """The share of each question that is right, by name; teams that nobody could name are left out.

    Teams: the share in the right area. Reds: one less the miss as a share of the larger number.
    Cleared: what both name as a share of what either names. Threat: half for the right status in
    the wrong area. Command: right or wrong.
    """
    found = {
        "reds": _near(said.reds, held.reds),
        "cleared": _overlap(said.cleared, held.cleared),
        "threat": _threat(said, held),
        "command": float(said.command == held.command),
    }
    if held.teams:
        right = sum(said.teams.get(team, -1) == area for team, area in held.teams.items())
        found["teams"] = right / len(held.teams)
    return found


def awareness(parts: Mapping[str, float]) -> float:
    """The mean of the questions that could be asked."""
    return sum(parts.values()) / len(parts)


def _near(said: int, held: int) -> float:
    largest = max(said, held)
    return 1.0 if largest == 0 else 1.0 - abs(said - held) / largest


def _overlap(said: Set[int], held: Set[int]) -> float:
    either = said | held
    return 1.0 if not either else len(said & held) / len(either)


def _threat(said: Picture, held: Picture) -> float:
    if said.threat != held.threat:
        return 0.0
    return 1.0 if said.threat_area == held.threat_area else HALF
