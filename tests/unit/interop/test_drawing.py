"""A site as a picture."""

import struct

from warmzone.interop.drawing import draw_site
from warmzone.interop.labels import broken, label_for
from warmzone.scenario.library import open_site, site_ids


def test_a_drawing_is_a_picture_with_room_for_each_level() -> None:
    """A PNG of a size that names can be read in."""
    picture = draw_site(open_site("school"))
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    assert width >= 1000
    assert height >= 1000


def test_the_same_site_gives_the_same_picture() -> None:
    """No date and no version is in the picture."""
    assert draw_site(open_site("school")) == draw_site(open_site("school"))


def test_names_fit_into_the_rooms_of_shipped_sites() -> None:
    """Nearly every area of a shipped site carries a name at the scale of its drawing."""
    for site_id in site_ids():
        site = open_site(site_id)
        labelled = [label_for(area, 6.0, set()) for area in site.areas]
        assert sum(label is not None for label in labelled) >= 0.6 * len(labelled)


def test_words_are_broken_into_lines_of_about_one_length() -> None:
    """Line breaks keep words whole and in order."""
    assert broken(["Computer", "lab"], 2) == "Computer\nlab"
    assert broken(["Main", "corridor", "west"], 3) == "Main\ncorridor\nwest"
