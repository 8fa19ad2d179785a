"""The one typed decorator of the kernel, and the compiler behind it.

A kernel function is written in plain Python over arrays. `compiled` only marks it, so importing the
kernel costs nothing and live play can start on the plain functions at once. `Compiler.build` makes a
compiled twin: a copy of the function whose globals hold the compiled twins of everything it calls.
Nothing is patched: the plain and the compiled kernel stand side by side and give the same digest.
"""

import hashlib
import os
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

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
    """Builds compiled twins of marked functions, each once.

    `flags` override the compiler's flags (a bounds-checked build has its own cache).
    """

    def __init__(self, **flags: Any) -> None:
        suffix = "-".join(f"{key}={value}" for key, value in sorted(flags.items()))
        self._flags = {**_FLAGS, **flags}
        os.environ["NUMBA_CACHE_DIR"] = str(cache_directory()) + (f"-{suffix}" if suffix else "")
        import numba

        numba.config.CACHE_DIR = os.environ["NUMBA_CACHE_DIR"]
        self.numba = numba
        self._built: dict[Callable[..., Any], Any] = {}

    def build(self, function: Callable[..., Any], signature: Any = None) -> Any:
        """The compiled twin of `function`; compiled at once where a signature is given."""
        if function in self._built:
            return self._built[function]
        if function not in _marked:
            raise LookupError(f"{function.__qualname__} is not marked as compiled")
        twin = _copy(function, {name: self.build(callee) for name, callee in _callees(function)})
        arguments = () if signature is None else (signature,)
        self._built[function] = self.numba.njit(*arguments, **self._flags)(twin)
        return self._built[function]

    def cache_hits(self, function: Callable[..., Any]) -> int:
        """How often the compiled twin of `function` was read from disk instead of compiled."""
        return sum(self._built[function].stats.cache_hits.values())

    def type_of(self, value: Any) -> Any:
        """The compiler's type of an example value."""
        return self.numba.typeof(value)

    def function_type(self, signature: Any) -> Any:
        """The type of a first-class function with that signature."""
        return self.numba.types.FunctionType(signature)


def _callees(function: Callable[..., Any]) -> Iterator[tuple[str, Callable[..., Any]]]:
    namespace = function.__globals__
    for name in function.__code__.co_names:
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
