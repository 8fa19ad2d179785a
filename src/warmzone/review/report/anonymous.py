"""An exercise as one row of figures: nothing in it says who played it, or when."""

from warmzone.measures import MEASURES
from warmzone.review.report.tables import Cell, Rows
from warmzone.review.shapes import Review
from warmzone.review.worth.shapes import WorthReview

SCORED = ("points", "asked", "taken", "without_reason")
LIVES = ("decisions_lives", "decisions_lives_low", "decisions_lives_high", "luck_lives")
AWARE = ("awareness", "awareness_as_told")
HEADS = (
    *("person", "group", "scenario", "seed", "physiology", "tempo", "minutes", "results_version"),
    *SCORED,
    *LIVES,
    *AWARE,
    *(one.name for one in MEASURES if one.name not in SCORED),
)
"""`person` and `group` are empty: who makes the study fills in a number drawn at random."""


def anonymous(review: Review, worth: WorthReview | None) -> Rows:
    """One row; no id, no time of day, no words of anybody."""
    row: dict[str, Cell] = dict.fromkeys(HEADS)
    row |= {
        "scenario": review.scenario,
        "seed": review.seed,
        "physiology": review.physiology,
        "tempo": review.tempo,
        "minutes": round((review.end_s - review.start_s) / 60, 1),
        "results_version": review.results_version,
    }
    row |= {name: value for name, value in review.outcome.items() if name in HEADS}
    if review.score is not None:
        score = review.score
        values = (score.points, score.asked, score.taken, len(score.unsound))
        row |= dict(zip(SCORED, values, strict=True))
    if worth is not None and worth.accounts:
        account = worth.accounts[0]
        decisions = account.decisions
        lives = (decisions.mean, decisions.low, decisions.high, account.luck)
        row |= dict(zip(LIVES, lives, strict=True))
    for name, shares in zip(AWARE, _shares(review), strict=True):
        row[name] = sum(shares) / len(shares) if shares else None
    return [row]


def _shares(review: Review) -> tuple[list[float], list[float]]:
    """How much was right at each probe: in truth, and by what had been told."""
    aware = [one.awareness for one in review.probes if one.awareness is not None]
    return aware, [one.knew for one in review.probes if one.knew is not None]
