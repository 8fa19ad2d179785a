"""What a printed review says: lines and tables, the same in every format."""

from warmzone.measures import CLOCKS
from warmzone.review.levers.shapes import LeversReview
from warmzone.review.names import sentence
from warmzone.review.orders import NOTHING
from warmzone.review.report.evaluation import guide, notes
from warmzone.review.report.levered import levered
from warmzone.review.report.people import casualties, team_by_team
from warmzone.review.report.probed import probed
from warmzone.review.report.section import Document, Section, Table
from warmzone.review.report.sustain import cost_text, lost, saved, sustained
from warmzone.review.report.waiting import waiting
from warmzone.review.shapes import NOTICE, Review, Statement
from warmzone.review.worth.shapes import Known, Worth, WorthReview
from warmzone.vocabulary.units import clock

FIRST_PAGE = 10
DECISIONS_MOST = 3


def held_notice() -> str:
    """What stands where figures in lives would, before they are released or priced."""
    return "Figures in lives are not part of this report: not released, or not priced yet."


def document(
    review: Review, worth: WorthReview | None, levers: LeversReview | None = None
) -> Document:
    """The review as sections, the first page first.

    Without `worth` and `levers` it holds no figure in lives but those of the review's own lines.
    """
    return Document(
        f"After-action review: {review.scenario_name}",
        NOTICE,
        (
            Section("In ten lines", first_page(review, worth)),
            *_worth_sections(worth),
            *sustained(review, worth),
            *levered(levers),
            *waiting(review),
            *expected(review),
            *probed(review),
            *([guide(review)] if review.ratings else []),
            notes(review),
            *casualties(review),
            *team_by_team(review),
            Section("Clocks", (), _clocks(review)),
            Section("Timeline", (), _timeline(review)),
            Section("About this review", _about(review)),
        ),
    )


def _worth_sections(worth: WorthReview | None) -> tuple[Section, ...]:
    if worth is None:
        return (Section("What each decision was worth", (held_notice(),)),)
    return (
        Section("What each decision was worth", how_priced(worth), decision_table(worth)),
        Section("Where the lives went", account_sentences(worth)),
        *_questions(worth),
        *([Section("Not looked at", tuple(worth.unpriced))] if worth.unpriced else []),
    )


def _questions(worth: WorthReview) -> tuple[Section, ...]:
    """What the agency's rules forbid and would have been better still."""
    told = tuple(
        f"{clock(one.at_s)} {sentence(one.text)}: {one.policy_better}, which the rules forbid, "
        f"would have been better: {cost_text(one.policy)} against it."
        for one in worth.decisions
        if one.policy is not None and (one.policy.mean or 0.0) > max(0.0, _mean(one))
    )
    return (Section("Questions for the agency", told),) if told else ()


def _mean(one: Worth) -> float:
    return 0.0 if one.cost is None else one.cost.mean or 0.0


def first_page(review: Review, worth: WorthReview | None) -> tuple[str, ...]:
    """At most ten lines: what happened, what mattered most, what went well, what to try."""
    happened = [one.text for one in review.lines if one.tone in ("happened", "outcome")][:4]
    well = [one.text for one in review.lines if one.tone == "went_well"][:1]
    stood = [one.text for one in review.lines if one.tone == "stood_out"]
    if worth is None:
        lines = [*happened, *stood[: FIRST_PAGE - len(happened) - len(well)], *well]
        return tuple(lines[:FIRST_PAGE])
    best = [one for one in worth.decisions if saved(one)]
    if best:
        top = min(best, key=lambda one: (one.cost.mean if one.cost else 0.0) or 0.0)
        well = [f"{clock(top.at_s)} {sentence(top.text)}: {cost_text(top.cost)}."]
    worst = [one for one in worth.decisions if lost(one) and not one.part_of][:DECISIONS_MOST]
    mattered = [
        f"{clock(one.at_s)} {sentence(one.text)}: {cost_text(one.cost)} against: {one.better}."
        for one in worst
    ]
    if not mattered:
        mattered = ["No single decision can be told apart from luck as having cost lives."]
    tried = [f"To try: at {clock(worst[0].at_s)}, {_to_try(worst[0])}."] if worst else []
    lines = [*happened, *mattered, *well, *tried]
    return tuple([*lines, *stood[: FIRST_PAGE - len(lines)]][:FIRST_PAGE])


def _to_try(one: Worth) -> str:
    return "say nothing yet" if one.better == NOTHING else one.better


def known_text(known: Known | None) -> str:
    """The same over worlds that told the seat the same."""
    if known is None:
        return ""
    if known.cost is None:
        return "not enough consistent worlds"
    return cost_text(known.cost)


def how_priced(worth: WorthReview) -> tuple[str, ...]:
    """How decisions were priced, and how many were not."""
    left = sum(not one.priced for one in worth.decisions)
    return (worth.how, f"{left} more were found and not priced.") if left else (worth.how,)


def decision_table(worth: WorthReview, most: int | None = None) -> Table:
    """Every decision that was priced, or the first `most`, the most costly first."""
    priced = [one for one in worth.decisions if one.priced]
    return Table(
        ("At", "Decision", "What it cost", "You could have known", "Best alternative", "Interior"),
        tuple(
            (
                clock(one.at_s),
                sentence(f"{one.text} ({one.note})" if one.note else one.text),
                sentence(cost_text(one.cost)),
                sentence(known_text(one.known)),
                sentence(one.better),
                sentence(cost_text(one.interior)),
            )
            for one in priced[:most]
        ),
        (0.6, 2.1, 1.4, 1.4, 1.5, 1.3),
    )


def account_sentences(worth: WorthReview) -> tuple[str, ...]:
    """The sums of each account."""
    told = (
        f"With a commander who takes {one.pace_s:.0f} s for a decision going on from the start, "
        f"{one.at_start:.2f} deaths were to be expected; decisions changed that by "
        f"{one.decisions.mean or 0.0:+.2f} "
        f"({one.decisions.low:+.2f} to {one.decisions.high:+.2f}), "
        f"luck by {one.luck:+.2f}, to {one.at_end:.2f} at the end."
        for one in worth.accounts
    )
    return tuple(dict.fromkeys(told))


def expected(review: Review) -> tuple[Section, ...]:
    """What was expected of orders, beside what was heard afterwards; nothing where none said."""
    if not review.statements:
        return ()
    rows = tuple(
        (
            clock(one.at_s),
            sentence(one.order),
            one.why,
            _heard(one),
            "; ".join(one.hidden),
        )
        for one in review.statements
    )
    heads = ("At", "Order", "Why, and what was expected", "Heard afterwards", "True, and not told")
    table = Table(heads, rows, (0.6, 1.6, 1.6, 2.2, 1.6))
    return (Section("Expected and happened", (), table),)


def _heard(one: Statement) -> str:
    """What was heard after an order; where play ended before its time, that too."""
    if one.refused:
        return f"refused: {one.refused}"
    told = "; ".join(one.told) or "nothing was heard"
    return f"{told}; play ended at {clock(one.until_s)}" if one.cut else told


def _clocks(review: Review) -> Table:
    labels = {one.name: one.label for one in CLOCKS}
    rows = [
        (labels.get(one.name, one.label), "not reached" if one.at_s is None else clock(one.at_s))
        for one in review.clocks
    ]
    return Table(("Clock", "Reached"), tuple(rows), (2, 3))


def _timeline(review: Review) -> Table:
    rows = [
        (clock(one.at_s), one.who, sentence(f"{one.text} ({one.note})" if one.note else one.text))
        for one in review.timeline
        if one.kind != "exercise"
    ]
    return Table(("At", "Who", "What"), tuple(rows), (0.6, 1.4, 6))


def _about(review: Review) -> tuple[str, ...]:
    """What was assumed, by which rules it was played, and what the review is worth."""
    told = (review.bodies, review.doctrine, review.claim_text, review.notice)
    return tuple(sentence for sentence in told if sentence)
