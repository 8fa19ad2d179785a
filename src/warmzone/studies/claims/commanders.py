"""Reading the studies whose arms differ in the order of things and in who is sent where."""

from collections.abc import Sequence

from warmzone.studies.claims.drawing import chequer, forest
from warmzone.studies.claims.firmness import Carried, with_firmness
from warmzone.studies.claims.found import Found, Tells, Verdict, number, said, tells
from warmzone.studies.claims.played import Played
from warmzone.studies.claims.training import decide_many, table_of


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
    verdict = decide_many([tells(each) for _, each in rows])
    why = "; ".join(f"{label}: {said(each)}" for label, each in rows)
    sentences = ("The claim asks that together does better than each of the others.",)
    tables = (table_of([*rows, *by_place]), table_of(hurt))
    picture = forest(study.name, [*rows, *by_place], "savable deaths per incident")
    found = Found(study.name, study.question, verdict, why, sentences, tables, (picture,))
    carried = [Carried(f"together against {arm}", "together", arm) for arm in others]
    return with_firmness(played, found, carried, decide_many)


def read_divide(played: Played) -> Found:
    """The map over police cars and casualties."""
    study = played.lowered.study
    cars, hurt = ("quarter", "half", "all", "double"), ("3", "10", "20", "30")
    names = [each.id for each in study.incidents]
    places = [[[names.index(f"cars-{c}-hurt-{h}")] for h in hurt] for c in cars]
    found = [
        [played.off("divided", "together", incidents=place) for place in row] for row in places
    ]
    flat = [each for row in found for each in row]
    better = sum(tells(each) == "fewer" for each in flat)
    worse = sum(tells(each) == "more" for each in flat)
    verdict = decide_divide([tells(each) for each in flat])
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
    tables = (table_of(rows),)
    read = Found(study.name, study.question, verdict, why, sentences, tables, (picture,))
    where = [place for row in places for place in row]
    carried = [
        Carried(label, "divided", "together", place)
        for (label, _), place in zip(rows, where, strict=True)
    ]
    return with_firmness(played, read, carried, decide_divide)


def decide_divide(told: Sequence[Tells]) -> Verdict:
    """Dividing must be ahead in more fields of the map than it is behind."""
    ahead = told.count("fewer") > told.count("more")
    return "speaks for the claim" if ahead else "the claim fails"
