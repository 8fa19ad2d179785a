"""Who has which wound: mixes calibrated to the share of savable among the dead."""

from functools import cache

from warmzone.evidence.rows import wound_rows
from warmzone.evidence.table import lines

Mix = dict[str, tuple[float, float]]
"""By wound class: its share of the casualties, and the part of them whose wound is moderate."""


@cache
def calibrated() -> dict[float, Mix]:
    """The calibrated mixes of penetrating wounds by savable share, in rising order."""
    mixes: dict[float, Mix] = {}
    for line in lines("wound_mixes.csv"):
        mix = mixes.setdefault(float(line["savable_share"]), {})
        mix[line["wound"]] = (float(line["share_p"]), float(line["moderate_p"]))
    return mixes


def wound_mix(name: str, savable_share: float) -> Mix:
    """The mix that a scenario names; `savable_share` counts for an active shooter alone.

    Between two calibrated shares it lies on the line.
    """
    if name != "active-shooter":
        return {
            wound: (row.shares[name], row.numbers["moderate_p"])
            for wound, row in wound_rows().items()
        }
    mixes = calibrated()
    low = max((at for at in mixes if at <= savable_share), default=min(mixes))
    high = min((at for at in mixes if at >= savable_share), default=max(mixes))
    part = 0.0 if high == low else (savable_share - low) / (high - low)
    between = {}
    for wound, (share, moderate) in mixes[low].items():
        other, other_moderate = mixes[high][wound]
        between[wound] = (
            share + (other - share) * part,
            moderate + (other_moderate - moderate) * part,
        )
    return between
