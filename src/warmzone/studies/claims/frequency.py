"""Per incident and per officer-year, side by side: at which ratio of incidents the answer turns."""

from collections.abc import Sequence

from warmzone.studies.claims.suite import Claim

ONE, MANY = "s1-one-casualty", "s6-next-hour"


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
        "an input that only an agency has (warmzone plan asks for it)."
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
    """Command less medical: the mean from the study's own first table."""
    table = claim.found.tables[0]
    row = next(row for row in table.rows if row[0] == "command against medical")
    return float(row[1].replace("−", "-"))
