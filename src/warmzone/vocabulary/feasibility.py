"""For which reasons each order may be refused at once, and why a team that heard it may not do it.

What every order may be refused for stands in `ALWAYS`; what follows from what an order must name
follows from its form; the rest is said here verb by verb.
"""

from warmzone.vocabulary.orders import FORMS, Addressee, Refusal, Speaker, Verb
from warmzone.vocabulary.reports import CannotReason

ALWAYS = frozenset(
    {
        Refusal.UNKNOWN_VERB,
        Refusal.NOT_YOUR_ORDER,
        Refusal.FORBIDDEN_BY_PROFILE,
        Refusal.QUEUE_FULL,
        Refusal.UNKNOWN_AREA,
        Refusal.UNKNOWN_TEAM,
        Refusal.INCIDENT_OVER,
    }
)
"""Any order: said by the wrong seat, against the agency's rules, of what there is not."""

_OWN: dict[Verb, frozenset[Refusal]] = {
    verb: frozenset(reasons)
    for verb, reasons in {
        Verb.TAKE_COMMAND: (Refusal.ALREADY_IN_COMMAND, Refusal.NOBODY_HERE_TO_COMMAND),
        Verb.BUILD_CORRIDOR: (Refusal.NO_CCP, Refusal.NO_AEP),
        Verb.SET_AEP: (Refusal.NOT_A_VEHICLE_PLACE,),
        Verb.BREAK_CORRIDOR: (Refusal.NO_CORRIDOR,),
        Verb.SIZE_UP: (Refusal.ALREADY_DONE, Refusal.NOBODY_HERE_TO_COMMAND),
        Verb.TRANSFER_COMMAND: (Refusal.ALREADY_DONE, Refusal.ROLE_NEEDED),
        Verb.APPOINT: (Refusal.ALREADY_DONE, Refusal.WRONG_DISCIPLINE, Refusal.TOO_FEW),
        Verb.UNIFY_COMMAND: (Refusal.ALREADY_DONE, Refusal.NOTHING_THERE),
        Verb.GO_IN: (Refusal.ALREADY_DONE,),
        Verb.FORM_TEAM: (Refusal.NOT_REACHABLE,),
        Verb.LINK_UP: (Refusal.ALREADY_DONE, Refusal.NOT_REACHABLE),
        Verb.ASSIGN: (Refusal.ALREADY_DONE, Refusal.NOT_REACHABLE),
        Verb.CHECK_REPORT: (Refusal.NO_SUCH_REPORT,),
        Verb.SET_PRIORITY: (Refusal.ALREADY_DONE,),
        Verb.MOVE_WALKING: (Refusal.ALREADY_DONE,),
        Verb.STAGE_ARRIVALS: (Refusal.ALREADY_DONE,),
        Verb.CALL_RESOURCES: (Refusal.NOTHING_THERE,),
        Verb.MOVE_VEHICLES: (Refusal.NOT_A_VEHICLE_PLACE, Refusal.NOTHING_THERE),
        Verb.ASK_SOURCE: (Refusal.NO_SUCH_REPORT,),
        Verb.CO_LOCATE: (Refusal.ALREADY_DONE, Refusal.NOTHING_THERE),
        Verb.SET_RADIO_PLAN: (Refusal.ALREADY_DONE,),
        Verb.ROLL_CALL: (Refusal.ALREADY_DONE,),
        Verb.CLEAR_THE_AIR: (Refusal.ALREADY_DONE,),
        Verb.SEND_RUNNER: (Refusal.NOT_REACHABLE,),
        Verb.BREACH: (Refusal.NOT_LOCKED,),
        Verb.MOVE_UNINJURED: (Refusal.NOTHING_THERE,),
        Verb.TRIAGE_OUTSIDE: (Refusal.NOTHING_THERE,),
        Verb.WARN_SITES: (Refusal.ALREADY_DONE,),
        Verb.RECONCILE: (Refusal.NOTHING_THERE,),
        Verb.SAY_PLAN: (Refusal.ALREADY_DONE,),
        Verb.PERIMETER: (Refusal.NOT_OUTSIDE,),
        Verb.SECURE_CCP: (Refusal.NO_CCP,),
    }.items()
}

_GROUND = (CannotReason.GROUND_HOT, CannotReason.NOT_SECURED, CannotReason.ZONE_NOT_DECLARED)

_CANNOT: dict[Verb, tuple[CannotReason, ...]] = {
    Verb.CARRY: (CannotReason.NOTHING_TO_DO,),
    Verb.BUILD_CORRIDOR: (CannotReason.NO_CCP, CannotReason.NOTHING_TO_DO),
    Verb.CLEAR_RTF_IN: (*_GROUND, CannotReason.NO_SECURITY),
    Verb.SECURE_RTF: (CannotReason.NOTHING_TO_DO,),
    Verb.APPOINT: (CannotReason.TOO_FEW,),
    Verb.FORM_TEAM: (CannotReason.NOT_FOUND,),
    Verb.LINK_UP: (CannotReason.NOT_FOUND,),
    Verb.CONTAIN: (CannotReason.NOTHING_TO_DO,),
    Verb.POLICE_TRANSPORT: (CannotReason.NO_VEHICLE, CannotReason.NOT_FOUND),
    Verb.CO_LOCATE: (CannotReason.NO_WAY, *_GROUND),
    Verb.SEND_RUNNER: (CannotReason.TOO_FEW, CannotReason.NOT_FOUND),
    Verb.BREACH: (CannotReason.NOTHING_TO_DO,),
    Verb.MOVE_UNINJURED: (CannotReason.NOT_FOUND,),
}
"""Beside that there is no way, which whoever is to go somewhere may answer."""

_STAYS = frozenset(
    {Verb.ASK_REPORT, Verb.STEP_PAST, Verb.TRANSFER_COMMAND, Verb.HOLD_RTF, Verb.REQUEST_ENTRY}
)
"""A team that hears these goes nowhere because of it."""


ON_THEIR_OWN = frozenset({CannotReason.GROUND_HOT, CannotReason.OFFICER_DOWN})
"""Whatever they were told: crews stop where ground turns hot, officers may leave for one down."""


def refusals(verb: Verb) -> frozenset[Refusal]:
    """Why that order may be refused at once, beside what every order may be (`ALWAYS`)."""
    return _by_form(verb) | _OWN.get(verb, frozenset())


def answers(verb: Verb) -> frozenset[CannotReason]:
    """Why a team that has heard that order, or turned to it, may answer that it cannot."""
    found = set(_CANNOT.get(verb, ()))
    if FORMS[verb].team != Addressee.NOBODY and verb not in _STAYS:
        found.add(CannotReason.NO_WAY)
    return frozenset(found)


def _by_form(verb: Verb) -> frozenset[Refusal]:
    form = FORMS[verb]
    found: set[Refusal] = set()
    if form.commands and form.speaker != Speaker.MEDICAL:
        found.add(Refusal.NOT_IN_COMMAND)
    if form.high > 0:
        found.add(Refusal.BAD_VALUE)
    if form.area:
        found.add(Refusal.AREA_NEEDED)
    if form.team != Addressee.NOBODY:
        found |= _of_team(verb)
    if form.other != Addressee.NOBODY:
        found |= {Refusal.OTHER_TEAM_NEEDED, Refusal.SAME_TEAM}
    return frozenset(found)


def _of_team(verb: Verb) -> set[Refusal]:
    form = FORMS[verb]
    found: set[Refusal] = set()
    if form.speaker != Speaker.MEDICAL:
        found |= {Refusal.TEAM_NEEDED, Refusal.TEAM_OUT_OF_ACTION}
    if form.area:
        found.add(Refusal.NOT_REACHABLE)
    if form.team != Addressee.ANY:
        found.add(Refusal.WRONG_DISCIPLINE)
    return found
