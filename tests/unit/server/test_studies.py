"""The shipped run of the claim that the study page shows is the one that the reference tells."""

import re
from pathlib import Path

from warmzone.server.studies import shipped_run
from warmzone.studies.claims.suite import READERS

PAGE = Path("docs/reference/claims.md")


def test_the_page_and_the_reference_tell_the_same_run() -> None:
    """Each verdict, its why and the results version, study by study."""
    text = PAGE.read_text(encoding="utf-8")
    version = re.search(r"Found with results `([^`]+)`", text)
    assert version is not None
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if re.match(r"\| \d", line)
    ][: len(READERS)]
    told = sorted((row[1], row[2]) for row in rows)
    run = shipped_run()
    assert set(run) == set(READERS)
    assert sorted((one["verdict"], one["why"]) for one in run.values()) == told
    assert {one["found_with"] for one in run.values()} == {version[1]}
