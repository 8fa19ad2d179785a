"""The figures of the verification page: `python -m tools.verification_page FILE [--check]`.

FILE is what `warmzone verify --json` printed. Between two marks of `docs/reference/verification.md`
every figure is made from it, and none is written by hand. `--check` writes nothing and fails where
the page says anything else.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from warmzone.studies.verification.told import number

PAGE = Path(__file__).parents[1] / "docs/reference/verification.md"
BEGIN, END = "<!-- figures: python -m tools.verification_page -->", "<!-- end of figures -->"
HEADS = "| Target | Printed (interval) | Simulated | | Fitted |\n|---|---|---|---|---|"


def figures(told: dict[str, Any]) -> str:
    """All figures of a verification, as the page shows them between its marks."""
    made = told["provenance"]
    published = [each for each in told["targets"] if each["label"] == "published"]
    own = [each for each in told["targets"] if each["label"] != "published"]
    inputs = [each for each in told["fitted_parameters"] if each["chosen"] != "fitted"]
    opening = (
        f"Results `{made['results_version']}`, {made['incidents']} incidents from seed "
        f"{made['first_seed']}: {counted(published, fitted=False)} published targets inside that "
        f"were not fitted, {counted(published, fitted=True)} that were; "
        f"{sum(each['inside'] for each in own)} of {len(own)} own golden cases. Numbers chosen: "
        f"{len(told['fitted_parameters']) - len(inputs)} searched for, {len(inputs)} needed and "
        "not printed, or taken from the very source."
    )
    rows = [HEADS, *(row(each) for each in published)]
    return "\n".join([opening, "", *rows, "", *lists(told)])


def counted(targets: list[dict[str, Any]], *, fitted: bool) -> str:
    """How many of those fitted, or of the others, are inside."""
    part = [each for each in targets if each["fitted"] == fitted]
    return f"{sum(each['inside'] for each in part)} of {len(part)}"


def row(each: dict[str, Any]) -> str:
    """One target: printed with its interval, simulated, inside or not, fitted or not."""
    unit = each["unit"]
    printed, low, high, simulated = (
        number(each[name], unit) for name in ("printed", "printed_low", "printed_high", "simulated")
    )
    inside = "inside" if each["inside"] else "**outside**"
    fitted = "fitted" if each["fitted"] else "no"
    return f"| `{each['id']}` | {printed} ({low} to {high}) | {simulated} | {inside} | {fitted} |"


def lists(told: dict[str, Any]) -> list[str]:
    """Explanations of the drill, clocks held out, hypotheses: a line each."""
    scores = [f"{each['name']} {each['score']:.0f}" for each in told["explanations"]]
    held_out = [each for each in told["held_out"] if not each["used_for"]]
    tested = told["hypotheses"]
    as_expected = sum(each["found"] == each["expected"] for each in tested)
    unclear = sum(each["found"] == "open" for each in tested)
    inside = sum(each["inside"] for each in held_out)
    against = len(tested) - as_expected - unclear
    signs = f"{as_expected} of {len(tested)} with the sign expected, {unclear} open"
    share = f"{inside} of {len(held_out)} comparisons in the middle 90 %"
    return [
        f"- Scores of the drill, lower is better: {'; '.join(scores)}.",
        f"- Clocks of real incidents held out, each under two commanders: {share}.",
        f"- Hypotheses: {signs}, {against} against it.",
    ]


def with_figures(page: str, told: dict[str, Any]) -> str:
    """The page with its figures made anew. Raises ValueError where a mark is missing."""
    before, begin, rest = page.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE.name}: the marks {BEGIN} and {END} are wanted")
    return f"{before}{BEGIN}\n\n{figures(told)}\n\n{END}{after}"


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or with `--check` say whether it holds these figures."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("file", type=Path, help="what `warmzone verify --json` printed")
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a difference")
    chosen = parser.parse_args(arguments)
    page = PAGE.read_text(encoding="utf-8")
    made = with_figures(page, json.loads(chosen.file.read_text(encoding="utf-8")))
    if chosen.check:
        return 0 if made == page else 1
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
