"""Reading the studies whose arms differ by what is commanded, and in which order."""

from itertools import combinations
from math import factorial

from warmzone.evidence.skills import SKILLS
from warmzone.studies.claims.drawing import chequer, forest
from warmzone.studies.claims.found import HEADS, Found, Verdict, cells, number, said, tells
from warmzone.studies.claims.played import Played
from warmzone.studies.claims.training import table_of
from warmzone.studies.verification.report import Table

LEVERS = {
    "t": "threat suppression",
    "c": "corridor",
    "r": "RTF integration",
    "e": "evacuation",
}
PER_HUNDRED, HOURS = 100.0, 8.0
MINUTES = (6.0, 8.0, 10.0, 15.0, 20.0)
"""By which command is asked for in the break-even."""


def read_active(played: Played) -> Found:
    """Threat and rescue together against the other orders of things."""
    study = played.lowered.study
    others = [arm for arm in played.arms if arm != "together"]
    rows = [(f"together against {arm}", played.off("together", arm)) for arm in others]
    by_place = [
        (f"{incident.id}: together against {arm}", played.off("together", arm, incidents=[k]))
        for k, incident in enumerate(study.incidents)
        for arm in others
    ]
    hurt = [
        (f"{name}: together against {arm}", played.off("together", arm, measure))
        for measure, name in (("casualties", "people hurt"), ("responders_hurt", "responders"))
        for arm in others
    ]
    lost = [label for label, each in rows if tells(each) != "fewer"]
    verdict: Verdict = "speaks for the claim" if not lost else "the claim fails"
    why = "; ".join(f"{label}: {said(each)}" for label, each in rows)
    sentences = ("The claim asks that together does better than each of the others.",)
    tables = (table_of([*rows, *by_place]), table_of(hurt))
    picture = forest(study.name, [*rows, *by_place], "savable deaths per incident")
    return Found(study.name, study.question, verdict, why, sentences, tables, (picture,))


def read_divide(played: Played) -> Found:
    """The map over police cars and casualties."""
    study = played.lowered.study
    cars, hurt = ("quarter", "half", "all", "double"), ("3", "10", "20", "30")
    names = [each.id for each in study.incidents]
    found = [
        [
            played.off("divided", "together", incidents=[names.index(f"cars-{c}-hurt-{h}")])
            for h in hurt
        ]
        for c in cars
    ]
    flat = [each for row in found for each in row]
    better = sum(tells(each) == "fewer" for each in flat)
    worse = sum(tells(each) == "more" for each in flat)
    verdict: Verdict = "the claim fails" if better <= worse else "speaks for the claim"
    why = (
        f"dividing is ahead in {better} of {len(flat)} fields, behind in {worse}, not told in "
        f"{len(flat) - better - worse}"
    )
    sides = tuple(f"{c} of the cars" for c in cars), tuple(f"about {h} hurt" for h in hurt)
    picture = chequer("Savable deaths: divided less together on the threat", found, sides)
    rows = [
        (f"{r}, {c}", found[i][k]) for i, r in enumerate(sides[0]) for k, c in enumerate(sides[1])
    ]
    hurt_too = played.off("divided", "together", "responders_hurt")
    sentences = (f"Responders hurt, divided less together: {number(hurt_too.mean)} an incident.",)
    return Found(study.name, study.question, verdict, why, sentences, (table_of(rows),), (picture,))


def read_levers(played: Played) -> Found:
    """The share of each lever by Shapley values over all sixteen combinations.

    By the plan's general rule: the claim fails where nothing can be told.
    """
    study = played.lowered.study
    rows = [(LEVERS[each], played.spread(shapley(each))) for each in LEVERS]
    together = played.off("levers-tcre", "levers-none")
    left = played.spread({"levers-tcre": 1.0})
    alone = [
        (f"{LEVERS[each]} alone", played.off(f"levers-{each}", "levers-none")) for each in LEVERS
    ]
    missing = [
        (f"all but {LEVERS[each]}", played.off(f"levers-{_without(each)}", "levers-tcre"))
        for each in LEVERS
    ]
    all_deaths = played.spread({"levers-tcre": 1.0}, "deaths").mean
    told = (
        f"All four commanded against none: {said(together)}. What no command changes: "
        f"{left.mean:.2f} savable deaths an incident are left with all four, and "
        f"{all_deaths - left.mean:.2f} deaths that no response could save."
    )
    every = [*rows, *alone, *missing]
    first = [
        ("all four against none", together),
        ("all four against nobody commanding", played.off("levers-tcre", "nobody")),
    ]
    first += [
        (f"{incident.id}: all four", played.off("levers-tcre", "levers-none", incidents=[k]))
        for k, incident in enumerate(study.incidents)
    ]
    tables = (Table(HEADS, tuple(cells(label, each) for label, each in [*first, *every])),)
    why = "; ".join(f"{label}: {said(each)}" for label, each in [first[0], *rows])
    picture = forest(
        "Share of each lever (Shapley), alone, and missing",
        [*first, *every],
        "savable deaths per incident",
    )
    verdict: Verdict = "speaks for the claim" if tells(together) == "fewer" else "the claim fails"
    return Found(study.name, study.question, verdict, why, (told,), tables, (picture,))


def shapley(lever: str) -> dict[str, float]:
    """Weights of the sixteen arms whose sum is the mean effect of a lever over all orders."""
    others = [each for each in LEVERS if each != lever]
    weights: dict[str, float] = {}
    n = len(LEVERS)
    for size in range(len(others) + 1):
        share = factorial(size) * factorial(n - size - 1) / factorial(n)
        for chosen in combinations(others, size):
            weights[_arm({*chosen, lever})] = share
            weights[_arm(set(chosen))] = -share
    return weights


def _arm(levers: set[str]) -> str:
    return "levers-" + ("".join(each for each in LEVERS if each in levers) or "none")


def _without(lever: str) -> str:
    return "".join(each for each in LEVERS if each != lever)


def read_break_even(played: Played) -> Found:
    """What a chance of command by minute ten is worth, and how much of it an hour must bring."""
    study = played.lowered.study
    lapses = [arm for arm in played.arms if arm.startswith("lapse-")]
    never, at_once = lapses[-1], lapses[0]
    first, last = _by_minute(played, at_once), _by_minute(played, never)
    saved = -played.off(at_once, never).mean
    worth = saved / (first - last) if first > last else float("nan")
    rise = _rise(played, 10.0)
    told = (
        f"Command by minute 10 comes in {last:.0%} of incidents under the longest lapse and in "
        f"{first:.0%} without any; that saves {saved:.3f} savable deaths an incident, {worth:.3f} "
        "for each whole chance."
    )
    sentences = (
        told,
        *(_needed(played, other, worth) for other in ("medical", "movement")),
        f"Over the declared ranges an hour of command training raises it by {rise:.2%}.",
    )
    rows = [(f"{arm} against {never}", played.off(arm, never)) for arm in lapses[:-1]]
    rows += [(f"8 h of {skill}", played.off(skill, "base")) for skill in SKILLS]
    other = played.off("command", "medical")
    verdict: Verdict = "speaks for the claim" if tells(other) == "fewer" else "the claim fails"
    why = f"command against medical: {said(other)}"
    picture = forest(study.name, rows, "savable deaths per incident")
    tables = (table_of(rows), _minute_by_minute(played, (at_once, never), saved))
    return Found(study.name, study.question, verdict, why, sentences, tables, (picture,))


def _rise(played: Played, minute: float) -> float:
    """By how much an hour of command training raises the chance of command by a minute."""
    return (_by_minute(played, "command", minute) - _by_minute(played, "base", minute)) / HOURS


def _minute_by_minute(played: Played, ends: tuple[str, str], saved: float) -> Table:
    """The break-even for command by other minutes than the tenth, against the better other hour."""
    hour = max(0.0, *(-played.off(other, "base").mean / HOURS for other in ("medical", "movement")))
    rows = []
    for minute in MINUTES:
        first, last = (_by_minute(played, arm, minute) for arm in ends)
        need = "–" if first <= last or saved <= 0.0 else f"{hour * (first - last) / saved:.2%}"
        shares = (f"{last:.0%}", f"{first:.0%}", need, f"{_rise(played, minute):.2%}")
        rows.append((f"by minute {minute:.0f}", *shares))
    heads = ("Command inside", "longest lapse", "no lapse", "an hour must raise it by", "raises it")
    return Table(heads, tuple(rows))


def _needed(played: Played, other: str, worth: float) -> str:
    """What an hour of command training must bring to be better than one of another skill."""
    best = played.off(other, "base")
    hour, most = -best.mean / HOURS, (best.half_width - best.mean) / HOURS
    if hour <= 0.0:
        return (
            f"An hour of {other} saves nothing on the mean (at most {max(0.0, most):.4f} an "
            "incident): any hour that raises the chance of command by minute 10 is better."
        )
    need, at_most = max(0.0, hour / worth), max(0.0, most / worth)
    return (
        f"An hour of {other} saves {hour:.4f} (at most {most:.4f}) an incident: command training "
        "is better only if an hour of it raises the chance of command by minute 10 by at least "
        f"{need:.2%} (at most {at_most:.2%})."
    )


def _by_minute(played: Played, arm: str, minute: float = 10.0) -> float:
    return played.share_within(arm, "interior_command", 60.0 * minute)
