"""Sentences for what was ordered, as the timeline tells of it; reports stand in `reports`."""

import numpy as np

from warmzone.review.names import Names, at, lasting
from warmzone.vocabulary.codes import (
    AtWounded,
    CommandPlace,
    HazardState,
    Priority,
    RadioPlan,
    Resource,
    Role,
    Source,
    Task,
    ThreatStatus,
    Zone,
)
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

ORDERS: dict[Verb, str] = {
    Verb.TAKE_COMMAND: "takes command, {value}",
    Verb.CONTACT: "{team}: make contact at {area}",
    Verb.HOLD: "{team}: hold {area}",
    Verb.CLEAR: "{team}: clear {area}",
    Verb.TREAT: "{team}: treat the casualties in {area}",
    Verb.CARRY: "{team}: carry the casualties out of {area}",
    Verb.DECLARE_ZONE: "declares {area} {value}",
    Verb.BUILD_CORRIDOR: "{team}: post the corridor",
    Verb.CLEAR_RTF_IN: "{team}: cleared in to {area}",
    Verb.HOLD_RTF: "{team}: wait, do not enter",
    Verb.SECURE_RTF: "{team}: secure {other}",
    Verb.SET_CCP: "casualty collection point is {area}",
    Verb.SET_AEP: "ambulance exchange point is {area}",
    Verb.STAGE: "{team}: go to staging",
    Verb.WITHDRAW: "{team}: withdraw",
    Verb.DECLARE_THREAT: "declares the threat {value}",
    Verb.ASK_REPORT: "{team}: report",
    Verb.REQUEST_ENTRY: "{team} asks to come in",
    Verb.BREAK_CORRIDOR: "the corridor is closed",
    Verb.SIZE_UP: "sizes up: danger at {area}",
    Verb.TRANSFER_COMMAND: "hands command to {team}",
    Verb.APPOINT: "appoints {team} {value} at {area}",
    Verb.UNIFY_COMMAND: "asks for unified command",
    Verb.GO_IN: "{team}: go in",
    Verb.WAIT_AT_DOOR: "{team}: wait at the door",
    Verb.STEP_PAST: "{team}: at wounded on the way, {value}",
    Verb.FORM_TEAM: "{team}: take in {other}",
    Verb.LINK_UP: "{team}: link up with {other}",
    Verb.RESERVE: "{team}: reserve at {area}",
    Verb.ASSIGN: "{team}: work for {other}",
    Verb.CONTAIN: "{team}: contain {area}",
    Verb.CHECK_REPORT: "{team}: check the report from {area}",
    Verb.SET_PRIORITY: "moves {value} first",
    Verb.MOVE_WALKING: "walking wounded go to {area}",
    Verb.POLICE_TRANSPORT: "{team}: drive casualties from {area} to hospital",
    Verb.STAGE_ARRIVALS: "tells arrivals to {value}",
    Verb.CALL_RESOURCES: "calls for more {value}",
    Verb.MOVE_VEHICLES: "{team}: clear the vehicles at {area}",
    Verb.ASK_SOURCE: "asks who says that of {area}",
    Verb.CO_LOCATE: "calls Triage and Transport to stand together",
    Verb.SET_RADIO_PLAN: "sets the channels: {value}",
    Verb.WITHDRAW_AREA: "everybody out of {area}",
    Verb.ROLL_CALL: "calls the roll",
    Verb.CLEAR_THE_AIR: "clears the air {value}",
    Verb.SEND_RUNNER: "{team}: runner to {other}",
    Verb.BREACH: "{team}: open {area}",
    Verb.MOVE_UNINJURED: "{team}: uninjured people in {area} {value}",
    Verb.TRIAGE_OUTSIDE: "{team}: triage those who fled at {area}",
    Verb.WARN_SITES: "has other sites warned",
    Verb.RECONCILE: "has the count reconciled",
    Verb.SAY_PLAN: "says the plan",
    Verb.PERIMETER: "{team}: keep a perimeter at {area}",
    Verb.SECURE_CCP: "{team}: secure the casualty collection point",
}

REFUSALS: dict[Refusal, str] = {
    Refusal.UNKNOWN_VERB: "no such order",
    Refusal.UNKNOWN_TEAM: "no such team was known",
    Refusal.UNKNOWN_AREA: "no such place",
    Refusal.TEAM_NEEDED: "no team was named",
    Refusal.AREA_NEEDED: "no place was named",
    Refusal.BAD_VALUE: "the value does not go with the order",
    Refusal.NOT_IN_COMMAND: "nobody was in command yet",
    Refusal.WRONG_DISCIPLINE: "the team is of the wrong service",
    Refusal.NOT_REACHABLE: "no way leads there",
    Refusal.NOT_A_VEHICLE_PLACE: "no vehicle can reach that place",
    Refusal.NO_CCP: "no casualty collection point was set",
    Refusal.NO_AEP: "no ambulance exchange point was set",
    Refusal.INCIDENT_OVER: "the exercise was over",
    Refusal.ALREADY_IN_COMMAND: "command was held already",
    Refusal.NOT_YOUR_ORDER: "the order is another seat's",
    Refusal.NOT_ASKED: "nobody had asked",
    Refusal.NO_CORRIDOR: "there was no corridor",
    Refusal.TEAM_OUT_OF_ACTION: "the team was out of action",
    Refusal.NOBODY_HERE_TO_COMMAND: "no team was on scene yet",
    Refusal.QUEUE_FULL: "the radio was full",
    Refusal.FORBIDDEN_BY_PROFILE: "the agency's rules forbid it",
    Refusal.OTHER_TEAM_NEEDED: "no second team was named",
    Refusal.SAME_TEAM: "the two teams are one",
    Refusal.NOTHING_THERE: "there was nothing of the kind there",
    Refusal.ALREADY_DONE: "it was so already",
    Refusal.NO_SUCH_REPORT: "nobody had spoken of that place",
    Refusal.NOT_LOCKED: "nothing was locked there",
    Refusal.TOO_FAR: "it was too far",
    Refusal.ROLE_NEEDED: "nobody was appointed to that role",
    Refusal.TOO_FEW: "the crew was too few to spare anybody",
    Refusal.NOT_OUTSIDE: "a perimeter is kept outside",
}

THREATS = {
    ThreatStatus.NONE: "none",
    ThreatStatus.ONGOING: "ongoing",
    ThreatStatus.CONTAINED: "contained",
    ThreatStatus.UNKNOWN: "unknown",
    ThreatStatus.OVER: "over",
}

PRIORITIES = {
    Priority.NEAREST: "who is at hand",
    Priority.REDS: "reds",
    Priority.CONTROLLED_REDS: "controlled reds",
    Priority.WALKING: "those who walk",
}

HAZARDS = {
    HazardState.NONE: "there is no threat",
    HazardState.ACTIVE: "the threat is active in {area}",
    HazardState.SILENT: "the threat falls silent in {area}",
    HazardState.CONTAINED: "the threat is contained in {area}",
    HazardState.OVER: "the threat is over",
    HazardState.ELSEWHERE: "the threat has left the site",
}

TASKS = {
    Task.UNASSIGNED: "no task",
    Task.COMMAND: "command",
    Task.CONTACT: "contact",
    Task.CLEAR: "clearing",
    Task.HOLD: "holding",
    Task.TREAT: "treating",
    Task.CARRY: "carrying",
    Task.CORRIDOR_POST: "corridor post",
    Task.RTF_SECURITY: "RTF security",
    Task.RESERVE: "reserve",
    Task.STAGED: "staged",
    Task.RESCUE_TASK_FORCE: "rescue task force",
    Task.WITHDRAW: "withdrawing",
    Task.CONTAIN: "containing",
    Task.CHECK: "checking a report",
    Task.MOVE_VEHICLES: "clearing vehicles",
    Task.RUNNER: "runner",
    Task.BREACH: "opening doors",
    Task.OUTSIDE_TRIAGE: "triage outside",
    Task.LEAD_OUT: "leading people out",
    Task.STAGING_MANAGER: "staging manager",
    Task.AREA_CONTROL: "area control",
    Task.AT_DOOR: "waiting at the door",
    Task.LINK_UP: "linking up",
    Task.POLICE_TRANSPORT: "driving to hospital",
    Task.PERIMETER: "perimeter",
    Task.CCP_SECURITY: "CCP security",
}

ROLES = {
    Role.AREA_CONTROL: "area control",
    Role.TRIAGE: "Triage",
    Role.TRANSPORT: "Transport",
    Role.STAGING: "Staging",
}

_PLANS = {
    RadioPlan.BY_AGENCY: "each agency its own",
    RadioPlan.SHARED: "one for all",
    RadioPlan.BY_FUNCTION: "one for each function",
}

_AT_WOUNDED = {
    AtWounded.STEP_PAST: "step past",
    AtWounded.TOURNIQUET: "put on a tourniquet and go",
    AtWounded.STOP: "stop and treat",
}

_RESOURCES = {
    Resource.NONE: "resources",
    Resource.OFFICERS: "officers",
    Resource.RTF: "rescue task forces",
    Resource.AMBULANCES: "ambulances",
}


def value_word(verb: int, value: int) -> str:
    """The word of an order's value; the empty string where the verb carries none."""
    if verb == Verb.TAKE_COMMAND:
        return "inside" if value == CommandPlace.INSIDE else "at a post outside"
    if verb == Verb.DECLARE_ZONE and value in set(Zone):
        return Zone(value).name.lower()
    if verb == Verb.DECLARE_THREAT and value in set(ThreatStatus):
        return THREATS[ThreatStatus(value)]
    if verb == Verb.APPOINT and value in ROLES:
        return ROLES[Role(value)]
    if verb == Verb.SET_RADIO_PLAN and value in set(RadioPlan):
        return _PLANS[RadioPlan(value)]
    if verb == Verb.STEP_PAST and value in set(AtWounded):
        return _AT_WOUNDED[AtWounded(value)]
    if verb == Verb.CALL_RESOURCES and value in set(Resource):
        return _RESOURCES[Resource(value)]
    if verb == Verb.STAGE_ARRIVALS:
        return "wait at staging" if value else "come straight in"
    if verb == Verb.CLEAR_THE_AIR:
        return f"for {lasting(value)}" if value else "no longer"
    if verb == Verb.MOVE_UNINJURED:
        return "come out" if value else "stay behind closed doors"
    if verb == Verb.SET_PRIORITY and value in set(Priority):
        return PRIORITIES[Priority(value)]
    return ""


def order_text(order: np.ndarray, names: Names, places: list[int] | None = None) -> str:
    """What an ORDER row says; `places` are several areas of one declaration."""
    areas = places if places is not None else [int(order["area"])]
    return ORDERS[Verb(int(order["verb"]))].format(
        team=names.team(int(order["team"])),
        area=names.areas(areas) or "no place",
        other=names.team(int(order["other_team"])) or "a rescue task force",
        value=value_word(int(order["verb"]), int(order["value"])),
    )


def reporter(report: np.ndarray, names: Names) -> str:
    """Who speaks in a REPORT row."""
    if report["kind"] == ReportKind.SOURCE_GIVEN:
        return names.speaker(-1, Source.DISPATCH).capitalize()
    who = names.speaker(int(report["team"]), int(report["source"]))
    return who if report["team"] >= 0 else who.capitalize()


def heard_note(given_ms: int, heard_ms: int, *, lost: bool) -> str:
    """How an order fared on the way to those it concerns; `heard_ms` is -1 where it reached nobody.

    What was `lost`, on the air or by who should have passed it on, only its seat can say again.
    """
    if heard_ms < 0:
        why = "it was lost on the way" if lost else "play ended while it waited its turn"
        return f"never heard: {why}"
    late = heard_ms - given_ms
    return f"heard {at(late / 1000)} later" if late >= 1000 else "heard at once"
