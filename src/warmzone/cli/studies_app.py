"""The commands under `warmzone study`: parse, call one function, exit with what it returns."""

from pathlib import Path
from typing import Annotated

import typer

study_app = typer.Typer(help="Studies: many incidents, paired luck.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
File = Annotated[str, typer.Argument(help="A study that ships, or a file (.toml).")]
Out = Annotated[Path | None, typer.Option(help="Folder for what is played.")]
Engine = Annotated[str, typer.Option(help="Who plays: threads, processes, ray.")]
Workers = Annotated[int | None, typer.Option(min=1, max=4096, help="How many; one a core.")]


@study_app.command("check")
def check(file: File, as_json: Json = False) -> None:
    """Say everything that is wrong with a study."""
    from warmzone.cli.study import check as check_study

    raise typer.Exit(check_study(file, as_json))


@study_app.command("claims")
def claims(
    only: Annotated[str | None, typer.Option(help="Studies, with commas between.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Few points; says little.")] = False,
    out: Out = None,
    workers: Workers = None,
    rates: Annotated[
        str | None, typer.Option(help="Incidents an officer meets a year: ONE,ACTIVE.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Put the claim to the test in eight studies, and write the report."""
    from warmzone.cli.claims import AskedClaims
    from warmzone.cli.claims import claims as test_claims

    raise typer.Exit(test_claims(AskedClaims(only, quick, out, workers, rates), as_json))


@study_app.command("again")
def again(
    run: Annotated[Path, typer.Argument(help="The folder of a run of the claims.")],
    out: Out = None,
    workers: Workers = None,
    as_json: Json = False,
) -> None:
    """Play a kept run of the claims anew from its provenance, and compare every table."""
    from warmzone.cli.claims import AskedClaims
    from warmzone.cli.claims import again as play_again

    raise typer.Exit(play_again(run, AskedClaims(out=out, workers=workers), as_json))


@study_app.command("run")
def run(
    file: File,
    out: Out = None,
    engine: Engine = "threads",
    workers: Workers = None,
    as_json: Json = False,
) -> None:
    """Play a study, or go on with one that was stopped, and say what came out."""
    from warmzone.cli.study import run as run_study

    raise typer.Exit(run_study(file, out, (engine, workers), as_json))


@study_app.command("score")
def score(
    quick: Annotated[bool, typer.Option("--quick", help="Few exercises; says little.")] = False,
    out: Out = None,
    workers: Workers = None,
    as_json: Json = False,
) -> None:
    """Ask whether the score measures skill: commanders of known skill, and what is luck."""
    from warmzone.cli.score import score as test_score

    raise typer.Exit(test_score(quick, out, workers, as_json))


@study_app.command("optimise")
def optimise(
    design: Annotated[
        Path | None, typer.Argument(help="A search (.toml); else the one that ships.")
    ] = None,
    budget: Annotated[int | None, typer.Option(min=1, help="Incidents for each family.")] = None,
    out: Out = None,
    workers: Workers = None,
    as_json: Json = False,
) -> None:
    """Search every family of commanders for better rules; choose and test them elsewhere."""
    from warmzone.cli.optimise import optimise as run_search

    raise typer.Exit(run_search(design, budget, out, workers, as_json))
