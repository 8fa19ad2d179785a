"""The commanders that a search found: their rules as data, and what the search showed of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("optimised.json")
"""Written by `python -m tools.optimised` from a run of `warmzone study optimise`, never by hand."""

_SHOWN = {
    "fewer": "shown better than hand-written interior where nothing was searched",
    "more": "shown worse than hand-written interior where nothing was searched",
    "cannot tell": "not shown to be better than hand-written interior",
}


@dataclass(frozen=True, slots=True)
class Searched:
    """A commander of a search: the hand-written one it began from, and the rules that were moved.

    `tells` says of its savable deaths against hand-written `interior` in the final test: fewer,
    more, or cannot tell.
    """

    name: str
    base: str
    family: str
    rules: Mapping[str, float]
    tells: str

    @property
    def shown(self) -> str:
        """What the final test showed, in words."""
        return _SHOWN[self.tells]

    @property
    def description(self) -> str:
        """What it is, with what was shown of it."""
        return f"the rules that a search found for {self.base}; {self.shown}"


@cache
def search_told() -> dict[str, Any]:
    """Everything that is kept of the search that shipped."""
    told: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return told


@cache
def searched() -> dict[str, Searched]:
    """The commanders of the search that shipped, by name."""
    return {
        name: Searched(name, one["base"], one["family"], one["rules"], one["tells"])
        for name, one in search_told()["commanders"].items()
    }
