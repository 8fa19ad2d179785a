"""A name for compiled code, made from what is in memory and not from files that may have moved on.

Two processes get the same name when they would compile the same: the same bytecode of all that is
called, the same constants, tables, compiler and kind of processor (not its model: the code needs
nothing new of it). An edit of a comment or of a docstring changes nothing; an edit made after the
sources were imported cannot get under the name of new code.
"""

import builtins
import hashlib
import platform
import sys
import types
from collections.abc import Callable, Iterable
from enum import EnumMeta
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from warmzone.kernel.compiled import callees, global_names

_COMPILER = ("front_end", "compiler", "pointers", "native")
_PACKAGES = ("numba", "llvmlite", "numpy")


def compiler_sources() -> str:
    """Digest of the modules that compile, as they lie on disk now."""
    digest = hashlib.blake2b(digest_size=12)
    for name in _COMPILER:
        digest.update(Path(__file__).with_name(f"{name}.py").read_bytes())
    return digest.hexdigest()


AT_IMPORT = compiler_sources()
"""They are imported late; whoever writes a cache makes sure that they are still these."""


def fingerprint(functions: Iterable[Callable[..., Any]], tables: object, **flags: Any) -> str:
    """Name of the compiled form of some functions and all they call.

    `tables` describes the arguments (dtypes and the like, as text); `flags` are the compiler's.
    """
    digest = hashlib.blake2b(digest_size=12)
    about = [platform.python_version(), AT_IMPORT, str(tables), sorted(flags.items())]
    about += [platform.machine(), sys.platform, *(version_of(name) for name in _PACKAGES)]
    digest.update(repr(about).encode())
    seen: dict[Callable[..., Any], None] = {}
    waiting = list(functions)
    while waiting:
        function = waiting.pop(0)
        if function not in seen:
            seen[function] = None
            digest.update(repr(_function(function)).encode())
            waiting += [callee for _, callee in callees(function)]
    return digest.hexdigest()


def version_of(name: str) -> str:
    """The installed version of a package that takes part in compiling."""
    return version(name)


def _function(function: Callable[..., Any]) -> list[Any]:
    spoken = {name: _value(hint) for name, hint in function.__annotations__.items()}
    found: dict[str, Any] = {}
    namespace = function.__globals__
    for name in global_names(function):
        found[name] = _value(namespace[name] if name in namespace else getattr(builtins, name))
    return [
        f"{function.__module__}.{function.__qualname__}",
        _code(function.__code__, function.__doc__),
        repr(function.__defaults__),
        spoken,
        found,
    ]


def _code(code: types.CodeType, doc: str | None = None) -> list[Any]:
    constants: list[Any] = [
        _code(one) if isinstance(one, types.CodeType) else repr(one)
        for place, one in enumerate(code.co_consts)
        if not (place == 0 and doc is not None and one == doc)
    ]
    return [code.co_code.hex(), constants, code.co_names, code.co_varnames]


def _value(value: Any) -> Any:
    """A global as far as compiled code depends on it."""
    if isinstance(value, EnumMeta):
        members: dict[str, Any] = dict(value.__members__)
        return [value.__qualname__, {name: repr(member) for name, member in members.items()}]
    if isinstance(value, types.ModuleType):
        return value.__name__
    if isinstance(value, np.ndarray):
        return [str(value.dtype), value.shape, value.tobytes().hex()]
    if isinstance(value, bool | int | float | str | tuple | np.generic | np.dtype | None):
        return repr(value)
    if isinstance(value, type) and hasattr(value, "_fields"):
        return [value.__qualname__, list(value._fields)]
    if isinstance(value, type | types.FunctionType | types.BuiltinFunctionType | np.ufunc):
        return f"{getattr(value, '__module__', '')}.{value.__name__}"
    if hasattr(value, "__origin__"):
        return repr(value)
    raise LookupError(f"{value!r}: compiled code cannot depend on a value of this kind")
