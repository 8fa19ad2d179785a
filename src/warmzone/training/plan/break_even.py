"""What an hour of command must bring at an agency to be worth an hour of another skill."""

from collections.abc import Callable
from dataclasses import dataclass

from warmzone.evidence.rows import world_rows
from warmzone.evidence.skills import SKILLS
from warmzone.studies.claims.played import Played
from warmzone.studies.hours import Hour, best_hour, hour_of, rise_needed, share
from warmzone.studies.learning import Training
from warmzone.studies.spread import Spread
from warmzone.studies.study import Arm
from warmzone.studies.verification.report import Table
from warmzone.training.plan.agency import Agency

COMMAND = "interior_command"
MINUTE = 10
CHANCE = f"the chance that somebody commands inside by minute {MINUTE}"
OTHERS = ("medical", "movement")
LAPSE = "command_lapse_mean_s"
NOTHING, PROMPT, LATE = "untrained", "command-at-once", "command-late"


@dataclass(frozen=True, slots=True)
class Other:
    """An hour of another skill: what it saves in an active threat, and in a year of everything."""

    threat: Hour
    year: Hour


@dataclass(frozen=True, slots=True)
class BreakEven:
    """What sooner command is worth, the hours to beat, and what an hour of command brings.

    `last` and `first` are the chances of command by the minute where nobody thinks of it for long
    and where somebody does at once; `saved` the savable deaths of an active threat between the two,
    of which there are `threats` a year; `others` the next hour from today's and the first from
    nothing, of each other skill; `raises` what an hour of command raises the chance by, next and
    first.
    """

    last: float
    first: float
    saved: Spread
    threats: float
    others: tuple[Other, ...]
    raises: tuple[float, float]

    @property
    def worth(self) -> float:
        """Savable deaths of an active threat for a whole chance; 0 where not told from nought."""
        told = self.saved.mean + self.saved.half_width < 0.0 and self.first > self.last
        return -self.saved.mean / (self.first - self.last) if told else 0.0

    @property
    def worth_a_year(self) -> float:
        """The same of a year's active threats; what command saves elsewhere is left out."""
        return self.worth * self.threats


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
) -> BreakEven | None:
    """Read it from what was played; None where the agency meets no active threat."""
    kinds = played.lowered.study.incidents
    active = [k for k, one in enumerate(kinds) if one.id.startswith("active")]
    if not active:
        return None

    def by_minute(arm: str) -> float:
        return played.share_within(arm, COMMAND, 60.0 * MINUTE, active)

    def other(words: str, arm: str, against: str) -> Other:
        threat, year = played.off(arm, against, incidents=active), yearly(played.off(arm, against))
        return Other(*(hour_of(words, each, agency.hours) for each in (threat, year)))

    raises = [
        (by_minute(arm) - by_minute(against)) / agency.hours
        for arm, against in (("next-command", now), ("first-command", NOTHING))
    ]
    return BreakEven(
        by_minute(LATE),
        by_minute(PROMPT),
        played.off(PROMPT, LATE, incidents=active),
        sum(kinds[k].weight for k in active),
        tuple(
            other(f"The {which} hour of {skill}{where}", f"{which}-{skill}", against)
            for skill in OTHERS
            for which, where, against in (
                ("next", " after today's", now),
                ("first", " from nothing", NOTHING),
            )
        ),
        (raises[0], raises[1]),
    )


def sentences(found: BreakEven | None) -> list[str]:
    """The break-even in words: in an active threat, then over the year."""
    if found is None:
        return ["No active threat was put in, so there is no command inside to be taken sooner."]
    saved = found.saved
    ends = (
        f"Where nobody thinks of command for long somebody commands by minute {MINUTE} in "
        f"{found.last:.0%} of active threats, where somebody does at once in {found.first:.0%}: "
        f"{saved.mean:+.3f} ± {saved.half_width:.3f} savable deaths in each."
    ).replace("-", "−")
    if found.worth == 0.0:
        return [
            ends,
            "That is not told from nought: these incidents cannot say what it must bring.",
        ]
    next_one, first_one = found.raises
    brings = (
        f"Over the declared ranges an hour of command raises {CHANCE} by {next_one:.2%} after "
        f"today's hours and by {first_one:.2%} from nothing."
    )
    threat = best_hour([each.threat for each in found.others])
    year = best_hour([each.year for each in found.others])
    over = "Over the year, incidents without a threat among it (what command saves there left out)"
    return [
        ends,
        brings,
        f"In an active threat: {_verdict(found, threat, found.worth)}",
        f"{over}: {_verdict(found, year, found.worth_a_year)}",
    ]


def hours_table(found: BreakEven | None) -> Table:
    """Each hour to beat, and by how much an hour of command must raise the chance."""
    rows = [] if found is None or found.worth == 0.0 else [_row(found, one) for one in found.others]
    heads = (
        "Hour to beat",
        "Saves in 100 active threats",
        "So command must raise it by",
        "Saves in a year",
        "Over the year, by",
    )
    return Table(heads, tuple(rows), wide=0)


def _row(found: BreakEven, other: Other) -> tuple[str, ...]:
    threat, year = other.threat, other.year
    alone = (_saved(100.0 * threat.saved, 2), _must(threat, found.worth))
    return (threat.words, *alone, _saved(year.saved, 5), _must(year, found.worth_a_year))


def _saved(deaths: float, places: int) -> str:
    told = f"{deaths:.{places}f}"
    return told.removeprefix("-") if float(told) == 0.0 else told.replace("-", "−")


def _must(hour: Hour, worth: float) -> str:
    need = rise_needed(hour, worth)
    return "nothing to beat" if need is None else share(need)


def _verdict(found: BreakEven, best: Hour, worth: float) -> str:
    need = rise_needed(best, worth)
    if need is None:
        return (
            "no hour of medical or movement saves anything on the mean, so there is nothing to "
            "beat: any hour of command that raises the chance is worth more."
        )
    brought = max(found.raises)
    side = "more than" if brought > need else "less than"
    name = best.words[0].lower() + best.words[1:]
    return (
        f"the hour to beat is {name}; an hour of command must raise the chance by {share(need)}, "
        f"and brings {side} that."
    )


def _none(today: Training) -> Training:
    return Training(months=today.months)


def _with(training: Training, skill: str, hours: float) -> Training:
    given = {f"{each}_h": training.hours(each) for each in SKILLS}
    given[f"{skill}_h"] += hours
    return Training(**given, months=training.months)


def _arm(name: str, training: Training, numbers: dict[str, float] | None = None) -> Arm:
    return Arm(id=name, commander="interior", training=training, numbers=numbers or {})
