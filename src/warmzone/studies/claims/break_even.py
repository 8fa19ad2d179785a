"""Reading the break-even: what sooner command is worth, and what an hour of training must bring."""

from warmzone.evidence.skills import SKILLS
from warmzone.studies.claims.drawing import forest
from warmzone.studies.claims.firmness import with_firmness
from warmzone.studies.claims.found import Found, said, tells
from warmzone.studies.claims.played import Played
from warmzone.studies.claims.training import against_others, decide_many, table_of
from warmzone.studies.hours import Hour, best_hour, hour_of, needed, rise_needed, share
from warmzone.studies.verification.report import Table

HOURS = 8.0
OTHERS = ("medical", "movement")
MINUTES = (6.0, 8.0, 10.0, 15.0, 20.0)
"""By which command is asked for."""
CHANCE = "the chance of command by minute 10"


def read_break_even(played: Played) -> Found:
    """What a chance of command by minute ten is worth, and how much of it an hour must bring."""
    study = played.lowered.study
    lapses = [arm for arm in played.arms if arm.startswith("lapse-")]
    never, at_once = lapses[-1], lapses[0]
    first, last = _by_minute(played, at_once), _by_minute(played, never)
    saved = -played.off(at_once, never).mean
    worth = saved / (first - last) if first > last else float("nan")
    told = (
        f"Command by minute 10 comes in {last:.0%} of incidents under the longest lapse and in "
        f"{first:.0%} without any; that saves {saved:.3f} savable deaths an incident, {worth:.3f} "
        "for each whole chance."
    )
    hours = _other_hours(played)
    next_one, first_one = (_rise(played, 10.0, *pair) for pair in _PAIRS)
    raises = (
        f"Over the declared ranges an hour of command training raises it by {next_one:.2%} after "
        f"the base course and by {first_one:.2%} from nothing."
    )
    sentences = (told, *(needed(each, worth, CHANCE) for each in hours), raises)
    rows = [(f"{arm} against {never}", played.off(arm, never)) for arm in lapses[:-1]]
    rows += [(f"8 h of {skill}", played.off(skill, "base")) for skill in SKILLS]
    rows += [
        (f"first 8 h of {skill}", played.off(f"first-{skill}", "untrained")) for skill in SKILLS
    ]
    other = played.off("command", "medical")
    verdict = decide_many([tells(other)])
    why = f"command against medical: {said(other)}"
    picture = forest(study.name, rows, "savable deaths per incident")
    tables = (table_of(rows), _minute_by_minute(played, (at_once, never), saved))
    found = Found(study.name, study.question, verdict, why, sentences, tables, (picture,))
    return with_firmness(played, found, against_others()[:1], decide_many)


_PAIRS = (("command", "base"), ("first-command", "untrained"))


def _other_hours(played: Played) -> list[Hour]:
    """The next hour after the base course and the first from nothing, of each other skill."""
    return [
        hour_of(f"The {which} hour of {skill}", played.off(arm, reference), HOURS)
        for skill in OTHERS
        for which, arm, reference in (
            ("next", skill, "base"),
            ("first", f"first-{skill}", "untrained"),
        )
    ]


def _rise(played: Played, minute: float, arm: str, reference: str) -> float:
    """By how much an hour of command training raises the chance of command by a minute."""
    return (_by_minute(played, arm, minute) - _by_minute(played, reference, minute)) / HOURS


def _minute_by_minute(played: Played, ends: tuple[str, str], saved: float) -> Table:
    """The break-even for command by other minutes than the tenth, against the best other hour."""
    best = best_hour(_other_hours(played))
    rows = []
    for minute in MINUTES:
        first, last = (_by_minute(played, arm, minute) for arm in ends)
        worth = saved / (first - last) if first > last and saved > 0.0 else 0.0
        need = rise_needed(best, worth)
        raised = (f"{_rise(played, minute, *pair):.2%}" for pair in _PAIRS)
        told = "nothing to beat" if need is None else share(need)
        rows.append((f"by minute {minute:.0f}", f"{last:.0%}", f"{first:.0%}", told, *raised))
    heads = (
        "Command inside",
        "longest lapse",
        "no lapse",
        f"to beat: {best.words.lower()}",
        "the next hour raises it by",
        "the first hour",
    )
    return Table(heads, tuple(rows))


def _by_minute(played: Played, arm: str, minute: float = 10.0) -> float:
    return played.share_within(arm, "interior_command", 60.0 * minute)
