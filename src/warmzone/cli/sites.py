"""Commands on sites and scenarios: check, import, list, make new. Each returns its exit code."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warmzone.scenario.problems import Invalid, Problem

if TYPE_CHECKING:
    from warmzone.interop.osm_report import ImportReport
    from warmzone.scenario.site import Site

SOUND, PROBLEMS, WRONG_USE = 0, 1, 2
MOST_LINES = 30


def check(path: Path, as_json: bool) -> int:
    """Say everything that is wrong with a scenario or site file."""
    from warmzone.scenario.load import check_path
    from warmzone.scenario.problems import errors_of

    problems = check_path(path)
    errors = errors_of(problems)
    if as_json:
        told = [{**fields_of(p), "message": str(p)} for p in problems]
        print_json({"path": str(path), "ok": not errors, "problems": told})
    else:
        print_problems(problems)
        print_line(f"{path.name}: {count(len(errors), 'problem')}, "
                   f"{count(len(problems) - len(errors), 'warning')}")  # fmt: skip
    if errors and not path.exists():
        return WRONG_USE
    return PROBLEMS if errors else SOUND


def site_import(file: Path, out: Path | None, png: Path | None, as_json: bool) -> int:
    """Make a site file of an OpenStreetMap indoor plan; say what was and was not understood."""
    from warmzone.interop.osm import import_osm
    from warmzone.interop.osm_read import MOST_OSM_BYTES
    from warmzone.scenario.load import parse_site
    from warmzone.scenario.read import read_bytes

    target = out or Path(f"{file.stem}.geojson")
    if out is None and target.exists():
        found = [
            Problem(str(target), "", "a file of this name is there", "--out FILE to write", "")
        ]
        return refuse(found, as_json, WRONG_USE)
    try:
        site_bytes, report = import_osm(read_bytes(file, MOST_OSM_BYTES, "floor plan"), file.name)
        site = parse_site(site_bytes, target.name)
        write(target, site_bytes)
        if png is not None:
            from warmzone.interop.drawing import draw_site

            write(png, draw_site(site))
    except Invalid as invalid:
        return refuse(invalid.problems, as_json, PROBLEMS if file.exists() else WRONG_USE)
    if as_json:
        import msgspec

        print_json({"out": str(target), "png": str(png) if png else None,
                    **msgspec.to_builtins(report)})  # fmt: skip
    else:
        print_report(report)
        print_line(f"wrote {target}" + (f" and {png}" if png else ""))
    return SOUND


def scenarios(as_json: bool) -> int:
    """List the scenarios that ship."""
    from warmzone.scenario.library import scenario_cards

    cards = scenario_cards()
    if as_json:
        import msgspec

        print_json({"scenarios": msgspec.to_builtins(cards)})
        return SOUND
    table = new_table("Scenarios", "id", "name", "site", "minutes", "threat", "starts")
    for card in cards:
        starts = f"drill, minute {card.start_minute}" if card.drill else "first call"
        table.add_row(card.id, card.name, card.site, str(card.minutes), card.threat, starts)
    print_table(table)
    return SOUND


def scenario_new(site: str, template: str, seed: int, out: Path | None, as_json: bool) -> int:
    """Lay a new scenario on a site, a shipped one by id or a file."""
    from warmzone.scenario.template import TEMPLATES, new_scenario

    try:
        loaded, reference = open_named_site(site, out)
        text = new_scenario(loaded, reference, template, seed)
        if out is not None:
            write(out, text.encode())
    except Invalid as invalid:
        wrong_use = template not in TEMPLATES or not 0 <= seed < 2**32
        return refuse(invalid.problems, as_json, WRONG_USE if wrong_use else PROBLEMS)
    if as_json:
        told: dict[str, Any] = {"site": reference, "template": template, "seed": seed}
        print_json({**told, "out": str(out) if out else None, "toml": text})
    elif out is None:
        print_line(text.rstrip("\n"))
    else:
        print_line(f"wrote {out}")
    return SOUND


def open_named_site(named: str, out: Path | None) -> tuple["Site", str]:
    """A site by shipped id or path, and how a scenario written to `out` refers to it."""
    from warmzone.scenario.library import open_site, site_ids
    from warmzone.scenario.load import load_site

    if named in site_ids() or not named.lower().endswith((".geojson", ".json")):
        return open_site(named), named
    beside = out.parent if out is not None else Path()
    return load_site(named), Path(os.path.relpath(named, beside)).as_posix()


def write(path: Path, data: bytes) -> None:
    """Write a file; raise Invalid where that cannot be done."""
    try:
        path.write_bytes(data)
    except OSError as error:
        reason = error.strerror or "cannot be written"
        raise Invalid([Problem(str(path), "", reason, "a place that can be written", "")]) from None


def refuse(problems: list[Problem] | tuple[Problem, ...], as_json: bool, code: int) -> int:
    """Say why nothing was done, and give the exit code back."""
    if as_json:
        told = [{**fields_of(p), "message": str(p)} for p in problems]
        print_json({"ok": False, "problems": told})
    print_problems(problems, to_error=True)
    return code


def fields_of(problem: Problem) -> dict[str, str]:
    """A problem as plain values."""
    import msgspec

    told: dict[str, str] = msgspec.to_builtins(problem)
    return told


def print_problems(
    problems: list[Problem] | tuple[Problem, ...], *, to_error: bool = False
) -> None:
    """One problem a line."""
    for problem in problems:
        warning = "warning: " if problem.severity == "warning" else ""
        print_line(f"{warning}{problem}", to_error=to_error)


def print_report(report: "ImportReport") -> None:
    """The table of an import, then what was inferred and left out."""
    columns = ("level", "rooms", "reached", "corridors", "halls", "stairs", "outdoor", "openings",
               "exits")  # fmt: skip
    table = new_table(f"{report.site_id}: what was understood", *columns)
    for row in report.levels:
        numbers = (row.rooms, row.rooms_reached, row.corridors, row.halls, row.stairs, row.outdoor,
                   row.openings, row.exits)  # fmt: skip
        table.add_row(row.name, *[str(number) for number in numbers])
    print_table(table)
    share = 100 * report.rooms_reached_share
    print_line(
        f"{report.drawn_rooms} rooms drawn, stairwells and lifts among them; {report.rooms} rooms "
        f"by level, {share:.1f} % of them reachable from an exit; {report.openings} openings, "
        f"{report.exits} exits, {count(report.stairs, 'flight')} of stairs between levels, "
        f"{count(report.lifts, 'lift stop')}"
    )
    print_list("Inferred", report.inferred)
    print_list("Left out", report.left_out)
    print_list("Rooms with no door", report.rooms_without_door)
    print_list("Not reachable from an exit", report.unreachable)


def print_list(title: str, lines: tuple[str, ...]) -> None:
    """A titled list, cut with the number of the rest."""
    print_line(f"{title}: {len(lines) or 'nothing'}")
    for line in lines[:MOST_LINES]:
        print_line(f"  {line}")
    if len(lines) > MOST_LINES:
        print_line(f"  and {len(lines) - MOST_LINES} more (--json lists all)")


def count(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def new_table(title: str, *columns: str) -> Any:
    """An empty table; numbers stand at the right."""
    from rich import box
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for name in columns:
        words = name in ("level", "id", "name", "site", "threat", "starts")
        table.add_column(name, justify="left" if words else "right", overflow="fold")
    return table


def print_table(table: Any) -> None:
    """A table on standard output, as wide as the terminal or 130 where there is none."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else 130
    Console(width=width, soft_wrap=False).print(table)


def print_json(values: dict[str, Any]) -> None:
    """Exactly one JSON object on standard output."""
    import msgspec

    print_line(msgspec.json.encode(values).decode())


def print_line(text: str, *, to_error: bool = False) -> None:
    """One line, without markup."""
    print(text, file=sys.stderr if to_error else sys.stdout)
