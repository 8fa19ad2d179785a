"""What runs the kernel: plain Python at once, or the compiled twins once they are built."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from warmzone.kernel.compiled import Compiler, cache_directory
from warmzone.kernel.orders import append_order, give
from warmzone.kernel.outcomes import OUTCOME, settle
from warmzone.kernel.refusals import check_order
from warmzone.kernel.setup import begin
from warmzone.kernel.view import View, view_of
from warmzone.simulation import branch, rollout
from warmzone.simulation.branch import Branch
from warmzone.simulation.compile_cache import forget_old
from warmzone.simulation.layout import new_buffer, view_state
from warmzone.simulation.lower import Prepared
from warmzone.simulation.rollout import Crew, Decide

CREW_PARAMETERS = 32


@dataclass(frozen=True)
class Machine:
    """The entry points of the kernel.

    `policy` gives the form of a policy that this machine calls, `tables` the form of a state or
    world that it takes.
    """

    name: str
    begin: Callable[..., Any]
    play: Callable[..., Any]
    play_many: Callable[..., Any]
    continue_many: Callable[..., Any]
    check_order: Callable[..., Any]
    give: Callable[..., Any]
    settle: Callable[..., Any]
    policy: Callable[[Decide], Any]
    tables: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far compiling is: `done` of `total` parts."""

    done: int
    total: int
    part: str


def _give(state: Any, world: Any, order: tuple[int, int, int, int, int, int], now: int) -> None:
    give(state, world, append_order(state, order, now), now)


PLAIN = Machine(
    "plain",
    begin,
    rollout.play,
    rollout.play_many,
    branch.continue_many,
    check_order,
    _give,
    settle,
    lambda policy: policy,
    lambda tables: tables,
)


def compile_machine(
    prepared: Prepared,
    policies: tuple[Decide, ...],
    report: Callable[[Progress], None] = lambda _progress: None,
    **flags: Any,
) -> Machine:
    """Build the compiled machine: every part for one signature. Any scenario gives the same types.

    `report` is told of each part; `flags` go to the compiler (`boundscheck=True`).
    """
    forget_old(cache_directory())
    compiler = Compiler(**flags)
    types = _types(prepared, compiler)
    total = len(policies) + 7
    built: dict[str, Any] = {}
    parts = _parts(compiler, types, policies)
    for done, (name, function, signature) in enumerate(parts):
        report(Progress(done, total, name))
        built[name] = compiler.build(function, signature)
    report(Progress(total, total, "ready"))
    twins = {policy: built[f"policy {policy.__name__}"] for policy in policies}

    def give_compiled(state: Any, world: Any, order: tuple[int, ...], now: int) -> None:
        built["give"](state, world, built["append_order"](state, order, now), now)

    return Machine(
        "compiled",
        built["begin"],
        built["play"],
        built["play_many"],
        built["continue_many"],
        built["check_order"],
        give_compiled,
        built["settle"],
        lambda policy: twins[policy],
        lambda tables: compiler.handle(tables),
    )


def _types(prepared: Prepared, compiler: Compiler) -> dict[str, Any]:
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
    }
    types["decide"] = int64(types["view"], types["parameters"], types["memory"], types["orders"])
    types["policy"] = compiler.function_type(types["decide"])
    compiler.known[View] = types["view"]
    return types


def _branch(buffer: np.ndarray, memory: np.ndarray) -> Branch:
    words = np.zeros(1, np.int64)
    return Branch(buffer, branch.empty_script(1), memory, words, words)


def _parts(
    compiler: Compiler, types: dict[str, Any], policies: tuple[Decide, ...]
) -> list[tuple[str, Callable[..., Any], Any]]:
    numba = compiler.numba
    int64, void, uint64 = numba.int64, numba.void, numba.uint64
    state, world, policy, crew = types["state"], types["world"], types["policy"], types["crew"]
    parts: list[tuple[str, Callable[..., Any], Any]] = [
        ("begin", begin, void(state, world, uint64, int64)),
        ("check_order", check_order, int64(state, world, types["order"])),
        ("append_order", append_order, int64(state, types["order"], int64)),
        ("give", give, void(state, world, int64, int64)),
        ("settle", settle, void(state, world, int64, types["outcome"])),
    ]
    parts += [(f"policy {policy.__name__}", policy, types["decide"]) for policy in policies]
    players = (state, world, policy, policy, crew)
    rows = (types["buffer"], types["outcomes"])
    parts += [
        ("play", rollout.play, int64(*players, int64)),
        ("play_many", rollout.play_many, int64(*players, types["seeds"], *rows)),
        ("continue_many", branch.continue_many, int64(*players, types["branch"], *rows)),
    ]
    return parts
