"""Where a study keeps what it has played: a folder of parts, each whole or not there."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from warmzone.kernel.outcomes import OUTCOME
from warmzone.scenario.problems import Invalid, Problem
from warmzone.studies.lowered import ROW, Lowered, Part

PROVENANCE = "provenance.json"
STUDY = "study.json"


@dataclass(frozen=True, slots=True)
class Store:
    """A study's folder. `identity` is what must be the same for its parts to be gone on with."""

    folder: Path

    def open(self, identity: dict[str, Any], lowered: Lowered) -> None:
        """Make the folder, or find the same study begun there; raise Invalid for another's."""
        parts = self.folder / "parts"
        kept = self.folder / PROVENANCE
        if kept.exists():
            self._check(kept, identity)
        elif parts.exists() and any(parts.iterdir()):
            raise _other(self.folder, "parts of which nothing is known")
        parts.mkdir(parents=True, exist_ok=True)
        for left in parts.glob("*.tmp"):
            left.unlink()
        _write(self.folder / STUDY, msgspec.json.format(msgspec.json.encode(lowered.study)))
        if not kept.exists():
            self.note({**identity, "finished": False})

    def _check(self, kept: Path, identity: dict[str, Any]) -> None:
        try:
            told = json.loads(kept.read_text(encoding="utf-8"))
        except ValueError:
            raise _other(self.folder, f"{PROVENANCE} that cannot be read") from None
        plain = json.loads(json.dumps(identity))
        for name, value in plain.items():
            if not isinstance(told, dict) or told.get(name) != value:
                raise _other(self.folder, f"a study of another {name.replace('_', ' ')}")

    def note(self, provenance: dict[str, Any]) -> None:
        """Write what the parts were made with."""
        text = json.dumps(provenance, indent=2, ensure_ascii=False) + "\n"
        _write(self.folder / PROVENANCE, text.encode())

    def path_of(self, part: Part) -> Path:
        """The file of a part."""
        return self.folder / "parts" / f"points-{part.first:09d}-{part.end:09d}.parquet"

    def has(self, part: Part) -> bool:
        """Whether a part has been played."""
        return self.path_of(part).exists()

    def write(self, part: Part, rows: np.ndarray) -> None:
        """Keep a part: the file appears whole or not at all."""
        path = self.path_of(part)
        unfinished = path.with_suffix(".tmp")
        as_table(rows).write_parquet(unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)

    def read(self, part: Part, fields: Sequence[str] | None = None) -> np.ndarray:
        """The rows of a part: ROW[n]; of the outcome only `fields` where they are named."""
        import polars

        columns = None if fields is None else list(fields)
        return from_table(polars.read_parquet(self.path_of(part), columns=columns))

    def parts(self) -> Iterator[Part]:
        """The parts that were played, by their points."""
        for path in sorted((self.folder / "parts").glob("points-*.parquet")):
            _, first, end = path.stem.split("-")
            yield Part(int(first), int(end))


def as_table(rows: np.ndarray) -> Any:
    """ROW[n] as a polars frame, one column for each key and field of an outcome."""
    import polars

    keys = {name: rows[name] for name in ROW.names or () if name != "outcome"}
    fields = {name: rows["outcome"][name] for name in OUTCOME.names or ()}
    columns = {name: np.ascontiguousarray(values) for name, values in (keys | fields).items()}
    return polars.DataFrame(columns)


def from_table(table: Any) -> np.ndarray:
    """The rows of a frame that `as_table` made."""
    rows = np.zeros(len(table), ROW)
    for name in table.columns:
        target = rows["outcome"] if name in (OUTCOME.names or ()) else rows
        target[name] = table[name].to_numpy()
    return rows


def _write(path: Path, data: bytes) -> None:
    unfinished = path.with_suffix(path.suffix + ".tmp")
    unfinished.write_bytes(data)
    unfinished.replace(path)


def _other(folder: Path, found: str) -> Invalid:
    allowed = "an empty folder, or the one in which this very study was begun"
    return Invalid([Problem(str(folder), "", found, allowed)])
