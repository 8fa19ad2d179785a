"""Ship what a search found: `python -m tools.optimised FOLDER` takes a run's `optimised.json`.

The folder is one that `warmzone study optimise --out FOLDER` wrote. The data of the commanders and
the page that tells of them are then the same run's.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from warmzone.doctrine.optimised import FILE, search_told, searched

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "optimised.md"

_ABOUT = (
    "Made by `python -m tools.optimised` from the search whose rules ship as the commanders "
    "`optimised` and `optimised-post`. How it is searched and why this is fair: "
    "[Run a study](../how-to/run-a-study.md)."
)
_READING = (
    "Savable deaths in 100 incidents, against hand-written `interior` and against the family's own "
    "hand-written rules; in the last column responders hurt. After ± the half-width of the mean "
    "over evidence, physiologies and luck together. *Chosen* is the same on the scenarios of the "
    "selection, luck alone, where the best of several was picked: read it for nothing but how "
    "much picking flatters."
)
_MOVED = (
    "What `optimised` does otherwise than the hand-written rules of its family, each put back "
    "alone, in savable deaths in 100 incidents of the final test:"
)
_CAUTION = (
    "The search looks at deaths among the savable; rules under which surely more responders are "
    "hurt on the selection than under the hand-written ones of their family are not chosen, and no "
    "family ships under which the final test tells more hurt than under hand-written `interior` "
    "while there is another. Where an interval holds nought, nothing was shown."
)

_SWEPT = (
    "Hand-written `interior` with one rule moved, all else as it is, on the scenarios of the "
    "search: savable deaths in 100 incidents against it, luck alone. The worse half was dropped "
    "again and again, so what is near the top was played longest."
)
_SWEPT_HEAD = """\
| moved | deaths in 100 | incidents |
|---|---:|---:|"""
_PAIRS = "The best of them in pairs, and more of them together:"

_HEAD = """\
| family | tried | chosen | against `interior` | against its hand | responders against `interior` |
|---|---:|---:|---:|---:|---:|"""


def page() -> str:
    """The page on the search that ships."""
    told = search_told()
    if "families" not in told:
        return f"# Rules that a search found\n\n{_ABOUT}\n"
    parts = [
        "# Rules that a search found",
        _ABOUT,
        _how(told),
        _READING,
        "\n".join([_HEAD, *(_row(each) for each in told["families"])]),
        _shipped(),
        _MOVED,
        "\n".join(f"- {each}." for each in told["learned"])
        or "- Nothing: its hand-written rules were the best on the selection.",
        *_swept(told),
        _CAUTION,
    ]
    return "\n\n".join(parts) + "\n"


def _swept(told: dict[str, Any]) -> list[str]:
    """What each rule is worth when moved alone, and what moving several brings."""
    swept = told.get("swept")
    if swept is None:
        return []
    rows = [
        f"| {each['advice']} | {_cell(each)} | {each['n']:,} |"
        for each in sorted(swept["alone"], key=lambda each: float(each["mean"]))
    ]
    pairs = [
        f"| {', '.join(f'{name} {value:g}' for name, value in each['rules'].items())} "
        f"| {_cell(each)} | {each['n']:,} |"
        for each in swept["together"]
        if each["n"]
    ]
    parts = [
        "## Each rule alone",
        _SWEPT,
        "\n".join(f"- {each}" for each in swept["said"]),
        "\n".join([_SWEPT_HEAD, *rows]),
    ]
    return [*parts, _PAIRS, "\n".join([_SWEPT_HEAD, *pairs])] if pairs else parts


def _how(told: dict[str, Any]) -> str:
    lists = {key: ", ".join(told[key]) for key in ("searched_on", "chosen_on", "tested_on")}
    return (
        f"Results `{told['results_version']}`, design `{told['design_digest']}`, seed "
        f"{told['seed']}, {told['budget']:,} incidents for each family. Searched on: "
        f"{lists['searched_on']}. Chosen on: {lists['chosen_on']}. Tested on: "
        f"{lists['tested_on']}, with {told['test_incidents']:,} incidents of each commander under "
        f"each of {len(told['physiologies'])} physiologies, {len(told['uncertain'])} numbers of "
        f"the evidence drawn from their ranges. {told.get('freshness', '')}".rstrip()
    )


def _row(each: dict[str, Any]) -> str:
    chosen = "hand-written" if each["is_hand"] else _cell(each["chosen"])
    cells = (
        f"{each['name']}: {each['words']}",
        str(each["tried"]),
        chosen,
        _cell(each["against_interior"]),
        _cell(each["against_hand"]),
        _cell(each["responders"]),
    )
    return "| " + " | ".join(cells) + " |"


def _cell(found: dict[str, float]) -> str:
    mean, half = 100.0 * found["mean"], 100.0 * found["half_width"]
    return f"{mean:+.1f} ± {half:.1f}".replace("-", "−")


def _shipped() -> str:
    lines = [f"- `{name}`: {one.description}." for name, one in searched().items()]
    return "What ships:\n\n" + "\n".join([*lines, *_price()])


def _price() -> list[str]:
    """The rule by which a family ships, what keeps the others back, and what nothing passed."""
    told = search_told()
    if "rule" not in told:
        return _hurt(told)
    kept_back = [
        f"- {each['name']}: {', '.join(each['shortfalls']) or 'passes'}."
        for each in told["families"]
    ]
    none = all(each["shortfalls"] for each in told["families"])
    said = ["- No family passes: nothing better was shown that may ship."] if none else []
    rule = f"The rule, written before the search: {told['rule']} By it:"
    return [*said, *_hurt(told), "", rule, "", *kept_back]


def _hurt(told: dict[str, Any]) -> list[str]:
    """What the shipped rules cost responders, where the final test told that."""
    ships = told["commanders"]["optimised"]["family"]
    found = next(each for each in told["families"] if each["name"] == ships)["responders"]
    if found["tells"] != "more":
        return []
    text = (
        "- Under `optimised` more responders are hurt than under hand-written `interior`: "
        f"{_cell(found)} in 100 incidents. It is no rule to teach from; read the families beside "
        "it."
    )
    return [text]


def main() -> int:
    """Take over the data of a run and write the page."""
    parser = argparse.ArgumentParser(prog="python -m tools.optimised", description=__doc__)
    parser.add_argument("folder", type=Path, help="where `warmzone study optimise` wrote")
    folder = parser.parse_args().folder
    FILE.write_bytes((folder / "optimised.json").read_bytes())
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {FILE.name} and {PAGE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
