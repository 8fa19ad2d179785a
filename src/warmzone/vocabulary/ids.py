"""Identifiers that people and files use; the kernel knows only indexes."""

from typing import NewType

AreaId = NewType("AreaId", str)
OpeningId = NewType("OpeningId", str)
AgencyId = NewType("AgencyId", str)
ScenarioId = NewType("ScenarioId", str)
SiteId = NewType("SiteId", str)
ExerciseId = NewType("ExerciseId", str)
CommandId = NewType("CommandId", str)
