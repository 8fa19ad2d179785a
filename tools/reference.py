"""Write the reference tables that are made from the code: `python -m tools.reference [--check]`."""

import argparse
import sys
from pathlib import Path

from tools.claims import page as claims
from tools.feasibility_page import feasibility
from tools.given_by import OFF, RARE, given_by
from tools.optimised import page as optimised
from tools.profile_page import page as profiles
from warmzone.measures.decisions.coverage import (
    Covered,
    failures_covered,
    points_covered,
    verb_words,
)
from warmzone.server.spoken import order_sentence_form
from warmzone.server.verbs import BARS
from warmzone.vocabulary.orders import FORMS, UNBUILT, Addressee, Speaker, Verb

FOLDER = Path(__file__).parent.parent / "docs" / "reference"

_TEAM = {
    Addressee.NOBODY: "",
    Addressee.POLICE: "police",
    Addressee.MEDICAL: "medical",
    Addressee.ANY: "any",
}
_SEAT = {Speaker.TACTICAL: "Tactical", Speaker.MEDICAL: "Medical", Speaker.EITHER: "either"}

_ABOUT_COVERAGE = """\
Made from the code by `python -m tools.reference`. Every decision point and every recurrent failure
of the doctrine: what raises it, which orders answer it, how a missing answer is noticed, and a
shipped scenario in which it comes up. A detector reads what the Tactical seat heard and said,
nothing else. Times allowed are assumptions (`decision_points.csv`). Where a source is
*unconfirmed*, the decision is named by those before it and a detail of it is not (the order of a
size-up's items, how many posts): no detector asks for that detail, and as a rule it holds only
where the scenario says `unconfirmed = true`."""

_ABOUT_ORDERS = """\
Made from the code by `python -m tools.reference`. What a commander can say, people and automatic
commanders alike: what each order must name, who may say it, and how it sounds; whether the rules
of the automatic commanders give it (Tactical's, or the medical seat's); and below, for which
reasons it may be refused, or answered with "we cannot"."""


def coverage() -> str:
    """The page on decision points and failures."""
    parts = [
        "# Decision points and failures",
        _ABOUT_COVERAGE,
        "## Thirty decision points",
        _covered(points_covered()),
        "## Sixteen failures",
        _covered(failures_covered()),
    ]
    return "\n\n".join(parts) + "\n"


def _covered(rows: list[Covered]) -> str:
    head = "| # | | raised when | answered by | noticed by | scenario | source |\n"
    head += "|---|---|---|---|---|---|---|\n"
    return head + "\n".join(
        f"| {row.number} | {row.title} | {row.trigger} | {row.orders} | {row.detector} "
        f"| `{row.scenario}` | {row.source} ({row.status}) |"
        for row in rows
    )


def orders() -> str:
    """The page on what a commander can say."""
    helps = {bar.verb: bar.help for bar in BARS}
    lines = [
        "# Orders",
        "",
        _ABOUT_ORDERS,
        "",
        "| order | said by | team | place | other team | on the air | what it does | rules |",
        "|---|---|---|---|---|---|---|---|",
    ]
    given = given_by()
    for verb in Verb:
        if verb in UNBUILT:
            continue
        form = FORMS[verb]
        lines.append(
            f"| {verb_words(verb)} | {_SEAT[form.speaker]} | {_TEAM[form.team]} "
            f"| {'yes' if form.area else ''} | {_TEAM[form.other]} "
            f"| {order_sentence_form(verb)} | {helps.get(verb, '')} | {', '.join(given[verb])} |"
        )
    lines += ["", *feasibility(), "", "## Given seldom or not at all", ""]
    off = ", ".join(f"*{verb_words(verb)}*" for verb in OFF)
    lines += [f"Rules that are written and off in the hand-written commanders: {off}."]
    lines += ["What each would change is measured with the [searched rules](optimised.md).", ""]
    lines += ["Given in few plays of the shipped scenarios:", ""]
    lines += [f"- *{verb_words(verb)}*: {why}." for verb, why in RARE.items()]
    return "\n".join(lines) + "\n"


PAGES = {
    "claims.md": claims,
    "coverage.md": coverage,
    "optimised.md": optimised,
    "orders.md": orders,
    "profiles.md": profiles,
}


def main() -> int:
    """Write the pages, or with --check say which are out of date."""
    parser = argparse.ArgumentParser(prog="python -m tools.reference", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where one is old")
    check = parser.parse_args().check
    old = []
    for name, page in PAGES.items():
        path = FOLDER / name
        text = page()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            old.append(name)
            if not check:
                path.write_text(text, encoding="utf-8")
    if check and old:
        print(f"out of date: {', '.join(old)}; run python -m tools.reference")
    return 1 if check and old else 0


if __name__ == "__main__":
    sys.exit(main())
