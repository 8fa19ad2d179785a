"""A programme beside what the agency's own study says: the splits that its training plan played."""

import msgspec

from warmzone.training.audit.result import AuditedProgramme, PlayedSplit, Split, StudyCompared
from warmzone.training.plan.read import ToldPlan, ToldSplit

PLACES = 4


def with_study(programme: AuditedProgramme, plan: ToldPlan) -> AuditedProgramme:
    """The programme with what the plan says of its split of medical, movement and command."""
    compared = msgspec.structs.replace(programme.compared, study=_study(programme, plan))
    return msgspec.structs.replace(programme, compared=compared)


def _study(programme: AuditedProgramme, plan: ToldPlan) -> StudyCompared:
    best, here = plan.splits[0], programme.compared.claim.here
    nearest = _nearest(plan, here)
    apart = None if nearest is None else _apart(nearest)
    return StudyCompared(
        plan.agency,
        _played(best),
        None if nearest is None else _played(nearest),
        apart,
        _text(plan, nearest, apart=apart),
    )


def _nearest(plan: ToldPlan, here: Split) -> ToldSplit | None:
    """The split played that moves the fewest hours; the better one where two are as near."""
    shares = msgspec.structs.asdict(here)
    if any(shares[name] is None for name in plan.splits[0].shares):
        return None
    return min(
        plan.splits,
        key=lambda one: round(
            sum(abs(share - shares[name]) for name, share in one.shares.items()), 6
        ),
    )


def _apart(split: ToldSplit) -> bool | None:
    if split.behind is None or split.behind_half_width is None:
        return None
    return split.behind > split.behind_half_width


def _played(split: ToldSplit) -> PlayedSplit:
    return PlayedSplit(
        Split(**{name: round(share, PLACES) for name, share in split.shares.items()}),
        split.deaths_per_year,
        split.low,
        split.high,
    )


def _text(plan: ToldPlan, nearest: ToldSplit | None, *, apart: bool | None) -> str:
    best = plan.splits[0]
    said = (
        f"Of all ways of dividing medical, movement and command in quarters, the plan of "
        f"{plan.agency} finds {_hours(best)} best: {_deaths(best)} deaths a year against today's "
        "hours."
    )
    if nearest is None:
        return f"{said} Nothing here is medical, movement or command, so there is nothing to place."
    if nearest is best:
        return f"{said} That is also the one nearest to this programme."
    parted = {True: " These incidents part the two.", None: ""}
    return (
        f"{said} Nearest to this programme is {_hours(nearest)}: {_deaths(nearest)}."
        + parted.get(apart, " These incidents do not part the two.")
    )


def _hours(split: ToldSplit) -> str:
    return " / ".join(f"{100 * share:.0f}" for share in split.shares.values())


def _deaths(split: ToldSplit) -> str:
    told = f"{split.deaths_per_year:+.4f} [{split.low:+.4f}, {split.high:+.4f}]"
    return told.replace("-", "\u2212")
