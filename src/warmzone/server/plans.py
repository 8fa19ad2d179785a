"""Training plans for the browser: a form checked field by field, then long work."""

import asyncio
import logging
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from warmzone.evidence.agencies import Kind, Stream, streams
from warmzone.scenario.problems import Invalid, Problem
from warmzone.server import wire
from warmzone.server.jobs import JobFailedError, run_job
from warmzone.server.long_work import Job, LongWork, NoWorkError
from warmzone.server.simulated import stored_scenarios
from warmzone.server.wire_training import (
    AgencyCard,
    FieldProblem,
    PlanAsk,
    PlanPace,
    PlanResult,
    SiteCard,
    WorkStarted,
)
from warmzone.training.plan.agency import AGENCY_FORMAT, Agency, Place, agency_of
from warmzone.training.plan.read import BUNDLE_FILE, PLAN_FILES, ToldPlan, plan_of
from warmzone.training.plan.sites import KINDS, check_sites

if TYPE_CHECKING:
    from warmzone.training.plan.schedule import Session

LOG = logging.getLogger("warmzone.plans")

_NEEDED = "nothing is not allowed; nobody else knows it"
_ONE_SITE, _EMS, _MEDICS = "active_scenario", "ems", "medics"
_LEFT_OUT = (_ONE_SITE, _EMS, "sites", "roster")
_ASKED = tuple(one.name for one in msgspec.structs.fields(Agency) if one.name not in _LEFT_OUT)
"""What a form must say; names may be left out, of buildings and Fire and EMS see `_missing`."""
_PACKET, _PDF = "session-", ".pdf"


class Plans:
    """Checks forms, starts plans, and gives what came out."""

    def __init__(self, work: LongWork, scenarios: Path, job: Job = run_job) -> None:
        self.work = work
        self._scenarios = scenarios
        self._job = job
        self._sampling: asyncio.Task[None] | None = None
        self._sampled: float | None = None

    async def start(self, ask: PlanAsk) -> WorkStarted:
        """Start a plan, or say everything that is wrong with the form. Raises TooMuchWorkError."""
        values, problems = await asyncio.to_thread(self._checked, ask.agency)
        if problems:
            return WorkStarted(None, problems)
        what = {"agency": values, "points": ask.points, "repeats": ask.repeats}
        return WorkStarted(await self.work.start(str(values["name"]), what))

    async def pace(self) -> PlanPace:
        """How long a plan takes here: as fast as the last went, or else as a few incidents go.

        These few are played once, when it is first asked for; until then nobody knows.
        """
        each = await asyncio.to_thread(incidents_each)
        state = self.work.kernel.state
        per_s = self.work.per_s or self._sampled
        if state == "ready" and per_s is None:
            if self._sampling is None:
                self._sampling = asyncio.create_task(self._sample(), name="plan pace")
            return PlanPace(each, None, "failed" if self._sampling.done() else "sampling")
        return PlanPace(each, per_s, state)

    async def _sample(self) -> None:
        try:
            self._sampled = float(await self._job("plan_pace"))
        except JobFailedError as error:
            LOG.warning("plan_pace: %s", error)

    async def close(self) -> None:
        """Stop what is being worked on; plans can be gone on with."""
        if self._sampling is not None:
            self._sampling.cancel()
            await asyncio.gather(self._sampling, return_exceptions=True)
        await self.work.close()

    async def result(self, work_id: str) -> PlanResult:
        """What came out. Raises NoWorkError."""
        found = msgspec.json.decode(await self.work.result(work_id), type=PlanResult)
        found.files = await self._made(work_id)
        if len(found.files) == len(PLAN_FILES):
            found.files.insert(0, BUNDLE_FILE)
        return found

    async def told(self, work_id: str) -> ToldPlan:
        """What an audit needs of a plan. Raises NoWorkError."""
        return plan_of(await self.work.result(work_id))

    async def file(self, work_id: str, name: str) -> bytes:
        """A file of a plan; packets and the archive are made when asked for. Raises NoWorkError."""
        if name in PLAN_FILES:
            return await self.work.file(work_id, name)
        ask, found = await self.work.ask(work_id), await self.result(work_id)
        agency = ask.what["agency"]
        if name == BUNDLE_FILE:
            made = {each: await self.work.file(work_id, each) for each in PLAN_FILES}
            return await asyncio.to_thread(_bundle, agency, found, made)
        number = name.removeprefix(_PACKET).removesuffix(_PDF)
        if not (name.startswith(_PACKET) and name.endswith(_PDF) and number.isdecimal()):
            raise NoWorkError("There is no such file.")
        return await asyncio.to_thread(_packet, agency, found, int(number))

    async def _made(self, work_id: str) -> list[str]:
        return [name for name in PLAN_FILES if await self.work.has(work_id, name)]

    def _checked(self, form: dict[str, Any]) -> tuple[dict[str, Any], list[FieldProblem]]:
        """The agency's values, with stored scenarios as their paths, and what is wrong."""
        values = {**form, "format": AGENCY_FORMAT}
        missing = _missing(values)
        stored = {name: str(path) for name, path in stored_scenarios(self._scenarios).items()}
        if isinstance(one := values.get(_ONE_SITE), str):
            values[_ONE_SITE] = stored.get(one, one)
        if isinstance(sites := values.get("sites"), list):
            values["sites"] = [_with_path(site, stored) for site in sites]
        try:
            check_sites(agency_of(values, "plan"), self._scenarios / "plan")
            problems = []
        except Invalid as invalid:
            problems = [_at_its_field(one) for one in invalid.problems]
        told = {one.field for one in missing}
        return values, missing + [one for one in problems if one.field not in told]


def _missing(values: dict[str, Any]) -> list[FieldProblem]:
    """What is left out and has no default in a form: of the agency, and of each building."""
    named = [name for name in _ASKED if name not in values]
    if values.get(_EMS) is not None and _MEDICS in named:
        named.remove(_MEDICS)
    sites = values.get("sites") or []
    if not sites and _ONE_SITE not in values:
        named.append("sites")
    for k, site in enumerate(sites if isinstance(sites, list) else []):
        given = site if isinstance(site, dict) else {}
        named += [
            f"sites[{k}].{one.name}"
            for one in msgspec.structs.fields(Place)
            if one.name not in given
        ]
    return [FieldProblem(name, _NEEDED) for name in named]


def _with_path(site: object, stored: dict[str, str]) -> object:
    """A building of the form; a stored scenario goes by the path of its file."""
    if not isinstance(site, dict) or not isinstance(site.get("scenario"), str):
        return site
    return {**site, "scenario": stored.get(site["scenario"], site["scenario"])}


@cache
def incidents_each() -> int:
    """How many incidents a plan plays of one kind, at one draw of the evidence and one repeat."""
    from warmzone.server.works import SAMPLE
    from warmzone.training.plan.splits import study_of

    study = study_of(agency_of(SAMPLE, "sample"), 1, 1)
    return len(study.arms) * len(study.physiologies)


def all_agencies() -> list[AgencyCard]:
    """Who comes where, and how soon, of every profile of the evidence."""
    cards = []
    for name, rows in streams().items():
        own = [row for row in rows if not row.on_call]
        count = sum(row.cars for row in own if row.kind == "ambulance")
        first = (_first(own, "police"), _first(own, "medical"), _first(own, "ambulance"))
        cards.append(AgencyCard(name, *first, count))
    return cards


def _first(rows: list[Stream], kind: Kind) -> float | None:
    return min((row.first_s for row in rows if row.kind == kind), default=None)


def sites_of(cards: list[wire.ScenarioCard]) -> list[SiteCard]:
    """Where an active threat may be: no drill, nothing without a threat, no other kind's place."""
    return [
        SiteCard(card.id, card.name)
        for card in cards
        if not card.drill and card.threat not in ("none", "over") and card.id not in KINDS.values()
    ]


def _at_its_field(problem: Problem) -> FieldProblem:
    return FieldProblem(problem.place, f"{problem.found}{problem.verdict}; {problem.allowed}")


def _packet(values: dict[str, Any], found: PlanResult, number: int) -> bytes:
    from warmzone.interop.plan_files import packet_file

    agency, sessions = _year(values, found)
    if not 1 <= number <= len(sessions):
        raise NoWorkError("There is no such session.")
    return packet_file(agency, sessions[number - 1])[1]


def _bundle(values: dict[str, Any], found: PlanResult, made: dict[str, bytes]) -> bytes:
    from warmzone.interop.plan_files import plan_bundle

    return plan_bundle(*_year(values, found), made)[1]


def _year(values: dict[str, Any], found: PlanResult) -> "tuple[Agency, list[Session]]":
    """The agency of a plan and the sessions of its best split."""
    from warmzone.training.plan.schedule import schedule

    best, agency = found.splits[0], agency_of(values, "plan")
    return agency, schedule(agency, (best.medical_h, best.movement_h, best.command_h))
