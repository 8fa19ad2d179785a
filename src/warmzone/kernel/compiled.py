"""The one typed decorator of the kernel, and the compiler behind it.

A kernel function is written in plain Python over arrays. `compiled` only marks it, so importing the
kernel costs nothing and live play can start on the plain functions at once. `Compiler.build` makes
a compiled twin: a copy of the function whose globals hold the compiled twins of all it calls.
Nothing is patched: the plain and the compiled kernel stand side by side and give the same digest.
"""

import dis
import hashlib
import os
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

Function = TypeVar("Function", bound=Callable[..., Any])

_FLAGS: dict[str, Any] = {"nogil": True, "cache": True, "error_model": "numpy", "fastmath": False}
_marked: dict[Callable[..., Any], None] = {}
_SOURCE_ROOMS = ("vocabulary", "kernel", "simulation", "doctrine")


def compiled(function: Function) -> Function:
    """Mark a function as part of the compiled kernel; it stays callable as plain Python."""
    _marked[function] = None
    return function


def source_digest() -> str:
    """Digest of every source file that the compiled kernel is made from, and of its compiler.

    The compiler's own cache does not notice an edit in a function imported from another file;
    a cache directory named after this digest does.
    """
    root = Path(__file__).parent.parent
    digest = hashlib.blake2b(digest_size=12)
    for room in _SOURCE_ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    for name in ("numba", "numpy", "llvmlite"):
        digest.update(_version_of(name).encode())
    return digest.hexdigest()


def cache_directory() -> Path:
    """Where compiled code is kept, by source digest; `WARMZONE_CACHE` moves it."""
    home = os.environ.get("WARMZONE_CACHE") or os.environ.get("XDG_CACHE_HOME")
    base = Path(home) if home else Path.home() / ".cache"
    return base / "warmzone" / "kernel" / source_digest()


def _version_of(name: str) -> str:
    from importlib.metadata import version

    return version(name)


class Compiler:
    """Builds compiled twins of marked functions, each once and for one signature.

    Signatures come from the annotations: `int` is int64, `float` float64, and `known` maps every
    other annotation (the state, the world, a view) to the compiler's type. A function that takes a
    bare array is compiled for the arrays it meets. `flags` override the compiler's flags (a
    bounds-checked build has its own cache).
    """

    def __init__(self, **flags: Any) -> None:
        suffix = "-".join(f"{key}={value}" for key, value in sorted(flags.items()))
        self._flags = {**_FLAGS, **flags}
        os.environ["NUMBA_CACHE_DIR"] = str(cache_directory()) + (f"-{suffix}" if suffix else "")
        import numba

        numba.config.CACHE_DIR = os.environ["NUMBA_CACHE_DIR"]
        self.numba = numba
        self._built: dict[Callable[..., Any], Any] = {}
        self.known: dict[Any, Any] = {
            int: numba.int64,
            float: numba.float64,
            bool: numba.boolean,
            np.uint64: numba.uint64,
        }

    def build(self, function: Callable[..., Any], signature: Any = None) -> Any:
        """The compiled twin of `function`; compiled at once where its signature is known."""
        if function in self._built:
            return self._built[function]
        if function not in _marked:
            raise LookupError(f"{function.__qualname__} is not marked as compiled")
        twin = _copy(function, {name: self.build(callee) for name, callee in _callees(function)})
        if signature is None:
            signature = self._annotated(function)
        arguments = () if signature is None else (signature,)
        self._built[function] = self.numba.njit(*arguments, **self._flags)(twin)
        return self._built[function]

    def _annotated(self, function: Callable[..., Any]) -> Any:
        hints = [hint for name, hint in function.__annotations__.items() if name != "return"]
        found = [self._type(hint) for hint in hints]
        return None if any(kind is None for kind in found) else tuple(found)

    def _type(self, hint: Any) -> Any:
        if getattr(hint, "__origin__", None) is tuple:
            return self.numba.types.Tuple([self._type(part) for part in hint.__args__])
        return self.known.get(hint)

    def cache_hits(self, function: Callable[..., Any]) -> int:
        """How often the compiled twin of `function` was read from disk instead of compiled."""
        return sum(self._built[function].stats.cache_hits.values())

    def type_of(self, value: Any) -> Any:
        """The compiler's type of an example value."""
        return self.numba.typeof(value)

    def tables_type(self, example: Any) -> Any:
        """The type of a table set (a state, a world); from now on its class is known by it."""
        from warmzone.kernel.pointers import tables_type

        title = type(example).__name__
        self.known[type(example)] = tables_type(title, example, self.type_of)
        return self.known[type(example)]

    def handle(self, tables: Any) -> Any:
        """A table set in the form that compiled functions take."""
        from warmzone.kernel.pointers import Handle

        return Handle(self.known[type(tables)], tables)

    def function_type(self, signature: Any) -> Any:
        """The type of a first-class function with that signature."""
        return self.numba.types.FunctionType(signature)


def _callees(function: Callable[..., Any]) -> Iterator[tuple[str, Callable[..., Any]]]:
    namespace = function.__globals__
    loads = {step.argval for step in dis.get_instructions(function) if step.opname == "LOAD_GLOBAL"}
    for name in sorted(loads):
        value = namespace.get(name)
        if isinstance(value, types.FunctionType) and value in _marked:
            yield name, value


def _copy(function: Callable[..., Any], replaced: dict[str, Any]) -> Callable[..., Any]:
    twin = types.FunctionType(
        function.__code__,
        {**function.__globals__, **replaced},
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    twin.__qualname__ = function.__qualname__
    twin.__module__ = function.__module__
    return twin
