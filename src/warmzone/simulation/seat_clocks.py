"""The benchmark clocks as the Tactical seat can know them, from what was said and heard."""

from warmzone.simulation.hearing import delivered_ms
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import (
    CorridorState,
    Discipline,
    Seat,
    ThreatStatus,
    Zone,
)
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind


def known_clocks(run: Run) -> dict[str, int]:
    """Milliseconds by clock name; -1 for what the seat has not heard of."""
    clocks = dict.fromkeys(
        (
            "interior_command",
            "threat_over",
            "first_warm_declared",
            "rtf_in",
            "corridor_open",
            "first_red_out",
            "last_red_out",
        ),
        -1,
    )
    _from_orders(run, clocks)
    _from_reports(run, clocks)
    return clocks


def _from_orders(run: Run, clocks: dict[str, int]) -> None:
    for row in range(int(run.state.clock[0]["orders"])):
        order = run.state.orders[row]
        if int(order["seat"]) != Seat.TACTICAL:
            continue
        verb, value, given = int(order["verb"]), int(order["value"]), int(order["given_ms"])
        if verb == Verb.TAKE_COMMAND and value == 1:
            _first(clocks, "interior_command", given)
        elif verb == Verb.DECLARE_ZONE and value >= Zone.WARM:
            _first(clocks, "first_warm_declared", given)
        elif verb == Verb.DECLARE_THREAT and value in (ThreatStatus.NONE, ThreatStatus.OVER):
            _first(clocks, "threat_over", given)


def _from_reports(run: Run, clocks: dict[str, int]) -> None:
    for row, heard in enumerate(delivered_ms(run.state)):
        report = run.state.reports[row]
        if heard < 0:
            continue
        kind, team, area = int(report["kind"]), int(report["team"]), int(report["area"])
        status = int(report["status"])
        if kind == ReportKind.THREAT and status == ThreatStatus.OVER:
            _first(clocks, "threat_over", heard)
        elif kind == ReportKind.CORRIDOR and status == CorridorState.OPEN:
            _first(clocks, "corridor_open", heard)
        elif kind == ReportKind.TRANSPORTED and int(report["counts"][0]) > 0:
            _first(clocks, "first_red_out", heard)
            clocks["last_red_out"] = heard
        if team >= 0 and area >= 0 and _is_medical(run, team):
            if int(run.prepared.world.areas[area]["outdoor"]) == 0:
                _first(clocks, "rtf_in", heard)


def _is_medical(run: Run, team: int) -> bool:
    return int(run.prepared.world.units[team]["discipline"]) == Discipline.MEDICAL


def _first(clocks: dict[str, int], name: str, at_ms: int) -> None:
    if clocks[name] < 0 or at_ms < clocks[name]:
        clocks[name] = at_ms
