"""Clocks of real incidents: sourced, given once, and most of them under no number of the world."""

from warmzone.evidence.rows import STATUSES, world_rows
from warmzone.evidence.skills import skill_rows
from warmzone.evidence.timelines import printed_clocks


def test_every_clock_is_sourced_and_given_once() -> None:
    """Each has minutes, a source and how it was read; no id stands twice."""
    clocks = printed_clocks()
    assert all(each.source and each.status in STATUSES and each.minutes > 0 for each in clocks)
    assert len({each.id for each in clocks}) == len(clocks)


def test_a_clock_in_use_names_the_number_that_rests_on_it() -> None:
    """`used_for` names a row of the evidence; at least forty clocks are held out."""
    rows = {*world_rows(), *skill_rows()}
    assert {each.used_for for each in printed_clocks() if each.used_for} <= rows
    assert sum(not each.used_for for each in printed_clocks()) >= 40


def test_incidents_whose_doors_were_read_are_not_called_held_out() -> None:
    """The wait at the door was read off three incidents: what holds it is used, not held out."""
    holding = {"police_to_over", "call_to_over", "call_to_entry"}
    read = world_rows()["door_wait_mean_s"].source
    for each in printed_clocks():
        name = each.incident.removeprefix("Washington ").rpartition(" ")[0]
        if each.clock in holding and name in read:
            assert each.used_for == "door_wait_mean_s"
