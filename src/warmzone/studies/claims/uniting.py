"""Reading the study of unified command: where early is right, where late, and where neither."""

from collections.abc import Sequence

from warmzone.studies.claims.drawing import chequer, forest
from warmzone.studies.claims.firmness import Carried, with_firmness
from warmzone.studies.claims.found import (
    ERROR_P,
    Found,
    Tells,
    Verdict,
    number,
    said,
    tells,
    widened,
)
from warmzone.studies.claims.played import Played
from warmzone.studies.claims.training import table_of
from warmzone.studies.spread import Spread
from warmzone.studies.verification.report import Picture, Table

EARLY, LATE = "early", "late"
SETTINGS = {
    "beside": "Tactical lets in, Triage beside",
    "apart": "a post lets in, Triage apart",
}
"""Who lets the RTF in, and whether Triage is called to stand beside Tactical."""
PLACES = {
    "usual": "word in 20 s, meeting 3 min",
    "fast-20-min": "word in 5 s, meeting 20 min",
    "slow-1-min": "word in 10 min, meeting 1 min",
    "slow-20-min": "word in 10 min, meeting 20 min",
}
"""How long dispatch takes to pass a word on, and how long police and fire are on the way."""
PER_HUNDRED, MINUTE_S = 100.0, 60.0
CLOCK, NO_THREAT = "rtf_in", "no-threat"
READING = (
    (
        "Full shift: the school, about thirty officers in the end; medics soon: crews and "
        "ambulances in half the time; few hurt: 2 to 4 at once; over, unknown: gone before police "
        "come and not known to be; rural shift: as a rural agency staffs it; arcade: four "
        "officers, the threat silent; no threat: a derailment. Word: until dispatch has passed it "
        "on to the other agency. Meeting: until police and fire stand at one post."
    ),
    (
        "Early less late: both arms of a pair have the same profile and numbers and differ in the "
        "time of uniting alone. Early: as soon as a crew is on scene. Late: once a lane runs or a "
        "crew is let in, and a supervisor commands outside; where none comes, never."
    ),
    (
        "While they meet, whoever leads can order nothing unless somebody of theirs can stand in: "
        "a supervisor for Tactical, a second crew for fire. Once they stand together each knows "
        "what the other knew, both hear one channel and nothing is relayed any more."
    ),
    (
        "Why deaths move less than the clock: in this world a minute by which the first RTF comes "
        "later costs few lives (study 2b), as officers care and carry meanwhile. The intervals "
        "over all kinds with a threat are widened for the number of places. Word in 10 min with "
        "three in ten forgotten is Aurora 2012; 20 min is the lower end of what C3 Pathways says "
        "that uniting first costs (Aurora took 28)."
    ),
)

Pair = tuple[str, str]
"""A setting and a place."""


def pairs() -> list[Pair]:
    """Every setting with every place: early and late are played in each."""
    return [(setting, place) for setting in SETTINGS for place in PLACES]


def with_threat(played: Played) -> list[int]:
    """The kinds of incident in which somebody has to be let in: those of the verdict."""
    return [k for k, each in enumerate(played.lowered.study.incidents) if each.id != NO_THREAT]


def early_against_late(
    played: Played, pair: Pair, measure: str = "savable_deaths", incident: int | None = None
) -> Spread:
    """Early less late in one setting and place, over all incidents with a threat or in one."""
    early, late = _arms(pair)
    chosen = with_threat(played) if incident is None else [incident]
    return played.off(early, late, measure, incidents=chosen)


def read_unified(played: Played) -> Found:
    """Where early does better and where late, over incidents; each field of the map beside."""
    study = played.lowered.study
    wide = {pair: widened(early_against_late(played, pair), len(pairs())) for pair in pairs()}
    verdict, why = verdict_of(wide)
    rows = [(_named(pair), each) for pair, each in wide.items()]
    clocks = {
        pair: widened(early_against_late(played, pair, CLOCK), len(pairs())) for pair in pairs()
    }
    sentences = (*_by_the_clock(clocks), _in_fields(played), *READING)
    pictures = (
        forest("Early less late, all kinds with a threat", rows, "savable deaths per incident"),
        *(_map(played, setting) for setting in SETTINGS),
    )
    tables = (table_of(rows), _clock_table(played, clocks), _fields(played))
    read = Found(study.name, study.question, verdict, why, sentences, tables, pictures)
    chosen = with_threat(played)
    carried = [
        Carried(_named(each), *_arms(each), chosen, read_with=len(pairs())) for each in pairs()
    ]
    return with_firmness(played, read, carried, decide)


def _arms(pair: Pair) -> tuple[str, str]:
    """The arms of a setting and place: early, late."""
    return f"{EARLY}-{pair[0]}-{pair[1]}", f"{LATE}-{pair[0]}-{pair[1]}"


def _named(pair: Pair) -> str:
    return f"{PLACES[pair[1]]}; {SETTINGS[pair[0]]}"


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
    return decide([tells(each) for each in found.values()]), "; ".join(parts)


def decide(told: Sequence[Tells]) -> Verdict:
    """Early must be right in some place and late in another; one alone tells too little."""
    if "fewer" in told and "more" in told:
        return "speaks for the claim"
    return "cannot tell" if "fewer" in told or "more" in told else "the claim fails"


def _by_the_clock(clocks: dict[Pair, Spread]) -> list[str]:
    """Where early brings the first RTF in sooner, and where later, in minutes."""
    sentences = []
    for word, name in (("fewer", "sooner"), ("more", "later")):
        places = [
            f"{_named(pair)} ({_minutes(each)})"
            for pair, each in clocks.items()
            if tells(each) == word
        ]
        fields = "; ".join(places) or "nowhere"
        sentences.append(f"The first RTF comes in {name} under early, where both do: {fields}.")
    return sentences


def _minutes(each: Spread) -> str:
    told = f"{each.mean / MINUTE_S:+.1f} ± {each.half_width / MINUTE_S:.1f} min"
    return told.replace("-", "−")


def _in_fields(played: Played) -> str:
    """How many single fields tell, how many would by chance, and how large all others are."""
    found = [
        early_against_late(played, pair, incident=k)
        for pair in pairs()
        for k in range(len(played.lowered.study.incidents))
    ]
    told = [tells(each) for each in found]
    most = max(abs(each.mean) + each.half_width for each in found if tells(each) == "cannot tell")
    return (
        f"Of {len(found)} single fields (kind of incident by place, intervals not widened) early "
        f"does better in {told.count('fewer')} and late in {told.count('more')}; chance alone "
        f"would give about {len(found) * ERROR_P / 2:.0f} a side. In every other field the "
        f"difference is at most {PER_HUNDRED * most:.1f} savable deaths in 100 incidents."
    )


def _clock_table(played: Played, clocks: dict[Pair, Spread]) -> Table:
    """When the first RTF is in, over all kinds with a threat, and in how many it is in at all."""
    rows = []
    for (setting, place), each in clocks.items():
        arms = (f"{when}-{setting}-{place}" for when in (EARLY, LATE))
        chosen = with_threat(played)
        found = [played.spread({arm: 1.0}, CLOCK, incidents=chosen) for arm in arms]
        shares = [f"{each.reached_p:.0%}" for each in found]
        rows.append((_named((setting, place)), _minutes(each), *shares))
    heads = ("", "first RTF, early less late", "in at all: early", "in at all: late")
    return Table(heads, tuple(rows))


def _map(played: Played, setting: str) -> Picture:
    incidents = [each.id for each in played.lowered.study.incidents]
    found = [
        [early_against_late(played, (setting, place), incident=k) for place in PLACES]
        for k in range(len(incidents))
    ]
    heads = tuple(word.replace(", ", ",\n") for word in PLACES.values())
    title = f"Savable deaths, early less late: {SETTINGS[setting]}"
    names = tuple(each.replace("-", " ") for each in incidents)
    return chequer(title, found, (names, heads))


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
                "–" if clock.draws == 0 else number(clock.mean / MINUTE_S, 1),
                " / ".join(f"{each.reached_p:.0%}" for each in reached),
            ))  # fmt: skip
    heads = ("", "deaths, early less late", "±", "tells", "first RTF, min", "in: early / late")
    return Table(heads, tuple(rows))
