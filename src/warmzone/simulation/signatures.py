"""What the compiled entry points take, and building them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from warmzone.kernel.outcomes import OUTCOME
from warmzone.kernel.view import View, view_of
from warmzone.simulation import branch
from warmzone.simulation.branch import Branch
from warmzone.simulation.layout import new_buffer, view_state
from warmzone.simulation.lower import Prepared
from warmzone.simulation.rollout import Crew, Decide
from warmzone.simulation.worlds import Place, example_walk

if TYPE_CHECKING:
    from warmzone.kernel.compiler import Compiler

CREW_PARAMETERS = 32


@dataclass(frozen=True, slots=True)
class Progress:
    """How far compiling is: `done` of `total` parts."""

    done: int
    total: int
    part: str


def described(prepared: Prepared) -> str:
    """The tables that compiled code takes, as text: rows and dimensions, no sizes."""
    buffer = new_buffer(prepared.layout)
    state = view_state(prepared.layout, buffer)
    told = [
        f"{name}: {table.dtype.descr} {table.dtype.alignment} {table.ndim}"
        for tables in (state, prepared.world)
        for name, table in zip(tables._fields, tables, strict=True)
    ]
    return "\n".join([*told, str(OUTCOME.descr), str(View._fields), str(Crew._fields)])


def build(
    prepared: Prepared,
    entries: dict[str, Callable[..., Any]],
    policies: tuple[Decide, ...],
    report: Callable[[Progress], None],
    flags: dict[str, Any],
) -> tuple[bytes, dict[str, str]]:
    """Compile entry points and policies: machine code, and the symbol of each part."""
    from warmzone.kernel.compiler import Compiler

    compiler = Compiler(**flags)
    types = _types(prepared, compiler)
    signatures = _signatures(compiler, types)
    total = len(entries) + len(policies) + 1
    symbols: dict[str, str] = {}
    for policy in policies:
        report(Progress(len(symbols), total, f"policy {policy.__name__}"))
        symbols[f"policy {policy.__name__}"] = compiler.policy(policy, types["decide"])
    for name, function in entries.items():
        report(Progress(len(symbols), total, name))
        symbols[name] = compiler.entry(name, function, signatures[name])
    report(Progress(len(symbols), total, "machine code"))
    code = compiler.code()
    report(Progress(total, total, "ready"))
    return code, symbols


def _types(prepared: Prepared, compiler: "Compiler") -> dict[str, Any]:
    buffer = new_buffer(prepared.layout)
    state = view_state(prepared.layout, buffer)
    crew = Crew(np.zeros(CREW_PARAMETERS), np.zeros(CREW_PARAMETERS))
    view = view_of(state, prepared.world, 0, 0)
    int64 = compiler.numba.int64
    types = {
        "state": compiler.tables_type(state),
        "world": compiler.tables_type(prepared.world),
        "view": compiler.type_of(view),
        "crew": compiler.type_of(crew),
        "order": compiler.numba.types.UniTuple(int64, 6),
        "orders": compiler.type_of(state.orders),
        "memory": compiler.type_of(state.memory[0]),
        "parameters": compiler.type_of(crew.tactical),
        "seeds": compiler.type_of(np.zeros(1, np.uint64)),
        "buffer": compiler.type_of(buffer),
        "outcomes": compiler.type_of(np.zeros(1, OUTCOME)),
        "outcome": compiler.numba.from_dtype(OUTCOME),
        "branch": compiler.type_of(_branch(buffer, state.memory[0])),
        "walk": compiler.tables_type(example_walk(buffer)),
    }
    types["decide"] = int64(types["view"], types["parameters"], types["memory"], types["orders"])
    types["policy"] = compiler.policy_type(types["decide"])
    compiler.known[View] = types["view"]
    return types


def _branch(buffer: np.ndarray, memory: np.ndarray) -> Branch:
    words = np.zeros(1, np.int64)
    return Branch(buffer, branch.empty_script(1), memory, words, words)


def _signatures(compiler: "Compiler", types: dict[str, Any]) -> dict[str, Any]:
    numba = compiler.numba
    int64, void, uint64 = numba.int64, numba.void, numba.uint64
    tables = (types["state"], types["world"])
    crew = (types["policy"], types["policy"], types["crew"])
    rows = (types["buffer"], types["outcomes"])
    place = numba.types.NamedTuple((types["state"], types["buffer"]), Place)
    return {
        "begin": void(*tables, uint64, int64),
        "check_order": int64(*tables, types["order"]),
        "append_order": int64(types["state"], types["order"], int64),
        "give": void(*tables, int64, int64),
        "settle": void(*tables, int64, types["outcome"]),
        "play": int64(*tables, *crew, int64),
        "play_many": int64(*tables, *crew, types["seeds"], *rows),
        "continue_many": int64(*tables, *crew, types["branch"], *rows),
        "walk_on": int64(place, types["world"], *crew, types["walk"], place),
    }
