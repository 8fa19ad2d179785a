"""What a lesson is labelled, why, and how surely."""

import pytest

from warmzone.training.audit.label import Labelled, label_lessons
from warmzone.training.audit.schedule import Lesson
from warmzone.training.audit.shares import LABELS
from warmzone.training.audit.words import all_groups, vocabulary


def label(*titles: str, method: str = "") -> list[Labelled]:
    """The labels of a programme of these titles."""
    return label_lessons([Lesson(title, 60, method) for title in titles])


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("Tourniquets and wound packing", "medical"),
        ("Control of bleeding", "medical"),
        ("Less-lethal weapon injuries", "medical"),
        ("Drags, carries and litters", "movement"),
        ("Moving the wounded", "movement"),
        ("Readies and carries", "threat"),
        ("Team movement", "threat"),
        ("Room entry", "threat"),
        ("Staging and unified command", "command"),
        ("Radio discipline", "command"),
        ("Introduction to incident command", "command"),
        ("Use-of-force law", "other"),
        ("History of mass shootings", "other"),
        ("Law enforcement bleeding control", "medical"),
        ("Course evaluation and certificates", "other"),
    ],
)
def test_plain_titles(title: str, main: str) -> None:
    """A title that says what is taught gets that label, and is sure of it."""
    (one,) = label(title)
    assert one.shares.main() == main
    assert one.confidence >= 0.6


def test_shares_add_to_one() -> None:
    """Whatever a title mixes, its shares are hundredths that add to 1."""
    titles = ("Triage, drags, staging, room entry and law", "", "Scenario", "Care under fire")
    for one in label(*titles):
        assert round(sum(one.shares.of(label) for label in LABELS), 9) == 1.0


def test_a_mixed_title_is_shared() -> None:
    """Two subjects side by side share a lesson; the reason names the words of both."""
    (one,) = label("Tourniquets and casualty drags")
    assert one.shares.medical == pytest.approx(0.5, abs=0.1)
    assert one.shares.movement == pytest.approx(0.5, abs=0.1)
    assert one.reason == "“Tourniquets” (medical); “drags” (movement)."


def test_a_setting_is_not_the_subject() -> None:
    """Where care is taught for an active shooter, the lesson stays care."""
    (one,) = label("Airway management at an active shooter incident")
    assert one.shares.medical >= 0.75
    assert "setting only" in one.reason


def test_a_scenario_takes_after_its_programme() -> None:
    """A scenario without a word of its own practises what the programme teaches, less surely."""
    care = label("Tourniquets", "Airway", "Scenario 2")[-1]
    tactics = label("Room entry", "Building search", "Scenario 2")[-1]
    assert care.shares.main() == "medical"
    assert tactics.shares.main() == "threat"
    assert care.confidence < 0.6
    assert "rest of the programme" in care.reason
    assert not care.is_telling


def test_a_tabletop_is_command_as_far_as_nothing_else_is_said() -> None:
    """A tabletop alone is command; one on treatment is shared with care."""
    alone, clinical = label("Module 1", "Treatment priorities", method="tabletop")
    assert alone.shares.main() == "command"
    assert clinical.shares.medical > 0
    assert clinical.shares.command > 0


def test_details_speak_where_the_title_does_not() -> None:
    """The lines below a title decide where the title says nothing."""
    (one,) = label_lessons([Lesson("Block C", 60, details=("Tourniquets", "Chest seals"))])
    assert one.shares.medical == 1.0


def test_other_languages_are_not_labelled() -> None:
    """Titles in another language are named as such and get no label; English ones beside do."""
    made = label("Controle de hemorragias", "Via aérea", "Torniquete", "Bleeding control")
    assert [one.language for one in made] == ["Portuguese"] * 3 + [""]
    assert [one.confidence for one in made[:3]] == [0.0] * 3
    assert "Portuguese" in made[0].reason
    assert made[3].shares.medical == 1.0


def test_a_word_that_two_languages_share_makes_no_title_english() -> None:
    """In a schedule that is German as a whole, one with “Team” in it is German, too."""
    made = label(
        "Begrüßung und Sicherheitsbelehrung",
        "Vorgehen im Team, Räume durchsuchen",
        "Einsatzleitung, Führung und Funk",
    )
    assert [one.language for one in made] == ["German"] * 3


@pytest.mark.parametrize(
    "title",
    [
        "De-escalation", "LE movement", "PAR and radio", "IM injections", "En route care",
        "IS-100 review", "Débridement of wounds", "El Paso case study", "Airway in a van",
    ],
)  # fmt: skip
def test_english_that_looks_foreign(title: str) -> None:
    """Short English titles with a foreign look are labelled."""
    (one,) = label(title)
    assert one.language == ""


def test_the_table_of_words_is_sound() -> None:
    """No word stands twice, and every group weighs what it says."""
    words = [word for group in all_groups() for word in group.words]
    assert len(words) == len(set(words))
    for group in all_groups():
        total = sum(group.weights().values())
        assert total == pytest.approx(group.strength), group.name
        assert group.words, group.name


def test_the_longest_entry_wins() -> None:
    """Where entries overlap the longer one is found."""
    from warmzone.training.audit.words import pieces

    (run,) = pieces("Movement of casualties")
    assert [one.seen("Movement of casualties") for one in vocabulary().find(run)] == [
        "Movement of casualties"
    ]
