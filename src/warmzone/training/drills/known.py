"""Whom and what the words of a drill mean at its moment, from what the seat was told alone."""

from collections.abc import Callable
from typing import Any

from warmzone.measures.decisions.triggers import Moment
from warmzone.simulation.observe import AreaSeen, SeatView, TeamSeen, seat_view
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Discipline, Seat, Task

GATHER_M2 = 25.0
"""The least floor that casualties are gathered on."""
_TIED = (Task.COMMAND, Task.RTF_SECURITY, Task.CORRIDOR_POST)


def known(run: Run, moment: Moment) -> dict[str, int]:
    """Indexes of teams and areas by word; a word that means nothing now is left out.

    `team` and `place` are those that the decision point is about, `free` and `second` officers who
    could be sent, `medics` the first medical team known; `worst` and `next` where most are reported
    hurt, `threat` where the threat was last placed, `ccp` the collection point, `gather` ground
    beside the worst that is large enough for one, `vehicles` where an ambulance gets nearest.
    """
    view = seat_view(run, Seat.TACTICAL)
    found = {"team": moment.team, "place": moment.area, "ccp": view.ccp, "threat": _threat(view)}
    officers = [team.index for team in _could_be_sent(view) if team.index != moment.team]
    found.update(zip(("free", "second"), officers, strict=False))
    medics = [team.index for team in view.teams if team.discipline == Discipline.MEDICAL]
    found.update(zip(("medics",), medics, strict=False))
    hurt = [ground.index for ground in sorted(view.areas, key=_need) if _need(ground)[0] < 0]
    found.update(zip(("worst", "next"), hurt, strict=False))
    if "worst" in found:
        found["gather"] = _near(run, found["worst"], lambda area: area["floor_m2"] >= GATHER_M2)
        found["vehicles"] = _near(run, found["worst"], lambda area: area["vehicle"] == 1)
    return {word: index for word, index in found.items() if index >= 0}


def _could_be_sent(view: SeatView) -> list[TeamSeen]:
    """Police teams that are fit and not tied, those without a task first."""
    police = [
        team
        for team in view.teams
        if team.discipline == Discipline.POLICE and team.able > 0 and team.task not in _TIED
    ]
    return sorted(police, key=lambda team: (team.task != Task.UNASSIGNED, team.busy, team.index))


def _threat(view: SeatView) -> int:
    """Where the threat is held to be, else where somebody last spoke of one."""
    if view.threat_area >= 0:
        return view.threat_area
    spoken = [ground for ground in view.areas if ground.threat_ms >= 0]
    return max(spoken, key=lambda ground: ground.threat_ms).index if spoken else -1


def _need(ground: AreaSeen) -> tuple[int, int]:
    """Sorts by reds, then yellows, then what callers claim; 0 first where nobody is hurt."""
    red, yellow, green, _grey = ground.counts
    return (-(100 * red + 10 * yellow + green + ground.claimed), ground.index)


def _near(run: Run, to: int, fits: Callable[[Any], bool]) -> int:
    """The nearest other area that fits, by walking distance; -1 where none does."""
    world = run.prepared.world
    found = [
        (float(world.distance_m[to, area]), area)
        for area in range(len(world.areas))
        if area != to and fits(world.areas[area])
    ]
    return min(found)[1] if found else -1
