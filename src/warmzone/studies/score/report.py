"""What the study of the score says: sentences, a JSON object, and a figure."""

from pathlib import Path

import msgspec
import numpy as np

from warmzone.studies.score.exercise import LENGTHS_MS
from warmzone.studies.score.figure import drawn
from warmzone.studies.score.gaming import TRICKS
from warmzone.studies.score.study import MEASURES, TRICKED, Found
from warmzone.studies.score.variance import EXERCISES, Parts
from warmzone.vocabulary.units import MS_PER_MIN

GOAL, FROM = 0.8, 3
"""The coefficient wanted, and from how many exercises: goals of the project, not findings."""

NAMES = {
    "points": "points of 100",
    "lives": "lives that decisions lost",
    "clocks": "clocks beside the interior commander",
    "deaths": "deaths",
}
NOTICE = "Checked on automatic commanders only; there is no pass mark. Not for live incidents."


def sentences(found: Found) -> list[str]:
    """The coefficients of each measure, what they are made of, and whether points can be gamed."""
    lines = [f"Generalisability coefficient of {', '.join(map(str, EXERCISES))} exercises,"]
    lines.append("relative (beside others who played the same), absolute in brackets:")
    for measure in MEASURES:
        lines.append(f"  {NAMES[measure]}: {_figures(found.parts(measure))}")
        held = _figures(found.parts(measure, held_out=True))
        lines.append(f"  {NAMES[measure]}, families held out alone: {held}")
    for measure in ("points", "lives"):
        for scenario in found.plan.scenarios:
            within = _figures(found.within(measure, scenario))
            lines.append(f"  {NAMES[measure]} within {scenario}: {within}")
        lines += [f"  {NAMES[measure]}, {text}" for text in _lengths(found, measure)]
        lines.append(f"  {NAMES[measure]}, variance: {_split(found.parts(measure))}")
    lines += [*_verdict(found), *_lives_bound(found), *_agreement(found), *_gamed(found)]
    points, lost = found.means("points"), found.means("lives")
    for grade, ours, lives in zip(found.plan.grades, points, lost, strict=True):
        held = ", held out" if grade.held_out else ""
        lines.append(f"  {grade.name}{held}: {ours:.0f} points, {lives:+.2f} lives an exercise")
    return [*lines, NOTICE]


def _verdict(found: Found) -> list[str]:
    reached, held = found.parts("points"), found.parts("points", held_out=True)
    low, high = found.range_of("points", FROM)
    verdict = "is reached" if reached.relative(FROM) >= GOAL else "is not reached"
    first = (
        f"The goal of {GOAL} from {FROM} exercises {verdict}: {reached.relative(FROM):.2f} "
        f"({low:.2f} to {high:.2f} with any one grade or scenario left out), "
        f"{held.relative(FROM):.2f} of families held out."
    )
    second = (
        f"The points of one exercise have a standard error of {reached.error(1):.0f}, "
        f"of {FROM} exercises {reached.error(FROM):.0f}, beside others who played the same; "
        f"{reached.error_alone(1):.0f} and {reached.error_alone(FROM):.0f} beside others who "
        "played other ones."
    )
    return [first, second]


def _lives_bound(found: Found) -> list[str]:
    """Why lives alone cannot do it."""
    lives = found.parts("lives")
    bound = lives.without_noise()
    needed = lives.needed(GOAL)
    many = "no number of exercises reaches it" if needed is None else f"it needs {needed} exercises"
    said = (
        f"Lives alone come to {lives.relative(FROM):.2f} from {FROM}, with replays without end to "
        f"{bound.relative(FROM):.2f}; {many}."
    )
    return [said]


def _agreement(found: Found) -> list[str]:
    """Points beside lives: correlations over grades."""
    told = []
    for other in ("lives", "deaths"):
        within = ", ".join(
            f"{scenario} {found.agreement(other, scenario):+.2f}"
            for scenario in found.plan.scenarios
        )
        told.append(
            f"Correlation of points with {NAMES[other]} over grades: "
            f"{found.agreement(other):+.2f} ({within})."
        )
    return told


def _gamed(found: Found) -> list[str]:
    names = ["as it is", *(trick.name for trick in TRICKS)]
    return [
        f"  {grade}: "
        + ", ".join(f"{name} {points:.0f}" for name, points in zip(names, row, strict=True))
        for grade, row in zip(tricked_names(found), found.tricks, strict=True)
    ]


def tricked_names(found: Found) -> list[str]:
    """The grades that were also played with each trick, in the order of `found.tricks`."""
    return [grade.name for grade in found.plan.grades if grade.name in TRICKED]


def _lengths(found: Found, measure: str) -> list[str]:
    return [
        f"first {length // MS_PER_MIN} min: {_figures(found.at_length(measure, k))}"
        for k, length in enumerate(LENGTHS_MS)
    ]


def _figures(parts: Parts) -> str:
    return ", ".join(f"{parts.relative(n):.2f} ({parts.absolute(n):.2f})" for n in EXERCISES)


def _split(whole: Parts) -> str:
    """What the variance of a score is made of."""
    said = (
        f"commander {whole.commander:.3g}, scenario {whole.scenario:.3g}, commander with scenario "
        f"{whole.both:.3g}, luck shared {whole.luck:.3g}, the rest {whole.rest:.3g}"
    )
    return said + (f", of it noise of few replays {whole.pricing:.3g}" if whole.pricing else "")


def told(found: Found) -> dict[str, object]:
    """Everything, for programs."""
    return {
        "grades": [grade.name for grade in found.plan.grades],
        "held_out": [grade.held_out for grade in found.plan.grades],
        "scenarios": list(found.plan.scenarios),
        "seeds": found.plan.seeds,
        "replays": found.plan.replays,
        "exercises": list(EXERCISES),
        "measures": {measure: _measure(found, measure) for measure in MEASURES},
        "lives_without_noise": _both(found.parts("lives").without_noise()),
        "lengths_min": [length // MS_PER_MIN for length in LENGTHS_MS],
        "at_length": {
            measure: [_both(found.at_length(measure, k)) for k in range(len(LENGTHS_MS))]
            for measure in ("points", "lives")
        },
        "agreement": {
            other: {name: found.agreement(other, name) for name in ("", *found.plan.scenarios)}
            for other in ("lives", "deaths")
        },
        "tricks": {
            name: dict(zip(("", *(one.name for one in TRICKS)), row.tolist(), strict=True))
            for name, row in zip(tricked_names(found), found.tricks, strict=True)
        },
        "notice": NOTICE,
    }


def _measure(found: Found, measure: str) -> dict[str, object]:
    whole = found.parts(measure)
    return {
        "variance": msgspec.to_builtins(whole),
        "coefficients": _both(whole),
        "held_out": _both(found.parts(measure, held_out=True)),
        "within": {name: _both(found.within(measure, name)) for name in found.plan.scenarios},
        "range": list(found.range_of(measure, FROM)),
        "standard_error": {
            "relative": [whole.error(n) for n in EXERCISES],
            "absolute": [whole.error_alone(n) for n in EXERCISES],
        },
        "means": np.round(found.means(measure), 4).tolist(),
    }


def _both(parts: Parts) -> dict[str, list[float]]:
    return {
        "relative": [parts.relative(n) for n in EXERCISES],
        "absolute": [parts.absolute(n) for n in EXERCISES],
    }


def write(found: Found, folder: Path) -> list[Path]:
    """Write `score.json` and `score.svg`; the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    table, figure = folder / "score.json", folder / "score.svg"
    table.write_bytes(msgspec.json.format(msgspec.json.encode(told(found)), indent=2))
    figure.write_text(drawn(found, GOAL, FROM), encoding="utf-8")
    return [table, figure]
