"""Awareness probes: what was answered, beside what had been told and what was true."""

from collections.abc import Mapping, Sequence

from warmzone.exercise.codec import Entry
from warmzone.exercise.events import Ended, ProbeAnswered
from warmzone.measures.awareness import QUESTIONS, Picture, awareness, scores
from warmzone.review import words
from warmzone.review.names import Names
from warmzone.review.rebuild import Rebuilt
from warmzone.review.shapes import Frame, ProbeRow, ProbeView
from warmzone.review.watch import Frozen
from warmzone.vocabulary.codes import CommandPlace, HazardState, ThreatStatus

MOST = 6
"""How many places of a list are named before the rest is counted."""

_STATUS = {
    HazardState.NONE: ThreatStatus.NONE,
    HazardState.ACTIVE: ThreatStatus.ONGOING,
    HazardState.SILENT: ThreatStatus.UNKNOWN,
    HazardState.CONTAINED: ThreatStatus.CONTAINED,
    HazardState.OVER: ThreatStatus.OVER,
    HazardState.ELSEWHERE: ThreatStatus.OVER,
}
"""What would have been the right word for the hazard: one that is silent has an unknown place."""

_COMMAND = {
    CommandPlace.NOBODY: "nobody",
    CommandPlace.INSIDE: "you, inside",
    CommandPlace.POST: "you, at a post outside",
}
_PLACED = (ThreatStatus.ONGOING, ThreatStatus.CONTAINED)


def probes(rebuilt: Rebuilt, frozen: Sequence[Frozen]) -> list[ProbeView]:
    """Every freeze of an exercise, by time."""
    names = Names(rebuilt.prepared)
    return [_probe(one, _answer(one, rebuilt.entries), names) for one in frozen]


def _answer(one: Frozen, entries: Sequence[Entry]) -> ProbeAnswered | None:
    for entry in entries:
        if entry.sequence > one.sequence:
            if isinstance(entry.event, ProbeAnswered):
                return entry.event
            if isinstance(entry.event, Ended):
                return None
    return None


def _probe(one: Frozen, answer: ProbeAnswered | None, names: Names) -> ProbeView:
    if answer is None:
        return ProbeView(one.at_ms / 1000, answered=False, rows=[], awareness=None, knew=None)
    said, told, true = picture_of(answer), told_at(one.frame), true_at(one)
    knew, right = scores(said, told), scores(said, true)
    in_words = [_words(picture, names) for picture in (said, told, true)]
    rows = [
        ProbeRow(
            asked.name,
            asked.label,
            in_words[0][asked.name],
            in_words[1][asked.name],
            in_words[2][asked.name],
            knew.get(asked.name),
            right.get(asked.name),
        )
        for asked in QUESTIONS
    ]
    return ProbeView(
        one.at_ms / 1000, answered=True, rows=rows, awareness=awareness(right), knew=awareness(knew)
    )


def picture_of(answer: ProbeAnswered) -> Picture:
    """An answer as a picture; a threat that has no place keeps none."""
    return Picture(
        dict(answer.teams),
        answer.reds,
        frozenset(answer.cleared),
        answer.threat,
        _place(answer.threat, answer.threat_area),
        answer.command,
    )


def told_at(frame: Frame) -> Picture:
    """What the seat had been told."""
    head = frame.belief
    assert head is not None  # noqa: S101 - a whole frame has it
    return Picture(
        {row.team: row.area for row in frame.belief_teams if row.area >= 0},
        sum(row.red for row in frame.belief_areas),
        frozenset(row.area for row in frame.belief_areas if row.searched_s >= 0),
        head.threat,
        _place(head.threat, head.threat_area),
        head.place,
    )


def true_at(one: Frozen) -> Picture:
    """What was true, of those teams that the seat had heard of."""
    frame = one.frame
    truth, head = frame.truth, frame.belief
    assert truth is not None and head is not None  # noqa: S101, PT018 - a whole frame has both
    known = {row.team for row in frame.belief_teams}
    status = _STATUS[HazardState(truth.hazard)]
    return Picture(
        {row.team: row.area for row in frame.truth_teams if row.team in known},
        sum(row.red for row in frame.truth_areas),
        one.searched,
        status,
        _place(status, truth.hazard_area),
        head.place,
    )


def _place(status: int, area: int) -> int:
    return area if status in _PLACED else -1


def _words(picture: Picture, names: Names) -> Mapping[str, str]:
    teams = [
        f"{names.team(team)} {names.area(area) or 'not known'}"
        for team, area in picture.teams.items()
    ]
    threat = words.THREATS[ThreatStatus(picture.threat)]
    where = f", {names.area(picture.threat_area)}" if picture.threat_area >= 0 else ""
    return {
        "teams": "; ".join(teams) or "none",
        "reds": str(picture.reds),
        "cleared": _listed([names.area(area) for area in sorted(picture.cleared)]),
        "threat": f"{threat}{where}",
        "command": _COMMAND[CommandPlace(picture.command)],
    }


def _listed(places: Sequence[str]) -> str:
    rest = len(places) - MOST
    shown = ", ".join(places[:MOST])
    return f"{shown} and {rest} more" if rest > 0 else shown or "nothing"
