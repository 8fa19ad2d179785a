"""What runs the kernel: plain Python at once, or the compiled twin once it is built."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warmzone.kernel.fingerprint import fingerprint
from warmzone.kernel.native import Handle, Native
from warmzone.kernel.orders import append_order, give
from warmzone.kernel.outcomes import settle
from warmzone.kernel.refusals import check_order
from warmzone.kernel.setup import begin
from warmzone.simulation import branch, rollout, worlds
from warmzone.simulation.compile_cache import Kept, cache_home, kept_or_made
from warmzone.simulation.lower import Prepared
from warmzone.simulation.rollout import Decide
from warmzone.simulation.signatures import Progress, build, described

ENTRIES: dict[str, Callable[..., Any]] = {
    "begin": begin,
    "check_order": check_order,
    "append_order": append_order,
    "give": give,
    "settle": settle,
    "play": rollout.play,
    "play_many": rollout.play_many,
    "continue_many": branch.continue_many,
    "walk_on": worlds.walk_on,
}
"""The entry points, by name."""


@dataclass(frozen=True)
class Machine:
    """The entry points of the kernel.

    `policy` gives the form of a policy that this machine calls, `tables` the form of a state or
    world that it takes; `cached` says whether it was read from the compile cache.
    """

    name: str
    begin: Callable[..., Any]
    play: Callable[..., Any]
    play_many: Callable[..., Any]
    continue_many: Callable[..., Any]
    walk_on: Callable[..., Any]
    check_order: Callable[..., Any]
    give: Callable[..., Any]
    settle: Callable[..., Any]
    policy: Callable[[Decide], Any]
    tables: Callable[[Any], Any]
    cached: bool = False


def _give(state: Any, world: Any, order: tuple[int, int, int, int, int, int], now: int) -> None:
    give(state, world, append_order(state, order, now), now)


PLAIN = Machine(
    "plain",
    begin,
    rollout.play,
    rollout.play_many,
    branch.continue_many,
    worlds.walk_on,
    check_order,
    _give,
    settle,
    lambda policy: policy,
    lambda tables: tables,
)


def machine_directory(prepared: Prepared, policies: tuple[Decide, ...], **flags: Any) -> Path:
    """Where the compiled machine is kept: named after all that it is made from, as imported."""
    functions = [*ENTRIES.values(), *policies]
    return cache_home() / fingerprint(functions, described(prepared), **flags)


def compile_machine(
    prepared: Prepared,
    policies: tuple[Decide, ...],
    report: Callable[[Progress], None] = lambda _progress: None,
    **flags: Any,
) -> Machine:
    """The compiled machine: read from the cache, or built and kept. One fits every scenario.

    `report` is told of each part that is built; `flags` go to the compiler (`boundscheck=True`).
    """
    directory = machine_directory(prepared, policies, **flags)
    kernel, cached = kept_or_made(
        directory, lambda: Kept(*build(prepared, ENTRIES, policies, report, flags))
    )
    return _loaded(kernel, policies, cached=cached)


def _loaded(kernel: Kept, policies: tuple[Decide, ...], *, cached: bool) -> Machine:
    native = Native(kernel.code)
    entries = {name: native.entry(kernel.symbols[name]) for name in ENTRIES}
    twins = {one: native.address(kernel.symbols[f"policy {one.__name__}"]) for one in policies}

    def give_compiled(state: Any, world: Any, order: tuple[int, ...], now: int) -> None:
        entries["give"](state, world, entries["append_order"](state, order, now), now)

    return Machine(
        "compiled",
        entries["begin"],
        entries["play"],
        entries["play_many"],
        entries["continue_many"],
        entries["walk_on"],
        entries["check_order"],
        give_compiled,
        entries["settle"],
        lambda policy: twins[policy],
        Handle,
        cached,
    )
