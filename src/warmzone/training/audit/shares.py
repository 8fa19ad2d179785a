"""The five labels of a lesson, and shares over them."""

from collections.abc import Mapping

from msgspec import Struct

LABELS = ("medical", "movement", "command", "threat", "other")
DECIMALS = 2
SMALLEST_TOTAL = 1e-9


class Shares(Struct, frozen=True):
    """How a lesson's time divides over the labels; adds to 1."""

    medical: float = 0.0
    movement: float = 0.0
    command: float = 0.0
    threat: float = 0.0
    other: float = 0.0

    def of(self, label: str) -> float:
        """One label's share."""
        share: float = getattr(self, label)
        return share

    def main(self) -> str:
        """The label with the largest share; the first of the list where two are equal."""
        return max(LABELS, key=self.of)

    def overlap(self, other: "Shares") -> float:
        """How much two readings of one lesson have in common, 0 to 1."""
        return sum(min(self.of(label), other.of(label)) for label in LABELS)


def shares_of(weights: Mapping[str, float]) -> Shares:
    """Weights as shares, in whole hundredths that add to 1; all `other` where nothing weighs."""
    total = sum(weights.get(label, 0.0) for label in LABELS)
    if total <= SMALLEST_TOTAL:
        return Shares(other=1.0)
    exact = {label: weights.get(label, 0.0) / total for label in LABELS}
    rounded = {label: round(exact[label], DECIMALS) for label in LABELS}
    # What rounding adds or loses goes to the largest, where it shows least.
    largest = max(LABELS, key=lambda label: exact[label])
    rest = sum(rounded[label] for label in LABELS if label != largest)
    rounded[largest] = round(1.0 - rest, DECIMALS)
    return Shares(**rounded)


def mixed(parts: list[tuple[float, Shares]]) -> dict[str, float]:
    """Several shares, each with its weight, added label by label."""
    return {label: sum(weight * one.of(label) for weight, one in parts) for label in LABELS}
