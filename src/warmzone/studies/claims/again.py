"""Playing the claim again from what a run kept, and holding the tables against each other."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from warmzone.scenario.problems import Invalid, Problem
from warmzone.studies.claims.suite import FOLDER, READERS
from warmzone.studies.lowered import lower_study
from warmzone.studies.provenance import identity_of
from warmzone.studies.store import PROVENANCE, STUDY
from warmzone.studies.study import Study
from warmzone.studies.study_file import Opened, open_values

KEPT = "claims.json"

Same = Literal["the same", "other tables", "not told then"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A run of the claim as its folder has it: which studies, and what it told of them."""

    folder: Path
    names: tuple[str, ...]
    told: Mapping[str, Any]

    @property
    def deviations(self) -> list[str]:
        """What that run did otherwise than the plan."""
        return [str(each) for each in self.told["deviations"]]


def open_kept(place: Path) -> Kept:
    """The run in a folder, or of the `provenance.json` of one of its studies; or raise Invalid."""
    folder = place.parent.parent if place.name == PROVENANCE else place
    names = tuple(name for name in READERS if (folder / name / PROVENANCE).is_file())
    try:
        told = json.loads((folder / KEPT).read_text(encoding="utf-8"))
        known = isinstance(told["studies"], list) and isinstance(told["deviations"], list)
    except (OSError, ValueError, KeyError, TypeError):
        known = False
    if not (known and names):
        found = f"no {KEPT} with studies of the claim beside it"
        allowed = "a folder that warmzone study claims wrote"
        raise Invalid([Problem(str(place), "", found, allowed)])
    if place.name == PROVENANCE:
        names = (place.parent.name,)
    return Kept(folder, names, told)


def open_again(kept: Kept, name: str) -> Opened:
    """A study exactly as it was played; raise Invalid where this program would play another."""
    place = kept.folder / name
    try:
        study = msgspec.json.decode((place / STUDY).read_bytes(), type=Study)
        was = json.loads((place / PROVENANCE).read_text(encoding="utf-8"))
    except (OSError, ValueError, msgspec.ValidationError):
        allowed = f"{STUDY} and {PROVENANCE} as they were written"
        raise Invalid([Problem(str(place), "", "a study that cannot be read", allowed)]) from None
    opened = open_values(study, FOLDER / f"{name}.toml")
    now = json.loads(json.dumps(identity_of(lower_study(opened))))
    problems = [
        Problem(str(place), key, f"{was.get(key)}", f"{value}, which is what this program plays")
        for key, value in now.items()
        if was.get(key) != value and not isinstance(value, dict)
    ]
    if not problems and was.get("scenario_digests") != now["scenario_digests"]:
        problems = [Problem(str(place), "scenario_digests", "other worlds", "the same worlds")]
    if problems:
        raise Invalid(problems)
    return opened


def tables_digest(study: Mapping[str, Any]) -> str:
    """A digest of all that a study's tables and sentences say."""
    said = {key: study[key] for key in ("verdict", "why", "sentences", "tables")}
    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def compared(kept: Kept, told: Mapping[str, Any]) -> list[tuple[str, Same, str]]:
    """For every study played again: its id, whether its tables are the same, their digest now."""
    before = {each["id"]: tables_digest(each) for each in kept.told["studies"]}
    found: list[tuple[str, Same, str]] = []
    for each in told["studies"]:
        now, was = tables_digest(each), before.get(each["id"])
        same: Same = "the same" if now == was else "other tables"
        found.append((each["id"], "not told then" if was is None else same, now))
    return found
