"""Which orders the automatic commanders give, as read from their rules."""

from tools.given_by import NEVER, given_by, verbs_said
from tools.reference import orders
from warmzone.vocabulary.orders import UNBUILT, Verb

MODULE = """
def one(view, orders_out, t):
    verb = Verb.TREAT
    if t:
        verb = Verb.CARRY
    other = Verb.HOLD
    say(orders_out, verb, (t, -1, -1, 0))

def two(view, orders_out):
    return say(orders_out, Verb.SAY_PLAN, (-1, -1, -1, 0))

def three(view):
    return view.profile[0]["forbidden"][Verb.BREACH] == 1
"""


def test_every_order_is_given_or_it_is_said_why_not() -> None:
    """No order is left out in silence, and none is excused that some rule gives."""
    never = {verb for verb, seats in given_by().items() if not seats} - UNBUILT
    assert never == set(NEVER)


def test_only_what_is_written_into_orders_counts() -> None:
    """By name or by a variable of the same function; what is merely compared does not count."""
    assert verbs_said(MODULE) == {Verb.TREAT, Verb.CARRY, Verb.SAY_PLAN}


def test_the_page_of_orders_says_by_whom_each_is_given_and_why_some_are_not() -> None:
    """A row names the seats whose rules give the order; the others stand below with a reason."""
    page = orders()
    row = next(line for line in page.splitlines() if line.startswith("| set aep |"))
    assert row.endswith("| tactical, medical |")
    assert all(why in page for why in NEVER.values())
