"""Reading the studies whose arms differ by training: one skill's eight hours against another's."""

from collections.abc import Sequence

import numpy as np

from warmzone.evidence.skills import SKILLS
from warmzone.studies.claims.drawing import chequer, forest
from warmzone.studies.claims.firmness import Carried, with_firmness
from warmzone.studies.claims.found import HEADS, Found, Tells, Verdict, cells, number, said, tells
from warmzone.studies.claims.played import Chosen, Played
from warmzone.studies.sensitivity import best_shares, carriers
from warmzone.studies.spread import Spread
from warmzone.studies.verification.report import Picture, Table

X_LABEL = "savable deaths per incident against the base or no training"
CARRY_HEADS = (
    "Number",
    "Share of variance",
    "±",
    "Worth of knowing",
    "Range",
    "How read",
    "Source",
)
MOST_ROWS = 12
BESIDE = (
    "After the base course medical skill is nearly all learnt, so that more hours of it change "
    "little by the form of the curve; the second table has the first eight hours of each skill."
)


def arms_of(played: Played, incidents: Chosen = None) -> list[tuple[str, Spread]]:
    """Eight hours of each skill against the base, and command against the other two."""
    rows = [(f"8 h of {skill}", played.off(skill, "base", incidents=incidents)) for skill in SKILLS]
    return rows + [
        (f"command against {other}", played.off("command", other, incidents=incidents))
        for other in ("medical", "movement")
    ]


def against_others(incidents: Chosen = None) -> list[Carried]:
    """The two comparisons that carry a verdict on the next hours of training."""
    return [
        Carried(f"command against {other}", "command", other, incidents)
        for other in ("medical", "movement")
    ]


def decide_many(told: Sequence[Tells]) -> Verdict:
    """Many casualties or a threat: the claim asks that command is ahead of both."""
    return "speaks for the claim" if all(each == "fewer" for each in told) else "the claim fails"


def decide_one(told: Sequence[Tells]) -> Verdict:
    """One casualty: the claim asks that command is ahead of neither, and behind one."""
    if "fewer" in told:
        return "the claim fails"
    return "speaks for the claim" if "more" in told else "cannot tell"


def verdict_of(played: Played, *, many: bool, incidents: Chosen = None) -> tuple[Verdict, str]:
    """By the rule of the analysis plan."""
    against = [
        (each.label, played.off(each.arm, each.reference, incidents=incidents))
        for each in against_others(incidents)
    ]
    decide = decide_many if many else decide_one
    why = "; ".join(f"{label}: {said(each)}" for label, each in against)
    return decide([tells(each) for _, each in against]), why


def first_hours(played: Played, incidents: Chosen = None) -> list[tuple[str, Spread]]:
    """The first eight hours of each skill against no training; beside the plan, no verdict."""
    own = [
        (f"first 8 h of {skill}", played.off(f"first-{skill}", "untrained", incidents=incidents))
        for skill in SKILLS
    ]
    return own + [
        (
            f"first 8 h: command against {other}",
            played.off("first-command", f"first-{other}", incidents=incidents),
        )
        for other in ("medical", "movement")
    ]


def table_of(rows: Sequence[tuple[str, Spread]]) -> Table:
    """The differences as a table."""
    return Table(HEADS, tuple(cells(label, each) for label, each in rows))


def read_training(played: Played, *, many: bool) -> Found:
    """A study of one kind of incident."""
    study = played.lowered.study
    verdict, why = verdict_of(played, many=many)
    rows = arms_of(played)
    base = played.spread({"base": 1.0})
    sentences = (
        f"With the base course {100 * base.mean:.1f} savable deaths in 100 incidents.",
        focus_sentence(played),
    )
    first = first_hours(played)
    tables = (table_of(rows), table_of(first), carried(played))
    picture = forest(study.name, [*rows, *first], X_LABEL)
    found = Found(study.name, study.question, verdict, why, sentences, tables, (picture,))
    return with_firmness(played, found, against_others(), decide_many if many else decide_one)


def focus_sentence(played: Played) -> str:
    """How often each focus is best over the draws."""
    choices = np.stack([played.draws({skill: 1.0}).mean(axis=1) for skill in SKILLS], axis=1)
    shares = best_shares(choices)
    told = ", ".join(f"{skill} {share:.0%}" for skill, share in zip(SKILLS, shares, strict=True))
    return (
        f"Over {len(choices)} draws of all that is uncertain the best focus is: {told}. Luck is in "
        "these shares and pulls them towards a third each; equal outcomes are shared."
    )


def carried(played: Played) -> Table:
    """The ranked assumptions behind command against the better of the other two."""
    study = played.lowered.study
    choices = np.stack([played.draws({skill: 1.0}).mean(axis=1) for skill in SKILLS], axis=1)
    result = choices[:, 2] - choices[:, :2].min(axis=1)
    rows = []
    for each in carriers(study, result, choices)[:MOST_ROWS]:
        row = each.row
        ends = f"{row.low:g} to {row.high:g} {row.unit}".removesuffix(" 1")
        known = each.half_width == each.half_width
        half = f"{each.half_width:.2f}" if known else "–"
        shares = (f"{each.index:.2f}", half, f"{each.worth:.4f}")
        rows.append((row.name, *shares, ends, row.status, row.source or "none"))
    return Table(CARRY_HEADS, tuple(rows), 6)


def read_next_hour(played: Played) -> Found:
    """The map over casualties, threat, officers and arrival."""
    study = played.lowered.study
    names = [each.id for each in study.incidents]
    active = [k for k, name in enumerate(names) if "-active-" in name]
    verdict, why = verdict_of(played, many=True, incidents=active)
    rows = arms_of(played, incidents=active)
    table = Table(
        ("Incident", "medical", "movement", "command", "ahead"),
        tuple(_cell(played, k, name) for k, name in enumerate(names)),
    )
    maps = tuple(_map(played, other) for other in ("medical", "movement"))
    legend = (
        "Few: 2 to 4 hurt at once, many: 16 to 24; over: gone before police come and not known to "
        "be, active: 330 s; half or all of the police cars; near: arrivals 0.7 times the "
        "scenario's, far: 1.5 times. The verdict is over the incidents with an active threat."
    )
    sentences = (legend, focus_sentence(played), BESIDE)
    first = first_hours(played, active)
    pictures = (forest("With an active threat", [*rows, *first], X_LABEL), *maps)
    tables = (table_of(rows), table_of(first), table, carried(played))
    found = Found(study.name, study.question, verdict, why, sentences, tables, pictures)
    return with_firmness(played, found, against_others(active), decide_many)


def _cell(played: Played, k: int, name: str) -> tuple[str, ...]:
    """An incident of the map: each focus against the base, and which is ahead of both others."""
    own = {skill: played.off(skill, "base", incidents=[k]) for skill in SKILLS}
    ahead = "cannot tell"
    for skill in SKILLS:
        others = [played.off(skill, other, incidents=[k]) for other in SKILLS if other != skill]
        if all(tells(each) == "fewer" for each in others):
            ahead = skill
    means = (number(own[skill].mean) for skill in SKILLS)
    return (name.replace("-", ", "), *means, ahead)


def _map(played: Played, other: str) -> Picture:
    names = [each.id for each in played.lowered.study.incidents]
    rows = ("few-over", "few-active", "many-over", "many-active")
    columns = ("half-near", "half-far", "all-near", "all-far")
    found = [
        [
            played.off("command", other, incidents=[names.index(f"{row}-{column}")])
            for column in columns
        ]
        for row in rows
    ]
    sides = tuple(tuple(each.replace("-", ", ") for each in side) for side in (rows, columns))
    return chequer(
        f"Savable deaths: 8 h of command less 8 h of {other}", found, (sides[0], sides[1])
    )


def read_survives(played: Played) -> Found:
    """Command against the others under every physiology, savable share and profile."""
    study = played.lowered.study
    carried = surviving(played)
    rows = [
        (
            each.label,
            played.spread(each.mix, incidents=each.incidents, physiologies=each.physiologies),
        )
        for each in carried
    ]
    held = [label for label, each in rows if tells(each) == "fewer"]
    lost = [label for label, each in rows if tells(each) != "fewer"]
    verdict = decide_many([tells(each) for _, each in rows])
    why = f"command is ahead in {len(held)} of {len(rows)} comparisons"
    sentences = (f"Not told apart, or behind, in: {'; '.join(lost) or 'none'}.",)
    picture = forest("Does it survive?", rows, "savable deaths per incident")
    tables = (table_of(rows),)
    found = Found(study.name, study.question, verdict, why, sentences, tables, (picture,))
    return with_firmness(played, found, carried, decide_many)


def surviving(played: Played) -> list[Carried]:
    """Command against the others under each physiology and share, and under each profile."""
    study = played.lowered.study
    carried = [
        Carried(
            f"{body}, {incident.id.removeprefix('savable-')} % savable: command against {other}",
            "command",
            other,
            [k],
            [f],
        )
        for f, body in enumerate(study.physiologies)
        for k, incident in enumerate(study.incidents)
        for other in ("medical", "movement")
    ]
    profiles = [arm.removeprefix("base-") for arm in played.arms if arm.startswith("base-")]
    return carried + [
        Carried(f"{each}: 8 h of command against its base", f"command-{each}", f"base-{each}")
        for each in profiles
    ]
