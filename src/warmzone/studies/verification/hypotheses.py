"""What should help, and whether it does: each change played beside the world without it.

Every incident is played twice on the same luck. A hypothesis may fail, and is reported as found:
that is what makes it one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from msgspec.structs import replace as changed

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.rules import Rule
from warmzone.measures import MEASURES
from warmzone.scenario.incident import Agency, Cars, Scenario, Span
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.run import Automatic
from warmzone.studies.estimate import compare as compared
from warmzone.studies.execute import Engine, outcomes
from warmzone.studies.verification.playing import Setup, with_parameters
from warmzone.studies.verification.result import Family, Hypothesis

FAMILY = "hypotheses"
SCENARIO = "school-active-threat"
HOW = (
    "Each row plays the shipped school twice on the same luck, without and with one change, under "
    "the commander named, and takes the mean difference with its 95 % interval (luck only: the "
    "evidence taken as true). The measure is deaths among the savable, or where said all deaths, "
    "or people hurt; "
    "fewer is expected everywhere. Found is the sign of an interval that "
    "leaves out 0; a sign against the expectation stands as it was found."
)
PAIRS = 4.0  # of the incidents of a full comparison: what helps a little is small beside luck
POST, INTERIOR, NOBODY = "command-post", "interior", "nobody"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two worlds that are compared: who commands what, under which numbers."""

    commander: str = INTERIOR
    scenario: Callable[[Scenario], Scenario] = lambda scenario: scenario
    parameters: tuple[tuple[str, float], ...] = ()
    rules: tuple[tuple[Rule, float], ...] = ()


def silence(seconds: float) -> tuple[tuple[Rule, float], ...]:
    """The rules by which that long a silence counts for something."""
    return tuple((rule, seconds) for rule in (Rule.QUIET_S, Rule.LEAVE_S, Rule.BORNE_OUT_S))


def more_officers(scenario: Scenario) -> Scenario:
    """Six more cars of two officers from five minutes on, behind all who come anyway."""
    cars = [Cars(6, 300, 15, Span(2, 2))]
    more = Agency("more", "More police", "police", "MORE", scenario.agencies[1].arrives_at, cars)
    return changed(scenario, agencies=[*scenario.agencies, more])


def ambulances(count: int) -> Callable[[Scenario], Scenario]:
    """The scenario with that many ambulances."""
    return lambda scenario: changed(scenario, ambulances=changed(scenario.ambulances, count=count))


def medics_sooner(scenario: Scenario) -> Scenario:
    """Crews four minutes sooner."""
    agencies = [
        changed(
            agency,
            arrivals=[
                changed(cars, first_s=max(0.0, cars.first_s - 240)) for cars in agency.arrivals
            ],
        )
        if agency.discipline == "medical"
        else agency
        for agency in scenario.agencies
    ]
    return changed(scenario, agencies=agencies)


def police_sooner(scenario: Scenario) -> Scenario:
    """Every car-load 90 seconds sooner, as far as that goes."""
    agencies = [
        changed(
            agency,
            arrivals=[
                changed(cars, first_s=max(30.0, cars.first_s - 90)) for cars in agency.arrivals
            ],
        )
        if agency.discipline == "police"
        else agency
        for agency in scenario.agencies
    ]
    return changed(scenario, agencies=agencies)


def nearer_hospitals(scenario: Scenario) -> Scenario:
    """Every drive half as long."""
    near = [changed(each, drive_s=each.drive_s / 2) for each in scenario.hospitals]
    return changed(scenario, hospitals=near)


def shorter_threat(scenario: Scenario) -> Scenario:
    """Activity that ends after 2.5 minutes unless officers end it sooner."""
    return changed(scenario, threat=changed(scenario.threat, active_s=150.0))


SAVABLE, DEATHS, HURT = "savable_deaths", "deaths", "casualties"
# Savable is who would live with the drive there is; where that changes, all deaths are counted.
PLAIN_SIDE = Side()
HYPOTHESES: tuple[tuple[str, str, Side, Side], ...] = (
    ("more officers, under interior command", SAVABLE, PLAIN_SIDE, Side(scenario=more_officers)),
    (
        "more officers, nobody commanding",
        SAVABLE,
        Side(NOBODY),
        Side(NOBODY, scenario=more_officers),
    ),
    (
        "safe ground declared after 30 s of silence, not 5 min",
        SAVABLE,
        Side(rules=silence(300.0)),
        Side(rules=silence(30.0)),
    ),
    ("7 ambulances, not 3", SAVABLE, Side(scenario=ambulances(3)), PLAIN_SIDE),
    (
        "a relay of 15 s, not 180 s, to the command post",
        SAVABLE,
        Side(POST, parameters=(("relay_delay_s", 180.0),)),
        Side(POST, parameters=(("relay_delay_s", 15.0),)),
    ),
    ("crews 4 min sooner", SAVABLE, PLAIN_SIDE, Side(scenario=medics_sooner)),
    ("interior command, not a command post", SAVABLE, Side(POST), PLAIN_SIDE),
    ("a command post, not nobody", SAVABLE, Side(NOBODY), Side(POST)),
    (
        "hospitals at half the drive: all deaths",
        DEATHS,
        PLAIN_SIDE,
        Side(scenario=nearer_hospitals),
    ),
    (
        "a radio that loses nothing",
        SAVABLE,
        PLAIN_SIDE,
        Side(parameters=(("radio_loss_p", 0.0), ("radio_loss_per_waiting_p", 0.0))),
    ),
    (
        "officers' care in 30 s, not 150 s",
        SAVABLE,
        Side(parameters=(("officer_care_s", 150.0),)),
        Side(parameters=(("officer_care_s", 30.0),)),
    ),
    ("police 90 s sooner: people hurt", HURT, PLAIN_SIDE, Side(scenario=police_sooner)),
    ("a threat of 2.5 min, not 5.5: people hurt", HURT, PLAIN_SIDE, Side(scenario=shorter_threat)),
)
"""What is changed, the measure that should fall, and the worlds without and with it."""


def compare(setup: Setup) -> Family:
    """Play every hypothesis and report the sign that was found."""
    seeds = setup.seeds(setup.scaled(PAIRS))
    engine = Engine(setup.machine)
    rows: dict[Side, np.ndarray] = {}
    found = []
    for name, measure, without, with_it in HYPOTHESES:
        for side in (without, with_it):
            if side not in rows:
                rows[side] = outcomes(*play_of(side), seeds, engine)
        found.append(judge(name, measure, (rows[without], rows[with_it]), with_it.commander))
    as_expected = sum(each.found == each.expected for each in found)
    against = sum(each.found == "more" for each in found)
    verdict = (
        f"{as_expected} of {len(found)} hypotheses hold with the sign expected, {against} show the "
        f"other sign, {len(found) - as_expected - against} cannot be told apart from no effect."
    )
    return Family(FAMILY, "Hypotheses that may fail", HOW, hypotheses=tuple(found), verdict=verdict)


def play_of(side: Side) -> tuple[Prepared, Automatic]:
    """The world and the commander of one side."""
    scenario, site = open_scenario(SCENARIO)
    prepared = prepare(side.scenario(scenario), site)
    commander = automatic(side.commander)
    for rule, value in side.rules:
        commander.crew.tactical[rule] = value
    return with_parameters(prepared, dict(side.parameters)), replace(commander)


def judge(
    name: str, measure_name: str, rows: tuple[np.ndarray, np.ndarray], commander: str
) -> Hypothesis:
    """The paired difference of one measure between the world with the change and without it."""
    measure = next(each for each in MEASURES if each.name == measure_name)
    without, with_it = rows
    before = compared(measure, without, None).estimate
    difference = compared(measure, with_it, without).difference
    if before is None or difference is None:
        raise ValueError(f"{measure_name} has no value in any incident")
    sign = "open"
    if difference.high < 0:
        sign = "fewer"
    elif difference.low > 0:
        sign = "more"
    return Hypothesis(
        name,
        commander,
        measure.label,
        measure.unit,
        "fewer",
        sign,
        before.mean,
        difference.mean,
        difference.low,
        difference.high,
        difference.n,
    )
