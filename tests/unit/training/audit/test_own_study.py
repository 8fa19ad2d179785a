"""A programme beside the agency's own study: the plan's best split, and the one nearest to it."""

from pathlib import Path

import msgspec
import pytest

from tests import schedules
from warmzone.interop.schedule_files import read_document
from warmzone.scenario.problems import Invalid
from warmzone.training.audit.audit import audit
from warmzone.training.audit.own_study import with_study
from warmzone.training.audit.result import AuditedProgramme, StudyCompared
from warmzone.training.plan.read import ToldPlan, ToldSplit, read_plan

BEST = ToldSplit(9.0, 0.0, 3.0, -0.02, -0.05, 0.01, 0.005, 0.4, 0.0, 0.0)
EVEN = ToldSplit(3.0, 6.0, 3.0, 0.01, -0.01, 0.03, 0.005, 0.1, 0.03, 0.02)
COMMAND = ToldSplit(0.0, 0.0, 12.0, 0.03, -0.01, 0.09, 0.005, 0.1, 0.05, 0.06)
PLAN = ToldPlan(agency="Tarnwick police", splits=[BEST, EVEN, COMMAND])


def programme(text: bytes) -> AuditedProgramme:
    """An audited schedule."""
    return audit(read_document(text, "course.csv"))


def compared(text: bytes) -> StudyCompared:
    """What the plan says of a schedule."""
    study = with_study(programme(text), PLAN).compared.study
    assert study is not None
    return study


def test_the_nearest_split_played_is_told_with_what_parts_it_from_the_best() -> None:
    """Thirds of each lie nearest to the even split, all command to the last."""
    even = compared(schedules.as_csv())
    assert even.best.split.medical == 0.75
    assert even.nearest is not None
    assert even.nearest.deaths_per_year == EVEN.deaths_per_year
    assert even.apart
    assert "part the two" in even.text
    command = compared(b"lesson,minutes\nIncident command and staging,90\n")
    assert command.nearest is not None
    assert command.nearest.split.command == 1.0
    assert not command.apart
    assert "do not part" in command.text


def test_what_is_at_the_best_or_at_none_is_said_so() -> None:
    """The best split itself, and a programme of threat alone, which has nothing to place."""
    mostly = b"lesson,minutes\nTourniquets,270\nIncident command and staging,90\n"
    assert "That is also the one nearest" in compared(mostly).text
    none = compared(b"lesson,minutes\nRoom entry and team movement,90\n")
    assert none.nearest is None
    assert none.apart is None
    assert "nothing to place" in none.text


def test_what_a_plan_did_not_look_at_is_not_said() -> None:
    """One made before its splits were held against the best says nothing of parting them."""
    plain = msgspec.structs.replace(EVEN, behind=None, behind_half_width=None)
    old = with_study(
        programme(schedules.as_csv()), ToldPlan(agency="Old", splits=[BEST, plain])
    ).compared.study
    assert old is not None
    assert old.apart is None
    assert "part the two" not in old.text


def test_what_is_no_plan_is_refused(tmp_path: Path) -> None:
    """A folder without one, other JSON, one without splits; a plan is read from its folder."""
    path = tmp_path / "plan.json"
    with pytest.raises(Invalid):
        read_plan(tmp_path)
    for wrong in (b"[]", b"{", b'{"agency": "A", "splits": []}'):
        path.write_bytes(wrong)
        with pytest.raises(Invalid, match=r"plan\.json"):
            read_plan(tmp_path)
    path.write_bytes(msgspec.json.encode(PLAN))
    assert read_plan(tmp_path) == PLAN
