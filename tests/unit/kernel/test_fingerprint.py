"""The name of a compiled kernel: what changes it, what does not, and what it refuses."""

import types
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tests.unit.kernel import small
from warmzone.kernel import fingerprint as naming
from warmzone.kernel.compiled import compiled
from warmzone.kernel.fingerprint import fingerprint

LIMIT = 3
OWN = object()


@compiled
def called(a: int) -> int:
    """What the other calls."""
    return a + LIMIT


@compiled
def calling(a: int) -> int:
    """It calls the other."""
    return called(a) * 2


@compiled
def lost(a: int) -> int:
    """It reads a value that nothing is known about."""
    return a if OWN else 0


def again(function: Callable[..., Any], **other: Any) -> Callable[..., Any]:
    """A marked copy of a function that finds other things under some names."""
    copy = types.FunctionType(function.__code__, {**function.__globals__, **other})
    copy.__qualname__, copy.__doc__ = function.__qualname__, function.__doc__
    copy.__annotations__ = dict(function.__annotations__)
    return compiled(copy)


def test_the_same_code_has_the_same_name() -> None:
    """Names are stable, and tell one function from another."""
    assert fingerprint([calling], "t") == fingerprint([again(calling)], "t")
    assert fingerprint([calling], "t") != fingerprint([called], "t")


def test_a_docstring_is_no_code() -> None:
    """Another docstring leaves the name as it is."""
    code = calling.__code__
    consts = ("Told otherwise.", *code.co_consts[1:])
    other = again(calling)
    other.__code__ = code.replace(co_consts=consts)
    other.__doc__ = "Told otherwise."
    assert calling.__doc__ == code.co_consts[0]
    assert fingerprint([other], "t") == fingerprint([calling], "t")


@pytest.mark.parametrize("limit", [4, 3.0, np.int64(3), np.array([3])])
def test_a_constant_of_a_function_that_is_called_counts(limit: object) -> None:
    """What lies two calls deep is part of the name: its value and its type."""
    other = again(calling, called=again(called, LIMIT=limit))
    assert fingerprint([other], "t") != fingerprint([calling], "t")


def test_an_edit_of_a_function_that_is_called_counts() -> None:
    """Other code under the same name, further down, is another kernel."""
    edited = again(called)
    edited.__code__ = (lambda a: a - LIMIT).__code__.replace(co_name="called")
    assert fingerprint([again(calling, called=edited)], "t") != fingerprint([calling], "t")


def test_tables_and_flags_count() -> None:
    """Other tables or other flags of the compiler are another kernel."""
    names = {
        fingerprint([calling], "t"),
        fingerprint([calling], "u"),
        fingerprint([calling], "t", boundscheck=True),
        fingerprint([calling], "t", boundscheck=False),
    }
    assert len(names) == 4


def test_an_unknown_kind_of_value_is_refused() -> None:
    """What cannot be named cannot be compiled against unnoticed."""
    with pytest.raises(LookupError, match="cannot depend on a value of this kind"):
        fingerprint([lost], "t")


def test_the_compiler_is_part_of_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other sources of the compiler, another version or kind of processor: another kernel."""
    names = {fingerprint([small.add], "t")}
    for attribute, value in (
        ("AT_IMPORT", "other sources"),
        ("version_of", lambda name: f"{name} 0.0"),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(naming, attribute, value)
            names.add(fingerprint([small.add], "t"))
    with monkeypatch.context() as patched:
        patched.setattr(naming.platform, "machine", lambda: "another")
        names.add(fingerprint([small.add], "t"))
    assert len(names) == 4
