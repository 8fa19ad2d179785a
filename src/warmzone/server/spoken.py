"""Orders and reports as they are said on the radio."""

from warmzone.server.heard import Report
from warmzone.server.names import Names
from warmzone.server.verbs import VALUES
from warmzone.vocabulary.codes import CorridorState, Task, ThreatStatus
from warmzone.vocabulary.orders import Order, Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind
from warmzone.vocabulary.units import clock

_ORDERS: dict[Verb, str] = {
    Verb.TAKE_COMMAND: "All units, I have command, {value}.",
    Verb.CONTACT: "{team}, make contact at {area}.",
    Verb.HOLD: "{team}, hold {area}.",
    Verb.CLEAR: "{team}, clear {area}.",
    Verb.TREAT: "{team}, treat the casualties in {area}.",
    Verb.CARRY: "{team}, carry the casualties out of {area}.",
    Verb.DECLARE_ZONE: "All units, {area} is {value}.",
    Verb.BUILD_CORRIDOR: "{team}, post the corridor.",
    Verb.CLEAR_RTF_IN: "{team}, you are cleared in to {area}.",
    Verb.HOLD_RTF: "{team}, hold where you are, do not enter, {value}.",
    Verb.SECURE_RTF: "{team}, go with {other} as security.",
    Verb.SET_CCP: "All units, casualty collection point is {area}.",
    Verb.SET_AEP: "All units, ambulance exchange point is {area}.",
    Verb.STAGE: "{team}, go to staging.",
    Verb.WITHDRAW: "{team}, withdraw.",
    Verb.DECLARE_THREAT: "All units, threat is {value}.",
    Verb.ASK_REPORT: "{team}, report.",
    Verb.REQUEST_ENTRY: "{team}, ask to enter.",
    Verb.BREAK_CORRIDOR: "All units, the corridor is closed.",
    Verb.SIZE_UP: "All units, size-up: danger is at {area}. Come in from the far side.",
    Verb.TRANSFER_COMMAND: "{team}, stand by for command, here is the brief.",
    Verb.APPOINT: "{team}, you are {value} at {area}.",
    Verb.UNIFY_COMMAND: "Fire and EMS, come to the post: unified command.",
    Verb.GO_IN: "{team}, go in.",
    Verb.WAIT_AT_DOOR: "{team}, wait at the door.",
    Verb.STEP_PAST: "{team}, at wounded on your way: {value}.",
    Verb.FORM_TEAM: "{team}, take {other} into your team.",
    Verb.LINK_UP: "{team}, link up with {other} and identify.",
    Verb.RESERVE: "{team}, stand as reserve at {area}.",
    Verb.ASSIGN: "{team}, you work for {other} now.",
    Verb.CONTAIN: "{team}, contain the threat in {area}.",
    Verb.CHECK_REPORT: "{team}, check the report from {area}.",
    Verb.SET_PRIORITY: "All units, move {value} first.",
    Verb.MOVE_WALKING: "All who can walk, go to {area}.",
    Verb.POLICE_TRANSPORT: "{team}, take casualties from {area} to hospital in your car.",
    Verb.STAGE_ARRIVALS: "All arriving units, {value}.",
    Verb.CALL_RESOURCES: "Dispatch, send more {value}.",
    Verb.MOVE_VEHICLES: "{team}, clear the vehicles at {area}.",
    Verb.ASK_SOURCE: "Who says that of {area}, and from when is it?",
    Verb.CO_LOCATE: "Triage and Transport, come and stand with me.",
    Verb.SET_RADIO_PLAN: "All units, radio plan: {value}.",
    Verb.WITHDRAW_AREA: "Everybody out of {area}, now.",
    Verb.ROLL_CALL: "All units, roll call: who and where.",
    Verb.CLEAR_THE_AIR: "All units, emergency traffic only: {value}.",
    Verb.SEND_RUNNER: "{team}, send a runner to {other}.",
    Verb.BREACH: "{team}, bring keys and tools to {area} and open it.",
    Verb.MOVE_UNINJURED: "{team}, uninjured people in {area} are to {value}.",
    Verb.TRIAGE_OUTSIDE: "{team}, search and triage those who fled, at {area}.",
    Verb.WARN_SITES: "Dispatch, warn other sites.",
    Verb.RECONCILE: "All units, count again: casualties found, moved, left.",
    Verb.SAY_PLAN: "All units, this is the plan.",
    Verb.PERIMETER: "{team}, keep a perimeter at {area}.",
    Verb.SECURE_CCP: "{team}, secure the casualty collection point.",
}

_THREATS = {
    ThreatStatus.NONE: "no threat at {area}",
    ThreatStatus.ONGOING: "threat active at {area}",
    ThreatStatus.CONTAINED: "threat held in {area}",
    ThreatStatus.UNKNOWN: "quiet now at {area}, threat not seen",
    ThreatStatus.OVER: "threat is over",
}

_CANNOT = {
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


def order_sentence(order: Order, names: Names) -> str:
    """An order as it goes out."""
    return _ORDERS[order.verb].format(
        team=names.team(order.team),
        other=names.team(order.other_team) if order.other_team >= 0 else "the medics",
        area=names.place(order.area),
        value=value_word(order.verb, order.value),
    )


def order_sentence_form(verb: Verb) -> str:
    """How an order of a verb sounds, with a dash where a name or a word stands."""
    words = dict.fromkeys(("team", "other", "area", "value"), "–")
    return _ORDERS[verb].format(**words)


def value_word(verb: Verb, value: int) -> str:
    """The word of an order's value, or the empty string."""
    words = {number: word for word, number in VALUES.get(verb, {}).items()}
    if verb in (Verb.CLEAR_THE_AIR, Verb.HOLD_RTF) and value not in words:
        return f"{value} seconds"
    return {"post": "at the post"}.get(words.get(value, ""), words.get(value, ""))


def counted(counts: tuple[int, int, int, int]) -> str:
    """Casualties by colour: "2 red, 1 yellow", or "nobody hurt"."""
    parts = [f"{n} {colour}" for n, colour in zip(counts, _COLOURS, strict=True) if n > 0]
    return ", ".join(parts) or "nobody hurt"


def cannot_words(reason: int) -> str:
    """Why a team could not do as it was told."""
    return _CANNOT[CannotReason(reason)] if reason >= 0 else "cannot do it"


def report_sentence(report: Report, names: Names) -> str:
    """A report as it was said."""
    words = _plain(report, names)
    return words[:1].upper() + words[1:] + "."


def _plain(report: Report, names: Names) -> str:
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
