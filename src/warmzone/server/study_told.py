"""What a study found, as plain values for the browser: words, tables, pictures, provenance."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warmzone.measures import MEASURES
from warmzone.studies.claims.drawing import forest
from warmzone.studies.claims.found import HEADS, cells, tells
from warmzone.studies.store import PROVENANCE
from warmzone.studies.verification.report import Picture, Table

if TYPE_CHECKING:
    from warmzone.studies.claims.suite import Claim
    from warmzone.studies.conduct import Conducted
    from warmzone.studies.lowered import Lowered

NOT_LIVE = "For training and planning; not for use in a live incident."
READING = (
    "Mean; then 95 % of its expected values over the ranges of evidence and the physiologies, luck "
    "taken out; then what the luck of these incidents adds to the mean, and the half-width of the "
    "mean over both. Fewer or more is said only where that last interval excludes nought. In the "
    "pictures: grey bar, 95 % over evidence; stroke, interval of the mean; disc fewer, cross more, "
    "hollow square not told from nought."
)


def claim_told(claim: "Claim", folder: Path) -> dict[str, Any]:
    """One study of the claim, with its verdict."""
    found = claim.found
    words = {
        "title": found.title,
        "question": found.question.strip(),
        "verdict": found.verdict,
        "why": found.why,
        "sentences": list(found.sentences),
    }
    return {
        **words,
        **_shown(found.tables, found.pictures),
        **_made(claim.lowered, claim.conducted, folder),
    }


def study_told(lowered: "Lowered", found: "Conducted", folder: Path) -> dict[str, Any]:
    """A study without a verdict: every measure of every arm against the first."""
    study, summary = lowered.study, found.summary
    tables, pictures, sentences = [], [], []
    for name in study.measures:
        measure = next(each for each in MEASURES if each.name == name)
        others = [arm.id for arm in study.arms if arm.id != summary.reference]
        off = [(arm, summary.differences[arm, name]) for arm in others]
        known = [(arm, each) for arm, each in off if each.draws > 0]
        own = summary.arms[summary.reference, name]
        rows = [cells(f"{summary.reference} (itself)", own, difference=False)]
        rows += [cells(f"{arm} against {summary.reference}", each) for arm, each in known]
        heads = (f"{measure.label}, {measure.unit}", *HEADS[1:])
        tables.append(Table(heads, tuple(rows)))
        if known:
            against = f"{measure.unit} against {summary.reference}"
            pictures.append(forest(measure.label, known, against))
        told = ", ".join(f"{arm} {tells(each)}" for arm, each in known)
        sentences.append(f"{measure.label} against {summary.reference}: {told or 'never'}.")
    words = {
        "title": study.name,
        "question": study.question.strip(),
        "verdict": "",
        "why": sentences[0],
        "sentences": sentences[1:],
    }
    return {**words, **_shown(tables, pictures), **_made(lowered, found, folder)}


def _shown(tables: "list[Table] | tuple[Table, ...]", pictures: Any) -> dict[str, Any]:
    drawn: list[Picture] = list(pictures)
    return {
        "tables": [
            {"heads": list(one.heads), "rows": [list(row) for row in one.rows]} for one in tables
        ],
        "pictures": [{"svg": one.svg, "says": one.says} for one in drawn],
        "reading": READING,
        "notice": NOT_LIVE,
    }


def _made(lowered: "Lowered", found: "Conducted", folder: Path) -> dict[str, Any]:
    """What it was made with, and every number that was uncertain."""
    from warmzone.studies.ranges import ranges_told

    kept = json.loads((folder / PROVENANCE).read_text(encoding="utf-8"))
    plain = {
        name.replace("_", " "): json.dumps(value) if isinstance(value, dict) else str(value)
        for name, value in kept.items()
    }
    return {
        "study": lowered.study.id,
        "incidents": found.incidents,
        "points": found.points,
        "provenance": plain,
        "uncertain": ranges_told(lowered.study),
    }
