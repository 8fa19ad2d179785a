"""ICS-214 activity logs: what each seat said and heard, seat by seat, no person named."""

from warmzone.review.names import sentence
from warmzone.review.report.section import Document, Section, Table
from warmzone.review.shapes import NOTICE, Entry, Review
from warmzone.review.timeline import YOU
from warmzone.vocabulary.units import clock

SEATS = {
    "Tactical (interior command)": (YOU, "police"),
    "Medical (automatic)": ("Medical", "medical"),
}
"""Each seat's name with who speaks from it, and whose teams are its own."""


def activity_logs(review: Review) -> Document:
    """One log a seat, each on a page of its own."""
    sections = []
    for place, (seat, (speaker, discipline)) in enumerate(SEATS.items()):
        about, log = _about(review, seat, discipline), _log(review, speaker)
        sections.append(Section(f"Activity log (ICS 214): {seat}", (), about, place > 0))
        sections.append(Section("7. Activity log", () if log.rows else (_NOTHING,), log, level=2))
        sections.append(Section("8. Prepared by", (_MADE,), level=2))
    return Document(f"ICS 214: {review.scenario_name}", NOTICE, tuple(sections))


_MADE = "Made by the program from the exercise's log; who held the seat signs here."
_NOTHING = "Nothing was said from this seat."


def _about(review: Review, seat: str, discipline: str) -> Table:
    period = f"minute {clock(review.start_s)} to {clock(review.end_s)} of the incident"
    came = [review.teams[one.team] for one in review.by_team]
    teams = ", ".join(one.callsign for one in came if one.discipline == discipline)
    rows = (
        ("1. Incident name", f"{review.scenario_name} (exercise)"),
        ("2. Operational period", f"{review.started_at[:10]}, {period}"),
        ("3. Name", ""),
        ("4. ICS position", seat),
        ("5. Home agency and unit", ""),
        ("6. Resources assigned", teams or "none came on scene"),
    )
    return Table(("Item", "Entry"), rows, (1, 3))


def _log(review: Review, speaker: str) -> Table:
    rows = tuple(
        (clock(one.at_s), _said(one))
        for one in review.timeline
        if one.at_s >= review.start_s and _concerns(one, speaker)
    )
    return Table(("Time", "Notable activities"), rows, (0.6, 6))


def _concerns(one: Entry, speaker: str) -> bool:
    """What the seat said; the Tactical seat's log also holds what reached it."""
    if one.who == speaker:
        return True
    heard = one.kind in ("report", "request") and one.heard_s is not None
    return speaker == YOU and heard


def _said(one: Entry) -> str:
    note = f" ({one.note})" if one.note else ""
    what = "" if one.who == YOU else f"From {one.who}: "
    return sentence(f"{what}{one.text}{note}")
