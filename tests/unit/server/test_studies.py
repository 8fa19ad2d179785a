"""The shipped run of the claim that the study page shows is the one that the reference tells."""

import json
from pathlib import Path

from tools.claims import page, shipped
from warmzone.server.studies import FRAGILE, SHIPPED_RUN, shipped_run
from warmzone.studies.claims.found import marked
from warmzone.studies.claims.suite import READERS

PAGE = Path("docs/reference/claims.md")


def test_the_page_and_the_reference_tell_the_same_run() -> None:
    """Each study of the claim with its verdict and why; the page is made from the same data."""
    assert PAGE.read_text(encoding="utf-8") == page()
    run = shipped_run()
    assert list(run) == list(READERS)
    text = PAGE.read_text(encoding="utf-8")
    for one in run.values():
        why = one["why"].removeprefix(f"{FRAGILE}; ")
        verdict = marked(one["verdict"], fragile=why != one["why"])
        assert f"| {verdict} | {why} |" in text
        assert f"`{one['found_with']}`" in text


def test_what_is_kept_of_a_run_is_a_part_of_it() -> None:
    """Taken from the report's own numbers, the first hours from whichever table has them."""
    rows = [
        ["8 h of medical", "-1", "", "", "", ""],
        ["first 8 h of medical", "-2", "", "", "", ""],
    ]
    study = {name: name for name in ("id", "title", "digest", "verdict", "fragile", "why")}
    study |= {"incidents": 7, "sentences": ["s"], "tables": [{"heads": [], "rows": rows}]}
    told = {"results_version": "5", "evidence_digest": "e", "deviations": [], "studies": [study]}
    kept = shipped(told)["studies"][0]
    assert kept["first_hours"] == rows[1:]
    assert "tables" not in kept
    assert json.loads(SHIPPED_RUN.read_text(encoding="utf-8")).keys() == shipped(told).keys()
