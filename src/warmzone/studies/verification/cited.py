"""Evidence rows that cite the very study they are compared with: they count as fitted."""

from warmzone.evidence.rows import world_rows, wound_rows
from warmzone.evidence.table import lines
from warmzone.studies.verification.result import Chosen, Parameter

WORDS: dict[str, tuple[str, ...]] = {
    "bachman-2019": ("Bachman 2019",),
    "hirshberg-2005": ("Hirshberg 2005",),
    "east-2021": ("EAST 2021",),
    "pulse-2020": ("J Trauma 2020;88",),
    "webster-2021": ("Webster 2021",),
    "fbi-2014": ("Blair and Schweit 2014", "FBI"),
    "winter-2022": ("Winter 2022",),
    "rpm-own": (),
    "timelines": (),
    "hypotheses": (),
}
"""How the evidence tables name each study."""


CHOSEN: Chosen = "from this source"


def cited_by_evidence(family: str) -> tuple[Parameter, ...]:
    """Every row of the world's tables whose source or note names the family's study."""
    found = [
        Parameter(row.name, row.value, row.unit, row.low, row.high, CHOSEN, family, row.note)
        for row in world_rows().values()
        if _names(family, row.source, row.note)
    ]
    for wound in wound_rows().values():
        if _names(family, wound.source, wound.note):
            rate = wound.numbers["rate_per_min"]
            low, high = wound.numbers["rate_low"], wound.numbers["rate_high"]
            name = f"wound {wound.wound}"
            found.append(Parameter(name, rate, "1/min", low, high, CHOSEN, family, wound.note))
    for line in lines("wounding.csv"):
        if _names(family, line["source"], line["note"]):
            value, low, high = (float(line[column]) for column in ("value", "low", "high"))
            name = f"wounding {line['name']}"
            unit = "min" if line["name"].endswith("_min") else "1"
            found.append(Parameter(name, value, unit, low, high, CHOSEN, family, line["note"]))
    return tuple(found)


def _names(family: str, *texts: str) -> bool:
    return any(word in text for word in WORDS[family] for text in texts)
