"""The verification page says what the program says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tools import verification_page
from tools.verification_page import BEGIN, END, PAGE, figures, main, with_figures
from warmzone.evidence.targets import targets
from warmzone.studies.verification.told import number


def told(simulated: float = 5.5) -> dict[str, Any]:
    """A verification of one fitted target that is inside, and little else."""
    target = {
        "id": "x.y", "unit": "min", "printed": 5.0, "printed_low": 4.0, "printed_high": 6.0,
        "simulated": simulated, "inside": 4.0 <= simulated <= 6.0, "fitted": True,
        "label": "published",
    }  # fmt: skip
    return {
        "targets": [target],
        "fitted_parameters": [{"chosen": "fitted"}, {"chosen": "not printed"}],
        "explanations": [{"name": "the world", "score": 12.4}],
        "held_out": [{"inside": True, "used_for": ""}, {"inside": True, "used_for": "a row"}],
        "hypotheses": [{"found": "fewer", "expected": "fewer"}, {"found": "open", "expected": "x"}],
        "provenance": {"results_version": "1", "incidents": 20, "first_seed": 1},
    }


def test_every_figure_comes_from_the_file() -> None:
    """Targets, counts, scores, clocks held out (not those used) and hypotheses."""
    made = figures(told())
    assert "| `x.y` | 5.0 (4.0 to 6.0) | 5.5 | inside | fitted |" in made
    assert "0 of 0 published targets inside that were not fitted, 1 of 1 that were" in made
    assert "the world 12" in made
    assert "1 of 1 comparisons in the middle 90 %" in made
    assert "1 of 2 with the sign expected, 1 open, 0 against" in made


def test_what_stands_outside_the_marks_stays() -> None:
    """Only what is between the marks is made; a page without them is refused."""
    page = f"before\n{BEGIN}\nstale\n{END}\nafter\n"
    made = with_figures(page, told())
    assert made.startswith("before\n")
    assert made.endswith("\nafter\n")
    assert "stale" not in made
    with pytest.raises(ValueError, match="marks"):
        with_figures("before", told())


def test_the_check_fails_where_page_and_file_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Equal: 0. One simulated number changed: 1, and the page is left as it is."""
    page, file = tmp_path / "page.md", tmp_path / "verification.json"
    page.write_text(f"{BEGIN}{END}\n", encoding="utf-8")
    monkeypatch.setattr(verification_page, "PAGE", page)
    file.write_text(json.dumps(told()), encoding="utf-8")
    assert main([str(file)]) == 0
    assert main([str(file), "--check"]) == 0
    file.write_text(json.dumps(told(7.0)), encoding="utf-8")
    assert main([str(file), "--check"]) == 1
    assert "5.5" in page.read_text(encoding="utf-8")


def test_the_page_prints_what_the_evidence_prints() -> None:
    """Every published target is on the page once, with the value of its evidence row."""
    page = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    rows = dict(re.findall(r"^\| `([a-z0-9.\-_]+)` \| ([^(]+) \(", page, re.MULTILINE))
    published = [target for target in targets() if target.label == "published"]
    assert {target.id: number(target.value, target.unit) for target in published} == rows
