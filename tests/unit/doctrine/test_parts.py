"""Which parts the commanders give out, to whom, and by whose rules."""

import numpy as np

from tests.unit.doctrine.test_officers import played, said
from warmzone.scenario.incident import Cars, ProfileName, Span
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Discipline, Role
from warmzone.vocabulary.orders import Verb

CROWD = (Cars(8, 40, 5, Span(2, 2)), Cars(6, 120, 5, Span(2, 2)))


def parts(run: Run) -> set[int]:
    """The parts that were given out."""
    return set(said(run, Verb.APPOINT)["value"].tolist())


def crowded(profile: ProfileName) -> Run:
    """An incident to which more come than one person can lead."""
    return played(*CROWD, profile=profile)


def test_inside_out_gives_areas_and_staging_to_officers() -> None:
    """By the rules that know area control, somebody leads staging and somebody an area."""
    run = crowded("inside-out")
    given = said(run, Verb.APPOINT)
    assert {Role.STAGING, Role.AREA_CONTROL} <= parts(run)
    officers = given["team"][np.isin(given["value"], (Role.STAGING, Role.AREA_CONTROL))]
    assert (run.prepared.world.units["discipline"][officers] == Discipline.POLICE).all()


def test_other_rules_leave_areas_and_staging_alone() -> None:
    """Without area control in the rules only crews are given parts."""
    assert not parts(crowded("fifth-officer")) & {Role.STAGING, Role.AREA_CONTROL}


def test_a_crew_that_is_known_is_given_transport_once() -> None:
    """The one crew's leader is Transport, and nobody is asked again once it is known."""
    given = said(crowded("fifth-officer"), Verb.APPOINT)
    heard = given[(given["value"] == Role.TRANSPORT) & (given["acked_ms"] >= 0)]
    assert len(heard) == 1


def test_a_crew_alone_leads_itself() -> None:
    """With one crew there is nothing for Transport or Triage to lead."""
    run = played(*CROWD, profile="fifth-officer", crews=1)
    assert not parts(run)
