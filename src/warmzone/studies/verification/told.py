"""A verification as plain values: what `--json` prints and what both reports are made of."""

from dataclasses import asdict
from math import isfinite
from typing import Any

from warmzone.evidence.targets import Target
from warmzone.studies.verification.result import (
    Checked,
    Family,
    HeldOut,
    NotSimulated,
    Parameter,
    Provenance,
    Simulated,
    Verification,
)


def told(verification: Verification) -> dict[str, Any]:
    """Every target, every number that was chosen, what is missing, and the provenance."""
    return {
        "targets": [_checked(each) for each in verification.checked],
        "fitted_parameters": [_parameter(each) for each in verification.parameters],
        "not_simulated": [_missing(each) for each in verification.not_simulated],
        "explanations": [
            {
                "family": family.id,
                "name": fit.name,
                "fitted_parameters": fit.parameters,
                "chi_square_fitted": fit.chi_square_fitted,
                "chi_square_held_out": fit.chi_square_held_out,
                "score": fit.score,
            }
            for family in verification.families
            for fit in family.fits
        ],
        "variants": [
            {
                "variant": variant.name,
                "id": each.id,
                "simulated": each.value,
                "simulated_low": each.low,
                "simulated_high": each.high,
                "inside": _inside(each, verification),
            }
            for family in verification.families
            for variant in family.variants
            for each in variant.simulated
        ],
        "hypotheses": [asdict(each) for f in verification.families for each in f.hypotheses],
        "held_out": [_held_out(each) for f in verification.families for each in f.held_out],
        "verdicts": {f.id: f.verdict for f in verification.families if f.verdict},
        "provenance": _provenance(verification.provenance),
    }


def _provenance(made: Provenance) -> dict[str, Any]:
    return {
        "version": made.version,
        "results_version": made.results_version,
        "evidence_digest": made.evidence_digest,
        "machine": made.machine,
        "platform": made.platform,
        "first_seed": made.seed,
        "incidents": made.incidents,
        "wall_s": made.wall_s,
    }


def _held_out(each: HeldOut) -> dict[str, Any]:
    """A clock with its range; a bound that was not reached in play is null."""
    bounds = {"low": each.low, "high": each.high}
    reached = {name: value if isfinite(value) else None for name, value in bounds.items()}
    return {**asdict(each), **reached, "inside": each.inside}


def _inside(simulated: Simulated, verification: Verification) -> bool:
    """Whether a variant's value lies in the interval of the target that it is a value of."""
    target = next(each for each in verification.checked if each.target.id == simulated.id)
    return target.low <= simulated.value <= target.high


def summary(verification: Verification) -> list[str]:
    """What came out, in sentences: hits and misses, fitted ones apart from the others."""
    lines = []
    for label in ("published", "own", "unverified"):
        these = [c for c in verification.checked if c.target.label == label]
        for fitted, word in ((False, "not fitted"), (True, "fitted")):
            part = [c for c in these if c.simulated.fitted == fitted]
            if part:
                hits = sum(c.inside for c in part)
                lines.append(f"{hits} of {len(part)} {label} targets inside, {word}.")
    if verification.not_simulated:
        lines.append(f"{len(verification.not_simulated)} targets not simulated yet.")
    return lines


def misses(verification: Verification) -> list[str]:
    """Every target outside its interval, in a sentence each."""
    return [
        f"outside: {each.target.id}: printed {number(each.low, each.target.unit)} to "
        f"{number(each.high, each.target.unit)}, simulated "
        f"{number(each.simulated.value, each.target.unit)}"
        f"{', fitted' if each.simulated.fitted else ''}"
        for each in verification.checked
        if not each.inside
    ]


def _printed(target: Target, bounds: Checked | NotSimulated) -> dict[str, Any]:
    return {
        "id": target.id,
        "quantity": target.quantity,
        "source": target.source,
        "status": target.status,
        "label": target.label,
        "unit": target.unit,
        "printed": target.value,
        "printed_low": bounds.low,
        "printed_high": bounds.high,
        "interval": bounds.method,
        "note": target.note,
    }


def _checked(each: Checked) -> dict[str, Any]:
    return {
        **_printed(each.target, each),
        "simulated": each.simulated.value,
        "simulated_low": each.simulated.low,
        "simulated_high": each.simulated.high,
        "inside": each.inside,
        "fitted": each.simulated.fitted,
    }


def _missing(each: NotSimulated) -> dict[str, Any]:
    return {**_printed(each.target, each), "reason": each.reason}


def _parameter(each: Parameter) -> dict[str, Any]:
    return {
        "name": each.name,
        "value": each.value,
        "unit": each.unit,
        "low": each.low,
        "high": each.high,
        "chosen": each.chosen,
        "family": each.family,
        "note": each.note,
    }


def number(value: float, unit: str) -> str:
    """A value as a reader wants it: shares as per cent, minutes to a tenth."""
    if unit == "share":
        return f"{100 * value:.1f} %"
    if unit == "min":
        return f"{value:.1f}"
    return f"{value:.3f}"


def rows_of(family: Family, verification: Verification) -> list[Checked]:
    """The compared targets of one family, in the order of the table."""
    return [each for each in verification.checked if each.target.family == family.id]


def missing_of(family: Family, verification: Verification) -> list[NotSimulated]:
    """The targets of one family that are not simulated yet."""
    return [each for each in verification.not_simulated if each.target.family == family.id]
