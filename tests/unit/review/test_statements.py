"""What was expected of an order stands beside what happened."""

from tests.played import EXPECTED
from warmzone.review.report.document import expected
from warmzone.review.shapes import Review


def test_only_orders_with_a_reason_are_told(made: Review) -> None:
    """Each order that carried what was expected is there in its words, and no other."""
    assert {one.why for one in made.statements} == {EXPECTED}
    refused, *rest = made.statements
    assert refused.refused == "command was held already"
    assert (refused.told, refused.hidden) == ([], [])
    assert rest
    assert all("cleared in to" in one.order for one in rest)


def test_what_was_heard_afterwards_is_the_teams_own(made: Review) -> None:
    """What is set beside it was said by the team that the order named, within its time."""
    told = [one for one in made.statements if one.told]
    assert told
    for one in told:
        callsign = made.teams[one.team].callsign
        mine = {
            f"{int(e.at_s) // 60:02d}:{int(e.at_s) % 60:02d} {e.who}: {e.text}"
            for e in made.timeline
            if e.team == one.team and one.at_s < e.at_s <= one.until_s and e.kind != "hidden"
        }
        assert set(one.told) <= mine
        assert all(callsign in text for text in one.told)


def test_nothing_is_looked_for_after_the_end(made: Review) -> None:
    """Where play ended before consequences had their time, that is said and no later time is."""
    assert all(one.at_s <= one.until_s <= made.end_s for one in made.statements)
    last = made.statements[-1]
    assert last.cut
    assert last.until_s == made.end_s
    told = expected(made)[0].table
    assert told is not None
    for one, row in zip(made.statements, told.rows, strict=True):
        assert ("play ended at" in row[3]) == (one.cut and not one.refused)
