"""Reading the studies whose arms differ by what is commanded, and in which order."""

from itertools import combinations
from math import factorial

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
