"""Which seat of the automatic commanders gives which order, as read from the rules themselves."""

import ast
from pathlib import Path

from warmzone.doctrine.rules import Rule
from warmzone.vocabulary.orders import Verb

FOLDER = Path(__file__).parents[1] / "src" / "warmzone" / "doctrine"
MEDICAL = "medical.py"
"""The rules of the medical seat; all others are those of Tactical."""

OFF: dict[Verb, Rule] = {
    Verb.CLEAR_THE_AIR: Rule.CLEAR_AIR_ORDERS,
    Verb.RECONCILE: Rule.RECONCILE_PLACES,
    Verb.SEND_RUNNER: Rule.RUNNER_AFTER_S,
}
"""Orders whose rule is written and off in the hand-written commanders; a search may turn it on."""

RARE: dict[Verb, str] = {
    Verb.WITHDRAW_AREA: "about a device that was found: in one play of three of the thin shift",
    Verb.WITHDRAW: "to crews on ground that turned hot: in one play of ten of the thin shift, "
    "hardly ever elsewhere",
    Verb.HOLD: "where the agency's rules move medics over held ground (`island`)",
    Verb.WAIT_AT_DOOR: "where the agency's rules keep one officer alone from going in, and hardly "
    "ever elsewhere: cars that come together go in together",
    Verb.RESERVE: "once ten officers are here and nothing else is wanted of one team: in one play "
    "of two of the thin shift, of five elsewhere",
    Verb.FORM_TEAM: "where the agency's rules keep one officer alone from going in",
    Verb.CALL_RESOURCES: "where by the rules a size-up does not send all who are on call",
}
"""Orders that few plays of the shipped scenarios call for, and which."""


def given_by() -> dict[Verb, tuple[str, ...]]:
    """For every order the seats whose rules give it."""
    seats: dict[Verb, list[str]] = {verb: [] for verb in Verb}
    for path in sorted(FOLDER.glob("*.py")):
        seat = "medical" if path.name == MEDICAL else "tactical"
        for verb in verbs_said(path.read_text(encoding="utf-8")):
            if seat not in seats[verb]:
                seats[verb].append(seat)
    return {verb: tuple(sorted(by, reverse=True)) for verb, by in seats.items()}


def verbs_said(source: str) -> set[Verb]:
    """The verbs that functions of a module write into their orders, by name or by a variable."""
    said: set[Verb] = set()
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef):
            said |= _said_in(function)
    return said


def _said_in(function: ast.FunctionDef) -> set[Verb]:
    said: set[Verb] = set()
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "say":
            what = call.args[1]
            if isinstance(what, ast.Name):
                said |= _assigned(function, what.id)
            said |= _named(what)
    return said


def _assigned(function: ast.FunctionDef, variable: str) -> set[Verb]:
    found: set[Verb] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            targets = {target.id for target in node.targets if isinstance(target, ast.Name)}
            if variable in targets:
                found |= _named(node.value)
    return found


def _named(node: ast.expr) -> set[Verb]:
    return {
        Verb[one.attr]
        for one in ast.walk(node)
        if isinstance(one, ast.Attribute)
        and isinstance(one.value, ast.Name)
        and one.value.id == "Verb"
    }
