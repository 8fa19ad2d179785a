"""The compiled kernel: the plain one's digests, one signature, a cache that can be trusted."""

from pathlib import Path
from shutil import copytree

import pytest

from tests import tiny
from tests.compiled import machine
from tests.processes import in_another_process
from warmzone.doctrine.commanders import NAMES, POLICIES, automatic
from warmzone.doctrine.names import HAND_WRITTEN
from warmzone.doctrine.shipped import shipped_directory
from warmzone.kernel import compiled, fingerprint
from warmzone.scenario.library import open_scenario
from warmzone.simulation import compile_cache
from warmzone.simulation import machine as machines
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.machine import PLAIN, machine_directory
from warmzone.simulation.run import Run
from warmzone.vocabulary.orders import Refusal, Verb

SHIPPED = ("robbery-single-casualty", "arcade-thin-shift", "school-active-threat")


@pytest.fixture(scope="module", params=SHIPPED)
def shipped(request: pytest.FixtureRequest) -> Prepared:
    """A shipped scenario."""
    return prepare(*open_scenario(request.param))


@pytest.mark.slow
@pytest.mark.parametrize("commander", HAND_WRITTEN)
def test_compiled_gives_the_plain_digest(shipped: Prepared, commander: str) -> None:
    """Every hand-written commander on three shipped scenarios: plain and compiled agree."""
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
def test_one_machine_fits_every_scenario() -> None:
    """The kernel compiled for one scenario is the one that another scenario asks for."""
    directories = {
        machine_directory(prepared, POLICIES)
        for prepared in (tiny.prepared("active"), prepare(*open_scenario(SHIPPED[0])))
    }
    assert directories == {shipped_directory()}


CACHED = """
import json, sys
from tests import tiny
from warmzone.doctrine.shipped import shipped_machine
machine = shipped_machine()
digests = []
for name in ("interior", "nobody"):
    run = tiny.fresh("silent", 3, name, machine=machine)
    run.advance(run.prepared.end_ms)
    digests.append(run.digest())
print(json.dumps({
    "cached": machine.cached,
    "compiler": "numba" in sys.modules,
    "digests": digests,
}))
"""


@pytest.mark.slow
def test_second_process_reads_the_cache() -> None:
    """Another process needs no compiler, with two commanders, and plays the same incidents."""
    machine()
    found = in_another_process("-c", CACHED)
    assert found["cached"] is True
    assert found["compiler"] is False
    digests = []
    for name in ("interior", "nobody"):
        run = tiny.fresh("silent", 3, name)
        run.advance(run.prepared.end_ms)
        digests.append(run.digest())
    assert found["digests"] == digests


ANYWHERE = """
import json
from tests import tiny
from warmzone.doctrine.commanders import NAMES, automatic
from warmzone.doctrine.shipped import shipped_machine
from warmzone.scenario.library import open_scenario, scenario_ids
from warmzone.simulation.lower import prepare
from warmzone.simulation.machine import PLAIN
from warmzone.simulation.run import Run
machine = shipped_machine()
runs = [tiny.fresh("active", 5, "interior", machine=one) for one in (PLAIN, machine)]
for name in scenario_ids():
    prepared = prepare(*open_scenario(name))
    runs += [Run(prepared, 7, automatic(commander), machine=machine) for commander in NAMES]
for run in runs:
    run.advance(run.prepared.end_ms)
digests = [run.digest() for run in runs]
print(json.dumps({"cached": machine.cached, "digests": digests}))
"""
OLDER = {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA"}


@pytest.mark.slow
def test_an_older_processor_plays_the_same() -> None:
    """With AVX2 and FMA hidden from the C library: the same digests, and nothing is compiled."""
    machine()
    here = in_another_process("-c", ANYWHERE)
    there = in_another_process("-c", ANYWHERE, **OLDER)
    assert here == there
    assert there["cached"] is True


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


NAMED = """
import json, sys
from pathlib import Path
import warmzone
from warmzone.doctrine.shipped import shipped_directory
before = shipped_directory().name
file = Path(warmzone.__file__).parent / sys.argv[1]
text = file.read_text()
assert sys.argv[2] in text
file.write_text(text.replace(sys.argv[2], sys.argv[3]))
print(json.dumps({"before": before, "after": shipped_directory().name}))
"""


@pytest.mark.parametrize(
    ("file", "find", "put", "matters"),
    [
        ("kernel/crossing.py", "\n@compiled", "\n# compiled:\n@compiled", False),
        ("kernel/crossing.py", 'near_misses"] += 1', 'near_misses"] += 2', True),
        ("kernel/advance.py", "Handle every event", "Handle each event", False),
        ("kernel/events.py", "NEVER = 2**62", "NEVER = 2**61", True),
        ("vocabulary/codes.py", "CORRIDOR = 1", "CORRIDOR = 91", True),
        ("doctrine/say.py", '"value"] = ', '"value"] = 0 + ', True),
        ("kernel/front_end.py", '"fastmath": False', '"fastmath": True', True),
    ],
)
def test_the_cache_is_named_after_what_was_imported(
    file: str, find: str, put: str, matters: bool, tmp_path: Path
) -> None:
    """An edit of code or of a constant, in any file, names another cache.

    But only for a process that has imported it: old code is never kept under the name of new.
    """
    copytree(Path(compiled.__file__).parent.parent, tmp_path / "warmzone")
    first = in_another_process("-c", NAMED, file, find, put, source=tmp_path)
    then = in_another_process("-c", NAMED, file, put, put, source=tmp_path)
    assert first["after"] == first["before"]
    assert (then["before"] != first["before"]) is matters


def test_a_change_of_compiler_while_compiling_keeps_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where the compiler's own files have changed since they were named, nothing is written."""
    monkeypatch.setenv("WARMZONE_CACHE", str(tmp_path))
    monkeypatch.setattr(machines, "build", lambda *_: (b"", {}))
    monkeypatch.setattr(machines, "_loaded", lambda *_, cached: cached)
    monkeypatch.setattr(compile_cache, "compiler_sources", lambda: "others")
    prepared = tiny.prepared("active")
    assert machines.compile_machine(prepared, POLICIES) is False
    assert machines.compile_machine(prepared, POLICIES) is False
    assert not shipped_directory().exists()
    monkeypatch.setattr(compile_cache, "compiler_sources", lambda: fingerprint.AT_IMPORT)
    assert machines.compile_machine(prepared, POLICIES) is False
    assert machines.compile_machine(prepared, POLICIES) is True


def test_compiler_versions_are_part_of_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the compiler or of its arrays is another directory."""
    before = shipped_directory()
    monkeypatch.setattr(fingerprint, "version_of", lambda name: f"{name} 0.0")
    assert shipped_directory() != before


def test_flags_are_part_of_the_cache() -> None:
    """The bounds-checked build does not stand in for the quick one."""
    assert shipped_directory(boundscheck=True) != shipped_directory()


def test_cache_may_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`WARMZONE_CACHE` names the place."""
    monkeypatch.setenv("WARMZONE_CACHE", str(tmp_path))
    assert shipped_directory().is_relative_to(tmp_path)


def test_a_function_that_is_not_marked_is_not_compiled() -> None:
    """Only what `compiled` has marked belongs to the kernel; anything else is a mistake."""
    from warmzone.kernel.compiler import Compiler

    compiler = Compiler()
    with pytest.raises(LookupError, match="not marked"):
        compiler.policy(in_another_process, compiler.numba.int64())
