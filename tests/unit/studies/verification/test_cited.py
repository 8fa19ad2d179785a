"""No study is compared with as if nothing in the world had been taken from it."""

from warmzone.simulation.machine import PLAIN
from warmzone.studies.verification import suite
from warmzone.studies.verification.cited import WORDS, cited_by_evidence
from warmzone.studies.verification.playing import Setup
from warmzone.studies.verification.result import Family


def test_every_family_has_its_words() -> None:
    """A family whose name in the tables is unknown would never be seen to be cited."""
    assert WORDS.keys() == suite.FAMILIES.keys()


def test_rows_taken_from_a_study_are_named() -> None:
    """The hazard's length was derived from the FBI's shares; the drill gave a crew's work."""
    names = {family: {row.name for row in cited_by_evidence(family)} for family in WORDS}
    assert {"hazard_duration_median_s", "hazard_duration_sigma"} <= names["fbi-2014"]
    assert "rtf_assemble_s" in names["bachman-2019"]
    assert "walk_m_per_s" not in set().union(*names.values())
    for family in WORDS:
        assert all(row.chosen == "from this source" for row in cited_by_evidence(family))


def test_the_suite_adds_them_to_what_a_family_names_itself() -> None:
    """A family that names nothing is still reported with the rows that cite it."""
    found = suite.verify(Setup(PLAIN, 20, 1), ["hirshberg-2005"]).families[0]
    assert isinstance(found, Family)
    assert set(cited_by_evidence("hirshberg-2005")) <= set(found.parameters)
