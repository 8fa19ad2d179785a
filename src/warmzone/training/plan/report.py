"""The plan in words: which hours, how sure, on what it hangs, and the year's sessions."""

from collections.abc import Sequence
from pathlib import Path

from warmzone.studies.verification.report import Picture, Report, Section, Table
from warmzone.training.plan.agency import Agency
from warmzone.training.plan.break_even import hours_table, sentences
from warmzone.training.plan.schedule import Session, officer_minutes
from warmzone.training.plan.sites import places_of
from warmzone.training.plan.splits import Answer, Split
from warmzone.training.plan.who_comes import ems_table

NOT_LIVE = "For training and planning; not for use in a live incident."
READING = (
    "Savable deaths in a year of this agency against today's hours; below nought is fewer. In "
    "brackets 95 % of the expected values over the ranges of evidence, of learning and forgetting, "
    "and three physiologies; ± the half-width of the mean. Best in: the share of draws in which a "
    "split is the best of all; luck pulls these shares together."
)
SPLIT_HEADS = ("Medical h", "Movement h", "Command h", "Deaths a year", "95 %", "±", "Best in")
MOST_CARRY = 10


def sure(answer: Answer) -> str:
    """How sure the first place is, in one sentence."""
    best = answer.splits[0]
    saved = best.saved
    if saved.mean + saved.half_width < 0.0:
        told = "That it saves anything against today's hours is told from nought."
    else:
        told = "That it saves anything against today's hours is not told from nought."
    rivals = sum(each.is_near for each in answer.splits[1:])
    return (
        f"{told} It is the best split in {best.best_p:.0%} of the draws; {rivals} of the other "
        f"{len(answer.splits) - 1} splits are so near that these incidents do not part them."
    )


def recommended(answer: Answer) -> str:
    """The split that saves most on the mean."""
    medical, movement, command = answer.splits[0].hours
    saved = answer.splits[0].saved
    return (
        f"Hours a year for each officer: medical {medical:g}, movement {movement:g}, command "
        f"{command:g}. Savable deaths a year against today's hours: {saved.mean:+.4f} "
        f"[{saved.low:+.4f}, {saved.high:+.4f}] ± {saved.half_width:.4f}."
    ).replace("-", "−")


def plan_report(
    agency: Agency, answer: Answer, sessions: Sequence[Session], pictures: tuple[Picture, ...] = ()
) -> Report:
    """The whole plan."""
    rates = agency.incidents_per_year
    who = agency.agencies or "as each scenario has it"
    crews = (
        f"those of Fire and EMS {agency.medics:g} times more"
        if agency.ems is None
        else "Fire and EMS as below"
    )
    given = (
        f"{agency.officers} officers with {agency.hours:g} hours a year each; today "
        f"{agency.now.medical_h:g} medical, {agency.now.movement_h:g} movement, "
        f"{agency.now.command_h:g} command. Incidents a year: one casualty {rates.single:g}, many "
        f"without a threat {rates.many:g}, active threat {rates.active:g}. Arrivals "
        f"{agency.arrival:g} times the scenarios', {crews}, police cars {agency.cars:g} times. Who "
        f"comes: {who}."
    )
    size = f"{answer.incidents:,} incidents at {answer.points} points."
    opening = (recommended(answer), sure(answer), READING, NOT_LIVE)
    sections = (
        Section("What was put in", (given, size), (), ()),
        Section("Fire and EMS: what was said and what was played", (), (ems_table(agency),), ()),
        Section("Where active threats may be", (), (_sites(agency),), ()),
        Section("Every split", (), (_splits(answer.splits),), pictures),
        Section(
            "What an hour of command must bring",
            tuple(sentences(answer.break_even)),
            _kept(hours_table(answer.break_even)),
            (),
        ),
        Section("What the answer hangs on", _hangs(answer), _kept(_carries(answer)), ()),
        Section("The year", _minutes(agency, sessions), (_year(sessions),), ()),
    )
    return Report(
        f"Training plan: {agency.name}", "", opening, Table(("",), ()), sections, NOT_LIVE
    )


def _kept(table: Table) -> tuple[Table, ...]:
    """A table that has rows; heads alone say nothing."""
    return (table,) if table.rows else ()


def _sites(agency: Agency) -> Table:
    sites = places_of(agency)
    shares = sum(site.share for site in sites)
    rows = tuple(
        (Path(site.scenario).stem, f"{site.share / shares:.0%}", f"{site.arrival:g}")
        for site in sites
    )
    return Table(("Scenario", "Share", "Travel times there, times"), rows)


def _splits(splits: Sequence[Split]) -> Table:
    rows = []
    for each in splits:
        saved = each.saved
        ends = f"{saved.low:+.4f} to {saved.high:+.4f}"
        numbers = (f"{saved.mean:+.4f}", ends, f"{saved.half_width:.4f}", f"{each.best_p:.0%}")
        hours = (f"{share:g}" for share in each.hours)
        rows.append((*hours, *(number.replace("-", "−") for number in numbers)))
    return Table(SPLIT_HEADS, tuple(rows), 4)


def _hangs(answer: Answer) -> tuple[str, ...]:
    if not answer.carries:
        return ("Too few points to say.",)
    return (
        "Share of the variance of best less worst split, and deaths a year that knowing saves.",
    )


def _carries(answer: Answer) -> Table:
    rows = tuple(
        (
            each.row.name,
            f"{each.index:.2f}",
            f"{each.worth:.5f}",
            f"{each.row.low:g} to {each.row.high:g} {each.row.unit}".removesuffix(" 1"),
            each.row.status,
        )
        for each in answer.carries[:MOST_CARRY]
    )
    return Table(("Number", "Share", "Worth", "Range", "How read"), rows)


def _minutes(agency: Agency, sessions: Sequence[Session]) -> tuple[str, ...]:
    told = []
    for shift in agency.shifts:
        minutes = officer_minutes(sessions, shift)
        each = ", ".join(f"{skill} {count} min" for skill, count in minutes.items())
        told.append(f"Shift {shift}, each officer by the end of the year: {each}.")
    return tuple(told)


def _year(sessions: Sequence[Session]) -> Table:
    rows = tuple(
        (
            str(each.number),
            f"{each.begins:%Y-%m-%d %H:%M}",
            each.shift,
            each.title,
            str(each.minutes),
            each.scenario or "",
        )
        for each in sessions
    )
    return Table(("No", "When", "Shift", "What", "Min", "Scenario"), rows, 3)
