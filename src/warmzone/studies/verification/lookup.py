"""Printed numbers by id, with their intervals and as dots of a chart."""

from warmzone.evidence.targets import Target, targets
from warmzone.studies.verification.result import Dot
from warmzone.studies.verification.sampling import Interval, printed


def target_of(target_id: str) -> Target:
    """The target of that id. Raises StopIteration where there is none."""
    return next(target for target in targets() if target.id == target_id)


def interval_of(target: Target) -> Interval:
    """The sampling interval of a target, with its group's other quantiles where it has some."""
    group = [other for other in targets() if other.group == target.group]
    return printed(target, group)


def dot_of(target_id: str, x: float) -> Dot:
    """A printed number with its interval, drawn at `x`."""
    target = target_of(target_id)
    bounds = interval_of(target)
    return Dot(x, target.value, bounds.low, bounds.high)
