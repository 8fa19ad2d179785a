"""The report on the claim: what each study found, including where the claim fails."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from warmzone.evidence.rows import evidence_digest
from warmzone.evidence.skills import skill_rows
from warmzone.simulation.results import version
from warmzone.studies.claims.frequency import Rates, side_by_side, turning_point
from warmzone.studies.claims.suite import PLAN, Claim
from warmzone.studies.design import ranges_of, study_ranges
from warmzone.studies.verification.report import Report, Section, Table

TITLE = "Is command the right focus?"
_ITEM = re.compile(r"\n\n|\n(?=- |\d\. )")
NOT_LIVE = "For training and planning; not for use in a live incident."
READING = (
    "A number is savable deaths per incident unless it says otherwise; less is better. Mean; in "
    "the third column 95 % of its expected values over the ranges of evidence, the rows of the "
    "table of skills and three physiologies, with the luck that is surely in them taken out; what "
    "the luck of these incidents adds to the mean; the half-width of the mean over both. Fewer or "
    "more is said only where that last interval excludes nought."
)
LEGEND = (
    "In the pictures: grey bar, 95 % over evidence and physiologies; stroke, interval of the mean; "
    "disc fewer, cross more, hollow square not told from nought."
)


def report_of(
    claims: Sequence[Claim], deviations: Sequence[str], rates: Rates | None = None
) -> Report:
    """Put the studies into words, tables and pictures.

    `rates` is how often an officer meets each kind of incident in a year, where that is known.
    """
    verdicts = Table(
        ("Study", "Verdict", "Why"),
        tuple((each.found.title, each.found.told, each.found.why) for each in claims),
        2,
    )
    sections = [_section(each) for each in claims]
    sections += [_frequencies(claims, rates), _assumptions(claims), _plan(deviations)]
    closing = (
        f"Results {version()}, evidence {evidence_digest()}. Every number comes from the folder of "
        "its study: parts, seeds and provenance.json stand there; warmzone study claims into the "
        "same folder reads them again."
    )
    otherwise = f"This run: {'; '.join(deviations)}. " if deviations else ""
    otherwise += "What was done otherwise than the plan is listed with it, at the end."
    opening = (*_opening(claims), otherwise, READING, LEGEND, NOT_LIVE)
    return Report(TITLE, "What was found", opening, verdicts, tuple(sections), closing)


def write_report(
    claims: Sequence[Claim],
    folder: Path,
    deviations: Sequence[str],
    rates: Rates | None = None,
) -> tuple[Path, ...]:
    """Write `claims.html`, `claims.pdf` and `claims.json` into the folder; returns their paths."""
    from warmzone.studies.verification.html_page import as_html
    from warmzone.studies.verification.pdf_pages import as_pdf

    report = report_of(claims, deviations, rates)
    paths = tuple(folder / f"claims.{ending}" for ending in ("html", "pdf", "json"))
    paths[0].write_text(as_html(report), encoding="utf-8")
    paths[1].write_bytes(as_pdf(report))
    text = json.dumps(told(claims, deviations), indent=1, ensure_ascii=False)
    paths[2].write_text(text + "\n", encoding="utf-8")
    return paths


def told(claims: Sequence[Claim], deviations: Sequence[str] = ()) -> dict[str, Any]:
    """Verdicts and tables as plain values: the same for the same studies, whoever played them."""
    return {
        "results_version": version(),
        "evidence_digest": evidence_digest(),
        "deviations": list(deviations),
        "studies": [
            {
                "id": each.lowered.study.id,
                "title": each.found.title,
                "digest": each.lowered.digest,
                "incidents": each.conducted.incidents,
                "verdict": each.found.verdict,
                "fragile": each.found.fragile,
                "why": each.found.why,
                "sentences": list(each.found.sentences),
                "tables": [
                    {"heads": list(table.heads), "rows": [list(row) for row in table.rows]}
                    for table in each.found.tables
                ],
            }
            for each in claims
        ],
    }


def _opening(claims: Sequence[Claim]) -> tuple[str, ...]:
    def named(verdict: str) -> str:
        numbers = [c.found.title.partition(" ")[0] for c in claims if c.found.verdict == verdict]
        return ", ".join(each.rstrip(".") for each in numbers) or "none"

    claim = (
        "The claim: at an active-shooter or mass-casualty incident the next hour of training saves "
        "more lives in command than in medical skill or in movement, and for one casualty without "
        "a threat it does not. By the rules of a plan written before the first run:"
    )
    verdicts = (
        f"Studies that speak for it: {named('speaks for the claim')}. Studies in which it fails: "
        f"{named('the claim fails')}. Studies that cannot tell: {named('cannot tell')}. Studies "
        f"that describe and give no verdict: {named('no verdict')}. Fragile, as little would turn "
        f"them: {_fragile(claims)}."
    )
    caution = (
        "No study shows what police command training does to outcomes. What is computed follows "
        "from this model and from ranges, most of them assumptions, that are listed at the end."
    )
    return (claim, verdicts, caution)


def _fragile(claims: Sequence[Claim]) -> str:
    fragile = [c.found.title.partition(" ")[0].rstrip(".") for c in claims if c.found.fragile]
    return ", ".join(fragile) or "none"


def _section(claim: Claim) -> Section:
    study, found = claim.lowered.study, claim.found
    size = (
        f"{claim.conducted.incidents:,} incidents: {claim.conducted.points} points of the design, "
        f"{study.repeats} at each, seeds from {study.seed}; study {study.id}, digest "
        f"{claim.lowered.digest}."
    )
    verdict = f"Verdict: {found.told}. {found.why}"
    sentences = (found.question.strip(), verdict, *found.sentences, rests_on(claim), size)
    return Section(found.title, sentences, found.tables, found.pictures)


def rests_on(claim: Claim) -> str:
    """What was varied in a study, and which of it is an assumption, where the verdict stands."""
    ranges = study_ranges(claim.lowered.study)
    assumed = [each.row.name for each in ranges if each.row.status == "assumption"]
    told = f"Varied here: {len(ranges)} numbers, of which {len(assumed)} are assumptions"
    return f"{told}: {', '.join(assumed)}." if assumed else f"{told}."


def _frequencies(claims: Sequence[Claim], rates: Rates | None) -> Section:
    """Both kinds side by side, and at which ratio the best next hour turns."""
    title = "Per incident and per officer-year"
    return Section(title, turning_point(claims), side_by_side(claims, rates), ())


def _assumptions(claims: Sequence[Claim]) -> Section:
    rows = {row.name: (row, row.low, row.high) for row in skill_rows().values()}
    for claim in claims:
        for each in ranges_of(claim.lowered.study.uncertain):
            rows[each.row.name] = (each.row, each.low, each.high)
    table = Table(
        ("Number", "Stated", "From", "To", "Unit", "How read", "Source or note"),
        tuple(
            (r.name, f"{r.value:g}", f"{low:g}", f"{high:g}", r.unit, r.status, r.source or r.note)
            for r, low, high in rows.values()
        ),
        6,
    )
    assumed = sum(row.status == "assumption" for row, _, _ in rows.values())
    sentence = (
        f"{len(rows)} numbers were varied; {assumed} of them are assumptions without a source."
    )
    return Section("Everything that was uncertain", (sentence,), (table,), ())


def _plan(deviations: Sequence[str]) -> Section:
    text = PLAN.read_text(encoding="utf-8").replace("*", "").replace("`", "")
    # Each item of a list is a sentence of its own; the title of the page stands above already.
    parts = _ITEM.split(text.partition("\n\n")[2])
    plain = [" ".join(part.lstrip("#").split()) for part in parts if part.strip()]
    sentences = (*plain, "Deviations of this run: " + ("; ".join(deviations) or "none") + ".")
    return Section("The analysis plan", sentences, (), ())
