"""Machine code in memory: what goes in as words, what comes back, and what goes wrong."""

import ctypes
from typing import Any

import numpy as np
import pytest

from tests.unit.kernel.small import ROWS, Pair, add, add_up, built, item, pair, share
from warmzone.kernel.native import WORDS_PER_TABLE, Handle, Native


@pytest.fixture(scope="module")
def native() -> Native:
    """The small functions as machine code."""
    return built()


def test_an_entry_point_answers_like_the_plain_function(native: Native) -> None:
    """Whole numbers go in and come back, negative ones too; it may be called again and again."""
    call = native.entry("warmzone.add")
    assert [call(a, b) for a, b in ((2, 3), (-7, 4), (2**40, -1))] == [5, -3, 2**40 - 1]
    assert call(2, 3) == add(2, 3)


def test_an_array_goes_in_with_its_shape_and_strides(native: Native) -> None:
    """A table of two dimensions is read row by row, whatever its size."""
    call = native.entry("warmzone.add_up")
    for shape in ((1, 1), (3, 2), (2, 5)):
        table = np.arange(float(np.prod(shape))).reshape(shape)
        assert call(table) == int(table.sum()) == add_up(table)


def test_a_table_set_goes_in_as_one_address(native: Native) -> None:
    """A handle's directory holds address, lengths and strides, and what is written lands there."""
    tables = pair()
    handle = Handle(tables)
    assert native.entry("warmzone.share")(handle, 2) == 1
    assert tables.rows["b"].tolist() == [0, 0, 30]
    assert share(tables, 1) == 1
    assert tables.rows["b"].tolist() == [0, 20, 30]
    begin = ctypes.cast(handle.address, ctypes.POINTER(ctypes.c_int64))
    words = np.ctypeslib.as_array(begin, (len(tables), WORDS_PER_TABLE))
    assert words[0].tolist() == [tables.rows.ctypes.data, 3, 0, ROWS.itemsize, 0]
    assert words[1].tolist() == [tables.factor.ctypes.data, 1, 0, 8, 0]


def test_code_outlives_what_loaded_it() -> None:
    """An entry point may be called after everything else of its machine code is forgotten."""
    call = built().entry("warmzone.add")
    assert call(20, 22) == 42


def test_an_unknown_symbol_is_refused(native: Native) -> None:
    """Asking for what is not there says its name."""
    with pytest.raises(LookupError, match=r"warmzone\.nothing: not in the compiled kernel"):
        native.address("warmzone.nothing")


@pytest.mark.parametrize("index", [3, 99, -1, -4])
def test_the_checked_build_refuses_every_index_outside(index: int) -> None:
    """Beyond the end and before the beginning alike: no index counts from the end."""
    call = built(boundscheck=True).entry("warmzone.item")
    numbers = np.array([5, 6, 7])
    assert [call(numbers, k) for k in range(3)] == [item(numbers, k) for k in range(3)]
    with pytest.raises(IndexError, match=r"warmzone\.item: .*out of bounds"):
        call(numbers, index)


def test_table_sets_keep_their_tables_alive() -> None:
    """The tables behind an address stay as long as the handle does."""
    handle: Any = Handle(Pair(np.zeros(3, ROWS), np.array([7], np.int64)))
    assert handle.tables.factor.tolist() == [7]
