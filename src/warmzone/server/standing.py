"""What is in force because the seat said it, and what it was told about the whole scene."""

from warmzone.server.heard import Heard, Said
from warmzone.server.names import Names
from warmzone.server.spoken import value_word
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind

_NAMED: dict[Verb, str] = {
    Verb.SET_PRIORITY: "move first",
    Verb.SET_RADIO_PLAN: "radio",
    Verb.STAGE_ARRIVALS: "arrivals",
    Verb.UNIFY_COMMAND: "unified command",
    Verb.TRANSFER_COMMAND: "command to",
}
_TOLD: dict[ReportKind, str] = {
    ReportKind.SUPERVISOR_HERE: "supervisor here",
    ReportKind.COMMAND_ACCEPTED: "command taken over",
    ReportKind.HOSPITAL: "a hospital is full",
}


def standing(heard: Heard, names: Names) -> list[str]:
    """A few words for each: the last order of a kind, roles by name, emergency traffic, news."""
    last = {said.order.verb: said for said in heard.orders if said.order.verb in _NAMED}
    lines = [_line(said, names) for said in last.values()]
    lines += _roles(heard, names) + _quiet_air(heard)
    told = {report.kind: report for report in heard.reports if report.kind in _TOLD}
    for kind, report in told.items():
        who = f": {names.team(report.team)}" if report.team >= 0 else ""
        lines.append(f"{_TOLD[kind]}{who}")
    return lines


def _line(said: Said, names: Names) -> str:
    order = said.order
    words = [value_word(order.verb, order.value)] if order.team < 0 else [names.team(order.team)]
    detail = ", ".join(word for word in words if word)
    return _NAMED[order.verb] + (f": {detail}" if detail else "") + _wait(said)


def _roles(heard: Heard, names: Names) -> list[str]:
    """Who was appointed last to each role, and where."""
    last = {
        (said.order.value, said.order.area): said
        for said in heard.orders
        if said.order.verb == Verb.APPOINT
    }
    return [
        f"{value_word(Verb.APPOINT, said.order.value)}: {names.team(said.order.team)}, "
        f"{names.place(said.order.area)}{_wait(said)}"
        for said in last.values()
    ]


def _quiet_air(heard: Heard) -> list[str]:
    """Emergency traffic only, while that lasts."""
    said = [one for one in heard.orders if one.order.verb == Verb.CLEAR_THE_AIR]
    if not said or heard.now_ms >= said[-1].given_ms + said[-1].order.value * 1000:
        return []
    return ["emergency traffic only" + _wait(said[-1])]


def _wait(said: Said) -> str:
    return " (not heard yet)" if said.heard_ms < 0 else ""
