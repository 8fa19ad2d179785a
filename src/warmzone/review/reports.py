"""Reports as they are said, on the radio and in whatever tells of it afterwards."""

from typing import Protocol

from warmzone.review.names import sentence
from warmzone.simulation.messages import Report
from warmzone.vocabulary.codes import CorridorState, Task, ThreatStatus
from warmzone.vocabulary.reports import CannotReason, ReportKind
from warmzone.vocabulary.units import clock


class Called(Protocol):
    """What the teams and the places of an incident are called, by index."""

    def team(self, index: int) -> str:
        """A team's callsign."""

    def place(self, index: int) -> str:
        """An area's name; "no known place" for none."""

    def speaker(self, team: int, source: int) -> str:
        """Who a report comes from."""

    def has_rooms_off_it(self, index: int) -> bool:
        """Whether an area is a way that rooms open onto."""


_THREATS = {
    ThreatStatus.NONE: "no threat at {area}",
    ThreatStatus.ONGOING: "threat active at {area}",
    ThreatStatus.CONTAINED: "threat held in {area}",
    ThreatStatus.UNKNOWN: "quiet now at {area}, threat not seen",
    ThreatStatus.OVER: "threat is over",
}

CANNOT = {
    CannotReason.NOTHING_TO_DO: "nothing to do there",
    CannotReason.NO_WAY: "no way there",
    CannotReason.NOT_SECURED: "no officers hold the collection point",
    CannotReason.NO_CCP: "no collection point is set",
    CannotReason.ALREADY_GONE: "they are gone already",
    CannotReason.ZONE_NOT_DECLARED: "nobody has called that ground warm",
    CannotReason.NO_SECURITY: "we wait for officers to go with us",
    CannotReason.TOO_FEW: "too few of us",
    CannotReason.NO_VEHICLE: "no vehicle here",
    CannotReason.NOT_FOUND: "nobody found there",
    CannotReason.LOCKED: "it is locked",
    CannotReason.GROUND_HOT: "that ground is hot",
    CannotReason.FORBIDDEN: "our rules forbid it",
    CannotReason.OFFICER_DOWN: "we go to the officer down",
}

_CORRIDOR = {
    CorridorState.NONE: "corridor given up",
    CorridorState.BUILDING: "corridor is being posted",
    CorridorState.OPEN: "corridor is open",
    CorridorState.BROKEN: "corridor is broken",
}

_SAID = {
    ReportKind.COMMAND_TAKEN: "command is taken",
    ReportKind.SUPERVISOR_HERE: "supervisor on scene at {area}",
    ReportKind.COMMAND_ACCEPTED: "copied the brief, I have command",
    ReportKind.ROLL_CALL: "here, at {area}",
    ReportKind.DEVICE: "suspicious device at {area}, keep away",
    ReportKind.SECOND_ATTACKER: "somebody speaks of another attacker at {area}",
    ReportKind.CHECKED: "checked {area}, nobody there",
    ReportKind.NEAR_MISS: "two teams met unannounced at {area}",
    ReportKind.VEHICLES: "vehicles in the way at {area}",
    ReportKind.SELF_EVACUATED: "{count} walking wounded have come out at {area}",
    ReportKind.PEOPLE_OUT: "{count} people not hurt have come out at {area}",
    ReportKind.HOSPITAL: "hospital says it is full",
    ReportKind.PLAIN_CLOTHES: "armed officers in plain clothes at {area}",
    ReportKind.LINKED: "linked up and identified at {area}",
    ReportKind.JOINED: "one team now at {area}",
    ReportKind.STATUS: "leaving {area}",
    ReportKind.SIZED_UP: "size-up from the officers: danger at {area}, {count} hurt they know of",
    ReportKind.UNITED: "police and fire command together at one post",
    ReportKind.TOGETHER: "Triage and Transport are with command at {area}",
    ReportKind.WAITING_AT_DOOR: "waiting at the door at {area}",
}

_TURNED: dict[int, str] = {
    Task.TREAT: "treat the casualties in",
    Task.CARRY: "carry from",
    Task.CLEAR: "search",
}

_COLOURS = ("red", "yellow", "green", "grey")


def counted(counts: tuple[int, int, int, int]) -> str:
    """Casualties by colour: "2 red, 1 yellow", or "nobody hurt"."""
    parts = [f"{n} {colour}" for n, colour in zip(counts, _COLOURS, strict=True) if n > 0]
    return ", ".join(parts) or "nobody hurt"


def cannot_words(reason: int) -> str:
    """Why a team could not do as it was told."""
    return CANNOT[CannotReason(reason)] if reason >= 0 else "cannot do it"


def report_sentence(report: Report, names: Called) -> str:
    """A report as it was said."""
    return f"{sentence(report_words(report, names))}."


def report_words(report: Report, names: Called) -> str:
    """What a report says, as a part of a sentence."""
    kind, area = report.kind, names.place(report.area)
    if kind == ReportKind.THREAT:
        if report.area < 0:
            return f"threat is {ThreatStatus(report.status).name.lower()}"
        return _THREATS[ThreatStatus(report.status)].format(area=area)
    if kind == ReportKind.AREA_SEEN:
        if report.team < 0:
            return f"{area}, {report.flag} hurt they say"
        return f"{area}, {counted(report.counts)}{_uninjured(report)}"
    if kind == ReportKind.COUNT:
        return _count(report, area)
    if kind == ReportKind.SOURCE_GIVEN:
        by = names.speaker(report.flag - 1, report.source)
        return f"{by} said that of {area}, seen at {clock(report.observed_ms / 1000)}"
    if kind == ReportKind.AREA_CLEAR:
        is_wing = report.flag == 1 and names.has_rooms_off_it(report.area)
        ground = f"{area} and the rooms off it" if is_wing else area
        return f"{ground} searched, {counted(report.counts)}{_uninjured(report)}"
    if kind == ReportKind.CANNOT:
        where = f": {names.place(report.flag - 1)}" if report.flag > 0 else ""
        return f"cannot, {cannot_words(report.status)}{where}"
    if kind == ReportKind.CORRIDOR:
        return _CORRIDOR[CorridorState(report.status)]
    if kind == ReportKind.TRANSPORTED:
        return f"ambulance leaving with {counted(report.counts)}"
    if kind == ReportKind.TURNED_TO:
        if report.status == Task.RESCUE_TASK_FORCE:
            return f"done here, we go on to {names.place(report.flag - 1)}"
        turned = _TURNED.get(report.status, "turn to")
        return f"by the plan we {turned} {names.place(report.flag - 1)}"
    return _of_team(report, area)


def _uninjured(report: Report) -> str:
    """How many others a team sees there."""
    return f", {report.uninjured} not hurt" if report.uninjured > 0 else ""


def _count(report: Report, area: str) -> str:
    """A recount of a place, or the one figure that all counts came to."""
    if report.team >= 0:
        return f"{area} counted again, {counted(report.counts)}"
    more = f", and {report.flag} that only callers speak of" if report.flag > 0 else ""
    return f"all counts together, {counted(report.counts)}{more}"


def _of_team(report: Report, area: str) -> str:
    """Reports of a team on itself."""
    if report.kind == ReportKind.ARRIVED:
        if report.status == Task.RESCUE_TASK_FORCE:
            return f"rescue task force formed at {area}"
        return f"on scene at {area}"
    if report.kind == ReportKind.ENTRY_REQUEST:
        return f"at {area}, asking to come in"
    if report.kind == ReportKind.OFFICER_DOWN:
        return f"officer down at {area}"
    if report.kind == ReportKind.VEHICLES and report.flag == 0:
        return f"the way is clear at {area}"
    if report.kind == ReportKind.TASK_DONE:
        return f"done at {area}, ready for a task"
    if report.kind in _SAID:
        return _SAID[ReportKind(report.kind)].format(area=area, count=report.flag)
    return f"at {area}"
