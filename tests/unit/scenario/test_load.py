"""Loading: sound files come back as sites and scenarios, broken ones with all their problems."""

import json
import os
import sys
from pathlib import Path

import pytest

from warmzone.scenario.load import (
    check_path,
    files_of,
    load_scenario,
    load_site,
    parse_scenario,
    parse_site,
)
from warmzone.scenario.problems import Invalid, errors_of

ENDINGS = '".toml" for a scenario, ".geojson" for a site'
HERE = Path(__file__).parent
GOOD, BROKEN = HERE / "good", HERE / "broken"
BROKEN_FILES = sorted(path for path in BROKEN.iterdir() if path.suffix != ".expected")


@pytest.mark.parametrize("path", BROKEN_FILES, ids=lambda path: path.name)
def test_a_broken_file_gives_exactly_the_messages_beside_it(path: Path) -> None:
    """Every problem of a file is told at once, in the words written beside it."""
    told = "".join(f"{problem.severity} {problem}\n" for problem in check_path(path))
    assert told == path.with_name(f"{path.name}.expected").read_text(encoding="utf-8")
    assert told


@pytest.mark.parametrize("path", BROKEN_FILES, ids=lambda path: path.name)
def test_a_file_is_refused_exactly_when_it_has_an_error(path: Path) -> None:
    """Loading raises the errors that checking lists; warnings alone do not stop a file."""
    load = load_site if path.suffix == ".geojson" else load_scenario
    errors = errors_of(check_path(path))
    if not errors:
        assert load(path)
        return
    with pytest.raises(Invalid) as refused:
        load(path)
    assert list(refused.value.problems) == errors


def test_there_are_at_least_thirty_broken_files() -> None:
    """Broken scenarios and sites are many enough to cover the rules."""
    assert len([p for p in BROKEN_FILES if p.suffix == ".toml"]) >= 30
    assert len([p for p in BROKEN_FILES if p.suffix == ".geojson"]) >= 30


def test_no_message_shows_the_inside_of_the_program() -> None:
    """Messages are for people: no Python names and no tracebacks."""
    told = "".join(path.read_text(encoding="utf-8") for path in BROKEN.glob("*.expected"))
    for word in ("None", "True", "False", "Traceback", "Error", "dict", "$", "'type'", "float("):
        assert word not in told


def test_a_sound_site_loads_with_points_inside_its_areas() -> None:
    """Areas, openings and marks keep their order; ids become indexes; floors are measured."""
    site = load_site(GOOD / "small.geojson")
    assert [area.id for area in site.areas][:3] == ["road", "corridor", "room-1"]
    assert (site.areas[2].x_m, site.areas[2].y_m, site.areas[2].floor_m2) == (5.0, 5.5, 50.0)
    assert (site.openings[0].a, site.openings[0].b) == (0, 1)
    assert [mark.area for mark in site.marks] == [0, 0, 1]
    assert check_path(GOOD / "small.geojson") == []


def test_a_sound_scenario_loads_with_the_site_beside_it() -> None:
    """A scenario names its site by a path beside it."""
    scenario, site = load_scenario(GOOD / "small.toml")
    assert (scenario.id, site.id) == ("small", "small")
    assert scenario.casualties.latent.high == 6
    assert check_path(GOOD / "small.toml") == []


def test_the_bytes_of_a_scenario_and_its_site_load_again() -> None:
    """What a log keeps of a scenario is enough to load it."""
    scenario_bytes, site_bytes = files_of(GOOD / "small.toml")
    site = parse_site(site_bytes, "kept.geojson")
    assert (
        parse_scenario(scenario_bytes, "kept.toml", site) == load_scenario(GOOD / "small.toml")[0]
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.toml", "none.toml: there is no file {path}; the path of a scenario file"),
        ("none.geojson", "none.geojson: there is no file {path}; the path of a site file"),
        ("directory.toml", "directory.toml: a directory; a scenario file"),
        ("directory.geojson", "directory.geojson: a directory; a site file"),
        (
            "notes.txt",
            'notes.txt: the ending ".txt" is not allowed; ENDINGS',
        ),
    ],
)
def test_a_path_that_is_no_file_is_told_plainly(tmp_path: Path, name: str, message: str) -> None:
    """Missing files, directories and other kinds of file are problems, not tracebacks."""
    path = tmp_path / name
    if name.startswith("directory"):
        path.mkdir()
    if name.startswith("notes"):
        path.write_text("hello")
    assert [str(problem) for problem in check_path(path)] == [
        message.format(path=path).replace("ENDINGS", ENDINGS)
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    """Only regular files are read."""
    os.mkfifo(tmp_path / "pipe.geojson")
    found = [str(problem) for problem in check_path(tmp_path / "pipe.geojson")]
    assert found == ["pipe.geojson: not a regular file; a site file"]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """The size of a file is looked at first."""
    path = tmp_path / "huge.geojson"
    with path.open("wb") as file:
        file.truncate(80 * 1024 * 1024)
    found = [str(problem) for problem in check_path(path)]
    assert found == ["huge.geojson: 80.0 MB is too large; at most 64 MB"]


def test_a_site_with_too_many_areas_is_told_so_once(tmp_path: Path) -> None:
    """A site larger than the product is made for is refused with the limit."""
    document = json.loads((GOOD / "small.geojson").read_text())
    room = json.dumps(document["features"][2])
    document["features"] += [
        json.loads(room.replace('"room-1"', f'"room-{number}"')) for number in range(100, 2200)
    ]
    path = tmp_path / "large.geojson"
    path.write_text(json.dumps(document))
    found = [str(problem) for problem in errors_of(check_path(path))]
    assert found == ["large.geojson: features: 2107 areas; at most 2000"]


def test_a_thousand_faults_are_told_without_end_of_patience(tmp_path: Path) -> None:
    """A file wrong everywhere gives a bounded list."""
    document = json.loads((GOOD / "small.geojson").read_text())
    document["features"] += [{"type": "Feature"}] * 1000
    path = tmp_path / "wrong.geojson"
    path.write_text(json.dumps(document))
    assert 100 <= len(check_path(path)) <= 400


def test_reading_a_help_text_needs_nothing_heavy() -> None:
    """Importing the loader does not import numpy, scipy, shapely, matplotlib or jsonschema."""
    import subprocess

    code = (
        "import sys, warmzone.scenario.load, warmzone.scenario.routes, warmzone.scenario.library;"
        "heavy = ('numpy', 'scipy', 'shapely', 'matplotlib', 'jsonschema');"
        "print([name for name in heavy if name in sys.modules])"
    )
    source = str(HERE.parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": source},
    )
    assert done.stdout.strip() == "[]"
