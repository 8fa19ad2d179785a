"""The shape of what evaluators say: notes during play, ratings of the guide afterwards."""

from msgspec import Struct


class NoteView(Struct):
    """What an evaluator wrote down during play; `seat` is where they sat."""

    at_s: float
    seat: str
    text: str


class RatingRow(Struct):
    """A critical task of the evaluation guide: what was found and proposed, and what was decided.

    `task` names the measure that speaks of it. `decided` is empty until an evaluator decides;
    `by` is their seat and `at` when they did, as the log has it.
    """

    task: str
    capability: str
    text: str
    found: str
    proposed: str
    decided: str = ""
    reason: str = ""
    by: str = ""
    at: str = ""
