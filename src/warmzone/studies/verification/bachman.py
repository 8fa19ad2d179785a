"""Bachman 2019: a rescue task force drill timed 69 times, rebuilt and compared in ten numbers."""

from warmzone.measures.estimate import NORMAL_95
from warmzone.studies.verification.drill import CLOCKS, COMMANDER, OTHER_COMMANDER, open_drill
from warmzone.studies.verification.drill_fit import (
    FAMILY,
    Fitted,
    Printed,
    fit_chains,
    fit_world,
    printed_drill,
    quantiles,
)
from warmzone.studies.verification.drill_inputs import sensitivity
from warmzone.studies.verification.playing import Setup
from warmzone.studies.verification.result import (
    Chart,
    Dot,
    Family,
    Fit,
    Line,
    Parameter,
    Simulated,
)
from warmzone.studies.verification.sampling import of_quantile
from warmzone.vocabulary.codes import Discipline

FITTED = (
    ("factor on the arrival of officers", "the first car is due at 3 min", "1", 0.2, 5.0),
    ("factor on the arrival of crews", "the first crew is due at 5 min", "1", 0.2, 5.0),
    ("officers", "in car-loads of two; 468 came to 69 drills", "people", 6.0, 16.0),
)
PLACES = ("command", "RTF formed", "first contact", "first at the CCP", "all ready")
HOW = (
    "Two crews, eleven casualties, two floors of 13,000 square feet in all, no live threat after "
    "entry: played by the automatic commander {commander}. As the source says, the threat is the "
    "officers' task and the casualties are the crews', who bring them to a collection point "
    "inside; who lies there from the first counts once a crew is at work. Three "
    "numbers are fitted to the five medians on drills of their own; the 90th percentiles are not "
    "fitted. Beside it two chains of delays without command: one with as many fitted numbers and "
    "the same arrivals, work and order of work, one with five delays and a spread all free, "
    "fitted to all ten. "
    "What the source does not print is moved one at a time, the fitted numbers left as they are; "
    "so is the number of officers, of whom the source counts 6.8 a drill on average. "
    "The reading of the source was not chosen blindly: single timelines of this drill were read "
    "beside the printed numbers while the scenario and rules of the world were mended, and that "
    "crews treat everybody before they carry was settled on after the clock that it moves was "
    "known to be missed. The 90th percentiles are no clean test of this version."
)


def compare(setup: Setup) -> Family:
    """Fit the drill and both chains, and set the world's ten numbers beside the printed ones."""
    world, other = (fit_world(setup, name) for name in (COMMANDER, OTHER_COMMANDER))
    chains = fit_chains(setup)
    fits = (world.fit, other.fit, *(chain.fit for chain in chains))
    return Family(
        FAMILY,
        "Bachman 2019: the rescue task force drill",
        HOW.format(commander=COMMANDER),
        _simulated(world),
        parameters=(*_fitted(world), *_not_printed()),
        charts=_charts((world, other, *chains), printed_drill()),
        fits=fits,
        variants=sensitivity(setup, world.numbers),
        verdict=_verdict(fits),
    )


def _simulated(world: Fitted) -> tuple[Simulated, ...]:
    found = []
    for k, clock in enumerate(CLOCKS):
        for kind, q in (("median", 0.5), ("p90", 0.9)):
            value, low, high = of_quantile(world.rows[:, k], q)
            name = f"{FAMILY}.{clock}.{kind}"
            found.append(Simulated(name, value, low, high, fitted=kind == "median"))
    return tuple(found)


def _fitted(world: Fitted) -> tuple[Parameter, ...]:
    return tuple(
        Parameter(name, value, unit, low, high, "fitted", FAMILY, note)
        for (name, note, unit, low, high), value in zip(FITTED, world.numbers, strict=True)
    )


def _not_printed() -> tuple[Parameter, ...]:
    """What the scenario needs and the source (its abstract) does not print."""
    units = open_drill().world.units
    police = units[units["discipline"] == Discipline.POLICE]
    crews = units[units["discipline"] == Discipline.MEDICAL]
    gap_s = float(police[0]["gap_ms"]) / 1000.0
    rows = (
        ("gap between cars", gap_s, "s", "mean"),
        ("medics in a crew", float(crews[0]["people_high"]), "people", "388 came to 69 drills"),
        ("share of badly wounded", 1.0, "1", "role players: nobody dead, nobody walking"),
        ("commander", 1.0, "commander", f"{COMMANDER}; {OTHER_COMMANDER} is fitted beside it"),
        ("calls", 2.0, "calls", "somebody calls from either floor within the first minutes"),
        ("rooms", 10.0, "rooms", "the plan; the casualties lie in its rooms"),
    )
    return tuple(
        Parameter(name, value, unit, value, value, "not printed", FAMILY, note)
        for name, value, unit, note in rows
    )


def _verdict(fits: tuple[Fit, ...]) -> str:
    world, other, same, free = fits
    scores = (
        "Score (chi square over the ten numbers and 2 for each fitted one): "
        f"world {world.score:.0f} ({other.score:.0f} under the other commander), "
        f"chain with as many numbers {same.score:.0f}, free chain {free.score:.0f}."
    )
    if world.score < min(same.score, free.score):
        return f"{scores} The world does better than both chains: command explains something here."
    if world.score < same.score:
        return (
            f"{scores} The world does better than the chain with as many numbers, and worse than "
            "the chain whose delays are all free: these ten numbers are no proof that command "
            "explains anything that delays of the right length would not."
        )
    return f"{scores} A chain without command does better: command has explained nothing here."


def _charts(fitted: tuple[Fitted, ...], drill: Printed) -> tuple[Chart, ...]:
    titles = (("medians", 0), ("90th percentiles", 1))
    places = tuple(float(k + 1) for k in range(len(CLOCKS)))
    charts = []
    for title, column in titles:
        lines = tuple(
            Line(each.fit.name, places, tuple(float(y) for y in quantiles(each.rows)[:, column]))
            for each in fitted
        )
        half = NORMAL_95 * drill.errors[:, column]
        dots = tuple(
            Dot(x, float(y), float(y - h), float(y + h))
            for x, y, h in zip(places, drill.values[:, column], half, strict=True)
        )
        charts.append(Chart(f"The drill's clocks: {title}", "", "min", lines, dots, PLACES))
    return tuple(charts)
