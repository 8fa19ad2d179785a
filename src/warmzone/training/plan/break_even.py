"""What an hour of command must bring at an agency to be worth an hour of another skill."""

from collections.abc import Callable
from dataclasses import dataclass

from warmzone.evidence.rows import world_rows
from warmzone.evidence.skills import SKILLS
from warmzone.studies.claims.found import number
from warmzone.studies.claims.played import Played
from warmzone.studies.hours import Hour, best_hour, hour_of, rise_needed, share
from warmzone.studies.learning import Training
from warmzone.studies.spread import Spread
from warmzone.studies.study import Arm
from warmzone.studies.verification.report import Table
from warmzone.training.plan.agency import Agency

COMMAND = "interior_command"
MINUTE = 10
OTHERS = ("medical", "movement")
LAPSE = "command_lapse_mean_s"
NOTHING, PROMPT, LATE = "untrained", "command-at-once", "command-late"


@dataclass(frozen=True, slots=True)
class Stake:
    """What sooner command is worth, the hours to beat, and what an hour of command brings.

    Of an active threat, or of a year of every incident. `last` and `first` are the chances of
    command by the minute where nobody thinks of it for long and where somebody does at once;
    `saved` the savable deaths between the two; `others` the next hour from today's and the first
    from nothing, of each other skill; `raises` what an hour of command raises the chance by, next
    and first.
    """

    last: float
    first: float
    saved: Spread
    others: tuple[Hour, ...]
    raises: tuple[float, float]

    @property
    def worth(self) -> float:
        """Savable deaths for a whole chance; 0 where not told from nought."""
        told = self.saved.mean + self.saved.half_width < 0.0 and self.first > self.last
        return -self.saved.mean / (self.first - self.last) if told else 0.0


@dataclass(frozen=True, slots=True)
class BreakEven:
    """An active threat and a year of every incident side by side, never merged.

    `threat` is None where the agency meets none; there are `threats` of them a year, and
    `incidents` of every kind.
    """

    threat: Stake | None
    year: Stake
    threats: float
    incidents: float


def arms_of(agency: Agency, today: Training) -> list[Arm]:
    """What the break-even needs beside the splits: no training, and today's with more or other."""
    late = world_rows()[LAPSE].high
    more = {f"next-{skill}": _with(today, skill, agency.hours) for skill in SKILLS}
    arms = [_arm(NOTHING, Training(months=today.months))]
    arms += [_arm(name, training) for name, training in more.items()]
    arms += [_arm(f"first-{skill}", _with(_none(today), skill, agency.hours)) for skill in SKILLS]
    ends = ((PROMPT, 0.0), (LATE, late))
    return arms + [_arm(name, today, {LAPSE: value}) for name, value in ends]


def break_even(
    played: Played, agency: Agency, now: str, yearly: Callable[[Spread], Spread]
) -> BreakEven:
    """Read it from what was played."""
    kinds = played.lowered.study.incidents
    every = list(range(len(kinds)))
    active = [k for k in every if kinds[k].id.startswith("active")]
    return BreakEven(
        _stake(played, agency, now, active, lambda each: each) if active else None,
        _stake(played, agency, now, every, yearly),
        sum(kinds[k].weight for k in active),
        sum(one.weight for one in kinds),
    )


def _stake(
    played: Played,
    agency: Agency,
    now: str,
    kinds: list[int],
    scaled: Callable[[Spread], Spread],
) -> Stake:
    """What is at stake in some kinds of incident, each as often as the agency meets it."""
    weights = [played.lowered.study.incidents[k].weight for k in kinds]

    def by_minute(arm: str) -> float:
        shares = [played.share_within(arm, COMMAND, 60.0 * MINUTE, [k]) for k in kinds]
        return sum(w * each for w, each in zip(weights, shares, strict=True)) / sum(weights)

    def off(arm: str, against: str) -> Spread:
        return scaled(played.off(arm, against, incidents=kinds))

    others = tuple(
        hour_of(
            f"The {which} hour of {skill}{where}", off(f"{which}-{skill}", against), agency.hours
        )
        for skill in OTHERS
        for which, where, against in (
            ("next", " after today's", now),
            ("first", " from nothing", NOTHING),
        )
    )
    next_one, first_one = (
        (by_minute(arm) - by_minute(against)) / agency.hours
        for arm, against in (("next-command", now), ("first-command", NOTHING))
    )
    ends = by_minute(LATE), by_minute(PROMPT)
    return Stake(*ends, off(PROMPT, LATE), others, (next_one, first_one))


def sentences(found: BreakEven | None) -> list[str]:
    """The break-even in words: in an active threat, then over the year of every incident."""
    if found is None:
        return []
    told = _told(found.threat, "In an active threat", "active threats", "in each")
    if found.threat is None:
        told = ["No active threat was put in, so nothing is told of one."]
    year = _told(found.year, "Over the year", "all incidents", "a year")
    return told + year + _where_from(found)


def _where_from(found: BreakEven) -> list[str]:
    """How much of what sooner command saves in a year it saves in active threats."""
    without = found.incidents - found.threats
    if found.threat is None or without <= 0.0 or found.year.worth == 0.0:
        return []
    part = number(found.threats * found.threat.saved.mean)
    told = (
        f"The year is every incident that was put in, {without:g} a year without a threat among "
        f"them: of the {number(found.year.saved.mean)} savable deaths that sooner command makes "
        f"in a year, {part} are in the {found.threats:g} active threats."
    )
    return [told]


def _told(stake: Stake | None, where: str, among: str, each: str) -> list[str]:
    if stake is None:
        return []
    saved = stake.saved
    ends = (
        f"{where}: where nobody thinks of command for long somebody commands by minute {MINUTE} in "
        f"{stake.last:.0%} of {among}, where somebody does at once in {stake.first:.0%}; that is "
        f"{number(saved.mean)} ± {saved.half_width:.3f} savable deaths {each}."
    )
    if stake.worth == 0.0:
        blind = "these incidents cannot say what an hour of command must bring"
        return [f"{ends} That is not told from nought: {blind}."]
    next_one, first_one = stake.raises
    brings = (
        f"Over the declared ranges an hour of command raises that chance by {next_one:.2%} after "
        f"today's hours and by {first_one:.2%} from nothing."
    )
    return [f"{ends} {brings} {_verdict(stake)}"]


def hours_table(found: BreakEven | None) -> Table:
    """Each hour to beat, and by how much an hour of command must raise the chance."""
    heads = (
        "Hour to beat",
        "Saves in 100 active threats",
        "So command must raise it by",
        "Saves in a year",
        "Over the year, by",
    )
    stakes = [] if found is None else [one for one in (found.threat, found.year) if one]
    if found is None or not any(one.worth for one in stakes):
        return Table(heads, (), wide=0)
    rows = []
    for k, hour in enumerate(found.year.others):
        alone = ("none put in", "")
        if found.threat is not None:
            threat = found.threat.others[k]
            alone = (_saved(100.0 * threat.saved, 2), _must(threat, found.threat.worth))
        year = (_saved(hour.saved, 5), _must(hour, found.year.worth))
        rows.append((hour.words, *alone, *year))
    return Table(heads, tuple(rows), wide=0)


def _saved(deaths: float, places: int) -> str:
    told = f"{deaths:.{places}f}"
    return told.removeprefix("-") if float(told) == 0.0 else told.replace("-", "−")


def _must(hour: Hour, worth: float) -> str:
    if worth == 0.0:
        return "cannot be said"
    need = rise_needed(hour, worth)
    return "nothing to beat" if need is None else share(need)


def _verdict(stake: Stake) -> str:
    best = best_hour(stake.others)
    need = rise_needed(best, stake.worth)
    if need is None:
        return (
            "No hour of medical or movement saves anything on the mean, so there is nothing to "
            "beat: any hour of command that raises the chance is worth more."
        )
    brought = max(stake.raises)
    side = "more than" if brought > need else "less than"
    name = best.words[0].lower() + best.words[1:]
    return (
        f"The hour to beat is {name}; an hour of command must raise the chance by {share(need)} "
        f"(at most {share(max(0.0, best.most) / stake.worth)}), and brings {side} that on the mean."
    )


def _none(today: Training) -> Training:
    return Training(months=today.months)


def _with(training: Training, skill: str, hours: float) -> Training:
    given = {f"{each}_h": training.hours(each) for each in SKILLS}
    given[f"{skill}_h"] += hours
    return Training(**given, months=training.months)


def _arm(name: str, training: Training, numbers: dict[str, float] | None = None) -> Arm:
    return Arm(id=name, commander="interior", training=training, numbers=numbers or {})
