"""A small building and small incidents, so that the plain kernel is quick and a case can be made.

The site: road and yard outdoors; lobby, corridor, three rooms, stairs and a landing indoors; a
vault that no way on foot leads to.
"""

from functools import cache
from typing import Any

import msgspec

from warmzone.doctrine.commanders import automatic
from warmzone.scenario.incident import (
    Agency,
    Ambulances,
    AreaWeight,
    Cars,
    Casualties,
    FirstReport,
    Hospital,
    ProfileName,
    Scenario,
    Span,
    Threat,
)
from warmzone.scenario.site import Area, Level, Mark, Opening, Site
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Seat, Whereabouts
from warmzone.vocabulary.orders import Order, Refusal, Verb

ROAD, YARD, LOBBY, CORRIDOR, ROOM_A, ROOM_B, ROOM_C, STAIRS, LANDING, VAULT = range(10)
MINUTES = 20

_AREAS = (
    ("road", "road", 0, True, 0.0, -20.0),
    ("yard", "outdoor", 0, False, 0.0, -8.0),
    ("lobby", "hall", 0, False, 0.0, 0.0),
    ("corridor", "corridor", 0, False, 14.0, 0.0),
    ("room-a", "room", 0, False, 14.0, 6.0),
    ("room-b", "room", 0, False, 20.0, 6.0),
    ("room-c", "room", 0, False, 14.0, -6.0),
    ("stairs", "stairs", 0, False, 24.0, 0.0),
    ("landing", "corridor", 1, False, 24.0, 4.0),
    ("vault", "room", 0, False, 8.0, 6.0),
)
_OPENINGS = (
    (ROAD, YARD, "gate", "open", 0.0),
    (YARD, LOBBY, "door", "open", 0.0),
    (LOBBY, CORRIDOR, "passage", "open", 0.0),
    (CORRIDOR, ROOM_A, "door", "open", 0.0),
    (CORRIDOR, ROOM_B, "door", "locked", 0.0),
    (CORRIDOR, ROOM_C, "door", "closed", 0.0),
    (CORRIDOR, STAIRS, "passage", "open", 0.0),
    (STAIRS, LANDING, "stairs", "open", 8.0),
    (CORRIDOR, VAULT, "door", "blocked", 0.0),
)


def site() -> Site:
    """The building."""
    areas = tuple(
        Area(id=name, name=name, kind=kind, level=level, vehicle=vehicle, rings=(), x_m=x, y_m=y,
             floor_m2=40.0)
        for name, kind, level, vehicle, x, y in _AREAS
    )  # fmt: skip
    openings = tuple(
        Opening(f"o{index}", a, b, kind, 1.0, state, length,
                (areas[a].x_m + areas[b].x_m) / 2, (areas[a].y_m + areas[b].y_m) / 2)
        for index, (a, b, kind, state, length) in enumerate(_OPENINGS)
    )  # fmt: skip
    marks = (
        Mark("arrive-yard", "arrival", YARD, "Yard", 0.0, -8.0),
        Mark("arrive-road", "arrival", ROAD, "Road", 0.0, -20.0),
    )
    levels = (Level(0, "Ground"), Level(1, "Upper"))
    return Site("tiny", "Tiny house", levels, areas, openings, marks, None, "")


def _agencies() -> list[Agency]:
    police = [Cars(2, 40, 15, Span(2, 3)), Cars(3, 120, 20, Span(1, 3))]
    medics = [Cars(2, 100, 30, Span(3, 4))]
    return [
        Agency("police", "Police", "police", "CITY", "arrive-yard", police),
        Agency("medics", "Medics", "medical", "MED", "arrive-road", medics),
    ]


_THREATS = {
    "active": Threat(
        "active", "ongoing", [AreaWeight("corridor"), AreaWeight("room-a")], None, 0.3, 0.6, 0.3
    ),
    "silent": Threat("silent", "unknown", [AreaWeight("landing"), AreaWeight("room-c")]),
    "none": Threat("none", "none"),
    "over": Threat("over", "unknown", [AreaWeight("room-a")]),
}


def scenario(threat: str = "active", **changes: Any) -> Scenario:
    """An incident in that building; `changes` replace fields."""
    places = [AreaWeight("corridor", 2.0), AreaWeight("room-a"), AreaWeight("room-c")]
    made = Scenario(
        format="warmzone-scenario/1",
        id=f"tiny-{threat}",
        name="Tiny incident",
        summary="A small incident for tests.",
        site="tiny",
        minutes=MINUTES,
        threat=_THREATS[threat],
        casualties=Casualties(places, "active-shooter", Span(4, 8), Span(2, 4)),
        agencies=_agencies(),
        ambulances=Ambulances(2, 150, 30, "arrive-road", 2),
        radio="shared",
        hospitals=[Hospital("General", 240), Hospital("Trauma", 360, True)],
        reports=[
            FirstReport(5, "caller", "room-a", "Somebody is hurt.", 0, None, 2),
            FirstReport(30, "camera", "landing", "People running.", 10, "ongoing"),
        ],
    )
    return msgspec.structs.replace(made, **changes)


@cache
def prepared(threat: str = "active") -> Prepared:
    """The incident lowered to arrays; shared, never changed."""
    return prepare(scenario(threat), site())


def fresh(threat: str = "active", seed: int = 1, commander: str = "interior", **seats: Any) -> Run:
    """A run of it at its start."""
    return Run(prepared(threat), seed, automatic(commander), **seats)


def under(profile: ProfileName, threat: str = "active", commander: str = "interior") -> Run:
    """A run of it under a doctrine profile, with an automatic commander."""
    lowered = prepare(scenario(threat), site(), profile=profile)
    return Run(lowered, 1, automatic(commander))


def by_person(threat: str = "active", seed: int = 1) -> Run:
    """A run whose Tactical seat is a person's."""
    return fresh(threat, seed, tactical_is_person=True)


def in_command(
    threat: str = "active", seed: int = 1, place: int = CommandPlace.INSIDE, at_ms: int = 420_000
) -> Run:
    """A run at `at_ms`, everybody on scene, whose Tactical seat a person has taken."""
    run = by_person(threat, seed)
    run.advance(at_ms)
    assert tell(run, Verb.TAKE_COMMAND, value=place) == Refusal.ACCEPTED
    return run


def tell(run: Run, verb: int, team: int = -1, area: int = -1, **more: int) -> Refusal:
    """Give an order from the Tactical seat."""
    return run.give(Order(Seat.TACTICAL, verb, team, area, **more))  # type: ignore[arg-type]


def corridor_ordered(threat: str = "silent") -> Run:
    """A commanded run in which a corridor is to be built from the lobby over the yard to the road.

    It opens within two minutes; a silent hazard is shut away.
    """
    run = in_command(threat)
    if threat == "silent":
        run.state.hazard["area"] = VAULT
    tell(run, Verb.SET_CCP, area=LOBBY)
    tell(run, Verb.SET_AEP, area=ROAD)
    run.advance(run.now_ms + 20_000)
    assert tell(run, Verb.BUILD_CORRIDOR, 1) == Refusal.ACCEPTED
    return run


def relink(run: Run) -> None:
    """Make the lists of who lies where anew, after people were put somewhere by hand.

    Nobody has any of them in hand any more.
    """
    state = run.state
    state.teams["load_count"] = 0
    state.ground["first_person"] = -1
    state.people["next_person"] = -1
    for i in reversed(range(int(state.clock[0]["person_count"]))):
        person = state.people[i]
        if int(person["whereabouts"]) == Whereabouts.LYING:
            ground = state.ground[person["area"]]
            person["next_person"] = ground["first_person"]
            ground["first_person"] = i
