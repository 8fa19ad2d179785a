"""What commanders do with officers as they come: stage, call, link up, pair."""

import numpy as np

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.scenario.incident import Agency, Ambulances, Cars, ProfileName, Span
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Resource, Seat
from warmzone.vocabulary.orders import Verb


def played(*cars: Cars, profile: ProfileName = "fifth-officer", crews: int = 2) -> Run:
    """An active incident with these cars under `interior`, to its end; the second crew on call."""
    medics = [Cars(1, 60, 0, Span(3, 3)), Cars(1, 60, 0, Span(3, 3), on_call=True)][:crews]
    agencies = [
        Agency("police", "Police", "police", "CITY", "arrive-yard", list(cars)),
        Agency("medics", "Medics", "medical", "MED", "arrive-road", medics),
    ]
    fleet = Ambulances(1, 150, 30, "arrive-road", 2, 1, 60.0)
    scenario = tiny.scenario("active", agencies=agencies, ambulances=fleet)
    run = Run(prepare(scenario, tiny.site(), profile=profile), 5, automatic("interior"))
    run.state.hazard["contact_threshold"] = 1.0e9
    run.advance(run.prepared.end_ms)
    return run


def said(run: Run, verb: Verb) -> np.ndarray:
    """The orders of one verb."""
    orders = run.state.orders[: int(run.state.clock[0]["orders"])]
    return orders[(orders["verb"] == verb) & (orders["seat"] == Seat.TACTICAL)]


MANY = (Cars(3, 40, 10, Span(2, 2)), Cars(3, 200, 10, Span(2, 2)))


def test_arrivals_are_staged_once_and_what_is_on_call_is_called_once() -> None:
    """One word to those who come, and one call for each kind that can still come."""
    called_for = Cars(2, 60, 5, Span(2, 2), on_call=True)
    run = played(*MANY, called_for, profile="second-supervisor")
    assert said(run, Verb.STAGE_ARRIVALS)["value"].tolist() == [1]
    called = sorted(said(run, Verb.CALL_RESOURCES)["value"].tolist())
    assert called == [Resource.OFFICERS, Resource.RTF, Resource.AMBULANCES]
    on_call = run.prepared.world.units["on_call"] == 1
    assert (run.state.teams["arrived_ms"][on_call] > 0).all()


def test_where_a_size_up_sends_nobody_need_be_called_again() -> None:
    """Under most rules those on call come at the first words, before anybody commands."""
    run = played(*MANY, Cars(2, 60, 5, Span(2, 2), on_call=True))
    assert len(said(run, Verb.SIZE_UP)) == 1
    assert len(said(run, Verb.CALL_RESOURCES)) == 0
    on_call = run.prepared.world.units["on_call"] == 1
    assert (run.state.teams["arrived_ms"][on_call] > 0).all()


def test_nothing_is_called_where_nothing_is_on_call() -> None:
    """Without anybody on call no officers are called for."""
    assert Resource.OFFICERS not in said(played(*MANY), Verb.CALL_RESOURCES)["value"].tolist()


def test_plain_clothes_are_linked_up() -> None:
    """Whoever comes in plain clothes is made known before being used."""
    run = played(*MANY, Cars(1, 90, 0, Span(2, 2), plain_clothes=True))
    plain = int(np.flatnonzero(run.prepared.world.units["plain_clothes"] == 1)[0])
    assert plain in said(run, Verb.LINK_UP)["team"].tolist()
    assert int(run.state.teams[plain]["linked"]) == 1


def test_lone_officers_become_teams_where_nobody_goes_in_alone() -> None:
    """Under such a rule single officers are paired outside; elsewhere each is used at once."""
    single = (Cars(4, 40, 10, Span(1, 1)), Cars(4, 120, 10, Span(1, 1)))
    pairs = said(played(*single, profile="second-supervisor"), Verb.FORM_TEAM)
    assert len(pairs) > 0
    assert (pairs["team"] != pairs["other_team"]).all()
    assert len(said(played(*single), Verb.FORM_TEAM)) == 0
