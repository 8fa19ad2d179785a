"""The whole verification: every family compared, every target accounted for."""

import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import warmzone
from warmzone.evidence.rows import evidence_digest
from warmzone.evidence.targets import targets
from warmzone.simulation.results import version
from warmzone.simulation.run import Defect
from warmzone.studies.verification import (
    bachman,
    durations,
    golden,
    hirshberg,
    hypotheses,
    single_incident,
    survivors,
    timelines,
    webster,
    winter,
)
from warmzone.studies.verification.cited import cited_by_evidence
from warmzone.studies.verification.lookup import interval_of
from warmzone.studies.verification.playing import Setup
from warmzone.studies.verification.result import (
    Checked,
    Family,
    NotSimulated,
    Provenance,
    Verification,
)

FULL, QUICK = 2000, 200
"""Incidents of a full comparison; families that cost more play a share of them."""

WITHOUT_PLAY = frozenset({"rpm-own"})
"""Families that are arithmetic only: they need no machine."""

FAMILIES: dict[str, Callable[[Setup], Family]] = {
    "bachman-2019": bachman.compare,
    "hirshberg-2005": hirshberg.compare,
    "east-2021": survivors.compare,
    "pulse-2020": single_incident.compare,
    "webster-2021": webster.compare,
    "fbi-2014": durations.compare,
    "winter-2022": winter.compare,
    "rpm-own": golden.compare,
    "timelines": timelines.compare,
    "hypotheses": hypotheses.compare,
}

WITHOUT_TARGETS = frozenset({"timelines", "hypotheses"})
"""Families that no printed target belongs to: they hold their own comparisons."""


def verify(setup: Setup, only: Sequence[str] = ()) -> Verification:
    """Compare every family, or those named. Raises KeyError for a name that is none.

    Targets that a family neither simulates nor names as missing would be a defect: ValueError.
    """
    begun = time.perf_counter()
    families = []
    wanted = tuple(only or FAMILIES)
    for k, name in enumerate(wanted):
        since = time.perf_counter() - begun
        setup.report(f"{since:.0f} s: comparing with {name} ({k + 1} of {len(wanted)})")
        family = _compared(name, setup)
        chosen = (*family.parameters, *cited_by_evidence(family.id))
        families.append(replace(family, parameters=chosen))
    checked, missing = _account(families)
    return Verification(
        tuple(families),
        tuple(checked),
        tuple(missing),
        Provenance(
            warmzone.__version__,
            version(),
            evidence_digest(),
            setup.machine.name,
            f"{platform.machine()}, Python {platform.python_version()}",
            setup.seed,
            setup.incidents,
            time.perf_counter() - begun,
        ),
    )


def _compared(name: str, setup: Setup) -> Family:
    """One family; a kernel that stops leaves its targets without a value, and the others theirs."""
    try:
        return FAMILIES[name](setup)
    except Defect as stopped:
        reason = f"the kernel stopped with a {stopped}"
        lost = tuple((target.id, reason) for target in targets() if target.family == name)
        return Family(name, name, reason, missing=lost, verdict=f"Not compared: {reason}.")


def _account(families: Sequence[Family]) -> tuple[list[Checked], list[NotSimulated]]:
    """Put every target of these families beside what was simulated, or why it was not."""
    simulated = {each.id: each for family in families for each in family.simulated}
    reasons = dict(pair for family in families for pair in family.missing)
    names = {family.id for family in families}
    wanted = [target for target in targets() if target.family in names]
    strange = (simulated.keys() | reasons.keys()) - {target.id for target in wanted}
    lost = [t.id for t in wanted if t.id not in simulated and t.id not in reasons]
    if strange or lost:
        raise ValueError(f"targets unaccounted for: {sorted(strange)} {lost}")
    checked, missing = [], []
    for target in wanted:
        bounds = interval_of(target)
        if target.id in simulated:
            found = simulated[target.id]
            checked.append(Checked(target, bounds.low, bounds.high, bounds.method, found))
        else:
            missing.append(
                NotSimulated(target, bounds.low, bounds.high, bounds.method, reasons[target.id])
            )
    return checked, missing
