"""What an hour of command training must bring to be worth as much as an hour of another skill."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmzone.studies.spread import Spread

LEAST = 0.00005
"""What is less is nought where it is printed."""


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of another skill, in words, and the savable deaths that it saves.

    `saved` on the mean, `most` at the far end of the interval of that mean.
    """

    words: str
    saved: float
    most: float

    @property
    def is_something(self) -> bool:
        """Whether it saves anything on the mean."""
        return self.saved > 0.0


def hour_of(words: str, against: Spread, hours: float) -> Hour:
    """An hour out of a block of hours: `against` is deaths with the block less those without."""
    return Hour(words, -against.mean / hours, (against.half_width - against.mean) / hours)


def best_hour(hours: Sequence[Hour]) -> Hour:
    """The one that saves most on the mean."""
    return max(hours, key=lambda each: each.saved)


def rise_needed(hour: Hour, worth: float) -> float | None:
    """By how much an hour must raise a chance worth so many deaths; None where nothing is to beat.

    Infinite where the whole chance is worth nothing.
    """
    if not hour.is_something:
        return None
    return hour.saved / worth if worth > 0.0 else float("inf")


def needed(hour: Hour, worth: float, chance: str) -> str:
    """What an hour of command training must bring against that hour, in a sentence or two."""
    need = rise_needed(hour, worth)
    at_most = max(0.0, hour.most) / worth if worth > 0.0 else float("inf")
    if need is None:
        told = f"{hour.words} saves nothing on the mean: there is nothing to beat"
        if at_most < LEAST:
            return f"{told}."
        return (
            f"{told}. At the most ({hour.most:.4f}) an hour of command training had to raise "
            f"{chance} by {share(at_most)}."
        )
    told = f"{hour.words} saves {hour.saved:.4f} (at most {hour.most:.4f}): an hour of command "
    if need > 1.0:
        return f"{told}training cannot be worth as much, as the whole chance is not ({chance})."
    return (
        f"{told}training is better only if it raises {chance} by at least {share(need)} "
        f"(at most {share(at_most)})."
    )


def share(part: float) -> str:
    """A share of a chance in per cent; more than a whole one is said so."""
    return "more than a whole chance" if part > 1.0 else f"{part:.2%}"
