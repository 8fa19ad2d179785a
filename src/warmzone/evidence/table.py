"""Reading a table of evidence as it ships."""

import csv
from importlib.resources import files


def text(name: str) -> str:
    """The whole of a table; `name` is the file's."""
    return files("warmzone.evidence").joinpath("tables", name).read_text(encoding="utf-8")


def lines(name: str) -> list[dict[str, str]]:
    """Every line of a table by its column names; `name` is the file's."""
    return list(csv.DictReader(text(name).splitlines()))
