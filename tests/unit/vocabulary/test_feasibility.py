"""Why orders are refused, or answered with "we cannot": the lists are those of the kernel."""

import ast
from collections import defaultdict
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from random import Random

import numpy as np
import pytest

from tests import tiny
from tests.compiled import machine
from warmzone import kernel
from warmzone.doctrine.commanders import automatic
from warmzone.evidence.profiles import profiles
from warmzone.scenario.library import open_scenario, scenario_ids
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.run import Run
from warmzone.simulation.trying import trying
from warmzone.vocabulary.codes import CommandPlace, CorridorState, Discipline, Seat
from warmzone.vocabulary.feasibility import ALWAYS, ON_THEIR_OWN, answers, refusals
from warmzone.vocabulary.orders import FORMS, Addressee, Order, Refusal, Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind

KERNEL = Path(kernel.__file__).parent
CHECKS = ("refusals.py", "team_refusals.py")
STATES, PLAYS, LATELY = 30, 5, 3
NEVER = -1
TIMES = ("sized_up_ms", "plan_ms", "roll_ms", "asked_together_ms", "asked_unified_ms", "warned_ms")


def shuffled(luck: Random) -> Run:
    """A run whose Tactical seat believes anything of its teams, of the ground and of itself."""
    run = tiny.in_command(luck.choice(("none", "active")))
    ground = run.prepared.world.areas.copy()
    ground["vehicle"][tiny.YARD] = 1  # where no car is known to stand
    run.prepared = replace(run.prepared, world=run.prepared.world._replace(areas=ground))
    areas, teams = len(run.state.ground), len(run.state.teams)
    crews = luck.random() < 0.6
    for t, belief in enumerate(run.state.team_beliefs[Seat.TACTICAL]):
        crew = run.prepared.world.units[t]["discipline"] == Discipline.MEDICAL
        belief["known"] = luck.random() < 0.8 and (crews or not crew)
        belief["able"] = luck.randint(0, 3)
        belief["area"], belief["plain"] = luck.randrange(areas), luck.random() < 0.3
        belief["works_for"] = luck.randrange(-1, teams)
        belief["role"] = luck.choice((0, 0, 0, 1, 2, 3, 4))
        belief["target_area"] = luck.randrange(areas)
    for heard in run.state.area_beliefs[Seat.TACTICAL]:
        heard["alarm"], heard["latest"] = luck.randint(0, 2), luck.randint(-1, 0)
        heard["uninjured"] = luck.randint(-1, 2)
    own = run.state.seats[Seat.TACTICAL]
    own["place"] = luck.choice((CommandPlace.NOBODY, CommandPlace.INSIDE, CommandPlace.INSIDE))
    own["ccp"], own["aep"] = luck.randrange(-1, areas), luck.randrange(-1, 2)
    own["places"], own["priority"] = luck.randint(0, 1), luck.randint(0, 3)
    own["arrivals_staged"], own["walking_area"] = luck.randint(0, 1), luck.randrange(-1, areas)
    own["together"], own["unified"] = luck.random() < 0.3, luck.random() < 0.3
    own["senior"] = luck.randrange(-1, teams)
    for field in TIMES:
        own[field] = luck.choice((NEVER, NEVER, run.now_ms))
    run.state.seats[Seat.MEDICAL]["free_entry"] = luck.randint(0, 1)
    run.state.corridor[0]["state"] = luck.choice((CorridorState.NONE, CorridorState.OPEN))
    run.state.command[0]["radio_plan"] = luck.randint(0, 2)
    return run


def orders_of(verb: Verb, run: Run) -> list[Order]:
    """Orders of a verb about every team and place there is and a few that there are not."""
    form = FORMS[verb]
    teams = range(-1, len(run.state.teams) + 1)
    areas = range(-1, len(run.state.ground) + 1)
    named = (
        list(Seat),
        (NEVER,) if form.team == Addressee.NOBODY else teams,
        areas if form.area else (NEVER,),
        (NEVER,) if form.other == Addressee.NOBODY else teams,
        sorted({*range(form.low - 1, min(form.high, 4) + 1), form.high, form.high + 1}),
    )
    return [Order(seat, verb, *rest) for seat, *rest in product(*named)]


@cache
def met() -> dict[Verb, set[Refusal]]:
    """For every verb the answers that all its orders get in many states."""
    found: dict[Verb, set[Refusal]] = defaultdict(set)
    luck = Random(3)
    runs = [tiny.by_person("none"), tiny.in_command("none")]
    for run in [*runs, *(shuffled(luck) for _ in range(STATES))]:
        check = trying(run)
        for verb in Verb:
            found[verb] |= {check(order) for order in orders_of(verb, run)}
    return found


@pytest.mark.parametrize("verb", list(Verb))
def test_an_order_is_refused_for_what_is_listed_and_for_nothing_else(verb: Verb) -> None:
    """Each reason listed for a verb is met in some state; none is met that is not listed."""
    assert met()[verb] - ALWAYS - {Refusal.ACCEPTED} == refusals(verb)


def named_in(paths: list[Path], enum: str) -> set[str]:
    """The members of an enum that modules name."""
    return {
        node.attr
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == enum
    }


def test_the_kernel_names_no_refusal_that_is_listed_nowhere() -> None:
    """All that is listed stands in its two modules, but for what comes before they are asked."""
    listed = set(ALWAYS).union(*(refusals(verb) for verb in Verb))
    found = named_in([KERNEL / name for name in CHECKS], "Refusal")
    assert found - {"ACCEPTED"} == {one.name for one in listed - {Refusal.INCIDENT_OVER}}


def test_the_kernel_names_no_answer_that_is_listed_nowhere() -> None:
    """And every answer that is listed is one that teams give."""
    listed = set(ON_THEIR_OWN).union(*(answers(verb) for verb in Verb))
    found = named_in(sorted(KERNEL.glob("*.py")), "CannotReason")
    assert found == {one.name for one in listed}


@pytest.mark.slow
def test_teams_answer_with_what_is_listed_for_what_they_were_told() -> None:
    """In plays of what ships, with orders at random put in, no team answers with anything else."""
    luck = Random(2)
    for scenario in scenario_ids():
        for profile in profiles():
            prepared = prepare(*open_scenario(scenario), profile=profile)
            for seed in range(1, PLAYS + 1):
                assert unlisted(disturbed(prepared, seed, luck)) == []


def disturbed(prepared: Prepared, seed: int, luck: Random) -> Run:
    """An incident to its end under interior, with an order at random put in now and then."""
    run = Run(prepared, seed, automatic("interior"), machine=machine())
    while not run.ended:
        run.advance(min(prepared.end_ms, run.now_ms + luck.randint(10_000, 60_000)))
        run.give(any_order(luck, run))
    return run


def any_order(luck: Random, run: Run) -> Order:
    """Some order of some verb, about teams and ground that there are."""
    verb = luck.choice(list(Verb))
    form = FORMS[verb]
    teams = len(run.state.teams)
    area = luck.randrange(len(run.state.ground))
    value = luck.randint(form.low, form.high)
    return Order(Seat.TACTICAL, verb, luck.randrange(teams), area, luck.randrange(teams), value)


def unlisted(run: Run) -> list[tuple[str, str, int]]:
    """Answers (reason, what the team was last told, when) that nothing the team heard explains."""
    state = run.state
    reports = state.reports[: int(state.clock[0]["reports"])]
    orders = state.orders[: int(state.clock[0]["orders"])]
    found = []
    for report in reports[(reports["kind"] == ReportKind.CANNOT) & (reports["team"] >= 0)]:
        reason = CannotReason(int(report["status"]))
        told = heard_by(run, orders, report)
        listed = set(ON_THEIR_OWN).union(*(answers(verb) for verb in told))
        if reason not in listed:
            last = told[-1].name if told else "nothing"
            found.append((reason.name, last, int(report["sent_ms"])))
    return found


def heard_by(run: Run, orders: np.ndarray, report: np.void) -> list[Verb]:
    """What a team was told lately when it spoke; a crew may also be asked to stand with command."""
    t = int(report["team"])
    police = run.prepared.world.units[t]["discipline"] == Discipline.POLICE
    told = [
        (int(one["heard_ms"]), Verb(int(one["verb"])))
        for one in orders
        if 0 <= one["heard_ms"] <= report["sent_ms"]
        and (
            t in (one["team"], one["other_team"]) or (one["verb"] == Verb.CO_LOCATE and not police)
        )
    ]
    return [verb for _, verb in sorted(told) if answers(verb)][-LATELY:]
