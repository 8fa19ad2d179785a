"""Reading the studies of where command stands, with whom, and what it may take for safe."""

from collections.abc import Sequence

from warmzone.studies.claims.drawing import forest
from warmzone.studies.claims.firmness import Carried, with_firmness
from warmzone.studies.claims.found import Found, Tells, Verdict, said, tells
from warmzone.studies.claims.played import Played
from warmzone.studies.claims.training import decide_many, table_of
from warmzone.studies.spread import Spread
from warmzone.studies.verification.report import Table

AT_ONCE, SEARCHED = "in-at-once", "search-first"
PER_HUNDRED, MINUTE_S = 100.0, 60.0
UNKNOWN = "unknown"
CLOCKS = {"first_warm_declared": "first warm ground", "rtf_in": "first RTF in"}
LEAST_MIN = 0.5
"""Arms whose first RTF comes less than this later say nothing of a minute."""
ENDS = {
    "ends-by-distance": "distance from where the threat was last placed",
    "ends-by-search": "officers have searched the ground, however short the quiet",
    "ends-by-officers": "two officers stand on the ground",
}
"""Arms in which one kind of evidence alone makes unknown ground warm, in words."""


def read_unknown(played: Played) -> Found:
    """What a minute of unknown status costs where the threat is over, and what ends it."""
    study = played.lowered.study
    rows: list[tuple[str, Spread]] = []
    sentences = []
    for k, incident in enumerate(study.incidents):
        kept = played.spread({AT_ONCE: 1.0}, incidents=[k])
        sentences.append(
            f"{incident.id}, in at once: {PER_HUNDRED * kept.mean:.1f} savable deaths in 100 "
            f"incidents (± {PER_HUNDRED * kept.half_width:.1f})."
        )
        for arm in (each for each in played.arms if each != AT_ONCE):
            deaths = played.off(arm, AT_ONCE, incidents=[k])
            rows.append((f"{incident.id}: {arm} against {AT_ONCE}", deaths))
            sentences += _per_minute(played, arm, (k, deaths))
    waiting = played.off(SEARCHED, AT_ONCE)
    verdict = decide_unknown([tells(waiting)])
    why = f"searching everything first against in at once: {said(waiting)}"
    sentences.append(_ended(played))
    sentences.append(
        "Verdict by the plan's general rule: in at once does better than the search before it, or "
        "nothing can be told. In each arm that begins with ends-by one kind of evidence alone "
        f"makes unknown ground warm: {'; '.join(f'{arm}, {word}' for arm, word in ENDS.items())}."
    )
    picture = forest(study.name, rows, "savable deaths per incident against in at once")
    tables = (table_of(rows), _clocks(played))
    found = Found(study.name, study.question, verdict, why, tuple(sentences), tables, (picture,))
    carried = Carried("searching everything first against in at once", SEARCHED, AT_ONCE)
    return with_firmness(played, found, [carried], decide_unknown)


def decide_unknown(told: Sequence[Tells]) -> Verdict:
    """Searching everything first must be told to cost lives against going in at once."""
    return "speaks for the claim" if told[0] == "more" else "the claim fails"


def _ended(played: Played) -> str:
    """When each kind of evidence, alone, ends the unknown: the first warm ground, and the RTF in.

    Where nobody is sure, and the threat is over.
    """
    k = [each.id for each in played.lowered.study.incidents].index(UNKNOWN)
    told = {
        words: ", ".join(_reached(played, arm, clock, k) for clock in CLOCKS)
        for arm, words in ENDS.items()
    }
    if len(set(told.values())) == 1:
        each = next(iter(told.values()))
        return f"What ends the unknown: each of the three alone, as soon as the others: {each}."
    parts = "; ".join(f"{words}: {each}" for words, each in told.items())
    return f"What ends the unknown, each alone: {parts}."


def _reached(played: Played, arm: str, clock: str, k: int) -> str:
    found = played.spread({arm: 1.0}, clock, incidents=[k])
    when = "never" if found.draws == 0 else f"after {found.mean / MINUTE_S:.1f} min"
    return f"{CLOCKS[clock]} {when} in {found.reached_p:.0%} of incidents"


def _per_minute(played: Played, arm: str, found: tuple[int, Spread]) -> list[str]:
    """What each minute by which the RTF comes later costs in an arm, where it does come later."""
    k, deaths = found
    minutes = played.off(arm, AT_ONCE, "rtf_in", incidents=[k]).mean / MINUTE_S
    if not minutes > LEAST_MIN:
        return []
    cost, half = (PER_HUNDRED * each / minutes for each in (deaths.mean, deaths.half_width))
    told = f"{cost:+.2f} ± {half:.2f}".replace("-", "−")
    name = played.lowered.study.incidents[k].id
    return [
        (
            f"{name}, {arm}: the first RTF comes in {minutes:.1f} min later (where both do), and "
            f"each of these minutes goes with {told} savable deaths in 100 incidents."
        )
    ]


def _clocks(played: Played) -> Table:
    """How long it takes until ground is called warm and the RTF is in, arm by arm."""
    rows = []
    for k, incident in enumerate(played.lowered.study.incidents):
        for arm in played.arms:
            cells = []
            for clock in CLOCKS:
                found = played.spread({arm: 1.0}, clock, incidents=[k])
                minutes = "never" if found.draws == 0 else f"{found.mean / MINUTE_S:.1f}"
                cells += [minutes, f"{found.reached_p:.0%}"]
            rows.append((f"{incident.id}: {arm}", *cells))
    heads = ("", "first warm ground, min", "reached in", "first RTF in, min", "reached in")
    return Table(heads, tuple(rows))


def read_inside(played: Played) -> Found:
    """Inside against the post, by relay, distance and who leads how many."""
    study = played.lowered.study
    posts = [arm for arm in played.arms if arm.startswith("post")]
    rows = [(f"inside against {arm}", played.off("inside", arm)) for arm in posts]
    for k, incident in enumerate(study.incidents):
        each = played.off("inside", "post-usual", incidents=[k])
        rows.append((f"{incident.id}: inside against post-usual", each))
    span = [("inside-leads-all against post-leads-all", ("inside-leads-all", "post-leads-all"))]
    span += [
        (f"{other} against inside", (other, "inside"))
        for other in ("inside-leads-all", "inside-out")
    ]
    by_span = [(label, played.off(*pair)) for label, pair in span]
    for k, incident in enumerate(study.incidents):
        each = played.off("inside-leads-all", "inside", incidents=[k])
        by_span.append((f"{incident.id}: inside-leads-all against inside", each))
    usual = played.off("inside", "post-usual")
    verdict = decide_many([tells(usual)])
    earlier = played.off("inside", "post-usual", "rtf_in").mean / MINUTE_S
    best_post = said(played.off("inside", "post-0-s"))
    told = (
        (
            f"The first RTF comes in {abs(earlier):.1f} min "
            f"{'earlier' if earlier < 0 else 'later'} under command inside, where both do. "
            f"Post with relay 0 s is the best a post can be: against it inside has {best_post}."
        ),
        (
            "Leads-all: one person leads every team and gives no part out, to crews neither; else "
            "parts are given out from the span on. Inside-out: areas have their own control, by "
            "that profile's rules, which differ in more than this."
        ),
    )
    both = [*rows, *by_span]
    picture = forest(study.name, both, "savable deaths per incident")
    why = f"inside against the usual post: {said(usual)}"
    found = Found(study.name, study.question, verdict, why, told, (table_of(both),), (picture,))
    carried = Carried("inside against the usual post", "inside", "post-usual")
    return with_firmness(played, found, [carried], decide_many)
