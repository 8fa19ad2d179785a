"""Play the claim and ship what it found: `python -m tools.claims [--out FOLDER]`.

Plays what is missing of the studies (a folder played before is only read), writes the report there,
and brings `shipped-run.json`, which the study page shows, and `docs/reference/claims.md` to what
that run says. One command, to be given after anything that changes outcomes.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from warmzone.cli.claims import AskedClaims, claims
from warmzone.server.studies import SHIPPED_RUN
from warmzone.studies.claims.found import marked

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reference" / "claims.md"
OUT = ROOT / ".cache" / "claims"
FIRST = "first 8 h"

_ABOUT = """\
`warmzone study claims` plays {count} studies and writes one report (HTML, PDF, JSON). Their
[analysis plan](../../src/warmzone/studies/claims/analysis-plan.md) was written before the first
run and lists what was done otherwise since; each study is a file beside it, and `warmzone study
run` plays it alone. Run again into the same folder it reads what is there; run elsewhere with
the same source it gives the same rows to the bit.

This page and the run that the study page shows are made from one run by `python -m
tools.claims`. Found with results `{version}`, {incidents:,} incidents. *The claim fails*
wherever another focus is ahead or nothing can be told: that is the plan's rule."""

_SCEPTIC = """\
## What a sceptic should know

- No study shows what police command training does to outcomes. Command skill starts from the
  clocks of real incidents and its trained end from drills; how fast it is learnt, kept and
  carried over are assumptions with the widest ranges of all.
- After 16 hours at 70/25/5 medical skill is nearly all learnt by the form of the curve, so
  eight hours more of it change little. The first eight hours of each skill stand beside (a
  deviation from the plan); they are below.
- Every difference is between arms of this model. Where the interval holds nought, the largest
  difference that it leaves open is given.
- *Fragile* is a verdict that would be another if a single comparison close to nought (an end of
  its interval within a quarter of the half-width) fell on the other side, or that rests on one
  that changes sides over the range of a number. Which, stands first under each study.
- The intervals of single fields and comparisons are not widened for how many there are, but for
  the eight places of study 5b over all kinds with a threat, which carry its verdict: those are.
- How often an officer meets each kind of incident has no default anywhere: the report gives the
  ratio at which the answer turns, and [`warmzone plan`](../how-to/make-a-plan.md) asks for the
  agency's own numbers.
- Under each study the report names the assumptions among the numbers that it varied; every
  number with its range and how it was read closes it. First-order indices are by RBD-FAST from
  the points there are; the worth of knowing a number is what choosing anew in each quarter of
  its range saves, less what shuffled points show."""

_FIRST_HOURS = """\
## The first eight hours of each skill

Against no training at all, savable deaths an incident, ± the half-width of the mean:"""


def page() -> str:
    """The page on the run that ships."""
    told = json.loads(SHIPPED_RUN.read_text(encoding="utf-8"))
    studies = told["studies"]
    about = _ABOUT.format(
        count=len(studies),
        version=told["results_version"],
        incidents=sum(each["incidents"] for each in studies),
    )
    rows = [f"| {each['title']} | {_verdict(each)} | {each['why']} |" for each in studies]
    verdicts = "\n".join(["| study | verdict | why |", "|---|---|---|", *rows])
    if told["deviations"]:
        why = "; ".join(told["deviations"])
        about += f"\n\n**This run was {why}; it shows the way, not the answer.**"
    parts = ["# The claim, put to the test", about, verdicts, _SCEPTIC, _first_hours(studies)]
    parts += ["## What each study says", *(_said(each) for each in studies)]
    return "\n\n".join(parts) + "\n"


def _verdict(study: dict[str, Any]) -> str:
    return marked(study["verdict"], fragile=bool(study.get("fragile")))


def _said(study: dict[str, Any]) -> str:
    lines = [f"- {each}" for each in study["sentences"]]
    return "\n".join([f"**{study['title']}** ({study['incidents']:,} incidents)", "", *lines])


def _first_hours(studies: list[dict[str, Any]]) -> str:
    lines = ["| study | | mean | ± | tells |", "|---|---|---:|---:|---|"]
    for study in studies:
        lines += [
            f"| {study['title']} | {row[0]} | {row[1]} | {row[4]} | {row[5]} |"
            for row in study["first_hours"]
        ]
    return "\n".join([_FIRST_HOURS, "", *lines])


def shipped(told: dict[str, Any]) -> dict[str, Any]:
    """What is kept in the source of a run's `claims.json`."""
    kept = ("id", "title", "digest", "incidents", "verdict", "fragile", "why", "sentences")
    studies = []
    for each in told["studies"]:
        rows = [row for table in each["tables"] for row in table["rows"]]
        first = [row for row in rows if row[0].startswith(FIRST)]
        studies.append({**{name: each[name] for name in kept}, "first_hours": first})
    return {
        "results_version": told["results_version"],
        "deviations": told["deviations"],
        "studies": studies,
    }


def main() -> int:
    """Play, write the report, and bring the source to what it says."""
    parser = argparse.ArgumentParser(prog="python -m tools.claims", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the run")
    parser.add_argument("--workers", type=int, default=None, help="threads; one a core")
    parser.add_argument("--quick", action="store_true", help="few points, and the page says so")
    asked = parser.parse_args()
    code = claims(AskedClaims(None, asked.quick, asked.out, asked.workers), as_json=False)
    if code:
        return code
    told = json.loads((asked.out / "claims.json").read_text(encoding="utf-8"))
    text = json.dumps(shipped(told), indent=1, ensure_ascii=False) + "\n"
    SHIPPED_RUN.write_text(text, encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {SHIPPED_RUN.name} and {PAGE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
