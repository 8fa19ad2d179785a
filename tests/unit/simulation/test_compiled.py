"""The compiled kernel: the plain one's digests, one signature, a cache that can be trusted."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tests import tiny
from tests.compiled import machine
from warmzone.doctrine.commanders import NAMES, automatic
from warmzone.kernel import compiled
from warmzone.kernel.compiled import Compiler, cache_directory
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.machine import PLAIN
from warmzone.simulation.run import Run
from warmzone.vocabulary.orders import Refusal, Verb

SHIPPED = ("robbery-single-casualty", "arcade-thin-shift", "school-active-threat")
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module", params=SHIPPED)
def shipped(request: pytest.FixtureRequest) -> Prepared:
    """A shipped scenario."""
    return prepare(*open_scenario(request.param))


@pytest.mark.slow
@pytest.mark.parametrize("commander", NAMES)
def test_compiled_gives_the_plain_digest(shipped: Prepared, commander: str) -> None:
    """Every commander on three shipped scenarios: plain and compiled agree bit for bit."""
    plain = Run(shipped, 31, automatic(commander))
    quick = Run(shipped, 31, automatic(commander), machine=machine())
    assert quick.digest() == plain.digest()
    for until in (shipped.end_ms // 3, shipped.end_ms):
        plain.advance(until)
        quick.advance(until)
        assert quick.digest() == plain.digest()
    assert quick.outcome_row() == plain.outcome_row()


@pytest.mark.slow
@pytest.mark.parametrize("threat", ["active", "silent", "none", "over"])
def test_compiled_agrees_over_many_seeds(threat: str) -> None:
    """The same over twelve seeds of the small incidents, under a commander that differs by seed."""
    for seed in range(12):
        commander = NAMES[seed % len(NAMES)]
        plain = tiny.fresh(threat, seed, commander)
        quick = tiny.fresh(threat, seed, commander, machine=machine())
        plain.advance(plain.prepared.end_ms)
        quick.advance(quick.prepared.end_ms)
        assert quick.digest() == plain.digest(), seed


@pytest.mark.slow
def test_machine_may_be_swapped_at_any_stop() -> None:
    """Live play that starts plain and goes on compiled is the incident played plain."""
    plain, swapped = tiny.by_person("active", 2), tiny.by_person("active", 2)
    for turn, until in enumerate(range(200_000, plain.prepared.end_ms + 1, 100_000)):
        swapped.machine = machine() if turn % 2 else PLAIN
        for run in (plain, swapped):
            run.advance(until)
        verb, area = (Verb.TAKE_COMMAND, -1) if turn == 0 else (Verb.HOLD, turn)
        answers = {tiny.tell(run, verb, turn % 5, area, value=1) for run in (plain, swapped)}
        assert len(answers) == 1
        assert turn > 0 or answers == {Refusal.ACCEPTED}
    assert swapped.digest() == plain.digest()


@pytest.mark.slow
def test_one_signature_fits_every_scenario() -> None:
    """Playing two scenarios under every commander compiles nothing more."""
    built = machine()
    for prepared in (tiny.prepared("active"), prepare(*open_scenario(SHIPPED[0]))):
        for commander in NAMES:
            run = Run(prepared, 1, automatic(commander), machine=built)
            run.advance(60_000)
    for part in (built.begin, built.play, built.play_many, built.check_order, built.settle):
        assert len(part.signatures) == 1  # type: ignore[attr-defined]


CACHED = """
import json
from warmzone.simulation import machine as module
built = []
class Kept(module.Compiler):
    def __init__(self, **flags):
        super().__init__(**flags)
        built.append(self)
module.Compiler = Kept
from tests import tiny
from warmzone.doctrine.shipped import shipped_machine
machine = shipped_machine()
digests = []
for name in ("interior", "nobody"):
    run = tiny.fresh("silent", 3, name, machine=machine)
    run.advance(run.prepared.end_ms)
    digests.append(run.digest())
parts = built[0]._built.values()
print(json.dumps({
    "misses": sum(sum(part.stats.cache_misses.values()) for part in parts),
    "play": sum(machine.play.stats.cache_hits.values()),
    "hits": sum(sum(part.stats.cache_hits.values()) for part in parts),
    "digests": digests,
}))
"""


def in_another_process(*arguments: str) -> dict[str, object]:
    """The JSON object that a fresh interpreter prints."""
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.slow
def test_second_process_reads_the_cache() -> None:
    """Another process compiles nothing, with two commanders, and plays the same incidents."""
    machine()
    found = in_another_process("-c", CACHED)
    assert found["misses"] == 0
    assert found["play"] == 1
    assert int(found["hits"]) >= 9  # type: ignore[call-overload]
    digests = []
    for name in ("interior", "nobody"):
        run = tiny.fresh("silent", 3, name)
        run.advance(run.prepared.end_ms)
        digests.append(run.digest())
    assert found["digests"] == digests


@pytest.mark.slow
def test_bounds_are_kept() -> None:
    """The bounds-checked kernel finds no access outside a table, and gives the same digests."""
    names = ("robbery-single-casualty", "school-active-threat")
    found = in_another_process("-m", "tests.unit.simulation.bounds", *names)
    worlds = {name: prepare(*open_scenario(name)) for name in names}
    worlds |= {f"tiny-{threat}": tiny.prepared(threat) for threat in ("active", "silent", "none")}
    expected = {}
    for name, prepared in worlds.items():
        for commander in NAMES:
            run = Run(prepared, 31, automatic(commander), machine=machine())
            run.advance(prepared.end_ms)
            expected[f"{name}/{commander}"] = run.digest()
    assert found == expected


@pytest.mark.parametrize(
    "file",
    ["kernel/casualties.py", "vocabulary/codes.py", "simulation/rollout.py", "doctrine/say.py"],
)
def test_an_edit_in_an_imported_file_changes_the_cache(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The directory is named after every source that compiled code is made from."""
    package = Path(compiled.__file__).parent.parent
    for room in ("vocabulary", "kernel", "simulation", "doctrine"):
        copytree(package / room, tmp_path / room)
    before = cache_directory()
    monkeypatch.setattr(compiled, "__file__", str(tmp_path / "kernel" / "compiled.py"))
    assert cache_directory() == before
    with (tmp_path / file).open("a", encoding="utf-8") as edited:
        edited.write("\n")
    assert cache_directory() != before


def test_compiler_versions_are_part_of_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the compiler or of its arrays is another directory."""
    before = cache_directory()
    monkeypatch.setattr(compiled, "_version_of", lambda name: f"{name} 0.0")
    assert cache_directory() != before


def test_cache_may_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`WARMZONE_CACHE` names the place."""
    monkeypatch.setenv("WARMZONE_CACHE", str(tmp_path))
    assert cache_directory().is_relative_to(tmp_path)


def test_a_function_that_is_not_marked_is_not_compiled() -> None:
    """Only what `compiled` has marked belongs to the kernel; anything else is a mistake."""
    with pytest.raises(LookupError, match="not marked"):
        Compiler().build(cache_directory)
