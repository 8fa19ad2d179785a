"""Reading the study of the four levers: the share of each, and which stand in for one another."""

from itertools import combinations
from math import factorial

from warmzone.studies.claims.drawing import forest
from warmzone.studies.claims.firmness import Carried, with_firmness
from warmzone.studies.claims.found import Found, said, tells, widened
from warmzone.studies.claims.played import Played
from warmzone.studies.claims.training import decide_many, table_of
from warmzone.studies.spread import Spread
from warmzone.studies.verification.report import Table

LEVERS = {
    "t": "threat suppression",
    "c": "corridor",
    "r": "RTF integration",
    "e": "evacuation",
}


ALL, NONE = "levers-tcre", "levers-none"
PAIRS, MINUTE_S = 6, 60.0
X_LABEL = "savable deaths per incident"

Row = tuple[str, Spread]

CLOCKS = (
    ("threat_over", "the threat is over"),
    ("corridor_open", "a corridor is open"),
    ("rtf_in", "an RTF is in"),
    ("first_red_out", "a red is out"),
)
"""By what an unmanaged lever is told: in how many incidents it comes about, and when."""
SHAPLEY = (
    "A share is the mean of what a lever adds over all orders in which the four can be added. "
    "Where two stand in for each other, what is lost without both is halved between them by it: "
    "neither half is what one of them alone would cost. Beyond the sum: what is lost without both, "
    "less what is lost without each."
)
NOT_NOTHING = (
    "Unmanaged: nobody gives the orders of that lever, and everybody does what they do unasked in "
    "this world, which is the same in every arm; it is not that nothing is done."
)


def read_levers(played: Played) -> Found:
    """The share of each lever by Shapley values over all sixteen combinations.

    By the plan's general rule: the claim fails where nothing can be told.
    """
    study = played.lowered.study
    shares = [(LEVERS[each], played.spread(shapley(each))) for each in LEVERS]
    together = played.off(ALL, NONE)
    first = [
        ("all four against none", together),
        ("all four against nobody commanding", played.off(ALL, "nobody")),
    ]
    first += [
        (f"{incident.id}: all four", played.off(ALL, NONE, incidents=[k]))
        for k, incident in enumerate(study.incidents)
    ]
    rows = [*first, *shares, *_alone(played), *_missing(played)]
    pairs = [pair for each in combinations(LEVERS, 2) for pair in _pair_rows(played, *each)]
    why = "; ".join(f"{label}: {said(each)}" for label, each in [first[0], *shares])
    title = "Share of each lever (Shapley), alone, and missing"
    pictures = (
        forest(title, rows, X_LABEL),
        forest("Two levers missing", pairs, X_LABEL),
    )
    sentences = (_left(played, together), *_stand_ins(played), SHAPLEY, *_unmanaged(played))
    tables = (table_of(rows), table_of(pairs), _clock_table(played))
    verdict = decide_many([tells(together)])
    read = Found(study.name, study.question, verdict, why, sentences, tables, pictures)
    carried = [Carried("all four against none", ALL, NONE)]
    return with_firmness(played, read, carried, decide_many)


def _left(played: Played, together: Spread) -> str:
    """What all four change, and what no command could."""
    left = played.spread({ALL: 1.0})
    all_deaths = played.spread({ALL: 1.0}, "deaths").mean
    return (
        f"All four commanded against none: {said(together)}. What no command changes: "
        f"{left.mean:.2f} savable deaths an incident are left with all four, and "
        f"{all_deaths - left.mean:.2f} deaths that no response could save."
    )


def _alone(played: Played) -> list[Row]:
    return [(f"{LEVERS[each]} alone", played.off(_arm({each}), NONE)) for each in LEVERS]


def _missing(played: Played) -> list[Row]:
    return [
        (f"all but {LEVERS[each]}", played.off(_arm(set(LEVERS) - {each}), ALL)) for each in LEVERS
    ]


def _pair_rows(played: Played, one: str, other: str) -> list[Row]:
    """What is lost without both, and how much more that is than without each; six read together."""
    name = f"{LEVERS[one]} and {LEVERS[other]}"
    both = widened(played.off(_arm(set(LEVERS) - {one, other}), ALL), PAIRS)
    return [
        (f"all but {name}", both),
        (f"{name}: beyond the sum", widened(played.spread(joint(one, other)), PAIRS)),
    ]


def joint(one: str, other: str) -> dict[str, float]:
    """Weights of the arms whose sum is what is lost without both beyond the sum of each."""
    every = set(LEVERS)
    return {
        _arm(every - {one, other}): 1.0,
        _arm(every - {one}): -1.0,
        _arm(every - {other}): -1.0,
        ALL: 1.0,
    }


def _stand_ins(played: Played) -> list[str]:
    """Which two stand in for each other, and which are worth their sum or less, by the numbers."""
    found = []
    for one, other in combinations(LEVERS, 2):
        both, beyond = (each for _, each in _pair_rows(played, one, other))
        if tells(beyond) != "more":
            continue
        alone = [said(played.off(_arm(set(LEVERS) - {each}), ALL)) for each in (one, other)]
        found.append(
            f"{_begun(LEVERS[one])} and {LEVERS[other]} stand in for each other: without both "
            f"{said(both)}, without {LEVERS[one]} alone {alone[0]}, without {LEVERS[other]} alone "
            f"{alone[1]}."
        )
    return found or ["No two levers are told to stand in for each other."]


def _unmanaged(played: Played) -> list[str]:
    """What unmanaged means for each lever: which orders nobody gives, and what comes about."""
    arms = {arm.id: arm for arm in played.lowered.study.arms}
    found = [NOT_NOTHING]
    for lever in LEVERS:
        without = _arm(set(LEVERS) - {lever})
        orders = ", ".join(each.replace("_", " ") for each in arms[without].forbid)
        changes = [
            f"{words} in {_share(played, without, clock)} of incidents, not {with_all}"
            for clock, words in CLOCKS
            if (with_all := _share(played, ALL, clock)) != _share(played, without, clock)
        ]
        told = "; ".join(changes) or "every clock of the table is reached as often as with all four"
        found.append(f"{_begun(LEVERS[lever])} unmanaged: never ordered are {orders}. Then {told}.")
    return found


def _clock_table(played: Played) -> Table:
    """In how many incidents each comes about, and when: all, all but one, none, nobody."""
    arms = [("all four", ALL)]
    arms += [(f"all but {LEVERS[each]}", _arm(set(LEVERS) - {each})) for each in LEVERS]
    arms += [("none of the four", NONE), ("nobody commanding", "nobody")]
    rows = []
    for label, arm in arms:
        cells = []
        for clock, _ in CLOCKS:
            found = played.spread({arm: 1.0}, clock)
            minutes = "never" if found.draws == 0 else f"{found.mean / MINUTE_S:.1f} min"
            cells.append(f"{found.reached_p:.0%}, {minutes}")
        rows.append((label, *cells))
    return Table(("", *(f"{words}: in, at" for _, words in CLOCKS)), tuple(rows))


def _begun(words: str) -> str:
    """With a capital, and RTF as it was."""
    return words[0].upper() + words[1:]


def _share(played: Played, arm: str, clock: str) -> str:
    return f"{played.spread({arm: 1.0}, clock).reached_p:.0%}"


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
