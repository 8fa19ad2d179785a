"""Which family's rules ship: a rule written before the test, and what each family fell short of."""

from collections.abc import Sequence

from warmzone.studies.optimise.final import Tested, told_of

WORDS = (
    "Of the families that need no other world than everybody has, in the order of their means on "
    "the selection, the first ships that the final test tells to be better than hand-written "
    "interior in savable deaths and under which it tells no more responders hurt. Where none is, "
    "the first ships under which no more are told hurt, and it is said that nothing was shown; "
    "where more are hurt under all, the family of interior ships, with that said."
)
"""The test only lets through or refuses; the order is the selection's, which saw none of it."""


def shipped_of(tested: Sequence[Tested]) -> Tested:
    """The family whose rules ship, by the rule of `WORDS`."""
    alike = [each for each in tested if not each.selected.raced.family.numbers]
    in_order = sorted(alike, key=lambda each: each.selected.mean)
    for stands in (_passes, _is_safe):
        for each in in_order:
            if stands(each):
                return each
    return alike[0]


def shortfalls(tested: Tested) -> list[str]:
    """What keeps a family from shipping; empty where it may."""
    found = []
    if tested.selected.raced.family.numbers:
        found.append("needs cameras and a radio that not everybody has")
    if told_of(tested.against_interior) != "fewer":
        found.append("not told to be better than hand-written interior")
    if not _is_safe(tested):
        found.append("more responders told hurt")
    return found


def _is_safe(tested: Tested) -> bool:
    return told_of(tested.responders) != "more"


def _passes(tested: Tested) -> bool:
    return not shortfalls(tested)
