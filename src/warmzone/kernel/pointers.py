"""A table set (the state, the world) as one address for the compiler.

Handing some twenty arrays by value through every call makes compiled code large and slow. Here the
compiler sees one 64-bit address of a directory of (data, shape, strides), and `state.teams` becomes
a few loads. Only `Compiler` imports this module: it needs the compiler.
"""

from typing import Any

import numpy as np
from llvmlite import ir  # type: ignore[import-untyped]
from numba.core import cgutils, types
from numba.core.imputils import lower_getattr_generic
from numba.core.typing.templates import AttributeTemplate
from numba.extending import (
    NativeValue,
    infer_getattr,
    models,
    register_model,
    typeof_impl,
    unbox,
)
from numba.np.arrayobj import make_array, populate_array

_WORDS_PER_TABLE = 5  # data address, two lengths, two strides


class TablesType(types.Type):
    """The compiler's type of a table set: its name and the array type of each table."""

    def __init__(self, title: str, fields: tuple[tuple[str, Any], ...]) -> None:
        self.fields = fields
        self.places = {name: place for place, (name, _) in enumerate(fields)}
        described = ", ".join(f"{name}: {kind}" for name, kind in fields)
        super().__init__(name=f"Tables<{title}>({described})")


class Handle:
    """A table set as compiled code takes it. Keeps the tables alive."""

    def __init__(self, kind: TablesType, tables: Any) -> None:
        self.kind = kind
        self.tables = tables
        self._directory = _directory(tables)
        self.address = int(self._directory.ctypes.data)


def tables_type(title: str, example: Any, type_of: Any) -> TablesType:
    """The type of a NamedTuple of arrays like `example`."""
    return TablesType(
        title, tuple((name, type_of(getattr(example, name))) for name in example._fields)
    )


def _directory(tables: Any) -> np.ndarray:
    words = np.zeros((len(tables), _WORDS_PER_TABLE), np.int64)
    for row, table in zip(words, tables, strict=True):
        row[0] = table.ctypes.data
        row[1 : 1 + table.ndim] = table.shape
        row[3 : 3 + table.ndim] = table.strides
    return words


@register_model(TablesType)
class _TablesModel(models.PrimitiveModel):  # type: ignore[misc]
    """One 64-bit address."""

    def __init__(self, manager: Any, kind: TablesType) -> None:
        super().__init__(manager, kind, ir.IntType(64))


@typeof_impl.register(Handle)  # type: ignore[untyped-decorator]
def _type_of_handle(handle: Handle, _context: Any) -> TablesType:
    return handle.kind


@unbox(TablesType)  # type: ignore[untyped-decorator]
def _unbox_handle(_kind: TablesType, handle: Any, context: Any) -> NativeValue:
    address = context.pyapi.object_getattr_string(handle, "address")
    native = context.pyapi.long_as_ulonglong(address)
    context.pyapi.decref(address)
    return NativeValue(native)


@infer_getattr
class _TablesAttribute(AttributeTemplate):  # type: ignore[misc]
    """`tables.name` is the array of that name."""

    key = TablesType

    def generic_resolve(self, kind: TablesType, name: str) -> Any:
        place = kind.places.get(name)
        return None if place is None else kind.fields[place][1]


@lower_getattr_generic(TablesType)  # type: ignore[untyped-decorator]
def _load_table(context: Any, builder: Any, kind: TablesType, value: Any, name: str) -> Any:
    place = kind.places[name]
    array_type = kind.fields[place][1]
    word = ir.IntType(64)
    directory = builder.inttoptr(value, word.as_pointer())
    unchanging = builder.module.add_metadata([])

    def load(offset: int) -> Any:
        index = ir.Constant(word, place * _WORDS_PER_TABLE + offset)
        loaded = builder.load(builder.gep(directory, [index]))
        loaded.set_metadata("invariant.load", unchanging)
        return loaded

    array = make_array(array_type)(context, builder)
    data_type = context.get_data_type(array_type.dtype).as_pointer()
    item = context.get_abi_sizeof(context.get_data_type(array_type.dtype))
    populate_array(
        array,
        data=builder.inttoptr(load(0), data_type),
        shape=cgutils.pack_array(builder, [load(1 + k) for k in range(array_type.ndim)]),
        strides=cgutils.pack_array(builder, [load(3 + k) for k in range(array_type.ndim)]),
        itemsize=ir.Constant(word, item),
        meminfo=None,
    )
    return array._getvalue()
