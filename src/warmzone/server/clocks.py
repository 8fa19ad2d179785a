"""The benchmark clocks on the live screen, as the seat may know them, and when each is overdue.

A clock has a due time only while what the seat has heard calls for it. The due times are evidence
rows: late means later than nine in ten drilled crews, or than a stated assumption.
"""

from collections.abc import Callable

from warmzone.evidence.rows import benchmark_rows
from warmzone.server import wire
from warmzone.server.heard import Heard, Report
from warmzone.server.names import Names
from warmzone.vocabulary.codes import ThreatStatus

LABELS = {
    "interior_command": "Interior command",
    "first_warm_declared": "First warm",
    "rtf_in": "RTF in",
    "corridor_open": "Corridor open",
    "first_red_out": "First red out",
    "threat_over": "Threat over",
}

_NO_MORE = (ThreatStatus.NONE, ThreatStatus.OVER)


def clock_views(heard: Heard, names: Names) -> list[wire.Clock]:
    """Each clock with when it happened, null while the seat has not heard of it, and when due.

    The end of the threat is never due: it is in nobody's hands.
    """
    called = {
        "interior_command": _command_called(heard),
        "first_warm_declared": _warm_called(heard, names),
        "rtf_in": _rtf_called(heard, names),
        "corridor_open": _corridor_called(heard),
        "first_red_out": _first(heard, lambda report: report.counts[0] > 0),
    }
    return [
        wire.Clock(name, label, _seconds(heard.clocks[name]), _due_s(name, called, heard))
        for name, label in LABELS.items()
    ]


def _due_s(name: str, called: dict[str, int], heard: Heard) -> float | None:
    """When a clock is overdue: its benchmark, yet not before there was time to act on the call."""
    called_ms = called.get(name, -1)
    if called_ms < 0:
        return None
    row, from_ms = name, 0
    if name == "first_red_out":
        row, from_ms = _way_out(heard)
    if from_ms < 0:
        return None
    rows = benchmark_rows()
    return max(from_ms / 1000 + rows[row].value, called_ms / 1000 + rows["notice"].value)


def _way_out(heard: Heard) -> tuple[str, int]:
    """The benchmark of the first red out and from when it counts, -1 where that is not reached."""
    warm_ms = heard.clocks["first_warm_declared"]
    if warm_ms < 0 and heard.view.threat in _NO_MORE:
        return "first_red_out_no_threat", _first_on_scene(heard)
    return "first_red_out", warm_ms


def _command_called(heard: Heard) -> int:
    """Where there is or was a threat: from the first unit on scene."""
    return -1 if heard.view.threat == ThreatStatus.NONE else _first_on_scene(heard)


def _warm_called(heard: Heard, names: Names) -> int:
    """While there is or may be a threat: from the first rescue task force on scene."""
    return -1 if heard.view.threat == ThreatStatus.OVER else _rtf_called(heard, names)


def _rtf_called(heard: Heard, names: Names) -> int:
    """Where there is or was a threat: from the first rescue task force on scene."""
    if heard.view.threat == ThreatStatus.NONE:
        return -1
    return _first(heard, lambda report: report.team in names.medical)


def _corridor_called(heard: Heard) -> int:
    """While there is or may be a threat: from when a collection point was set."""
    if heard.view.threat in _NO_MORE or heard.view.ccp < 0:
        return -1
    return heard.view.ccp_ms


def _first_on_scene(heard: Heard) -> int:
    return _first(heard, lambda report: report.team >= 0)


def _first(heard: Heard, tells: Callable[[Report], bool]) -> int:
    """When the first report that tells of something was heard, in milliseconds; -1 for never."""
    return min((report.heard_ms for report in heard.reports if tells(report)), default=-1)


def _seconds(at_ms: int) -> float | None:
    return at_ms / 1000 if at_ms >= 0 else None
