"""The audit as a whole: splits, comparison, corrections and their file."""

import pytest

from tests import schedules
from warmzone.evidence.programmes import programme_rows, split_rows
from warmzone.interop.schedule_files import read_document
from warmzone.scenario.problems import Invalid
from warmzone.training.audit.audit import audit
from warmzone.training.audit.corrections import (
    Correction,
    read_corrections,
    with_correction,
    write_corrections,
)
from warmzone.training.audit.result import AuditedProgramme
from warmzone.training.audit.shares import Shares

THREAT = Shares(threat=1.0)


def audited(
    text: str | bytes, corrections: list[Correction] | None = None, name: str = "course.csv"
) -> AuditedProgramme:
    """A programme of this text."""
    data = text.encode() if isinstance(text, str) else text
    return audit(read_document(data, name), corrections or [])


def test_split_by_time() -> None:
    """The split weighs lessons by their minutes; breaks are not in it."""
    one = audited(schedules.as_csv())
    assert one.minutes_total == one.minutes_labelled == 390
    assert one.split.medical == pytest.approx(90 / 390, abs=1e-4)
    assert one.split.movement == pytest.approx(90 / 390, abs=1e-4)
    assert one.split.command == pytest.approx(90 / 390, abs=1e-4)
    assert one.split.threat == pytest.approx(90 / 390, abs=1e-4)
    assert one.split.other == pytest.approx(30 / 390, abs=1e-4)


def test_no_minutes_give_no_split() -> None:
    """Without minutes the split by time is empty, that by lessons is not."""
    one = audited("lesson,minutes\nTourniquets,\nAirway,\n")
    assert one.split.medical is None
    assert one.split_by_lessons.medical == 1.0
    assert one.minutes_total == 0


def test_foreign_lessons_are_left_out_of_the_split_and_told() -> None:
    """Minutes that nobody labelled count in the total and not in the split."""
    one = audited(
        "lesson,minutes\nBleeding control,30\nControle de hemorragias,60\n"
        "Via aérea dos feridos,60\n"
    )
    assert (one.minutes_total, one.minutes_labelled) == (150, 30)
    assert one.split.medical == 1.0
    (problem,) = [problem for problem in one.problems if problem.code == "not_english"]
    assert "2 of 3" in problem.message
    assert "Portuguese" in problem.message


def test_compared_with_the_estimate_and_with_others() -> None:
    """The estimate is compared on its three labels alone and says whose it is."""
    compared = audited(schedules.as_csv()).compared
    assert compared.claim.here.command == pytest.approx(1 / 3, abs=1e-4)
    assert compared.claim.here.threat is None
    assert compared.claim.estimate.medical == 0.7
    assert "not a measured figure" in compared.claim.whose
    assert compared.study is None
    assert [one.label for one in compared.programmes] == [
        "medical", "movement", "command", "threat", "other",
    ]  # fmt: skip
    assert all(one.lowest <= one.highest <= 1 for one in compared.programmes)


def test_evidence_of_programmes() -> None:
    """Every programme has minutes and a source; the estimate adds to 1 and has one."""
    rows = programme_rows()
    assert len({row.name for row in rows}) == len(rows)
    assert all(sum(row.minutes.values()) > 0 and row.source for row in rows)
    assert sum(row.value for row in split_rows().values()) == pytest.approx(1.0)
    assert all(row.source for row in split_rows().values())


def test_a_correction_is_applied_at_the_next_audit() -> None:
    """A corrected lesson has the person's shares, is certain, and says what the rules said."""
    correction = Correction("Tourniquets", THREAT, "course.csv", 45, "taught under fire")
    (one,) = audited("lesson,minutes\nTourniquets,30\n", [correction]).lessons
    assert (one.shares, one.minutes, one.confidence, one.corrected) == (THREAT, 45, 1.0, True)
    assert "medical 100 %" in one.reason
    assert "taught under fire" in one.reason


def test_a_correction_fits_titles_written_otherwise() -> None:
    """Capitals and marks make no other lesson; other words do."""
    correction = Correction("Wound packing: practice", THREAT, "course.csv")
    first, second = audited(
        "lesson,minutes\nWOUND PACKING - practice,30\nWound packing,30\n", [correction]
    ).lessons
    assert first.corrected
    assert not second.corrected


def test_a_correction_elsewhere_holds_only_for_titles_that_speak() -> None:
    """In another file `Tourniquets` is the same lesson, `Scenario 2` is not."""
    text = "lesson,minutes\nTourniquets,30\nScenario 2,30\n"
    elsewhere = [
        Correction("Tourniquets", THREAT, "old.csv"),
        Correction("Scenario 2", THREAT, "old.csv"),
    ]
    assert [one.corrected for one in audited(text, elsewhere).lessons] == [True, False]
    everywhere = [Correction("Scenario 2", THREAT)]
    assert [one.corrected for one in audited(text, everywhere).lessons] == [False, True]


def test_a_correction_elsewhere_brings_no_minutes() -> None:
    """How long a lesson lasts in one programme says nothing of another that states its own."""
    text = "lesson,minutes\nTourniquets,30\n"
    both = Correction("Tourniquets", THREAT, "old.csv", 95)
    (one,) = audited(text, [both]).lessons
    assert (one.shares, one.minutes) == (THREAT, 30)
    (other,) = audited(text, [Correction("Tourniquets", None, "old.csv", 95)]).lessons
    assert (other.minutes, other.corrected) == (30, False)


def test_corrected_minutes_are_summed_anew() -> None:
    """A lesson whose minutes a person gave is missing no longer, and the total is held to it."""
    text = "lesson,minutes\nTourniquets,30\nIncident command,\nTotal,90\n"
    assert [one.code for one in audited(text).problems] == ["minutes_missing", "total_differs"]
    right = [Correction("Incident command", None, "course.csv", 60)]
    assert audited(text, right).problems == ()
    wrong = [Correction("Incident command", None, "course.csv", 50)]
    (problem,) = audited(text, wrong).problems
    assert problem.code == "total_differs"
    assert "add up to 80 min" in problem.message


def test_the_own_programme_goes_first_and_the_last_word_counts() -> None:
    """Of several corrections that of the same file wins, and of two in one file the later."""
    text = "lesson,minutes\nTourniquets,30\n"
    movement, command = Shares(movement=1.0), Shares(command=1.0)
    several = [
        Correction("Tourniquets", movement, "course.csv"),
        Correction("Tourniquets", command, "course.csv"),
        Correction("Tourniquets", THREAT, "old.csv"),
    ]
    assert audited(text, several).lessons[0].shares == command


def test_corrections_without_a_lesson_are_told() -> None:
    """A correction of this file that fits no lesson is a problem, not forgotten."""
    one = audited(
        "lesson,minutes\nTourniquets,30\n", [Correction("Torniquets", THREAT, "course.csv")]
    )
    assert [problem.code for problem in one.problems] == ["correction_unused"]


def test_a_label_for_a_foreign_lesson() -> None:
    """A person can label what the rules cannot; it counts in the split then."""
    text = "lesson,minutes\nControle de hemorragias,60\nVia aérea dos feridos,60\n"
    correction = Correction("Controle de hemorragias", Shares(medical=1.0), "course.csv")
    one = audited(text, [correction])
    assert one.minutes_labelled == 60
    assert "had no label" in one.lessons[0].reason


def test_the_file_of_corrections_reads_as_written() -> None:
    """What is written is read back the same, commas and quotes too."""
    some = [
        Correction(
            'Say "go", then move', Shares(movement=0.75, threat=0.25), "a, b.csv", None, "ok"
        ),
        Correction("Airway", None, "", 45),
    ]
    assert read_corrections(write_corrections(some), "c.csv") == some


def test_a_new_correction_replaces_the_old_and_an_empty_one_removes_it() -> None:
    """One lesson of one programme has one correction."""
    first = with_correction([], Correction("Airway", THREAT, "a.csv"))
    second = with_correction(first, Correction("AIRWAY", Shares(other=1.0), "a.csv"))
    assert [one.shares for one in second] == [Shares(other=1.0)]
    assert with_correction(second, Correction("Airway", None, "a.csv")) == []


def test_per_cent_is_understood() -> None:
    """People write 70 and 70% as well as 0.7."""
    text = "lesson,medical,movement\nAirway,70,30\nDrags,20%,80%\n"
    assert [one.shares for one in read_corrections(text, "c.csv")] == [
        Shares(medical=0.7, movement=0.3),
        Shares(medical=0.2, movement=0.8),
    ]


def test_a_bad_file_of_corrections_gives_all_problems_at_once() -> None:
    """Every row that cannot be meant is named with what is allowed."""
    text = (
        "lesson,medical,threat,minutes\nAirway,0.7,0.7,\nDrags,x,,\n,1,,\nCarries,,,-3\nLifts,,,\n"
    )
    with pytest.raises(Invalid) as caught:
        read_corrections(text, "c.csv")
    places = [problem.place for problem in caught.value.problems]
    assert places == ["row 2", "row 3: medical", "row 4: lesson", "row 5: minutes", "row 6"]
    with pytest.raises(Invalid, match="a,b"):
        read_corrections("a,b\n1,2\n", "c.csv")
    with pytest.raises(Invalid, match="colour"):
        read_corrections("lesson,medical,colour\nAirway,1,red\n", "c.csv")
