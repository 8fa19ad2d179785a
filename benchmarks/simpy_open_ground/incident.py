"""The incident that both tell: casualties on open ground, two crews, ambulances, no threat.

What the SimPy twin leaves out does not occur here: hazard, police, command inside, zones,
corridors, doors, alarms, other channels than the medics'. The kernel plays exactly this incident
under the same restriction.
"""

from warmzone.scenario.incident import (
    Agency,
    Ambulances,
    AreaWeight,
    Cars,
    Casualties,
    FirstReport,
    Hospital,
    Scenario,
    Span,
    Threat,
)
from warmzone.scenario.site import Area, Level, Mark, Opening, Site
from warmzone.simulation.lower import Prepared, prepare

ROAD, NEAR, FAR = range(3)


def prepared() -> Prepared:
    """The incident lowered to arrays; the twin reads its numbers from the same."""
    return prepare(scenario(), site())


def site() -> Site:
    """A road where ambulances stand, and two pieces of open ground behind it."""
    places = (("road", "road", True, 0.0), ("near", "outdoor", False, 40.0),
              ("far", "outdoor", False, 90.0))  # fmt: skip
    areas = tuple(
        Area(id=name, name=name, kind=kind, level=0, vehicle=vehicle, rings=(), x_m=0.0, y_m=y_m,
             floor_m2=400.0)  # type: ignore[arg-type]
        for name, kind, vehicle, y_m in places
    )  # fmt: skip
    openings = tuple(
        Opening(f"gate-{a}", a, a + 1, "gate", 3.0, "open", 0.0, 0.0,
                (areas[a].y_m + areas[a + 1].y_m) / 2)
        for a in (ROAD, NEAR)
    )  # fmt: skip
    marks = (Mark("arrive-road", "arrival", ROAD, "Road", 0.0, 0.0),)
    return Site(
        "open-ground", "Open ground", (Level(0, "Ground"),), areas, openings, marks, None, ""
    )


def scenario() -> Scenario:
    """Twelve to sixteen hurt at once; two crews and four ambulances come."""
    return Scenario(
        format="warmzone-scenario/1",
        id="open-ground",
        name="Open ground",
        summary="Casualties on open ground, no threat.",
        site="open-ground",
        minutes=60,
        threat=Threat("none", "none"),
        casualties=Casualties(
            [AreaWeight("near", 2.0), AreaWeight("far", 1.0)],
            "active-shooter",
            Span(0, 0),
            Span(12, 16),
        ),
        agencies=[
            Agency(
                "medics", "Medics", "medical", "MED", "arrive-road", [Cars(2, 300, 90, Span(4, 4))]
            )
        ],
        ambulances=Ambulances(4, 420, 120, "arrive-road", 2),
        hospitals=[Hospital("General", 420), Hospital("Trauma", 840, True)],
        reports=[
            FirstReport(20, "caller", "near", "Many people are hurt.", 0, None, 8),
            FirstReport(50, "caller", "far", "More people lie here.", 20, None, 4),
        ],
    )
