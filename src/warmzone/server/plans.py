"""Training plans for the browser: a form checked field by field, then long work."""

import asyncio
from pathlib import Path
from typing import Any

import msgspec

from warmzone.scenario.problems import Invalid, Problem
from warmzone.server.long_work import LongWork, NoWorkError
from warmzone.server.simulated import stored_scenarios
from warmzone.server.wire_training import FieldProblem, PlanAsk, PlanResult, WorkStarted
from warmzone.training.plan.agency import AGENCY_FORMAT, Agency, agency_of

FILES = ("plan.pdf", "plan.ics", "roster.csv", "plan.html")
_NEEDED = "nothing is not allowed; nobody else knows it"
_ASKED = tuple(
    one.name for one in msgspec.structs.fields(Agency) if one.default_factory is msgspec.NODEFAULT
)
"""What a form must say; lists of an agency's file that may be empty are none of it."""
_PACKET, _PDF = "session-", ".pdf"


class Plans:
    """Checks forms, starts plans, and gives what came out."""

    def __init__(self, work: LongWork, scenarios: Path) -> None:
        self.work = work
        self._scenarios = scenarios

    async def start(self, ask: PlanAsk) -> WorkStarted:
        """Start a plan, or say everything that is wrong with the form. Raises TooMuchWorkError."""
        values, problems = await asyncio.to_thread(self._checked, ask.agency)
        if problems:
            return WorkStarted(None, problems)
        what = {"agency": values, "points": ask.points, "repeats": ask.repeats}
        return WorkStarted(await self.work.start(str(values["name"]), what))

    async def result(self, work_id: str) -> PlanResult:
        """What came out. Raises NoWorkError."""
        found = msgspec.json.decode(await self.work.result(work_id), type=PlanResult)
        found.files = list(FILES)
        return found

    async def file(self, work_id: str, name: str) -> bytes:
        """A file of a plan; a session's packet is made when it is asked for. Raises NoWorkError."""
        if name in FILES:
            return await self.work.file(work_id, name)
        number = name.removeprefix(_PACKET).removesuffix(_PDF)
        if not (name.startswith(_PACKET) and name.endswith(_PDF) and number.isdecimal()):
            raise NoWorkError("There is no such file.")
        ask, found = await self.work.ask(work_id), await self.result(work_id)
        return await asyncio.to_thread(_packet, ask.what["agency"], found, int(number))

    def _checked(self, form: dict[str, Any]) -> tuple[dict[str, Any], list[FieldProblem]]:
        """The agency's values, with a stored scenario as its path, and what is wrong."""
        values = {**form, "format": AGENCY_FORMAT}
        missing = [FieldProblem(name, _NEEDED) for name in _ASKED if name not in values]
        stored = stored_scenarios(self._scenarios)
        scenario = values.get("active_scenario")
        if isinstance(scenario, str) and scenario in stored:
            values["active_scenario"] = str(stored[scenario])
        try:
            agency_of(values, "plan")
            problems = []
        except Invalid as invalid:
            problems = [_at_its_field(one) for one in invalid.problems]
        told = {one.field for one in missing}
        return values, missing + [one for one in problems if one.field not in told]


def _at_its_field(problem: Problem) -> FieldProblem:
    return FieldProblem(problem.place, f"{problem.found}{problem.verdict}; {problem.allowed}")


def _packet(values: dict[str, Any], found: PlanResult, number: int) -> bytes:
    from warmzone.interop.plan_files import packet_file
    from warmzone.training.plan.schedule import schedule

    best = found.splits[0]
    agency = agency_of(values, "plan")
    sessions = schedule(agency, (best.medical_h, best.movement_h, best.command_h))
    if not 1 <= number <= len(sessions):
        raise NoWorkError("There is no such session.")
    return packet_file(agency, sessions[number - 1])[1]
