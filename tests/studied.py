"""A small study of the tiny incident, quick on the plain kernel."""

from typing import Any

import msgspec

from tests import tiny
from warmzone.simulation.machine import PLAIN
from warmzone.studies.engines import EngineName, Workers
from warmzone.studies.lowered import Lowered, lower_study
from warmzone.studies.study import Arm, Incident, Study, Uncertain
from warmzone.studies.study_file import Opened


def study(**changes: Any) -> Study:
    """Two commanders over two uncertain numbers; `changes` replace fields."""
    made = Study(
        format="warmzone-study/1",
        id="tiny",
        name="Tiny study",
        question="Does it hold together?",
        incidents=[Incident(id="tiny", scenario="tiny.toml")],
        arms=[Arm(id="nobody", commander="nobody"), Arm(id="interior", commander="interior")],
        uncertain=[Uncertain(name="drag_m_per_s"), Uncertain(name="torso.rate_per_min")],
        measures=["savable_deaths", "deaths", "first_red_out"],
        points=4,
        repeats=2,
    )
    return msgspec.structs.replace(made, **changes)


def lowered(threat: str = "over", **changes: Any) -> Lowered:
    """The study, ready to be played."""
    made = study(**changes)
    scenarios = tuple((tiny.scenario(threat), tiny.site()) for _ in made.incidents)
    return lower_study(Opened(made, scenarios, repr(made)))


def workers(engine: EngineName = "threads", count: int = 1) -> Workers:
    """Who plays it: the plain kernel."""
    return Workers(engine, PLAIN, count)
