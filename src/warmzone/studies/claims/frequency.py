"""Per incident and per officer-year, side by side: at which ratio of incidents the answer turns."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmzone.evidence.skills import SKILLS
from warmzone.studies.claims.suite import Claim
from warmzone.studies.verification.report import Table

ONE, MANY = "s1-one-casualty", "s6-next-hour"


_HEADS = ("8 h more of", "one casualty, per incident", "active threat, per incident")
_YEARS = ("one casualty, per officer-year", "active threat, per officer-year")
_NEEDS = "needs your rate"


@dataclass(frozen=True, slots=True)
class Rates:
    """How often an officer meets each kind of incident in a year. There is no default."""

    single: float
    active: float


def side_by_side(claims: Sequence[Claim], rates: Rates | None) -> tuple[Table, ...]:
    """What each skill saves in either kind, per incident and per officer-year, never added up."""
    found = {claim.lowered.study.id: claim for claim in claims}
    if ONE not in found or MANY not in found:
        return ()
    rows = []
    for skill in SKILLS:
        pairs = [_row(found[name], f"8 h of {skill}") for name in (ONE, MANY)]
        years = [_NEEDS, _NEEDS]
        if rates is not None:
            per_year = (rates.single, rates.active)
            years = [
                f"{each * mean:+.6f} ± {each * half:.6f}".replace("-", "−")
                for each, (mean, half) in zip(per_year, pairs, strict=True)
            ]
        own = [f"{mean:+.4f} ± {half:.4f}".replace("-", "−") for mean, half in pairs]
        rows.append((skill, *own, *years))
    return (Table((*_HEADS, *_YEARS), tuple(rows)),)


def turning_point(claims: Sequence[Claim]) -> tuple[str, ...]:
    """What eight hours of medical skill and of command save in either kind, and the ratio.

    How often an officer meets each kind is nobody's default: the ratio is given instead of a sum.
    """
    found = {claim.lowered.study.id: claim for claim in claims}
    if ONE not in found or MANY not in found:
        return ("Needs studies 1 and 6a together.",)
    one = _difference(found[ONE])
    many = _difference(found[MANY])
    first = (
        "The two are never added up here, as how often an officer meets each kind of incident is "
        "an input that only an agency has (warmzone plan asks for it; --rates one,active gives it "
        "to this report). Savable deaths, with the half-width of the mean."
    )
    second = (
        f"Eight hours of command instead of medical skill change savable deaths by {one:+.4f} in "
        f"an incident with one casualty (study 1) and by {many:+.4f} in one of those of study 6a "
        "with an active threat."
    ).replace("-0", "−0")
    if one > 0.0 > many:
        turn = (
            "Command is the better next hour for an officer who meets at least one of the second "
            f"for every {-many / one:,.1f} of the first; where they are rarer, medical skill is. "
            "These are means; the intervals are in the studies."
        )
    elif one <= 0.0 and many < 0.0:
        turn = "On the means command is not behind in either kind: no frequency turns the answer."
    elif many >= 0.0 and one > 0.0:
        turn = "On the means medical skill is ahead in both kinds: no frequency turns the answer."
    else:
        turn = "On the means each is ahead where the other was expected to be; see the intervals."
    return (first, second, turn)


def _difference(claim: Claim) -> float:
    """Command less medical."""
    return _row(claim, "command against medical")[0]


def _row(claim: Claim, label: str) -> tuple[float, float]:
    """Mean and half-width of a line of the study's own first table."""
    row = next(row for row in claim.found.tables[0].rows if row[0] == label)
    mean, half = (float(each.replace("−", "-")) for each in (row[1], row[4]))
    return mean, half
