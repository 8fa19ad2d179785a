"""A table set (the state, the world) as one address for the compiler.

Handing some twenty arrays by value through every call makes compiled code large and slow. Here the
compiler sees one 64-bit address of a directory of (data, shape, strides), and `state.teams` becomes
a few loads. Only the compiler imports this module: it needs the compiler.
"""

from typing import Any

from llvmlite import ir  # type: ignore[import-untyped]
from numba.core import cgutils, types
from numba.core.imputils import lower_getattr_generic
from numba.core.typing.templates import AttributeTemplate
from numba.extending import infer_getattr, models, register_model
from numba.np.arrayobj import make_array, populate_array

from warmzone.kernel.native import WORDS_PER_TABLE


class TablesType(types.Type):
    """The compiler's type of a table set: its name and the array type of each table."""

    def __init__(self, title: str, fields: tuple[tuple[str, Any], ...]) -> None:
        self.fields = fields
        self.places = {name: place for place, (name, _) in enumerate(fields)}
        super().__init__(name=f"Tables<{title}>")


def tables_type(title: str, example: Any, type_of: Any) -> TablesType:
    """The type of a NamedTuple of arrays like `example`."""
    return TablesType(
        title, tuple((name, type_of(getattr(example, name))) for name in example._fields)
    )


@register_model(TablesType)
class _TablesModel(models.PrimitiveModel):  # type: ignore[misc]
    """One 64-bit address."""

    def __init__(self, manager: Any, kind: TablesType) -> None:
        super().__init__(manager, kind, ir.IntType(64))


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
        index = ir.Constant(word, place * WORDS_PER_TABLE + offset)
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
