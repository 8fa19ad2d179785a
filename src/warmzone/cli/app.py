"""The command line: parse, call one function, exit with what it returns."""

import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from warmzone.cli.drills_app import drill_app
from warmzone.cli.studies_app import study_app

app = typer.Typer(
    help="Warmzone: train, measure and test interior command. Not for use in a live incident.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
site_app = typer.Typer(help="Floor plans.", no_args_is_help=True)
scenario_app = typer.Typer(help="Scenarios of your own.", no_args_is_help=True)
app.add_typer(site_app, name="site")
app.add_typer(scenario_app, name="scenario")
app.add_typer(study_app, name="study")
app.add_typer(drill_app, name="drill")

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Seed = Annotated[int, typer.Option(help="Which luck.")]
Profile = Annotated[str | None, typer.Option(help="Doctrine profile; the scenario's own if none.")]
Unconfirmed = Annotated[
    bool, typer.Option("--unconfirmed", help="Rules that no text confirms as well.")
]
Agencies = Annotated[str | None, typer.Option(help="Agency profile: who comes, and when.")]
Body = Annotated[str, typer.Option(help="How survival falls with time: hazard, rpm, flat.")]
Tempo = Annotated[float, typer.Option(help="Bodies run so much faster; for teaching.")]
ScenarioName = Annotated[str, typer.Argument(help="A shipped scenario or a file.")]


def _exit(code: int) -> NoReturn:
    raise typer.Exit(code)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="0.0.0.0 lets phones on the network in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8600,
    data: Annotated[Path | None, typer.Option(help="Where exercises are kept.")] = None,
    scenario: Annotated[str | None, typer.Option(help="Open straight into this one.")] = None,
    unconfirmed: Annotated[
        bool, typer.Option("--unconfirmed", help="It with rules that no text confirms.")
    ] = False,
    browser: Annotated[bool, typer.Option(help="Open a browser where there is one.")] = True,
    keep_days: Annotated[
        int | None, typer.Option(min=1, help="Delete older exercises now.")
    ] = None,
    behind_proxy: Annotated[
        bool, typer.Option("--behind-proxy", help="Everybody comes through another server.")
    ] = False,
) -> None:
    """Run the web product on this machine."""
    from warmzone.server.serve import serve as run_server
    from warmzone.server.settings import Settings, default_data_dir

    where = data or default_data_dir()
    if unconfirmed and scenario is None:
        raise typer.BadParameter("--unconfirmed goes with --scenario; else the page asks")
    settings = Settings(
        host,
        port,
        where,
        scenario,
        browser,
        unconfirmed=unconfirmed,
        keep_days=keep_days,
        behind_proxy=behind_proxy,
    )
    _exit(run_server(settings))


@app.command()
def scenarios(as_json: Json = False) -> None:
    """List the scenarios that ship."""
    from warmzone.cli.sites import scenarios as list_scenarios

    _exit(list_scenarios(as_json))


@app.command()
def check(
    path: Annotated[Path, typer.Argument(help="A scenario (.toml) or site (.geojson).")],
    as_json: Json = False,
) -> None:
    """Say everything that is wrong with a file."""
    from warmzone.cli.sites import check as check_file

    _exit(check_file(path, as_json))


@app.command()
def run(
    scenario: ScenarioName,
    commander: Annotated[str, typer.Option(help="Who commands.")] = "interior",
    seed: Seed = 1,
    profile: Profile = None,
    unconfirmed: Unconfirmed = False,
    agencies: Agencies = None,
    physiology: Body = "hazard",
    tempo: Tempo = 1.0,
    as_json: Json = False,
) -> None:
    """Play one incident without a screen and tell it."""
    from warmzone.cli.incidents import run as run_one
    from warmzone.cli.opening import Asked

    asked = Asked(scenario, profile, agencies, physiology, tempo, unconfirmed)
    _exit(run_one(asked, commander, seed, as_json))


@app.command()
def compare(
    scenario: ScenarioName,
    commanders: Annotated[str, typer.Option(help="Names, with commas between.")],
    incidents: Annotated[int, typer.Option(help="How many, each with its own luck.")] = 200,
    seed: Seed = 1,
    profile: Profile = None,
    unconfirmed: Unconfirmed = False,
    agencies: Agencies = None,
    physiology: Body = "hazard",
    tempo: Tempo = 1.0,
    as_json: Json = False,
) -> None:
    """Play the same luck under several commanders and compare."""
    from warmzone.cli.incidents import compare as compare_all
    from warmzone.cli.opening import Asked

    asked = Asked(scenario, profile, agencies, physiology, tempo, unconfirmed)
    _exit(compare_all(asked, commanders, incidents, seed, as_json))


@app.command()
def review(
    exercise: Annotated[str, typer.Argument(help="The id of a finished exercise.")],
    data: Annotated[Path | None, typer.Option(help="Where exercises are kept.")] = None,
    pdf: Annotated[bool, typer.Option("--pdf")] = False,
    docx: Annotated[bool, typer.Option("--docx", help="HSEEP AAR/IP, a draft.")] = False,
    html: Annotated[bool, typer.Option("--html")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Decisions, log and measures.")] = False,
    parquet: Annotated[bool, typer.Option("--parquet", help="Log and measures.")] = False,
    ics214: Annotated[bool, typer.Option("--ics214", help="A log per seat (Word).")] = False,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Add a row of figures to anonymous.csv.")
    ] = False,
    out: Annotated[Path, typer.Option(help="Folder for the files.")] = Path(),
    quick: Annotated[bool, typer.Option("--quick", help="Few replays, nothing compiled.")] = False,
    as_json: Json = False,
) -> None:
    """Say what happened in an exercise and what each decision was worth."""
    from warmzone.cli.guard import guarded
    from warmzone.cli.review import Wanted
    from warmzone.cli.review import review as make

    asked = {
        "pdf": pdf,
        "docx": docx,
        "html": html,
        "csv": csv,
        "parquet": parquet,
        "ics214": ics214,
        "anonymous": anonymous,
    }
    forms = tuple(form for form, wanted in asked.items() if wanted)
    chosen = Wanted(forms, out, as_json, quick)
    _exit(guarded(lambda: make(exercise, data, chosen), as_json))


@app.command()
def purge(
    exercises: Annotated[list[str] | None, typer.Argument(help="Ids of exercises.")] = None,
    older_than_days: Annotated[int | None, typer.Option(min=0, help="And all so old.")] = None,
    data: Annotated[Path | None, typer.Option(help="Where exercises are kept.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Delete; otherwise only say which.")] = False,
) -> None:
    """Delete kept exercises and everything that was made of them."""
    from warmzone.cli.purge import purge as purge_them

    if not exercises and older_than_days is None:
        raise typer.BadParameter("name exercises, or --older-than-days")
    _exit(purge_them(exercises or [], older_than_days, data, sure=yes))


@app.command()
def audit(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Course schedules: CSV, XLSX, DOCX, PDF or text.")
    ] = None,
    corrections: Annotated[Path | None, typer.Option(help="What people corrected (CSV).")] = None,
    plan: Annotated[
        Path | None, typer.Option(help="Your own study: a folder that `warmzone plan` made.")
    ] = None,
    trial: Annotated[
        Path | None, typer.Option(help="Instead: compare with a folder of labelled programmes.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Say what the hours of a training programme teach."""
    from warmzone.cli.audit import audit as audit_all
    from warmzone.cli.audit import trial as run_trial

    if trial is not None and not files and corrections is None and plan is None:
        _exit(run_trial(trial, as_json))
    if not files or trial is not None:
        raise typer.BadParameter("name course schedules, or --trial FOLDER alone")
    _exit(audit_all(files, corrections, plan, as_json))


@app.command()
def plan(
    file: Annotated[Path, typer.Argument(help="The agency's own numbers (.toml).")],
    out: Annotated[Path | None, typer.Option(help="Folder for the plan.")] = None,
    points: Annotated[int, typer.Option(min=2, max=100_000, help="Draws of the evidence.")] = 64,
    repeats: Annotated[int, typer.Option(min=1, max=1000, help="Incidents at each.")] = 8,
    packets: Annotated[
        str | None, typer.Option(help="Sessions by number, all, or zip for one file.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Find which hours save most for an agency, and lay out a year of short drills."""
    from warmzone.cli.plan import plan as make_plan

    _exit(make_plan(file, out, (points, repeats), packets, as_json))


@app.command("compile")
def compile_command(as_json: Json = False) -> None:
    """Compile the kernel now, so that later starts need not wait for it."""
    from warmzone.cli.incidents import compile_kernel

    _exit(compile_kernel(as_json))


@app.command()
def bench(
    scenario: Annotated[str, typer.Option(help="A shipped scenario.")] = "school-active-threat",
    commander: Annotated[str, typer.Option(help="Who commands.")] = "interior",
    incidents: Annotated[int, typer.Option(min=16, max=1_000_000, help="In a turn.")] = 512,
    memory_incidents: Annotated[
        int, typer.Option(min=64, max=10_000_000, help="Played to measure memory.")
    ] = 10_000,
    as_json: Json = False,
) -> None:
    """Measure how fast incidents are played, against a bare heap and the slower twins."""
    from warmzone.cli.bench import bench as measure
    from warmzone.studies.bench.bench import Asked

    threads = os.cpu_count() or 1
    _exit(measure(Asked(scenario, commander, incidents, threads, memory_incidents), as_json))


@app.command()
def verify(
    only: Annotated[
        str | None, typer.Option(help="Studies to compare with, with commas between.")
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="A tenth of the incidents.")] = False,
    seed: Seed = 1,
    out: Annotated[Path | None, typer.Option(help="Folder for the report.")] = None,
    as_json: Json = False,
) -> None:
    """Compare the world with published results and write a report, hits and misses alike."""
    from warmzone.cli.verify import verify as compare_all

    _exit(compare_all(only, quick, seed, out, as_json))


@site_app.command("import")
def site_import(
    file: Annotated[Path, typer.Argument(help="OpenStreetMap XML with indoor tags.")],
    out: Annotated[Path | None, typer.Option(help="The site file to write.")] = None,
    png: Annotated[Path | None, typer.Option(help="Draw it, too.")] = None,
    as_json: Json = False,
) -> None:
    """Make a site from an OpenStreetMap indoor plan, and say what was understood."""
    from warmzone.cli.sites import site_import as import_site

    _exit(import_site(file, out, png, as_json))


@scenario_app.command("new")
def scenario_new(
    site: Annotated[Path, typer.Option(help="A site file.")],
    template: Annotated[str, typer.Option(help="What kind of incident.")] = "active-threat",
    seed: Seed = 1,
    out: Annotated[Path | None, typer.Option(help="The scenario file to write.")] = None,
    as_json: Json = False,
) -> None:
    """Lay a scenario on a site."""
    from warmzone.cli.sites import scenario_new as new_scenario

    _exit(new_scenario(str(site), template, seed, out, as_json))


def main() -> None:
    """The entry point of the command `warmzone`."""
    try:
        app()
    except BrokenPipeError:
        # Whoever reads the output (a pager, `head`) has enough; that is no fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
