"""Reading the study of unified command: where early is right, where late, and where neither."""

from dataclasses import replace

from warmzone.studies.claims.drawing import chequer, forest
from warmzone.studies.claims.found import Found, Verdict, number, said, tells
from warmzone.studies.claims.played import Played
from warmzone.studies.claims.training import table_of
from warmzone.studies.spread import Spread
from warmzone.studies.verification.report import Picture, Table

EARLY, LATE = "early", "late"
SETTINGS = {
    "beside": "Tactical lets the RTF in, Triage is called beside it",
    "apart": "a post outside lets the RTF in, Triage is not called",
}
PLACES = {
    "usual": "word in 20 s, meeting 3 min",
    "fast-1-min": "word in 5 s, meeting 1 min",
    "fast-20-min": "word in 5 s, meeting 20 min",
    "slow-1-min": "word in 10 min, meeting 1 min",
    "slow-20-min": "word in 10 min, meeting 20 min",
}
"""How long dispatch takes to pass a word on, and how long police and fire are on the way."""
PER_HUNDRED, MINUTE_S = 100.0, 60.0
ERROR_P = 0.05

Pair = tuple[str, str]
"""A setting and a place."""


def pairs() -> list[Pair]:
    """Every setting with every place: early and late are played in each."""
    return [(setting, place) for setting in SETTINGS for place in PLACES]


def early_against_late(
    played: Played, pair: Pair, measure: str = "savable_deaths", incident: int | None = None
) -> Spread:
    """Early less late in one setting and place, over all incidents or in one."""
    early, late = (f"{when}-{pair[0]}-{pair[1]}" for when in (EARLY, LATE))
    return played.off(early, late, measure, incidents=None if incident is None else [incident])


def widened(each: Spread, comparisons: int) -> Spread:
    """The interval widened for so many comparisons read together (Bonferroni)."""
    from scipy import stats

    degrees = max(1, each.draws - 1)
    usual, wide = (
        float(stats.t.ppf(1.0 - error / 2.0, degrees)) for error in (ERROR_P, ERROR_P / comparisons)
    )
    return replace(each, half_width=each.half_width * wide / usual)


def read_unified(played: Played) -> Found:
    """Where early does better, where late, over incidents; each field of the map beside it."""
    study = played.lowered.study
    wide = {pair: widened(early_against_late(played, pair), len(pairs())) for pair in pairs()}
    verdict, why = verdict_of(wide)
    rows = [(f"{SETTINGS[pair[0]]}; {PLACES[pair[1]]}", each) for pair, each in wide.items()]
    sentences = (
        *_told(played),
        (
            "Early less late: both arms of a pair have the same profile and numbers and differ in "
            "the time of uniting alone. Early: as soon as a crew is on scene. Late: once a lane "
            "runs or a crew is let in, and a supervisor commands outside; where none comes, never."
        ),
        (
            "While they meet, whoever leads can order nothing unless somebody of theirs can stand "
            "in: a supervisor for Tactical, a second crew for fire. Once they stand together each "
            "knows what the other knew, both hear one channel and nothing is relayed any more."
        ),
        (
            "The intervals over all incidents are widened for the ten of them; those of single "
            "fields are not. Word in 10 min with three in ten forgotten is Aurora 2012; 20 min is "
            "the lower end of what C3 Pathways says that uniting first costs (Aurora took 28)."
        ),
    )
    pictures = (
        forest("Early against late over all incidents", rows, "savable deaths per incident"),
        *(_map(played, setting) for setting in SETTINGS),
    )
    tables = (table_of(rows), _fields(played))
    return Found(study.name, study.question, verdict, why, sentences, tables, pictures)


def verdict_of(found: dict[Pair, Spread]) -> tuple[Verdict, str]:
    """When to unite is a decision where each is right somewhere; else it fails or is not told."""
    early = [pair for pair, each in found.items() if tells(each) == "fewer"]
    late = [pair for pair, each in found.items() if tells(each) == "more"]
    parts = []
    for word, places in ((EARLY, early), (LATE, late)):
        best = max(places, key=lambda pair: abs(found[pair].mean), default=None)
        if best is None:
            parts.append(f"{word} is told to be right in none of {len(found)} places")
        else:
            where = f"{PLACES[best[1]]}, {SETTINGS[best[0]]}"
            parts.append(
                f"{word} is right in {len(places)} of {len(found)} places, most where {where}: "
                f"early against late {said(found[best])}"
            )
    verdict: Verdict = "the claim fails"
    if early or late:
        verdict = "speaks for the claim" if early and late else "cannot tell"
    return verdict, "; ".join(parts)


def _told(played: Played) -> list[str]:
    """Which incidents are told from nought in which place, in words, and how large all others."""
    study = played.lowered.study
    open_most, sentences = 0.0, []
    told: dict[str, list[str]] = {"fewer": [], "more": []}
    for pair in pairs():
        for k, incident in enumerate(study.incidents):
            each = early_against_late(played, pair, incident=k)
            word = tells(each)
            if word == "cannot tell":
                open_most = max(open_most, abs(each.mean) + each.half_width)
            else:
                value = number(PER_HUNDRED * each.mean).removesuffix("00")
                told[word].append(f"{incident.id}, {pair[0]}, {pair[1]} ({value})")
    for word, name in (("fewer", "Early"), ("more", "Late")):
        fields = "; ".join(told[word]) or "none"
        sentences.append(f"{name} does better in single fields (deaths in 100): {fields}.")
    sentences.append(
        f"In every other field the difference is at most {PER_HUNDRED * open_most:.1f} savable "
        "deaths in 100 incidents."
    )
    return sentences


def _map(played: Played, setting: str) -> Picture:
    incidents = [each.id for each in played.lowered.study.incidents]
    found = [
        [early_against_late(played, (setting, place), incident=k) for place in PLACES]
        for k in range(len(incidents))
    ]
    heads = tuple(word.replace(", ", ",\n") for word in PLACES.values())
    title = f"Savable deaths, early less late: {SETTINGS[setting]}"
    return chequer(title, found, (tuple(incidents), heads))


def _fields(played: Played) -> Table:
    """Field by field: deaths, and by how much sooner or later the first RTF comes in."""
    rows = []
    for pair in pairs():
        for k, incident in enumerate(played.lowered.study.incidents):
            deaths = early_against_late(played, pair, incident=k)
            clock = early_against_late(played, pair, "rtf_in", incident=k)
            reached = [
                played.spread({f"{when}-{pair[0]}-{pair[1]}": 1.0}, "rtf_in", incidents=[k])
                for when in (EARLY, LATE)
            ]
            rows.append((
                f"{incident.id}: {pair[0]}, {PLACES[pair[1]]}",
                number(deaths.mean),
                number(deaths.half_width).lstrip("+"),
                tells(deaths),
                "–" if clock.draws == 0 else f"{clock.mean / MINUTE_S:+.1f}".replace("-", "−"),
                " / ".join(f"{each.reached_p:.0%}" for each in reached),
            ))  # fmt: skip
    heads = ("", "deaths, early less late", "±", "tells", "first RTF, min", "in: early / late")
    return Table(heads, tuple(rows))
