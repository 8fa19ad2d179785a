"""What a team said and nobody acknowledged: it is said again, a few times in all.

Who lies where, that a team has come, is done or cannot, is acknowledged on the air. Whoever said
what was lost there, or what a commander of too many teams did not take in, misses the answer, and
says it again after the wait of an unanswered order (`radio.say_again`) if it is news by then.
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
    """Nobody answers report `row`; what wants an answer is said again, if not too often already."""
    report = state.reports[row]
    report["tries"] += 1
    wants = report["team"] >= 0 and wants_answer(int(report["kind"]))
    if wants and report["tries"] < world.parameters[0]["report_tries_most"]:
        due = now + int(world.parameters[0]["repeat_order_s"] * 1000.0)
        hand_on(state, world, (Item.UNANSWERED, row, 0), due)


@compiled
def is_find(kind: int) -> bool:
    """Whether a report of that kind says who lies in a place."""
    return bool(kind == ReportKind.AREA_SEEN or kind == ReportKind.AREA_CLEAR)


@compiled
def wants_answer(kind: int) -> bool:
    """Whether a team that said so waits for an answer."""
    stands_by = kind == ReportKind.TASK_DONE or kind == ReportKind.CANNOT
    return bool(is_find(kind) or stands_by or kind == ReportKind.ARRIVED)


@compiled
def is_still_news(state: State, row: int) -> bool:
    """Whether its commander has not heard since of the place, or of what the team does."""
    report = state.reports[row]
    medic = state.teams[report["team"]]["discipline"] == Discipline.MEDICAL
    seat = Seat.MEDICAL if medic else Seat.TACTICAL
    if is_find(int(report["kind"])):
        return bool(state.area_beliefs[seat, report["area"]]["seen_ms"] < report["observed_ms"])
    belief = state.team_beliefs[seat, report["team"]]
    if report["kind"] == ReportKind.ARRIVED:
        return bool(belief["known"] == 0)
    return bool(belief["busy"] == 1 and belief["task_since_ms"] <= report["observed_ms"])
