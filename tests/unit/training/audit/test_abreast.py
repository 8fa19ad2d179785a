"""Promises about pages set in two columns."""

from warmzone.training.audit.abreast import one_below_the_other
from warmzone.training.audit.read import read_schedule
from warmzone.training.audit.schedule import Document, Line


def lines(*texts: str) -> list[Line]:
    """Lines of one page."""
    return [Line(text, "page 1") for text in texts]


def test_left_column_first() -> None:
    """Days that stand side by side are read one after the other, each lesson with its day."""
    page = lines(
        "Active threat course",
        "Day One                                   Day Two",
        "0800-0900 Introduction                    0800-1000 Room entry",
        "0900-1030 Tourniquets                     1000-1200 Rescue task force",
        "1030-1200 Drags and carries",
    )
    found = read_schedule(Document("two.pdf", tuple(one_below_the_other(page))))
    assert [(one.day, one.title, one.minutes) for one in found.lessons] == [
        ("Day One", "Introduction", 60),
        ("Day One", "Tourniquets", 90),
        ("Day One", "Drags and carries", 90),
        ("Day Two", "Room entry", 120),
        ("Day Two", "Rescue task force", 120),
    ]


def test_lengths_behind_titles() -> None:
    """Titles with their lengths side by side are lessons of two columns, too."""
    page = lines(
        "Tourniquet lab 60 min          Incident command 45 min",
        "Wound packing 30 min           Staging 20 min",
    )
    assert [line.text for line in one_below_the_other(page)] == [
        "Tourniquet lab 60 min",
        "Wound packing 30 min",
        "Incident command 45 min",
        "Staging 20 min",
    ]


def test_one_table_stays() -> None:
    """A table with times, titles and lengths is one column of lessons and stays as it is."""
    page = lines(
        "Time          Topic                 Length",
        "0800-0900     Tourniquets           60 min",
        "0900-1000     Incident command      60 min",
    )
    assert one_below_the_other(page) == page
