"""Small random incidents: a site, a scenario on it, who commands, and what a person orders.

Everything follows from one number. They need not be sensible, only allowed: doors are locked or
blocked anywhere, medics may come first, orders name teams that are not there.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import get_args

from warmzone.doctrine.names import NAMES
from warmzone.scenario.incident import (
    Agency,
    Ambulances,
    AreaWeight,
    Cars,
    Casualties,
    Civilians,
    Device,
    FirstReport,
    Hospital,
    ProfileName,
    Scenario,
    Span,
    Threat,
    ThreatName,
)
from warmzone.scenario.site import Area, Level, Mark, Opening, OpeningStateName, Site
from warmzone.vocabulary.codes import Physiology, Seat
from warmzone.vocabulary.orders import FORMS, UNBUILT, Addressee, Order, Speaker, Verb

SPEAKING = 0.55
"""Share of the incidents in which a person, or somebody beside the commander, gives orders."""
DOOR_STATES: tuple[OpeningStateName, ...] = (
    "open",
    "open",
    "open",
    "closed",
    "closed",
    "locked",
    "blocked",
)
THREATS: tuple[ThreatName, ...] = ("none", "ongoing", "contained", "unknown", "over")
CARELESS = 0.25
"""Share of the orders that name anything at all."""


@dataclass(frozen=True)
class Incident:
    """One random incident and the orders given in it, by time."""

    number: int
    site: Site
    scenario: Scenario
    seed: int
    commander: str
    person: bool
    orders: list[tuple[int, Order]]
    physiology: Physiology
    tempo: float


def random_incident(number: int) -> Incident:
    """The incident of that number."""
    luck = Random(number)
    site = random_site(luck)
    scenario = random_scenario(luck, site)
    speaks = luck.random() < SPEAKING
    return Incident(
        number,
        site,
        scenario,
        luck.randrange(2**63),
        luck.choice(NAMES),
        speaks and luck.random() < 0.7,
        random_orders(luck, scenario, site) if speaks else [],
        luck.choice(list(Physiology)),
        luck.choice((1.0, 1.0, 0.5, 3.0)),
    )


def random_site(luck: Random) -> Site:
    """Ground outside, a ground floor, often an upper one; doors in all states, some twice."""
    road = random_area(luck, 0, "road", 0, vehicle=True)
    areas = [road]
    joined: list[tuple[int, int]] = []
    for _ in range(luck.randint(1, 2)):
        joined.append((luck.randrange(len(areas)), len(areas)))
        areas.append(random_area(luck, len(areas), "outdoor", 0, vehicle=luck.random() < 0.4))
    for level in range(luck.randint(1, 2)):
        add_floor(luck, areas, joined, level)
    for _ in range(luck.randint(0, 2)):
        a, b = sorted(luck.sample(range(len(areas)), 2))
        if areas[a].level == areas[b].level:
            joined.append((a, b))
    openings = [random_opening(luck, k, areas, pair) for k, pair in enumerate(joined)]
    outside = [k for k, area in enumerate(areas) if area.kind in ("road", "outdoor")]
    marks = tuple(Mark(f"arrive-{k}", "arrival", k, f"Way in {k}", 0.0, 0.0) for k in outside)
    levels = (Level(0, "Ground"), Level(1, "Upper"))
    return Site("random", "Random house", levels, tuple(areas), tuple(openings), marks, None, "")


def add_floor(luck: Random, areas: list[Area], joined: list[tuple[int, int]], level: int) -> None:
    """A corridor or hall that is reached from what is there already, and what lies off it."""
    if level > 0:
        joined.append((luck.randrange(1, len(areas)), len(areas)))
        areas.append(random_area(luck, len(areas), "stairs", level - 1))
    spine = len(areas)
    joined.append((spine - 1 if level else luck.randrange(spine), spine))
    areas.append(random_area(luck, spine, luck.choice(("corridor", "hall")), level))
    for _ in range(luck.randint(1, 4 - level)):
        parent = spine if luck.random() < 0.8 else luck.randrange(spine, len(areas))
        joined.append((parent, len(areas)))
        kind = luck.choice(("room", "room", "room", "corridor", "hall"))
        areas.append(random_area(luck, len(areas), kind, level))


def random_area(luck: Random, k: int, kind: str, level: int, vehicle: bool = False) -> Area:
    """An area somewhere within some forty metres."""
    return Area(
        id=f"area-{k}",
        name=f"Area {k}",
        kind=kind,  # type: ignore[arg-type]
        level=level,
        vehicle=vehicle,
        rings=(),
        x_m=round(luck.uniform(-20, 20), 1),
        y_m=round(luck.uniform(-20, 20), 1),
        floor_m2=round(luck.uniform(8, 90), 1),
    )


def random_opening(luck: Random, k: int, areas: list[Area], pair: tuple[int, int]) -> Opening:
    """A way between two areas; the first, from the road, can always be walked."""
    one, other = areas[pair[0]], areas[pair[1]]
    stairs = "stairs" in (one.kind, other.kind)
    state = luck.choice(DOOR_STATES) if k else "open"
    return Opening(
        f"opening-{k}",
        *pair,
        "stairs" if stairs else luck.choice(("door", "passage", "gate")),
        1.0,
        state,
        round(luck.uniform(4, 10), 1) if stairs else 0.0,
        (one.x_m + other.x_m) / 2,
        (one.y_m + other.y_m) / 2,
    )


def random_scenario(luck: Random, site: Site) -> Scenario:
    """A short incident on that site."""
    indoors = [area.id for area in site.areas if area.kind not in ("road", "outdoor")]
    everywhere = [area.id for area in site.areas]
    hurt = luck.randint(0, 5)
    return Scenario(
        format="warmzone-scenario/1",
        id="random",
        name="Random incident",
        summary="A random incident for tests.",
        site="random",
        minutes=luck.randint(7, 14) if luck.random() < 0.85 else 60,
        threat=random_threat(luck, indoors),
        casualties=Casualties(
            weighted(luck, indoors if luck.random() < 0.8 else everywhere),
            luck.choice(("active-shooter", "single-gunshot", "blunt")),
            Span(luck.randint(0, 3), luck.randint(3, 8)),
            Span(hurt, hurt + luck.randint(0, 3)),
            luck.uniform(0.07, 0.32),
        ),
        civilians=random_civilians(luck, everywhere),
        callers=Span(0, luck.choice((0, 0, 1, 4))),
        agencies=random_agencies(luck, site),
        ambulances=random_ambulances(luck, site),
        hospitals=[
            Hospital("Trauma", luck.uniform(60, 400), True),
            Hospital("General", luck.uniform(60, 400)),
        ][:: luck.choice((1, -1))],
        profile=luck.choice(get_args(ProfileName)),
        unconfirmed=luck.random() < 0.3,
        device=random_device(luck, indoors),
        reports=[random_report(luck, everywhere) for _ in range(luck.randint(0, 4))],
    )


def weighted(luck: Random, areas: list[str]) -> list[AreaWeight]:
    """Some of the areas, with weights."""
    some = luck.sample(areas, luck.randint(1, min(4, len(areas))))
    return [AreaWeight(area, luck.choice((1.0, 0.5, 3.0))) for area in some]


def random_civilians(luck: Random, areas: list[str]) -> list[Civilians]:
    """Some, much or nobody beside those who can be hurt."""
    some = luck.sample(areas, luck.randint(0, min(6, len(areas))))
    return [Civilians(area, Span(luck.randint(0, 3), luck.randint(3, 40))) for area in some]


def random_threat(luck: Random, indoors: list[str]) -> Threat:
    """A hazard of any kind, mostly active."""
    return Threat(
        luck.choice(("active", "active", "active", "silent", "none", "over")),
        luck.choice(THREATS),
        weighted(luck, indoors),
        luck.choice((None, None, 45.0, 200.0)),
        luck.random(),
        luck.random(),
        luck.choice((0.0, 0.3, luck.random())),
        luck.choice((None, 0.0, 0.8)),
        luck.choice((None, 0.9)),
        luck.choice((None, 0.7)),
    )


def random_ambulances(luck: Random, site: Site) -> Ambulances:
    """Few ambulances, some of them only on call."""
    return Ambulances(
        luck.randint(0, 3),
        luck.uniform(60, 240),
        luck.uniform(5, 60),
        luck.choice(site.marks).id,
        luck.randint(1, 3),
        luck.randint(0, 2),
        luck.uniform(20, 120),
    )


def random_device(luck: Random, indoors: list[str]) -> Device | None:
    """Sometimes a device that may be there."""
    if luck.random() < 0.7:
        return None
    return Device(luck.choice(indoors), luck.uniform(0, 300), luck.choice((0.5, 1.0)))


def random_agencies(luck: Random, site: Site) -> list[Agency]:
    """Police in one to three streams of cars, mostly medics, sometimes a second police agency."""
    agencies = [random_agency(luck, site, "police", "CITY")]
    if luck.random() < 0.3:
        agencies.append(random_agency(luck, site, "police", "COUNTY"))
    if luck.random() < 0.9:
        agencies.insert(luck.randint(0, 1), random_agency(luck, site, "medical", "MED"))
    return agencies


def random_agency(luck: Random, site: Site, discipline: str, callsign: str) -> Agency:
    """A service whose people come early, so that short incidents hold much."""
    least = 1 if discipline == "police" else 2
    streams = [
        Cars(
            luck.randint(1, 3),
            luck.uniform(5, 150),
            luck.uniform(3, 50),
            Span(least, least + luck.randint(0, 3)),
            plain_clothes=discipline == "police" and luck.random() < 0.2,
            on_call=luck.random() < 0.2,
            supervisor=discipline == "police" and luck.random() < 0.3,
        )
        for _ in range(luck.randint(1, 2))
    ]
    mark = luck.choice(site.marks).id
    ident = callsign.lower()
    return Agency(ident, callsign.title(), discipline, callsign, mark, streams)  # type: ignore[arg-type]


def random_report(luck: Random, areas: list[str]) -> FirstReport:
    """What somebody claims, true or not."""
    heard_s = luck.uniform(0, 200)
    return FirstReport(
        heard_s,
        luck.choice(("dispatch", "caller", "camera")),
        luck.choice(areas),
        "Something is said.",
        luck.uniform(0, heard_s),
        luck.choice((None, *THREATS)),
        luck.choice((0, 0, 1, 3)),
        luck.random() < 0.1,
    )


def random_orders(luck: Random, scenario: Scenario, site: Site) -> list[tuple[int, Order]]:
    """Orders at random times: sensible ones, careless ones, several in one breath."""
    teams: list[str] = [
        agency.discipline
        for agency in scenario.agencies
        for cars in agency.arrivals
        for _ in range(cars.count)
    ]
    now = luck.uniform(0, 60_000)
    taken = now + luck.uniform(0, 120_000)
    orders: list[tuple[int, Order]] = []
    while now < scenario.minutes * 60_000 - 1000:
        for _ in range(luck.choice((1, 1, 1, 2, 3))):
            if now > taken and luck.random() < 0.1:
                order = Order(Seat.TACTICAL, Verb.TAKE_COMMAND, value=luck.choice((1, 1, 2)))
            elif orders and luck.random() < 0.2:
                order = replace(orders[-1][1], area=luck.randrange(len(site.areas)))
            elif luck.random() < CARELESS:
                order = careless_order(luck, len(teams), len(site.areas))
            else:
                order = sensible_order(luck, teams, site)
            orders.append((math.floor(now), order))
        now += luck.uniform(500, 30_000 if now < 20 * 60_000 else 300_000)
    return orders


def sensible_order(luck: Random, teams: list[str], site: Site) -> Order:
    """An order that names what its verb asks for, out of what there is."""
    verb = luck.choice([verb for verb in Verb if verb not in UNBUILT])
    form = FORMS[verb]
    vehicles = [k for k, area in enumerate(site.areas) if area.vehicle]
    anywhere: Sequence[int] = range(len(site.areas))
    if verb in (Verb.TRIAGE_OUTSIDE, Verb.PERIMETER) and luck.random() < 0.8:
        outdoors = ("road", "outdoor")
        anywhere = [k for k, area in enumerate(site.areas) if area.kind in outdoors]
    return Order(
        Seat.MEDICAL if form.speaker == Speaker.MEDICAL else Seat.TACTICAL,
        verb,
        team_for(luck, teams, form.team),
        luck.choice(vehicles if verb == Verb.SET_AEP else anywhere),
        team_for(luck, teams, form.other),
        luck.randint(form.low, form.high),
    )


def team_for(luck: Random, teams: list[str], whom: Addressee) -> int:
    """A team that may be spoken to, or -1."""
    discipline = {Addressee.POLICE: "police", Addressee.MEDICAL: "medical"}.get(whom)
    suited = [k for k, team in enumerate(teams) if discipline in (None, team)]
    return luck.choice(suited) if suited and whom != Addressee.NOBODY else -1


def careless_order(luck: Random, teams: int, areas: int) -> Order:
    """An order that may make no sense."""
    return Order(
        luck.choice((Seat.TACTICAL, Seat.MEDICAL)),
        luck.choice(list(Verb)),
        number_up_to(luck, teams),
        number_up_to(luck, areas),
        number_up_to(luck, teams),
        luck.choice((-1, 0, 1, 2, 3, 4, 5, 60, 4000)),
    )


def number_up_to(luck: Random, most: int) -> int:
    """The number of a thing; sometimes of none, or of one that does not exist."""
    return luck.randrange(most) if luck.random() < 0.9 else luck.choice((-2, -1, most, most + 3))
