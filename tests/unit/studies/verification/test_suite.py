"""A verification accounts for every target, keeps misses, and says what it was made with."""

from dataclasses import replace
from pathlib import Path

import pytest

from warmzone.evidence.targets import targets
from warmzone.simulation.machine import PLAIN
from warmzone.simulation.run import Defect
from warmzone.studies.verification import suite
from warmzone.studies.verification.files import write_report
from warmzone.studies.verification.html_page import as_html
from warmzone.studies.verification.lookup import interval_of, target_of
from warmzone.studies.verification.pdf_pages import as_pdf
from warmzone.studies.verification.playing import Setup
from warmzone.studies.verification.report import report_of
from warmzone.studies.verification.result import (
    Chart,
    Checked,
    Dot,
    Family,
    Line,
    NotSimulated,
    Parameter,
    Provenance,
    Simulated,
    Verification,
)
from warmzone.studies.verification.told import misses, number, summary, told

SETUP = Setup(PLAIN, 20, 7)
KEYS = {
    "id", "source", "unit", "printed", "printed_low", "printed_high", "simulated",
    "simulated_low", "simulated_high", "inside", "fitted",
}  # fmt: skip


def made_up() -> Verification:
    """A verification with a hit, a miss and a target that was not simulated."""
    hit = target_of("fbi-2014.over_by_2")
    miss = target_of("fbi-2014.over_by_5")
    later = target_of("fbi-2014.over_before_police")
    bounds = {t.id: interval_of(t) for t in (hit, miss, later)}
    chart = Chart(
        "How long",
        "minutes",
        "share",
        (Line("simulated", (0, 5), (0, 1)),),
        (Dot(2, 0.36, 0.24, 0.49),),
    )
    family = Family(
        "fbi-2014",
        "FBI & others",
        "How <it> was asked.",
        parameters=(Parameter("a number", 1.5, "s", 1, 2, "not printed", "fbi-2014", "why"),),
        charts=(chart,),
    )
    found = [(hit, Simulated(hit.id, 0.36, 0.3, 0.4, True)), (miss, Simulated(miss.id, 0.1, 0, 1))]
    return Verification(
        (family,),
        tuple(Checked(t, bounds[t.id].low, bounds[t.id].high, "m", s) for t, s in found),
        (NotSimulated(later, 0.43, 0.67, "m", "no police yet"),),
        Provenance("0", "1+a", "a", "plain", "here", 7, 20, 1.0),
    )


def test_every_target_belongs_to_a_family() -> None:
    """No target of the table is out of the suite's sight."""
    assert {target.family for target in targets()} == set(suite.FAMILIES) - suite.WITHOUT_TARGETS


def test_a_kernel_that_stops_costs_its_own_family_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its targets stand without a value and with the reason; the other families have theirs."""

    def stops(_setup: Setup) -> Family:
        raise Defect("defect 3 at 60000 ms")

    monkeypatch.setitem(suite.FAMILIES, "fbi-2014", stops)
    heard: list[str] = []
    verification = suite.verify(replace(SETUP, report=heard.append), ["fbi-2014", "rpm-own"])
    assert {each.target.family for each in verification.not_simulated} == {"fbi-2014"}
    assert all("defect 3" in each.reason for each in verification.not_simulated)
    assert {each.target.family for each in verification.checked} == {"rpm-own"}
    assert [line.partition("with ")[2] for line in heard] == [
        "fbi-2014 (1 of 2)",
        "rpm-own (2 of 2)",
    ]


def test_misses_are_told_with_both_numbers() -> None:
    """One sentence a miss: the printed interval and the simulated value."""
    (miss,) = misses(made_up())
    assert miss.startswith("outside: fbi-2014.over_by_5: printed ")
    assert miss.endswith("simulated 10.0 %")


def test_every_target_of_a_family_is_accounted_for() -> None:
    """The golden cases compared, all of them exact, and what they were made with."""
    verification = suite.verify(SETUP, ["rpm-own"])
    assert [c.target.id for c in verification.checked] == [
        t.id for t in targets() if t.family == "rpm-own"
    ]
    assert all(checked.inside for checked in verification.checked)
    assert verification.provenance.machine == "plain"
    assert verification.provenance.seed == 7


@pytest.mark.parametrize("change", ["lost", "strange"])
def test_a_target_forgotten_or_made_up_is_a_defect(
    change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A family that skips a target, or speaks of one that is none, fails loudly."""

    def bad(setup: Setup) -> Family:
        family = golden(setup)
        if change == "lost":
            return replace(family, simulated=family.simulated[1:])
        return replace(family, simulated=(*family.simulated, Simulated("rpm-own.x.y", 1, 1, 1)))

    golden = suite.FAMILIES["rpm-own"]
    monkeypatch.setitem(suite.FAMILIES, "rpm-own", bad)
    with pytest.raises(ValueError, match="rpm-own"):
        suite.verify(SETUP, ["rpm-own"])


def test_json_has_the_promised_keys_and_keeps_misses() -> None:
    """Targets with their keys, inside or not; chosen numbers; what is missing, and why."""
    values = told(made_up())
    assert [target.keys() >= KEYS for target in values["targets"]] == [True, True]
    assert [target["inside"] for target in values["targets"]] == [True, False]
    assert [target["fitted"] for target in values["targets"]] == [True, False]
    assert values["fitted_parameters"][0]["chosen"] == "not printed"
    assert values["not_simulated"][0]["reason"] == "no police yet"
    assert values["provenance"]["first_seed"] == 7


def test_the_summary_keeps_fitted_hits_apart() -> None:
    """A hit that was fitted is not counted among those that were not."""
    lines = summary(made_up())
    assert "0 of 1 published targets inside, not fitted." in lines
    assert "1 of 1 published targets inside, fitted." in lines
    assert "1 targets not simulated yet." in lines


def test_the_page_says_misses_and_needs_nothing_beside_it() -> None:
    """The miss is listed, text is escaped, the picture is inside, nothing is fetched.

    Figures and intervals are told from words, so that they stay on one line.
    """
    page = as_html(report_of(made_up()))
    assert '<td class="figure">55.9 % to 79.8 %</td>' in page
    assert "<td>incidents over within 5 min</td>" in page
    assert "<h2>Misses</h2>" in page
    assert "incidents over within 5 min" in page
    assert "How &lt;it&gt; was asked." in page
    assert page.count("<svg") == 2
    assert "not for use in a live incident" in page
    for fetched in ("src=", "<script", "@import", "url(h"):
        assert fetched not in page


def test_the_pages_are_a_tagged_pdf() -> None:
    """A PDF that names its language and its pictures for those who cannot see them."""
    pdf = as_pdf(report_of(made_up()))
    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf or b"/ObjStm" in pdf


def test_both_files_are_written_where_they_are_wanted(tmp_path: Path) -> None:
    """Folder made, two files in it, their paths returned."""
    html, pdf = write_report(made_up(), tmp_path / "a" / "b")
    assert html.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert pdf.read_bytes()[:5] == b"%PDF-"


def test_numbers_are_written_as_their_unit_is_read() -> None:
    """Shares as per cent, minutes to a tenth, people to three places."""
    assert number(0.3594, "share") == "35.9 %"
    assert number(11.94, "min") == "11.9"
    assert number(6.5672, "people") == "6.567"
