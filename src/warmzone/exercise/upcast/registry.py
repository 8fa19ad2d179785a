"""The steps from one version of an event's shape to the next."""

from collections.abc import Callable, Mapping
from typing import Any

Upcast = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes the fields of version n, gives those of version n + 1."""

Upcasts = Mapping[tuple[str, int], Upcast]
"""By (kind, n). A kind without a step for n did not change between n and n + 1."""


def upcast(
    kind: str, version: int, fields: dict[str, Any], until: int, upcasts: Upcasts
) -> dict[str, Any]:
    """The fields of a payload carried step by step from `version` to `until`."""
    for step in range(version, until):
        change = upcasts.get((kind, step))
        if change is not None:
            fields = change(dict(fields))
    return fields
