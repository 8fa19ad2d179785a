"""The compile cache is named after sources with their imports, and does not grow with every change.

The functions that are compiled here lie in a package of two small modules of their own, so that an
edit of what one imports from the other can be tried whole: in a fresh process, to other results.
"""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.processes import ROOT, in_another_process
from warmzone.simulation.compile_cache import forget_old


def test_only_the_newest_folders_stay(tmp_path: Path) -> None:
    """The folder in use and the newest others stay; older ones and nothing else go."""
    for age, name in enumerate(["newest", "newer", "old", "oldest"]):
        folder = tmp_path / name
        folder.mkdir()
        os.utime(folder, (1000 - age, 1000 - age))
    own = tmp_path / "own"
    own.mkdir()
    os.utime(own, (1, 1))
    (tmp_path / "a file").write_text("stays")
    removed = forget_old(own, kept=2)
    assert sorted(path.name for path in removed) == ["old", "oldest"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a file", "newer", "newest", "own"]


def test_no_cache_yet(tmp_path: Path) -> None:
    """Where nothing was ever compiled there is nothing to forget."""
    assert forget_old(tmp_path / "none" / "own") == []


IMPORTED = """
from warmzone.kernel.compiled import compiled

@compiled
def rate(a: int) -> int:
    return a // 5
"""
IMPORTING = """
from bill.rates import rate
from warmzone.kernel.compiled import compiled

@compiled
def total(a: int) -> int:
    return a + rate(a)
"""
PROCESS = """
import json, sys
from bill.total import total
from warmzone.kernel import fingerprint
from warmzone.kernel.native import Native
from warmzone.simulation.compile_cache import Kept, cache_home, kept_or_made

if len(sys.argv) > 1:
    other = sys.argv[1]
    installed = fingerprint.version_of
    fingerprint.version_of = lambda name: "0.0" if name == other else installed(name)

def make():
    from warmzone.kernel.compiler import Compiler
    compiler = Compiler()
    int64 = compiler.numba.int64
    symbol = compiler.entry("total", total, int64(int64))
    return Kept(compiler.code(), {"total": symbol})

name = fingerprint.fingerprint([total], "a whole number")
kernel, found = kept_or_made(cache_home() / name, make)
answer = Native(kernel.code).entry(kernel.symbols["total"])(100)
print(json.dumps({"answer": answer, "found": found, "compiler": "numba" in sys.modules}))
"""
BUILT, FOUND = {"found": False, "compiler": True}, {"found": True, "compiler": False}


@pytest.fixture
def bill(tmp_path: Path) -> Path:
    """A package whose `total` calls `rate`, which it imports; returns the module of `rate`."""
    package = tmp_path / "bill"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "total.py").write_text(IMPORTING)
    (package / "rates.py").write_text(IMPORTED)
    return package / "rates.py"


def asked(module: Path, *other_version: str) -> dict[str, Any]:
    """What a fresh process makes of the package: the compiled answer, and whether it compiled."""
    home = module.parent.parent
    return in_another_process(
        "-c",
        PROCESS,
        *other_version,
        PYTHONPATH=os.pathsep.join([str(home), str(ROOT / "src")]),
        PYTHONDONTWRITEBYTECODE="1",  # an edit within a second is seen
        WARMZONE_CACHE=str(home / "cache"),
    )


def test_an_edit_of_an_imported_function_changes_results(bill: Path) -> None:
    """A second process finds what the first kept; an edit in another module is compiled anew.

    The module that was asked for stays as it is. What was kept before the edit is still there, and
    an edit of words alone is none.
    """
    assert asked(bill) == {"answer": 120, **BUILT}
    assert asked(bill) == {"answer": 120, **FOUND}
    bill.write_text(IMPORTED.replace("// 5", "// 4"))
    assert asked(bill) == {"answer": 125, **BUILT}
    assert asked(bill) == {"answer": 125, **FOUND}
    bill.write_text("# As it was at first.\n" + IMPORTED)
    assert asked(bill) == {"answer": 120, **FOUND}


@pytest.mark.parametrize("library", ["numba", "llvmlite", "numpy"])
def test_another_version_of_a_library_is_compiled_anew(bill: Path, library: str) -> None:
    """The same sources under another version of what compiles them do not find the old code."""
    asked(bill)
    assert asked(bill, library) == {"answer": 120, **BUILT}
    assert asked(bill, library) == {"answer": 120, **FOUND}
