"""Reading a table of evidence as it ships."""

import csv
from importlib.resources import files


def lines(name: str) -> list[dict[str, str]]:
    """Every line of a table by its column names; `name` is the file's."""
    text = files("warmzone.evidence").joinpath("tables", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
