"""What a commander is asked to decide, and what is left undecided."""

from warmzone.measures.decisions.account import Account, Said, Told, account_of
from warmzone.measures.decisions.failures import FAILURES, Failure, Shown
from warmzone.measures.decisions.points import POINTS, DecisionPoint, Missed, all_missed

__all__ = [
    "FAILURES",
    "POINTS",
    "Account",
    "DecisionPoint",
    "Failure",
    "Missed",
    "Said",
    "Shown",
    "Told",
    "account_of",
    "all_missed",
]
