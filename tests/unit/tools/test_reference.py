"""The reference tables stand in the docs as the code makes them."""

import pytest

from tools.reference import FOLDER, PAGES


@pytest.mark.parametrize("name", sorted(PAGES))
def test_page_is_what_the_code_makes(name: str) -> None:
    """Run `python -m tools.reference` after a change of verbs, points or detectors."""
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name]()
