"""A world to which nobody comes: wounds of one mix, left to themselves."""

from msgspec.structs import replace as changed

from warmzone.doctrine.commanders import automatic
from warmzone.scenario.incident import Span, Threat, WoundMixName
from warmzone.scenario.load import load_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.run import Automatic
from warmzone.studies.verification.playing import trial_path
from warmzone.vocabulary.codes import Physiology

LONG_AFTER = 10
"""Help is due after so many times the length of play: never."""


def nobody_comes(
    mix: WoundMixName, people: int, minutes: int, physiology: Physiology = Physiology.HAZARD
) -> Prepared:
    """`people` hurt at time 0 with wounds of that mix, and no help within `minutes`."""
    scenario, site = load_scenario(trial_path("drill/drill.toml"))
    never_s = float(minutes * 60 * LONG_AFTER)
    agencies = [
        changed(agency, arrivals=[changed(cars, first_s=never_s) for cars in agency.arrivals])
        for agency in scenario.agencies
    ]
    return prepare(
        changed(
            scenario,
            minutes=minutes,
            threat=Threat(state="none", reported="none"),
            casualties=changed(scenario.casualties, wounds=mix, hurt=Span(people, people)),
            agencies=agencies,
            # Nor does anybody get to hospital by themselves.
            hospitals=[changed(one, drive_s=never_s) for one in scenario.hospitals],
            reports=[],
        ),
        site,
        physiology=physiology,
    )


def nobody() -> Automatic:
    """No one commands, as there is nobody to command."""
    return automatic("nobody")
