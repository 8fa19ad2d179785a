"""What teams say of casualties: news once, and once more where a lost word left ghosts behind."""

import numpy as np

from tests import tiny
from warmzone.kernel.care import see_area, see_what_is_left
from warmzone.kernel.plans import neediest
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Triage


def emptied() -> tuple[Run, int, int]:
    """A run in which a team stands in an area that all said to be empty: run, team, area."""
    run = tiny.in_command("none")
    team = 0
    area = int(run.state.teams[team]["area"])
    run.state.people["whereabouts"][run.state.people["area"] == area] = 0
    tiny.relink(run)
    run.state.area_beliefs["counts"][:, area] = 0
    with np.errstate(over="ignore"):
        see_area(run.state, run.prepared.world, team, run.now_ms)
    return run, team, area


def said(run: Run, team: int) -> int:
    """How many reports a look of the team adds at the end of its work."""
    before = int(run.state.clock[0]["reports"])
    with np.errstate(over="ignore"):
        see_what_is_left(run.state, run.prepared.world, team, run.now_ms)
    return int(run.state.clock[0]["reports"]) - before


def test_nobody_left_is_said_again_to_who_counts_on_somebody() -> None:
    """What was said before is no news, unless a commander still believes in a red there."""
    run, team, area = emptied()
    assert said(run, team) == 0
    run.state.area_beliefs[Seat.TACTICAL, area]["counts"][Triage.RED - 1] = 1
    run.state.teams[team]["said_ms"] = run.now_ms
    assert said(run, team) == 0  # it has just spoken
    run.state.teams[team]["said_ms"] = run.now_ms - 1000
    assert said(run, team) == 1
    assert run.state.reports[int(run.state.clock[0]["reports"]) - 1]["area"] == area


def test_a_team_turns_to_no_place_where_it_sees_no_work() -> None:
    """Ghosts in the picture send teams elsewhere to look, and not one that stands there."""
    run, team, area = emptied()
    run.state.area_beliefs["counts"] = 0
    run.state.teams["task"] = 0
    run.state.area_beliefs[Seat.TACTICAL, area]["counts"][Triage.RED - 1] = 3
    run.state.seats["aep"] = -1
    assert neediest(run.state, run.prepared.world, team) == -1
    other = int(np.flatnonzero(run.state.teams["area"] != area)[0])
    assert neediest(run.state, run.prepared.world, other) == area


def test_nobody_there_is_said_where_a_caller_claimed_somebody() -> None:
    """A claim that a team finds empty is taken back, or crews would be sent there for ever."""
    run, team, area = emptied()
    run.state.area_beliefs["claimed"][Seat.TACTICAL, area] = 5
    run.state.teams[team]["said_ms"] = run.now_ms - 1000
    assert said(run, team) == 1
