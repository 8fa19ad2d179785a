"""What the study found, as the section of a page: tables and one sentence about each."""

from warmzone.simulation.results import version
from warmzone.studies.score.exercise import LENGTHS_MS
from warmzone.studies.score.gaming import TRICKS
from warmzone.studies.score.report import FROM, GOAL, NAMES, sentences, tricked_names
from warmzone.studies.score.study import MEASURES, Found
from warmzone.studies.score.variance import EXERCISES, Parts
from warmzone.vocabulary.units import MS_PER_MIN


def page(found: Found) -> str:
    """The section: what was played, the coefficients, what they are made of, grades and tricks."""
    plan = found.plan
    played = len(plan.grades) * len(plan.scenarios) * plan.seeds
    opening = (
        f"{played} exercises: {len(plan.grades)} commanders, {len(plan.scenarios)} scenarios, "
        f"{plan.seeds} seeds, {plan.replays} replays at each cut; results `{version()}`."
    )
    verdict = [one for one in sentences(found) if one.startswith(("The ", "Lives ", "Correl"))]
    parts = [
        opening,
        _coefficients(found),
        *verdict,
        _variance(found),
        _grades(found),
        _tricks(found),
    ]
    return "\n\n".join(parts) + "\n"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(parts: Parts) -> list[str]:
    return [f"{parts.relative(n):.2f} ({parts.absolute(n):.2f})" for n in EXERCISES]


def _coefficients(found: Found) -> str:
    rows = []
    for measure in MEASURES:
        rows.append([f"**{NAMES[measure]}**", *_cells(found.parts(measure))])
        rows.append(["families held out alone", *_cells(found.parts(measure, held_out=True))])
    for measure in ("points", "lives"):
        rows += [
            [f"{measure} within `{name}`", *_cells(found.within(measure, name))]
            for name in found.plan.scenarios
        ]
        for k, length in enumerate(LENGTHS_MS):
            cells = _cells(found.at_length(measure, k))
            rows.append([f"{measure}, first {length // MS_PER_MIN} min", *cells])
    endless = found.parts("lives").without_noise()
    rows.append(["lives, replays without end", *_cells(endless)])
    return _table(["Relative (absolute) from", *(str(n) for n in EXERCISES)], rows)


def _variance(found: Found) -> str:
    rows = []
    for measure in MEASURES:
        one = found.parts(measure)
        values = (one.commander, one.scenario, one.both, one.luck, one.rest)
        noise = f"{one.pricing:.2g}" if measure == "lives" else ""
        rows.append([NAMES[measure], *(f"{value:.3g}" for value in values), noise])
    head = ["Variance of", "commander", "scenario", "both together", "shared luck", "rest"]
    return _table([*head, "of it few replays"], rows)


def _grades(found: Found) -> str:
    rows = []
    means = [found.means(measure) for measure in MEASURES]
    for k, grade in enumerate(found.plan.grades):
        points, lives, clocks, deaths = (float(one[k]) for one in means)
        name = f"{grade.name} (held out)" if grade.held_out else grade.name
        rows.append([name, f"{points:.0f}", f"{lives:+.2f}", f"{clocks:.2f}", f"{deaths:.2f}"])
    head = ["Commander", "points", "lives lost", "clocks", "deaths"]
    return _table(head, rows)


def _tricks(found: Found) -> str:
    rows = [
        [name, *(f"{points:.0f}" for points in row)]
        for name, row in zip(tricked_names(found), found.tricks, strict=True)
    ]
    return _table(["Points of", "as it is", *(one.name for one in TRICKS)], rows)


def summary(found: Found) -> str:
    """One line for who runs it: whether the goal is reached."""
    reached = found.parts("points").relative(FROM)
    return f"{reached:.2f} from {FROM} exercises; the goal is {GOAL}"
