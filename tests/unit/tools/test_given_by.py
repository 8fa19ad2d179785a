"""Which orders the automatic commanders give, as read from their rules."""

import pytest

from tests.compiled import machine
from tools.given_by import OFF, RARE, given_by, verbs_said
from tools.reference import orders
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.names import HAND_WRITTEN
from warmzone.evidence.profiles import profiles
from warmzone.measures.decisions.coverage import verb_words
from warmzone.scenario.library import open_scenario, scenario_ids
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.orders import UNBUILT, Verb

SEEDS = 60
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


def test_every_order_is_given_by_some_rule() -> None:
    """There is none that only people give."""
    assert {verb for verb, seats in given_by().items() if not seats} == UNBUILT


def test_only_what_is_written_into_orders_counts() -> None:
    """By name or by a variable of the same function; what is merely compared does not count."""
    assert verbs_said(MODULE) == {Verb.TREAT, Verb.CARRY, Verb.SAY_PLAN}


def test_the_page_of_orders_says_by_whom_each_is_given_and_which_are_rare() -> None:
    """A row names the seats whose rules give the order; what is given seldom stands below."""
    page = orders()
    row = next(line for line in page.splitlines() if line.startswith("| set aep |"))
    assert row.endswith("| tactical, medical |")
    assert all(why in page for why in RARE.values())


def test_rules_that_are_said_to_be_off_are_off() -> None:
    """In every hand-written commander the rule's number is 0, and some rule gives the order."""
    for verb, rule in OFF.items():
        assert given_by()[verb]
        assert {automatic(name).crew.tactical[rule] for name in HAND_WRITTEN} == {0.0}


@pytest.mark.slow
def test_what_rules_give_is_given_in_the_scenarios_that_ship() -> None:
    """Under some profile interior gives every order whose rule is on, the rare ones too."""
    missing = set(Verb) - UNBUILT - set(OFF)
    assert set(RARE) <= missing
    for scenario in scenario_ids():
        for profile in profiles():
            prepared = prepare(*open_scenario(scenario), profile=profile)
            for seed in range(1, SEEDS + 1):
                if missing:
                    missing -= _ordered(prepared, seed)
    assert missing == set()


def _ordered(prepared: Prepared, seed: int) -> set[Verb]:
    """The verbs of one incident under interior, played compiled."""
    run = Run(prepared, seed, automatic("interior"), machine=machine())
    run.advance(prepared.end_ms)
    orders = run.state.orders[: int(run.state.clock[0]["orders"])]
    return {Verb(int(verb)) for verb in orders["verb"]}


def test_the_page_of_orders_says_why_each_may_be_refused_or_answered() -> None:
    """One row for each order, with what it may be refused for and what a team may answer."""
    rows = orders().split("## Feasibility")[1]
    for verb in set(Verb) - UNBUILT:
        assert f"| {verb_words(verb)} |" in rows
    breach = next(line for line in rows.splitlines() if line.startswith("| breach |"))
    assert "not locked" in breach
    assert breach.endswith("| nothing to do, no way |")
