"""The compiler of the kernel: marked functions in, one piece of machine code out.

All functions are typed and lowered first, then linked into one module and optimised once. What is
not an entry point is private to the module, so the optimiser may inline it, change how it is called
or drop it. Kernel functions may not allocate: no memory of the compiler's runtime is at hand.
"""

from collections.abc import Callable
from typing import Any

import numba
import numpy as np
from llvmlite import binding, ir  # type: ignore[import-untyped]
from numba.core import cgutils, types
from numba.core.types.containers import BaseTuple, Tuple
from numba.np.arrayobj import make_array, populate_array

from warmzone.kernel.compiled import callees, is_marked
from warmzone.kernel.front_end import FrontEnd, PolicyType, StandIn, with_globals
from warmzone.kernel.native import OUTSIDE
from warmzone.kernel.pointers import TablesType, tables_type

_FIRST_OF_ITS_KIND = {"x86_64": "x86-64"}
_WORD, _STATUS = ir.IntType(64), ir.IntType(32)


class Compiler:
    """Builds marked functions and all they call, each for one signature.

    Signatures come from the annotations: `int` is int64, `float` float64, and `known` maps every
    other annotation (the state, the world, a view) to the compiler's type. A bare array has the
    type that callers hand over. `flags` override the compiler's (`boundscheck=True`).
    """

    def __init__(self, **flags: Any) -> None:
        self.numba = numba
        self.type_of = numba.typeof
        self._front = FrontEnd(**flags)
        self._stand_ins: dict[Callable[..., Any], StandIn] = {}
        self._public: list[str] = []
        self.known: dict[Any, Any] = {
            int: numba.int64,
            float: numba.float64,
            bool: numba.boolean,
            np.uint64: numba.uint64,
        }

    def tables_type(self, example: Any) -> Any:
        """The type of a table set (a state, a world); from now on its class is known by it."""
        self.known[type(example)] = tables_type(type(example).__name__, example, self.type_of)
        return self.known[type(example)]

    def policy_type(self, signature: Any) -> Any:
        """The type of a policy of that signature, handed over by its address."""
        return self._front.policy_type(signature)

    def policy(self, function: Callable[..., Any], signature: Any) -> str:
        """Build a function that is called by its address; returns its symbol."""
        made = self._stand_in(function).specialise(signature.args)
        self._public.append(made.fndesc.mangled_name)
        return self._public[-1]

    def entry(self, name: str, function: Callable[..., Any], signature: Any) -> str:
        """Build an entry point that takes its arguments as words; returns its symbol."""
        made = self._stand_in(function).specialise(signature.args)
        self._public.append(f"warmzone.{name}")
        _add_entry(self._front, made.fndesc, self._public[-1])
        return self._public[-1]

    def code(self) -> bytes:
        """Everything built, optimised together, as an object file."""
        module = self._front.program.whole()
        for function in module.functions:
            if not function.is_declaration and function.name not in self._public:
                function.linkage = "internal"
        machine = _target_machine()
        _optimise(module, machine)
        module.verify()
        strangers = _strangers(module)
        if strangers:
            raise LookupError(f"{strangers}: called by the kernel, but not part of it")
        return bytes(machine.emit_object(module))

    def _stand_in(self, function: Callable[..., Any]) -> StandIn:
        if function in self._stand_ins:
            return self._stand_ins[function]
        if not is_marked(function):
            raise LookupError(f"{function.__qualname__} is not marked as compiled")
        replaced = {name: self._stand_in(callee) for name, callee in callees(function)}
        hints = [hint for name, hint in function.__annotations__.items() if name != "return"]
        wanted = [self._type(hint) for hint in hints]
        stand_in = StandIn(with_globals(function, replaced), wanted, self._front)
        self._stand_ins[function] = stand_in
        if all(kind is not None for kind in wanted):
            stand_in.specialise(tuple(wanted))
        return stand_in

    def _type(self, hint: Any) -> Any:
        if getattr(hint, "__origin__", None) is tuple:
            return Tuple([self._type(part) for part in hint.__args__])
        return self.known.get(hint)


def _target_machine() -> Any:
    """The first processor of its kind: nothing newer is of use here, and all play the same code.

    A kernel of branches and single numbers has nothing to gain from wide registers.
    """
    triple = binding.get_process_triple()
    target = binding.Target.from_triple(triple)
    return target.create_target_machine(
        cpu=_FIRST_OF_ITS_KIND.get(triple.partition("-")[0], "generic"),
        opt=2,
        reloc="default",
        codemodel="jitdefault",
        jit=True,
    )


def _optimise(module: Any, machine: Any) -> None:
    tuning = binding.create_pipeline_tuning_options(speed_level=2)
    tuning.loop_vectorization = False
    tuning.slp_vectorization = False
    passes = binding.create_pass_builder(machine, tuning)
    passes.getModulePassManager().run(module, passes)


def _strangers(module: Any) -> list[str]:
    names = [one.name for one in module.functions if one.is_declaration]
    return [name for name in names if not name.startswith("llvm.") and name not in OUTSIDE]


def _add_entry(front: FrontEnd, described: Any, symbol: str) -> None:
    """Define `symbol(words, back)`, which unpacks its arguments and calls the function."""
    context = front.target
    module = front.program.create_ir_module(symbol)
    words = _WORD.as_pointer()
    function = ir.Function(module, ir.FunctionType(_STATUS, [words, words]), symbol)
    builder = ir.IRBuilder(function.append_basic_block())
    unpack = _Unpack(context, builder, function.args[0])
    arguments = [unpack.value(kind) for kind in described.argtypes]
    status, value = context.call_conv.call_function(
        builder,
        context.declare_function(module, described),
        described.restype,
        described.argtypes,
        arguments,
    )
    back = function.args[1]
    if described.restype is not types.none:
        wide = context.cast(builder, value, described.restype, types.int64)
        builder.store(wide, back)
    went_wrong = builder.ptrtoint(status.excinfoptr, _WORD)
    with builder.if_then(status.is_error, likely=False):
        builder.store(went_wrong, builder.gep(back, [ir.Constant(_WORD, 1)]))
    builder.ret(status.code)
    front.program.add_ir_module(module)


class _Unpack:
    """Takes values from a row of words, one after another."""

    def __init__(self, context: Any, builder: Any, words: Any) -> None:
        self.context, self.builder, self.words = context, builder, words
        self.taken = 0

    def word(self) -> Any:
        """The next word."""
        place = self.builder.gep(self.words, [ir.Constant(_WORD, self.taken)])
        self.taken += 1
        return self.builder.load(place)

    def value(self, kind: Any) -> Any:
        """The next value of a type."""
        if isinstance(kind, types.Array):
            return self._array(kind)
        if isinstance(kind, BaseTuple):
            parts = [self.value(part) for part in kind.types]
            return self.context.make_tuple(self.builder, kind, parts)
        if isinstance(kind, types.Record):
            return self.builder.inttoptr(self.word(), self.context.get_value_type(kind))
        if isinstance(kind, types.Integer | TablesType | PolicyType):
            return self.word()
        raise TypeError(f"{kind}: no entry point takes it")

    def _array(self, kind: Any) -> Any:
        array = make_array(kind)(self.context, self.builder)
        item = self.context.get_data_type(kind.dtype)
        populate_array(
            array,
            data=self.builder.inttoptr(self.word(), item.as_pointer()),
            shape=cgutils.pack_array(self.builder, [self.word() for _ in range(kind.ndim)]),
            strides=cgutils.pack_array(self.builder, [self.word() for _ in range(kind.ndim)]),
            itemsize=ir.Constant(_WORD, self.context.get_abi_sizeof(item)),
            meminfo=None,
        )
        return array._getvalue()
