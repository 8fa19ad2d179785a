"""Reports are said in one place: on the radio and afterwards in the same words."""

import pytest

from tests.played import open_drill
from warmzone.review import names as reviewed
from warmzone.review.reports import Called, cannot_words, counted, report_sentence, report_words
from warmzone.server import names as live
from warmzone.simulation.messages import Report
from warmzone.vocabulary.codes import Source
from warmzone.vocabulary.reports import CannotReason, ReportKind


@pytest.fixture(scope="module")
def called() -> tuple[Called, Called]:
    """The names as a review has them, and as the radio has them."""
    prepared = open_drill()[0].run.prepared
    units = prepared.units
    medical = (n for n, unit in enumerate(units) if unit.agency.discipline == "medical")
    callsigns = tuple(unit.callsign for unit in units)
    return reviewed.Names(prepared), live.Names(callsigns, frozenset(medical), prepared.site)


def report(kind: ReportKind, team: int, area: int, source: Source) -> Report:
    """A report of two reds and a green."""
    return Report(0, kind, team, area, source, 1, (2, 0, 1, 0), 1, 60_000, 0, 0, 3)


@pytest.mark.parametrize("kind", ReportKind)
def test_what_was_heard_stands_as_it_was_said(
    called: tuple[Called, Called], kind: ReportKind
) -> None:
    """Whoever tells of a report has the same words for it, whatever it is and whoever speaks."""
    for team, source in ((0, Source.TEAM), (-1, Source.CALLER)):
        for area in (-1, 0, 4):
            said = report(kind, team, area, source)
            afterwards, radio = (report_words(said, names) for names in called)
            assert afterwards == radio
            assert report_sentence(said, called[1]) == f"{radio[:1].upper()}{radio[1:]}."


def test_every_reason_of_a_team_has_words() -> None:
    """A team that cannot do as told says why, each reason in its own words."""
    texts = [cannot_words(reason) for reason in CannotReason]
    assert len(set(texts)) == len(texts)
    assert "cannot do it" not in texts


def test_casualties_are_counted_by_colour() -> None:
    """Colours that nobody has are left out; nobody at all is said."""
    assert counted((2, 0, 1, 0)) == "2 red, 1 green"
    assert counted((0, 0, 0, 0)) == "nobody hurt"
