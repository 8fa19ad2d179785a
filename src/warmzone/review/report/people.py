"""The story as tables: casualty by casualty, and team by team."""

from warmzone.review.names import TRIAGE_WORDS
from warmzone.review.report.section import Section, Table
from warmzone.review.shapes import CasualtyRow, Review
from warmzone.vocabulary.codes import Care, Triage
from warmzone.vocabulary.units import clock

CARE = {Care.NONE: "none", Care.OFFICER: "officer", Care.MEDIC: "medic"}


def casualties(review: Review) -> tuple[Section, ...]:
    """When each was hurt, told of, seen, controlled and taken away, and what became of them."""
    if not review.casualties:
        return ()
    heads: tuple[str, ...] = (
        "#",
        "Where, wound",
        "Judged" if review.lives else "When hurt",
        "Hurt",
        "Told",
        "Seen",
        "Care",
        "Control",
        "Left",
    )
    rows = tuple(_casualty(one, review) for one in review.casualties)
    widths: tuple[float, ...] = (0.5, 2.5, 1, 0.8, 0.8, 0.8, 0.9, 1, 0.8)
    note = "Told: when the seat was first told of casualties there. A dash: it did not come to it."
    if review.lives:
        heads, widths = (*heads, "Fate"), (*widths, 2.2)
        note += " Savable: would have lived, with the same luck, under an ideal response."
    return (Section("Casualty by casualty", (note,), Table(heads, rows, widths)),)


def _casualty(one: CasualtyRow, review: Review) -> tuple[str, ...]:
    told = (
        str(one.number),
        f"{review.site.areas[one.area].name}: {one.wound}",
        TRIAGE_WORDS[Triage(one.judged if review.lives else one.triage)],
        _time(one.hurt_s),
        _time(one.told_s),
        _time(one.seen_s),
        CARE[Care(one.care)],
        _time(one.controlled_s),
        _time(one.left_s),
    )
    if not review.lives:
        return told
    lost = " (savable)" if one.savable and one.dead_s is not None else ""
    return (*told, f"{one.fate}{lost}" + (f"; {one.gap}" if one.gap else ""))


def team_by_team(review: Review) -> tuple[Section, ...]:
    """How each team spent its time, and what was said to it."""
    if not review.by_team:
        return ()
    rows = tuple(
        (
            review.teams[one.team].callsign,
            _time(one.arrived_s),
            str(one.orders),
            _time(one.first_order_s),
            f"{one.untasked_min:.1f}",
            ", ".join(f"{task} {minutes:.1f}" for task, minutes in one.minutes.items()),
        )
        for one in review.by_team
    )
    heads = ("Team", "On scene", "Orders", "First", "No task, min", "Minutes at each task")
    return (Section("Team by team", (), Table(heads, rows, (1.2, 0.9, 0.8, 0.8, 1, 4))),)


def _time(seconds: float | None) -> str:
    return "–" if seconds is None else clock(seconds)
