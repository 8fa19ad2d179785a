"""The command that measures how fast incidents are played."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from warmzone.cli.opening import OK, WrongUseError, check_commanders, refuse
from warmzone.cli.output import aside, line, print_json

if TYPE_CHECKING:
    from warmzone.studies.bench.bench import Asked, Bench

_ROWS = (
    ("incidents_per_s", "incidents a second", "{:,.0f}"),
    ("incidents_per_s_one_thread", "on one thread", "{:,.0f}"),
    ("events_per_incident", "events an incident", "{:,.0f}"),
    ("most_events", "in the longest", "{:,.0f}"),
    ("ns_per_event", "ns an event", "{:,.0f}"),
    ("bare_heap_ns_per_event", "ns an event of a bare heap", "{:,.1f}"),
    ("growth_10x", "times as long with 10 times the people", "{:,.1f}"),
    ("simpy_ratio", "times as fast as SimPy, per core", "{:,.0f}"),
    ("simpy_open_ground_ratio", "times as fast as SimPy on open ground, per core", "{:,.0f}"),
    ("slow_twin_ratio", "times as fast as the slow twin, per core", "{:,.0f}"),
    ("peak_mb", "MB at most, for so many incidents: {memory_incidents:,}", "{:,.0f}"),
)


def bench(asked: "Asked", as_json: bool) -> int:
    """Measure and print; nothing fails because a machine is slow."""
    from warmzone.cli.incidents import choose_machine
    from warmzone.scenario.library import scenario_ids
    from warmzone.studies.bench.bench import measure

    try:
        check_commanders([asked.commander])
        if asked.scenario not in scenario_ids():
            found = f"scenario: {asked.scenario!r} is not allowed"
            raise WrongUseError(f"{found}; {', '.join(scenario_ids())}")
    except WrongUseError as error:
        return refuse(error, as_json)
    machine = choose_machine(asked.incidents * 1000)
    measured = measure(asked, machine, lambda what: aside(f"measuring {what}"))
    if as_json:
        print_json(told(measured))
    else:
        _print(measured)
    for missing in measured.missing:
        aside(missing)
    return OK


def told(measured: "Bench") -> dict[str, Any]:
    """The figures as one object, with what was asked beside them."""
    found = asdict(measured)
    asked = found.pop("asked")
    asked.pop("twins")
    return {**asked, **found}


def _print(measured: "Bench") -> None:
    from warmzone.studies.bench.bench import WISHES

    asked = measured.asked
    line(f"{asked.scenario}, {asked.commander}, {asked.threads} threads, {measured.surroundings}")
    for name, words, form in _ROWS:
        value = getattr(measured, name)
        shown = "missing" if value is None else form.format(value)
        wish = WISHES.get(name)
        wanted = ""
        if wish is not None:
            most = wish.at_least is None
            wanted = f"  (wanted: {'at most' if most else 'at least'} "
            wanted += f"{(wish.at_most if most else wish.at_least) or 0:,.0f})"
        words = words.format(memory_incidents=asked.memory_incidents)
        line(f"{shown:>10}  {words}{wanted}")
    line("events by kind:")
    for kind, count in measured.events_by_kind.items():
        line(f"{count:>10,.1f}  {kind.replace('_', ' ')}")
