"""Who waited: reds and yellows alive at the scene without care, officers without a task."""

import pytest

from tests.played import open_drill
from warmzone.review.curves import curve_point
from warmzone.review.shapes import Review
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Care, Discipline, Phase, Triage, Whereabouts, Wound


@pytest.fixture
def run() -> Run:
    """A drill at its hand-over in which one red lies uncared for and one team of three is idle."""
    run = open_drill()[0].run
    run.state.people["hurt_ms"] = -1
    first = run.state.people[0]
    first["hurt_ms"], first["dead_ms"], first["care"] = 0, -1, Care.NONE
    first["whereabouts"], first["triage"] = Whereabouts.LYING, Triage.RED
    run.state.teams["untasked_since_ms"] = -1
    idle = run.state.teams[0]
    idle["discipline"], idle["phase"] = Discipline.POLICE, Phase.IDLE
    idle["untasked_since_ms"], idle["able"] = 0, 3
    return run


def waited(run: Run) -> tuple[int, int]:
    """Both numbers now."""
    point = curve_point(run.state, run.prepared.world, run.now_ms)
    return point.untreated, point.untasked


def test_who_waits_is_counted(run: Run) -> None:
    """One red without care, and the able officers of the team that has no task."""
    assert waited(run) == (1, 3)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("care", Care.OFFICER),
        ("dead_ms", 1),
        ("triage", Triage.GREEN),
        ("whereabouts", Whereabouts.IN_HOSPITAL),
        ("hurt_ms", -1),
    ],
)
def test_who_does_not_wait_is_not_counted(run: Run, field: str, value: int) -> None:
    """Nobody cared for, dead, green, gone or not hurt counts as waiting for care."""
    run.state.people[0][field] = value
    assert waited(run) == (0, 3)


def test_who_died_uncared_for_is_known_apart(run: Run) -> None:
    """A red who has died waits no more, and is told apart from one who was cared for."""
    first = run.state.people[0]
    first["wound"], first["moderate"] = Wound.TORSO, 0
    first["dead_ms"], first["triage"] = 1, Triage.GREY
    assert curve_point(run.state, run.prepared.world, run.now_ms).died == 1
    first["care"] = Care.OFFICER
    assert curve_point(run.state, run.prepared.world, run.now_ms).died == 0


def test_medics_and_busy_officers_do_not_wait(run: Run) -> None:
    """Only police without a task who have come count."""
    team = run.state.teams[0]
    team["untasked_since_ms"] = -1
    assert waited(run)[1] == 0
    team["untasked_since_ms"], team["discipline"] = 0, Discipline.MEDICAL
    assert waited(run)[1] == 0


def test_a_review_has_a_point_for_every_frame(made: Review) -> None:
    """The curves stand beside the replay, moment by moment."""
    assert [one.at_s for one in made.curves] == [one.at_s for one in made.frames]
    assert any(one.untreated for one in made.curves)
