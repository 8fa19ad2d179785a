"""A few functions small enough to compile in a moment, and the machine code of them."""

from functools import cache
from typing import Any, NamedTuple

import numpy as np

from warmzone.kernel.compiled import compiled
from warmzone.kernel.native import Native

ROWS = np.dtype([("a", np.int32), ("b", np.int64)], align=True)


class Pair(NamedTuple):
    """A table set of two."""

    rows: np.ndarray
    factor: np.ndarray


def pair() -> Pair:
    """Three rows and a factor of ten; a is 1, 2, 3."""
    rows = np.zeros(3, ROWS)
    rows["a"] = [1, 2, 3]
    return Pair(rows, np.array([10], np.int64))


@compiled
def add(a: int, b: int) -> int:
    """The sum of two whole numbers."""
    return a + b


@compiled
def item(numbers: np.ndarray, index: int) -> int:
    """One of some numbers."""
    return int(numbers[index])


@compiled
def add_up(table: np.ndarray) -> int:
    """The sum of a table of floats, as a whole number."""
    total = 0.0
    for row in range(table.shape[0]):
        for column in range(table.shape[1]):
            total += table[row, column]
    return int(total)


@compiled
def share(tables: Pair, row: int) -> int:
    """Write a times the factor to b of one row; 1 where that is more than 0."""
    one = tables.rows[row]
    one["b"] = item(tables.factor, 0) * one["a"]
    return 1 if one["b"] > 0 else 0


@cache
def built(**flags: Any) -> Native:
    """All of them as machine code; `flags` go to the compiler."""
    from warmzone.kernel.compiler import Compiler

    compiler = Compiler(**flags)
    kind, int64 = compiler.type_of, compiler.numba.int64
    numbers, table = kind(np.zeros(1, np.int64)), kind(np.zeros((1, 1)))
    compiler.entry("add", add, int64(int64, int64))
    compiler.entry("item", item, int64(numbers, int64))
    compiler.entry("add_up", add_up, int64(table))
    compiler.entry("share", share, int64(compiler.tables_type(pair()), int64))
    return Native(compiler.code())
