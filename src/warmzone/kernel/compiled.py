"""The one typed decorator of the kernel: it marks what is compiled.

A kernel function is written in plain Python over arrays. `compiled` only marks it, so importing the
kernel costs nothing and live play can start on the plain functions at once. `kernel.compiler` makes
machine code of what is marked. Nothing is patched: the plain and the compiled kernel stand side by
side and give the same digest.
"""

import dis
import types
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

_marked: dict[Callable[..., Any], None] = {}


def compiled(function: Function) -> Function:
    """Mark a function as part of the compiled kernel; it stays callable as plain Python."""
    _marked[function] = None
    return function


def is_marked(function: Callable[..., Any]) -> bool:
    """Whether a function is part of the compiled kernel."""
    return function in _marked


def global_names(function: Callable[..., Any]) -> list[str]:
    """The names of everything that a function finds outside itself, in order."""
    steps = dis.get_instructions(function)
    return sorted({step.argval for step in steps if step.opname == "LOAD_GLOBAL"})


def callees(function: Callable[..., Any]) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The marked functions that a function calls, by the name that it calls them by."""
    namespace = function.__globals__
    for name in global_names(function):
        value = namespace.get(name)
        if isinstance(value, types.FunctionType) and value in _marked:
            yield name, value
