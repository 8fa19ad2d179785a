"""Kernel functions as the compiler's front end sees them, each turned into one LLVM module.

A compiled function is called here by a `StandIn`: a value whose type knows, for the arguments it
meets, what it returns. Nothing is optimised or made native in this module; `compiler` does that
for all of them at once. Only `compiler` imports this module: it needs the compiler.
"""

import types as python_types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from llvmlite import ir  # type: ignore[import-untyped]
from numba.core import codegen, typed_passes, types, typing, untyped_passes
from numba.core.compiler import CompilerBase, Flags, compile_extra
from numba.core.compiler_lock import global_compiler_lock
from numba.core.compiler_machinery import PassManager
from numba.core.datamodel import models
from numba.core.imputils import lower_constant
from numba.core.registry import cpu_target
from numba.core.types.functions import BaseFunction
from numba.core.types.misc import unliteral
from numba.extending import register_model, typeof_impl
from numba.np import arrayobj

_TOGETHER = 24
_FLAGS: dict[str, Any] = {
    "nopython": True,
    "error_model": "numpy",
    "fastmath": False,
    "no_cpython_wrapper": True,
    "no_cfunc_wrapper": True,
}


class StandIn:
    """A kernel function, compiled for every set of arguments that a caller hands it.

    `argument_types` gives the type of each argument, None where it is what the caller hands over.
    """

    def __init__(
        self, function: Callable[..., Any], argument_types: list[Any], front: "FrontEnd"
    ) -> None:
        self.function = function
        self.argument_types = argument_types
        self.front = front
        self.compiled: dict[tuple[Any, ...], Any] = {}
        self.kind = StandInType(self)

    def specialise(self, met: tuple[Any, ...]) -> Any:
        """What was compiled for those argument types: made now where they are new."""
        if len(met) != len(self.argument_types):
            raise TypeError(f"{self.function.__qualname__}: {len(met)} arguments")
        wanted = tuple(
            unliteral(found) if fixed is None else fixed
            for fixed, found in zip(self.argument_types, met, strict=True)
        )
        if wanted not in self.compiled:
            self.compiled[wanted] = self.front.lower(self, wanted)
        return self.compiled[wanted]


class StandInType(types.Callable):
    """The type of one stand-in."""

    def __init__(self, stand_in: StandIn) -> None:
        self.stand_in = stand_in
        super().__init__(name=f"stand_in({stand_in.function.__qualname__}@{id(stand_in):x})")

    def get_call_type(self, _context: Any, args: Any, _kws: Any) -> Any:
        """The signature of a call with those arguments."""
        return self.stand_in.specialise(tuple(args)).signature

    def get_call_signatures(self) -> Any:
        """Those met so far."""
        return [made.signature for made in self.stand_in.compiled.values()], True

    def get_impl_key(self, _signature: Any) -> Any:
        """By what its implementations are found."""
        return self


register_model(StandInType)(models.OpaqueModel)


@typeof_impl.register(StandIn)  # type: ignore[untyped-decorator]
def _type_of_stand_in(stand_in: StandIn, _context: Any) -> StandInType:
    return stand_in.kind


@lower_constant(StandInType)  # type: ignore[untyped-decorator]
def _constant_stand_in(context: Any, _builder: Any, _kind: Any, _value: Any) -> Any:
    return context.get_dummy_value()


class PolicyType(types.Callable):
    """The type of a function that is handed over by its address; one signature."""

    def __init__(self, signature: Any) -> None:
        self.signature = signature
        super().__init__(name=f"policy({signature})")

    def get_call_type(self, _context: Any, args: Any, _kws: Any) -> Any:
        """Its one signature, bound to the address."""
        if len(args) != len(self.signature.args):
            raise TypeError(f"{self.name}: {len(args)} arguments")
        return typing.signature(self.signature.return_type, *self.signature.args, recvr=self)

    def get_call_signatures(self) -> Any:
        """The one it has."""
        return [self.signature], False

    def get_impl_key(self, _signature: Any) -> Any:
        """By what its implementation is found."""
        return self


@register_model(PolicyType)
class _PolicyModel(models.PrimitiveModel):  # type: ignore[misc]
    """One 64-bit address."""

    def __init__(self, manager: Any, kind: PolicyType) -> None:
        super().__init__(manager, kind, ir.IntType(64))


def _call_address(context: Any, builder: Any, signature: Any, args: Any) -> Any:
    address, *given = args
    returned, kinds = signature.return_type, signature.args[1:]
    convention = context.call_conv
    pointer = convention.get_function_type(returned, kinds).as_pointer()
    function = builder.inttoptr(address, pointer)
    status, value = convention.call_function(builder, function, returned, kinds, given)
    with builder.if_then(status.is_error, likely=False):
        convention.return_status_propagate(builder, status)
    return value


class _Passes(CompilerBase):  # type: ignore[misc]
    """The passes that a kernel function needs: it has no closures, `with`s or parallel loops."""

    def define_pipelines(self) -> list[Any]:
        """From bytecode to one LLVM module."""
        steps = PassManager("kernel")
        for step in (
            untyped_passes.TranslateByteCode,
            untyped_passes.FixupArgs,
            untyped_passes.IRProcessing,
            untyped_passes.RewriteSemanticConstants,
            untyped_passes.GenericRewrites,
            untyped_passes.ReconstructSSA,
            typed_passes.NopythonTypeInference,
            typed_passes.PreLowerStripPhis,
            typed_passes.NativeLowering,
            typed_passes.NoPythonBackend,
        ):
            steps.add_pass(step, step.__name__)
        steps.finalize()
        return [steps]


class Program(codegen.CPUCodeLibrary):  # type: ignore[misc]
    """All functions in one LLVM module, not optimised until all are there.

    Linking a function into a module takes the longer the more is in it, so they come together a few
    at a time first.
    """

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._few: list[Any] = []

    def add_llvm_module(self, ll_module: Any) -> None:
        """Take in one more function."""
        self._optimize_functions(ll_module)
        self._few.append(ll_module)
        if len(self._few) == _TOGETHER:
            self._bring_in()

    def _bring_in(self) -> None:
        if self._few:
            first, *others = self._few
            for other in others:
                first.link_in(other)
            self._final_module.link_in(first)
            self._few.clear()

    def _optimize_functions(self, ll_module: Any) -> None:
        ll_module.data_layout = self._codegen._data_layout

    def whole(self) -> Any:
        """The module, with all that it calls linked in."""
        self._bring_in()
        seen = set()
        for library in self._linking_libraries:
            if library not in seen:
                seen.add(library)
                self._final_module.link_in(library._get_module_for_linking(), preserve=True)
        return self._final_module


class FrontEnd:
    """Types and lowers functions, without optimising: what it has made is in `made`."""

    def __init__(self, **flags: Any) -> None:
        self.flags = Flags()
        cpu_target.options.parse_as_flags(self.flags, {**_FLAGS, **flags})
        self.flags.no_compile = True
        self.flags.nrt = False
        self.typing = cpu_target.typing_context
        self.target = cpu_target.target_context
        self.typing.refresh()
        self.target.refresh()
        self.program = Program(self.target.codegen(), "kernel")
        self.made: list[Any] = []
        self._resolved: dict[Any, Any] = {}

    def policy_type(self, signature: Any) -> PolicyType:
        """The type of a function of that signature, handed over by its address."""
        kind = PolicyType(signature)
        self.target.insert_func_defn([(_call_address, kind, (kind, *signature.args))])
        return kind

    def lower(self, stand_in: StandIn, wanted: tuple[Any, ...]) -> Any:
        """One function for one set of argument types."""
        with (
            global_compiler_lock,
            _no_index_from_the_end(),
            _each_call_resolved_once(self._resolved),
        ):
            made = compile_extra(
                self.typing,
                self.target,
                stand_in.function,
                wanted,
                None,
                self.flags,
                {},
                library=self.program,
                pipeline_class=_Passes,
            )
        self.target.insert_user_function(stand_in.kind, made.fndesc)
        self.made.append(made)
        return made


@contextmanager
def _no_index_from_the_end() -> Iterator[None]:
    """Take every index as it is: the kernel never counts from the end of a table.

    Asking of each index whether it is negative took a third of all time. The bounds-checked build
    refuses negative indexes like those that are too large.
    """
    before = arrayobj.fix_integer_index
    arrayobj.fix_integer_index = _index_as_it_is
    try:
        yield
    finally:
        arrayobj.fix_integer_index = before


@contextmanager
def _each_call_resolved_once(resolved: dict[Any, Any]) -> Iterator[None]:
    """Remember what a call of one of the compiler's own functions returns for which arguments.

    The kernel's functions ask thirty thousand times for a few hundred.
    """
    functions: Any = BaseFunction
    before = functions.get_call_type

    def remembered(function: Any, context: Any, args: Any, kws: Any) -> Any:
        call = (function.key, args, tuple(sorted(kws.items())))
        if call not in resolved:
            resolved[call] = before(function, context, args, kws)
        return resolved[call]

    functions.get_call_type = remembered
    try:
        yield
    finally:
        functions.get_call_type = before


def _index_as_it_is(context: Any, builder: Any, kind: Any, index: Any, _size: Any) -> Any:
    return context.cast(builder, index, kind, types.intp if kind.signed else types.uintp)


def with_globals(function: Callable[..., Any], replaced: dict[str, Any]) -> Callable[..., Any]:
    """A copy of a function that finds other things under some names."""
    copy = python_types.FunctionType(
        function.__code__,
        {**function.__globals__, **replaced},
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    copy.__qualname__ = function.__qualname__
    copy.__module__ = function.__module__
    return copy
