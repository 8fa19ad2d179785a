"""The commands under `warmzone drill`: parse, call one function, exit with what it returns."""

from pathlib import Path
from typing import Annotated

import typer

drill_app = typer.Typer(help="Solo drills and a trainee's saved record.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Saved = Annotated[Path, typer.Argument(help="A record saved from the browser (.json).")]


@drill_app.command("list")
def list_drills(as_json: Json = False) -> None:
    """List the drills that ship, with the decision point each asks of."""
    from warmzone.cli.drill import list_all

    raise typer.Exit(list_all(as_json))


@drill_app.command("progress")
def progress(record: Saved, as_json: Json = False) -> None:
    """Say where a trainee stands: each point with its interval, and when it is due."""
    from warmzone.cli.drill import progress as tell

    raise typer.Exit(tell(record, as_json))


@drill_app.command("export")
def export(
    record: Saved,
    name: Annotated[str, typer.Option(help="The trainee's name or number in the store.")],
    home: Annotated[str, typer.Option(help="Whose name that is, as an http address.")],
    out: Annotated[Path, typer.Option(help="The file of statements.")] = Path("statements.json"),
) -> None:
    """Write a record as xAPI statements."""
    from warmzone.cli.drill import export as write

    raise typer.Exit(write(record, (name, home), out))
