"""JSON Schemas of the two file formats, generated from the types."""

import inspect
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from warmzone.scenario.incident import Scenario
from warmzone.scenario.site import SiteFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def site_schema() -> dict[str, Any]:
    """The schema of a site file (GeoJSON in local metres)."""
    return titled(msgspec.json.schema(SiteFile), "Warmzone site, format warmzone-site/1")


def scenario_schema() -> dict[str, Any]:
    """The schema of a scenario file (TOML, read as the same plain values)."""
    return titled(msgspec.json.schema(Scenario), "Warmzone scenario, format warmzone-scenario/1")


def titled(schema: dict[str, Any], title: str) -> dict[str, Any]:
    """Put the dialect and a title in front; take the source's indentation out of descriptions."""
    for definition in schema["$defs"].values():
        if "description" in definition:
            definition["description"] = inspect.cleandoc(definition["description"])
    return {"$schema": DIALECT, "title": title, **schema}


def schema_files() -> dict[str, str]:
    """The text of each schema file by its name, as it stands in `docs/reference`."""
    made = {"site.schema.json": site_schema(), "scenario.schema.json": scenario_schema()}
    return {
        name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in made.items()
    }


def write_schemas(directory: Path) -> None:
    """Write the schema files into a directory."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (directory / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/reference"))
