"""Play the study of the score, and put what it found and its figure into the documents.

`python -m tools.score_page [--seeds 5] [--replays 64]`; some minutes on two cores.
"""

import argparse
import os
from dataclasses import replace
from pathlib import Path

from warmzone.cli.progress import Lines
from warmzone.doctrine.shipped import shipped_machine
from warmzone.measures.decisions.score import ERROR_POINTS
from warmzone.studies.score.figure import drawn
from warmzone.studies.score.page import page, summary
from warmzone.studies.score.report import FROM, GOAL
from warmzone.studies.score.study import Plan, put_to_test

DOCS = Path(__file__).parent.parent / "docs"
BEGIN, END = (
    "<!-- found: made by python -m tools.score_page -->\n",
    "<!-- end of what was found -->",
)


def put_in(text: str, found: str) -> str:
    """The page with another section between its marks. Raises ValueError where it has none."""
    begin, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    return f"{text[:begin]}\n{found}\n{text[end:]}"


def main() -> None:
    """Play, write, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seeds", type=int, default=Plan().seeds)
    parser.add_argument("--replays", type=int, default=Plan().replays)
    asked = parser.parse_args()
    plan = replace(Plan(), seeds=asked.seeds, replays=asked.replays, workers=os.cpu_count() or 1)
    found = put_to_test(plan, shipped_machine(), Lines("exercises").say)
    where = DOCS / "explanation" / "score.md"
    where.write_text(put_in(where.read_text(encoding="utf-8"), page(found)), encoding="utf-8")
    (DOCS / "images" / "score.svg").write_text(drawn(found, GOAL, FROM), encoding="utf-8")
    error = found.parts("points").error_alone(1)
    print(f"{summary(found)}; standard error {error:.1f}, ERROR_POINTS says {ERROR_POINTS:.0f}")


if __name__ == "__main__":
    main()
