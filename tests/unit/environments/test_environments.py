"""The environments keep to their standards, to their seeds and to what a seat can know."""

import numpy as np
import pytest

from tests import tiny

pytest.importorskip("gymnasium")
pytest.importorskip("pettingzoo")

from gymnasium.utils.env_checker import check_env
from pettingzoo.test import parallel_api_test, parallel_seed_test

from warmzone.environments.acts import NOTHING, VALUES, act_of, order_of
from warmzone.environments.baseline import as_commander, at_random, play
from warmzone.environments.commander import CommanderEnv
from warmzone.environments.seats import SeatsEnv
from warmzone.environments.sight import sight
from warmzone.kernel.arrays import ORDER
from warmzone.vocabulary.codes import CommandPlace, Seat
from warmzone.vocabulary.orders import Order, Verb


def commander(threat: str = "silent") -> CommanderEnv:
    """The tiny incident, in steps of half a minute."""
    return CommanderEnv(tiny.prepared(threat), step_s=30.0)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_gymnasium_has_nothing_to_say_against_it() -> None:
    """Its own checker: spaces, seeds, steps."""
    check_env(commander(), skip_render_check=True)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_pettingzoo_has_nothing_to_say_against_it() -> None:
    """Its own tests of the parallel form: whole episodes, and equal ones from equal seeds."""
    parallel_api_test(SeatsEnv(tiny.prepared("silent"), step_s=60.0), num_cycles=60)
    parallel_seed_test(lambda: SeatsEnv(tiny.prepared("silent"), step_s=120.0), num_cycles=15)


def test_an_act_and_its_order_are_each_others() -> None:
    """There and back, and the act of nothing is no order."""
    order = Order(Seat.TACTICAL, Verb.HOLD_RTF, 2, -1, -1, 60)
    row = np.zeros(1, ORDER)[0]
    row["verb"], row["team"], row["area"], row["other_team"] = order.verb, 2, -1, -1
    row["value"] = 60
    act = act_of(row)
    assert act is not None
    assert order_of(act, Seat.TACTICAL) == order
    assert order_of(NOTHING, Seat.TACTICAL) is None
    row["value"] = max(VALUES) + 1
    assert act_of(row) is None


def test_an_order_reaches_the_incident_and_a_refusal_is_told() -> None:
    """Taking command before anybody is there is refused; later it is taken."""
    env = commander()
    env.reset(seed=4)
    take = np.array([Verb.TAKE_COMMAND + 1, 0, 0, 0, CommandPlace.INSIDE])
    told = [env.step(take)[4]["refusal"] for _ in range(30)]
    assert told[0] != "ACCEPTED"
    assert "ACCEPTED" in told
    assert env.run is not None
    assert env.run.state.seats[Seat.TACTICAL]["place"] != CommandPlace.NOBODY


def test_nobody_sits_in_the_seat_but_the_learner() -> None:
    """A learner who says nothing leaves the incident without command."""
    env = commander()
    assert play(env, lambda _run: NOTHING, 3) <= 0.0
    assert env.run is not None
    assert env.run.state.seats[Seat.TACTICAL]["decisions"] == 0
    assert env.run.state.seats[Seat.MEDICAL]["decisions"] > 0


def test_what_is_seen_holds_nothing_true() -> None:
    """Every unseen truth changed, the seat sees the same."""
    env = commander("active")
    env.reset(seed=2)
    for _ in range(8):
        env.step(NOTHING)
    assert env.run is not None
    before = sight(env.run, Seat.TACTICAL)
    for table in ("people", "teams", "hazard", "ground"):
        rows = getattr(env.run.state, table)
        rows.view(np.uint8)[...] = 255 - rows.view(np.uint8)
    after = sight(env.run, Seat.TACTICAL)
    for name, values in before.items():
        assert np.array_equal(values, after[name]), name


def test_a_shipped_commander_does_better_than_chance() -> None:
    """Over the same luck `interior` loses no more than acts at random, and takes command."""
    env = commander("over")
    chance = [play(env, at_random(env, seed), seed) for seed in range(4)]
    interior = [play(env, as_commander(env, "interior"), seed) for seed in range(4)]
    assert sum(interior) >= sum(chance)
    assert env.run is not None
    assert env.run.state.seats[Seat.TACTICAL]["place"] == CommandPlace.INSIDE
