"""A kept review is shown by the program that made it only."""

from pathlib import Path

import pytest

from warmzone.review import form


@pytest.fixture(autouse=True)
def _fresh() -> None:
    form.form.cache_clear()


def test_the_form_is_that_of_the_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same files have the same form; a changed word, or another file, has another."""
    monkeypatch.setattr(form, "REVIEW", tmp_path / "review")
    monkeypatch.setattr(form, "MADE_BY", (tmp_path / "review",))
    (tmp_path / "review").mkdir()
    words = tmp_path / "review" / "words.py"
    seen = []
    for text in ("one", "one", "two"):
        words.write_text(text)
        form.form.cache_clear()
        seen.append(form.form())
    assert seen[0] == seen[1] != seen[2]
    (tmp_path / "review" / "more.py").write_text("")
    form.form.cache_clear()
    assert form.form() not in seen
    form.form.cache_clear()
