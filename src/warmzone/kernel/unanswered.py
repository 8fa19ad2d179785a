"""What a team found and nobody acknowledged: it is said again, a few times in all.

Finds are acknowledged on the air. Whoever said one that was lost there, or that a commander of too
many teams did not take in, misses the answer and says it again after the wait of an unanswered
order (`radio.say_find_again`), unless its commander has heard of the place since.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Item
from warmzone.kernel.compiled import compiled
from warmzone.kernel.lanes import hand_on
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Seat
from warmzone.vocabulary.reports import ReportKind


@compiled
def goes_unanswered(state: State, world: World, row: int, now: int) -> None:
    """Nobody answers report `row`; a find is said again after a while, if not too often already."""
    report = state.reports[row]
    report["tries"] += 1
    if is_find(state, row) and report["tries"] < world.parameters[0]["find_tries_most"]:
        due = now + int(world.parameters[0]["repeat_order_s"] * 1000.0)
        hand_on(state, world, (Item.UNANSWERED, row, 0), due)


@compiled
def is_find(state: State, row: int) -> bool:
    """Whether a team says in report `row` who lies in a place."""
    kind = state.reports[row]["kind"]
    seen = kind == ReportKind.AREA_SEEN or kind == ReportKind.AREA_CLEAR
    return bool(seen and state.reports[row]["team"] >= 0)


@compiled
def is_still_news(state: State, row: int) -> bool:
    """Whether the finder's commander has not heard of the place since find `row` was made."""
    report = state.reports[row]
    medic = state.teams[report["team"]]["discipline"] == Discipline.MEDICAL
    seat = Seat.MEDICAL if medic else Seat.TACTICAL
    return bool(state.area_beliefs[seat, report["area"]]["seen_ms"] < report["observed_ms"])
