"""HSEEP after-action report and improvement plan: a draft, which its evaluators finish.

What is measured is filled in, and which ratings evaluators decided; what is still for people to
decide (owners, dates, other ratings) is left open.
"""

from dataclasses import replace

from warmzone.review.evaluation_shapes import RatingRow
from warmzone.review.levers.shapes import LeversReview
from warmzone.review.names import lasting, sentence
from warmzone.review.ratings import by_capability, final
from warmzone.review.report.document import (
    decision_table,
    expected,
    first_page,
    held_notice,
    how_priced,
)
from warmzone.review.report.evaluation import guide, notes
from warmzone.review.report.levered import levered
from warmzone.review.report.people import casualties, team_by_team
from warmzone.review.report.probed import probed
from warmzone.review.report.section import Document, Section, Table
from warmzone.review.report.sustain import cost_text, lost, sustained
from warmzone.review.report.waiting import waiting
from warmzone.review.shapes import NOTICE, Review
from warmzone.review.worth.shapes import WorthReview
from warmzone.vocabulary.units import clock

MOST = 5
OPEN = ""
"""A cell that a person fills in."""


def after_action(
    review: Review, worth: WorthReview | None, levers: LeversReview | None = None
) -> Document:
    """The AAR/IP; without decision worth where that is not released or not priced."""
    return Document(
        f"After-action report and improvement plan (draft): {review.scenario_name}",
        NOTICE,
        (
            Section("Exercise overview", (), _overview(review)),
            Section("In ten lines", first_page(review, worth)),
            guide(review),
            *(_capability(name, group) for name, group in by_capability(review.ratings).items()),
            *sustained(review, worth),
            *_decisions(worth),
            *levered(levers),
            *expected(review),
            *probed(review),
            *waiting(review),
            notes(review),
            Section("Appendix A: improvement plan", (_PLAN,), _plan(review, worth), True),
            Section("Appendix B: the story", (), new_page=True),
            *(replace(one, level=2) for one in casualties(review) + team_by_team(review)),
            Section("Appendix C: how this was made", _made(review)),
        ),
    )


_PLAN = "Issues come from the findings above; actions, owners and dates are the agency's to fill."


def _overview(review: Review) -> Table:
    rows = (
        ("Exercise", review.scenario_name),
        ("Date", review.started_at[:10]),
        ("Scope", f"Simulated incident at {review.site.name}, {_span(review)}"),
        ("Mission area", "Response"),
        ("Objectives", OPEN),
        ("Threat or hazard", _threat(review)),
        ("Scenario", review.summary),
        ("Seats", "Tactical (interior command); every other seat was automatic"),
        ("Sponsor, point of contact", OPEN),
    )
    return Table(("Item", "Entry"), rows, (1, 3.2))


def _threat(review: Review) -> str:
    """What the responders met; a threat that was over from the start was none to them in truth."""
    over_s = next((one.at_s for one in review.clocks if one.name == "threat_over"), None)
    met = "People hurt; no threat was left" if over_s == 0 else "Active threat, people hurt"
    return f"{met}; response side only"


def _span(review: Review) -> str:
    length = lasting(review.end_s - review.start_s)
    return f"{length} of play, minutes {clock(review.start_s)} to {clock(review.end_s)}"


def _capability(name: str, group: list[RatingRow]) -> Section:
    """Strengths and areas for improvement of one capability, as decided, else as proposed."""
    well = [one for one in group if final(one) == "P"]
    ill = [one for one in group if final(one) in ("S", "M", "U")]
    sentences = [f"Strength: {_told(one)}" for one in well]
    sentences += [f"Area for improvement: {_told(one)}" for one in ill]
    return Section(name, tuple(sentences) or ("Nothing of this was measured.",), level=2)


def _told(one: RatingRow) -> str:
    why = f" Evaluator: {sentence(one.reason.rstrip('.'))}." if one.reason else ""
    return f"{one.text.lower()} ({one.found}).{why}"


def _decisions(worth: WorthReview | None) -> tuple[Section, ...]:
    if worth is None:
        return (Section("What each decision was worth", (held_notice(),)),)
    table = decision_table(worth, MOST * 2)
    return (Section("What each decision was worth", how_priced(worth), table),)


def _plan(review: Review, worth: WorthReview | None) -> Table:
    """One row an issue, the costliest decisions first, then tasks that were late or missed."""
    issues: list[tuple[str, str]] = []
    for one in [] if worth is None else worth.decisions:
        if lost(one) and len(issues) < MOST:
            told = f"{clock(one.at_s)} {sentence(one.text)}: {cost_text(one.cost)}"
            text = f"{told}; better: {one.better}"
            issues.append(("Operational Coordination", text))
    issues += [
        (one.capability, f"{one.text}: {one.found}" + (f". {one.reason}" if one.reason else ""))
        for one in review.ratings
        if final(one) in ("M", "U") or (one.decided == "S" and one.reason)
    ]
    rows = tuple((area, text, OPEN, OPEN, OPEN, OPEN) for area, text in issues)
    heads = ("Core capability", "Issue", "Corrective action", "Owner", "Start", "End")
    rows = rows or (("", "No issue stands out by these rules.", OPEN, OPEN, OPEN, OPEN),)
    return Table(heads, rows, (1.7, 3, 2, 1, 0.7, 0.7))


def _made(review: Review) -> tuple[str, ...]:
    digest = f", digest {review.digest}" if review.digest else ""
    return (
        review.bodies,
        *([review.doctrine] if review.doctrine else []),
        review.claim_text,
        f"Results version {review.results_version}{digest}.",
        review.notice,
    )
