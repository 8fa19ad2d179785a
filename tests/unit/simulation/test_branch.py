"""Continuing a moment: a script, then the commander; a row is its epoch's alone."""

import numpy as np
import pytest

from tests import tiny
from tests.compiled import machine
from warmzone.doctrine.commanders import automatic
from warmzone.simulation.branch import (
    AGAINST_PROFILE,
    Branch,
    empty_outcomes,
    empty_script,
    follow,
)
from warmzone.simulation.layout import new_buffer, view_state
from warmzone.simulation.lower import prepare
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Refusal, Verb

NOW = 420_000
SAID = ((NOW, Verb.TAKE_COMMAND, -1, -1, 1), (430_000, Verb.CONTACT, 0, tiny.CORRIDOR, 0))


def branch_of(run: Run, said: tuple[tuple[int, ...], ...], epochs: list[int]) -> Branch:
    """A branch from where a run stands, in which nobody decides after the script."""
    script = empty_script(len(said))
    for row, (at_ms, verb, team, area, value) in zip(script, said, strict=True):
        row["seat"], row["verb"], row["other_team"] = Seat.TACTICAL, verb, -1
        row["team"], row["area"], row["value"], row["given_ms"] = team, area, value, at_ms
    saved = np.frombuffer(run.snapshot()[8:], np.uint8).copy()
    end_ms = run.prepared.end_ms
    times = np.array([run.now_ms, end_ms, end_ms])
    return Branch(saved, script, run.state.memory[0].copy(), times, np.array(epochs))


def played(run: Run, branch: Branch, by: Machine = PLAIN) -> np.ndarray:
    """The branch's outcomes."""
    rows = empty_outcomes(len(branch.epochs))
    buffer = new_buffer(run.prepared.layout)
    who = automatic("interior")
    with np.errstate(over="ignore"):
        by.continue_many(
            by.tables(view_state(run.prepared.layout, buffer)),
            by.tables(run.prepared.world),
            by.policy(who.tactical),
            by.policy(who.medical),
            who.crew,
            branch,
            buffer,
            rows,
        )
    return rows


def test_the_same_luck_and_orders_are_the_exercise() -> None:
    """Epoch 0 with the person's own orders ends as the exercise ended."""
    run = tiny.by_person("active", 2)
    run.advance(NOW)
    branch = branch_of(run, SAID, [0])
    for at_ms, verb, team, area, value in SAID:
        run.advance(at_ms)
        assert tiny.tell(run, Verb(verb), team, area, value=value) == Refusal.ACCEPTED
    run.advance(run.prepared.end_ms)
    again = tiny.by_person("active", 2)
    again.advance(NOW)
    assert played(again, branch)[0].tobytes() == run.outcome_row()[0].tobytes()


def test_a_row_is_its_epoch_s_alone() -> None:
    """Which other epochs are played beside it, and in which order, changes no row."""
    run = tiny.by_person("active", 1)
    run.advance(150_000)
    three = played(run, branch_of(run, (), [7, 8, 9]))
    alone = played(run, branch_of(run, (), [9]))
    assert three[2].tobytes() == alone[0].tobytes()
    assert three[0].tobytes() != three[1].tobytes() or three[1].tobytes() != three[2].tobytes()


def test_after_the_script_the_commander_decides() -> None:
    """With nobody deciding there is no command; with the commander resuming there is."""
    run = tiny.by_person("active", 1)
    run.advance(150_000)
    silent = branch_of(run, (), [3])
    resumed = silent._replace(times=np.array([150_000, 160_000, run.prepared.end_ms]))
    assert played(run, silent)[0]["interior_command_ms"] < 0
    assert played(run, resumed)[0]["interior_command_ms"] > 160_000


def test_only_a_forced_order_breaks_the_agency_s_rules() -> None:
    """A collection point inside, which the profile forbids, is taken only where it is forced."""
    lowered = prepare(tiny.scenario("active"), tiny.site(), profile="unified-early")
    run = Run(lowered, 1, automatic("nobody"), tactical_is_person=True)
    run.advance(NOW)
    said = ((NOW, Verb.TAKE_COMMAND, -1, -1, 1), (430_000, Verb.SET_CCP, -1, tiny.LOBBY, 0))
    obeyed = branch_of(run, said, [2])
    forced = obeyed._replace(script=obeyed.script.copy())
    forced.script["rides"] = AGAINST_PROFILE
    for branch, expected in ((obeyed, -1), (forced, tiny.LOBBY)):
        buffer = new_buffer(lowered.layout)
        buffer[:] = branch.saved
        state = view_state(lowered.layout, buffer)
        who = automatic("interior")
        with np.errstate(over="ignore"):
            follow(state, lowered.world, who.tactical, who.medical, who.crew, branch)
        assert state.seats[Seat.TACTICAL]["ccp"] == expected


@pytest.mark.slow
def test_compiled_continues_as_plain() -> None:
    """The compiled twin gives the plain one's rows, bit for bit."""
    for threat in ("active", "silent", "none"):
        run = tiny.by_person(threat, 4)
        run.advance(300_000)
        branch = branch_of(run, SAID, [0, 1, 2, 3])
        branch = branch._replace(times=np.array([300_000, 460_000, run.prepared.end_ms]))
        assert played(run, branch, machine()).tobytes() == played(run, branch).tobytes()
