"""Hirshberg 2005: what a hospital takes an hour, and what overtriage leaves of it."""

from warmzone.studies.verification.playing import Setup
from warmzone.studies.verification.result import Family

FAMILY = "hirshberg-2005"
REASON = "the kernel's hospitals take everybody at once as yet"


def compare(_setup: Setup) -> Family:
    """Not to be asked of the world yet."""
    names = ("full_plan", "overtriage_50", "overtriage_75")
    return Family(
        FAMILY,
        "Hirshberg 2005: hospital surge",
        "Ratios of the critical casualties that a hospital takes in an hour.",
        missing=tuple((f"{FAMILY}.{name}", REASON) for name in names),
    )
