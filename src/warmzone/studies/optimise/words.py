"""What the sweep of single rules says, in sentences an instructor can use."""

from collections.abc import Mapping, Sequence
from typing import Any

PER_HUNDRED = 100.0
WRONG_P = 0.025
"""The chance that an interval lies wholly on one side of nought where there is nothing."""


def swept_said(alone: Sequence[Mapping[str, Any]]) -> list[str]:
    """How much each rule matters alone, and how much more none of them can be worth."""
    played = [each for each in alone if each["n"]]
    if not played:
        return []
    better = [each for each in played if each["mean"] + each["half_width"] < 0.0]
    worse = [each for each in played if each["mean"] - each["half_width"] > 0.0]
    open_to = max(each["half_width"] - each["mean"] for each in played)
    longest = max(each["n"] for each in played)
    few = [each for each in played if each["n"] == longest]
    few_open = max(each["half_width"] - each["mean"] for each in few)
    lines = [
        (
            f"{len(played)} changes of one rule each were played beside the hand-written rules in "
            f"the same luck: {len(better)} told to be better, {len(worse)} to be worse, "
            f"{len(played) - len(better) - len(worse)} not told apart. By chance alone about "
            f"{WRONG_P * len(played):.0f} would be told on each side."
        ),
        (
            f"No single change can be worth more than {PER_HUNDRED * open_to:.1f} savable deaths "
            f"in 100 incidents where it was searched; of the {len(few)} played longest "
            f"({longest:,} incidents) none more than {PER_HUNDRED * few_open:.1f}."
        ),
    ]
    if worse:
        most = sorted(worse, key=lambda each: -float(each["mean"]))[:5]
        lines.append("Do not: " + "; ".join(_move(each) for each in most) + ".")
    if better:
        most = sorted(better, key=lambda each: float(each["mean"]))[:5]
        lines.append("Ahead alone: " + "; ".join(_move(each) for each in most) + ".")
    return lines


def _move(each: Mapping[str, Any]) -> str:
    return f"{each['advice']}, {signed(each['mean'])} ± {PER_HUNDRED * each['half_width']:.1f}"


def signed(mean: float) -> str:
    """Deaths in 100 incidents with a true minus."""
    return f"{PER_HUNDRED * mean:+.1f}".replace("-", "−")
