"""Machine code in memory, and calling it: all that running a compiled kernel needs.

Every entry point takes two addresses: of a row of words (its arguments, laid out one after another)
and of a row for what it gives back. The compiler itself is not needed here.
"""

import ctypes
import pickle
from collections.abc import Callable, Iterator
from ctypes.util import find_library
from typing import Any

import numpy as np

WORDS_PER_TABLE = 5  # data address, two lengths, two strides
BACK = 2  # what a call gives back: its answer, and why it failed
"""Words that an entry point gives back: its value, and the address of what went wrong."""
_WORD = 2**64 - 1
_FROM_THE_MATHS_LIBRARY = {"numba_frexp": "frexp", "numba_ldexp": "ldexp", "sqrt": "sqrt"}
OUTSIDE = frozenset({*_FROM_THE_MATHS_LIBRARY, "memcpy", "memset", "memmove"})
"""What machine code may call that is not part of it; each gives one exact answer everywhere."""


class Handle:
    """A table set as compiled code takes it: one address. Keeps the tables alive."""

    def __init__(self, tables: Any) -> None:
        self.tables = tables
        self._directory = np.zeros((len(tables), WORDS_PER_TABLE), np.int64)
        for row, table in zip(self._directory, tables, strict=True):
            row[0] = table.ctypes.data
            row[1 : 1 + table.ndim] = table.shape
            row[3 : 3 + table.ndim] = table.strides
        self.address = int(self._directory.ctypes.data)


class Native:
    """Machine code, loaded; it lives as long as this object."""

    def __init__(self, code: bytes) -> None:
        from llvmlite import binding  # type: ignore[import-untyped]

        binding.initialize_native_target()
        binding.initialize_native_asmprinter()
        maths = ctypes.CDLL(find_library("m"))
        for name, known_as in _FROM_THE_MATHS_LIBRARY.items():
            binding.add_symbol(name, ctypes.cast(getattr(maths, known_as), ctypes.c_void_p).value)
        target = binding.Target.from_triple(binding.get_process_triple())
        self._engine = binding.create_mcjit_compiler(
            binding.parse_assembly(""), target.create_target_machine()
        )
        self._engine.add_object_file(binding.ObjectFileRef.from_data(code))
        self._engine.finalize_object()

    def address(self, symbol: str) -> int:
        """Where a function begins. Raises LookupError for one that is not there."""
        found = int(self._engine.get_function_address(symbol))
        if not found:
            raise LookupError(f"{symbol}: not in the compiled kernel")
        return found

    def entry(self, symbol: str) -> Callable[..., int]:
        """An entry point, called like the plain function; the interpreter's lock is released."""
        begin = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p)(
            self.address(symbol)
        )

        def call(*arguments: Any) -> int:
            words = np.array([w & _WORD for one in arguments for w in _words(one)], np.uint64)
            back = np.zeros(BACK, np.int64)
            if begin(words.ctypes.data, back.ctypes.data) != 0:
                raise _wrong(symbol, int(back[1]))
            return int(back[0])

        call.engine = self._engine  # type: ignore[attr-defined]
        return call


def _words(value: Any) -> Iterator[int]:
    if isinstance(value, Handle):
        yield value.address
    elif isinstance(value, np.ndarray):
        yield value.ctypes.data
        yield from value.shape
        yield from value.strides
    elif isinstance(value, np.void):
        yield np.frombuffer(value.data, np.uint8).ctypes.data
    elif isinstance(value, tuple):
        for part in value:
            yield from _words(part)
    else:
        yield int(value)


def _wrong(symbol: str, address: int) -> Exception:
    """What compiled code says went wrong: the bounds-checked build tells where."""
    text = "something went wrong"
    if address:
        pickled = ctypes.c_void_p.from_address(address).value or 0
        size = ctypes.c_int32.from_address(address + 8).value
        # Bytes that the compiler put into its own code.
        text = str(pickle.loads(ctypes.string_at(pickled, size)))  # noqa: S301
    return IndexError(f"{symbol}: {text}")
