"""Which incidents a final test has looked at before: written down beside the design, for good.

Whoever searches again after seeing a test has searched on it too. So every look is written down
before it is taken, by what the incidents hold and not by their names, and a search says which of
its test's incidents an earlier one has seen.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from warmzone.scenario.incident import Scenario

ENDING = ".looks.json"

Look = dict[str, Any]
"""Which results and search it was, and the digests of the incidents of its test by id."""


def looks_path(design: Path) -> Path:
    """Where the looks of a design are written down."""
    return design.with_suffix(ENDING)


def looks_of(design: Path) -> list[Look]:
    """Every look so far."""
    path = looks_path(design)
    if not path.is_file():
        return []
    found: list[Look] = json.loads(path.read_text(encoding="utf-8"))
    return found


def digest_of(scenario: Scenario) -> str:
    """What an incident holds, whatever it is called."""
    nameless = msgspec.structs.replace(scenario, id="", name="", summary="")
    return hashlib.blake2b(msgspec.json.encode(nameless), digest_size=16).hexdigest()


def take_look(design: Path, look: Look) -> tuple[list[Look], bool]:
    """Write a look down; earlier ones at the same incidents, and whether it could be written.

    The same search of the same results may look again: it sees what it saw.
    """
    so_far = looks_of(design)
    if look not in so_far:
        text = json.dumps([*so_far, look], indent=1) + "\n"
        try:
            looks_path(design).write_text(text, encoding="utf-8")
        except OSError:
            return _seen(so_far, look), False
    return _seen(so_far, look), True


def _seen(so_far: Sequence[Look], look: Look) -> list[Look]:
    own = set(look["incidents"].values())
    return [each for each in so_far if each != look and own & set(each["incidents"].values())]


def plural(searches: int) -> str:
    """So many searches."""
    return "one search" if searches == 1 else f"{searches} searches"


def said(seen: Sequence[Look], written: bool, design_digest: str = "") -> str:
    """How fresh a test was, in a sentence.

    A search of the same design on another world looked at its test too, but no part of the design
    was chosen after that.
    """
    if seen and all(each["design_digest"] == design_digest for each in seen):
        worlds = ", ".join(sorted({each["results_version"] for each in seen}))
        return (
            f"No search of another design looked at an incident of this test; this design was "
            f"played before on another world (results {worlds}), and was not changed after that."
        )
    if seen:
        who = ", ".join(sorted({each["results_version"] for each in seen}))
        return (
            f"Incidents of this test were looked at before by {plural(len(seen))} (results "
            f"{who}): its intervals are narrower than they should be."
        )
    told = "No incident of this test was looked at by any search before"
    return f"{told}." if written else f"{told}, as far as is known here: this look is not kept."
