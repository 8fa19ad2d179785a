"""The JSON Schemas of the file formats."""

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from warmzone.scenario.schema import scenario_schema, schema_files, site_schema, write_schemas

HERE = Path(__file__).parent
REFERENCE = HERE.parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", sorted(schema_files()))
def test_the_written_schema_is_the_generated_one(name: str) -> None:
    """The schema in the docs is current; `python -m warmzone.scenario.schema` writes it anew."""
    assert (REFERENCE / name).read_text(encoding="utf-8") == schema_files()[name]


def test_writing_the_schemas_writes_both(tmp_path: Path) -> None:
    """Both files are written, each a sound schema."""
    write_schemas(tmp_path / "new")
    for path in (tmp_path / "new").iterdir():
        Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == sorted(schema_files())


def test_sound_files_satisfy_the_schemas() -> None:
    """A plain JSON Schema validator accepts the files that the loader accepts."""
    site = json.loads((HERE / "good" / "small.geojson").read_text())
    scenario = tomllib.loads((HERE / "good" / "small.toml").read_text())
    Draft202012Validator(site_schema()).validate(site)
    Draft202012Validator(scenario_schema()).validate(scenario)
    assert not Draft202012Validator(site_schema()).is_valid(scenario)
