"""New scenarios laid on any site: the hazard far from the exits, people near it, help coming."""

import json
from random import Random
from typing import Literal, get_args

from warmzone.scenario.load import parse_scenario
from warmzone.scenario.places import Place, Places, find_places
from warmzone.scenario.problems import Invalid, Problem, nearest
from warmzone.scenario.site import Site

TemplateName = Literal["active-threat", "no-threat", "thin-shift", "single-casualty"]
TEMPLATES: tuple[str, ...] = get_args(TemplateName)

TITLES = {
    "active-threat": "active threat",
    "no-threat": "many hurt, no threat",
    "thin-shift": "thin shift",
    "single-casualty": "one casualty",
}
SUMMARIES = {
    "active-threat": """Shots are reported deep inside {site}. People are hurt, the hazard is not \
held, and police, medics and ambulances are on their way.""",
    "no-threat": """Something came down in {site}. Many people are hurt at once; nobody threatens \
anybody.""",
    "thin-shift": """Four officers, one ambulance, mutual aid far off. It is quiet in {site}, and \
nobody knows whether it is over.""",
    "single-casualty": "One person was shot in {site}. Whoever did it has left.",
}

THREATS = {
    "active-threat": 'state = "active"\nreported = "ongoing"\n',
    "no-threat": 'state = "none"\nreported = "none"\n',
    "thin-shift": 'state = "silent"\nreported = "unknown"\n',
    "single-casualty": 'state = "over"\nreported = "unknown"\n',
}

CASUALTIES = {
    "active-threat": ("active-shooter", (14, 22), (1, 3)),
    "no-threat": ("blunt", (0, 0), (14, 20)),
    "thin-shift": ("active-shooter", (3, 5), (4, 6)),
    "single-casualty": ("single-gunshot", (0, 0), (1, 1)),
}

Cars = tuple[int, int, int, int, int]
"""A group of cars: how many, first after seconds, seconds between, officers low and high."""

POLICE: dict[str, tuple[list[Cars], list[Cars]]] = {
    "active-threat": (
        [(1, 150, 0, 2, 2), (4, 210, 20, 2, 3), (3, 360, 30, 2, 3)],
        [(5, 540, 40, 1, 2)],
    ),
    "no-threat": ([(2, 180, 30, 2, 2), (2, 360, 60, 1, 2)], [(2, 720, 60, 2, 2)]),
    "thin-shift": ([(2, 210, 90, 2, 2)], [(4, 660, 120, 2, 2)]),
    "single-casualty": ([(1, 150, 0, 2, 2), (2, 270, 40, 1, 2)], []),
}
MEDICS: dict[str, list[Cars]] = {
    "active-threat": [(2, 360, 60, 4, 4)],
    "no-threat": [(3, 300, 60, 3, 4)],
    "thin-shift": [(1, 420, 0, 2, 2), (1, 1080, 0, 4, 4)],
    "single-casualty": [(1, 330, 0, 2, 2)],
}
AMBULANCES = {
    "active-threat": (6, 420, 60),
    "no-threat": (8, 360, 60),
    "thin-shift": (1, 480, 0),
    "single-casualty": (2, 360, 120),
}
MINUTES = {"active-threat": 45, "no-threat": 60, "thin-shift": 45, "single-casualty": 30}


def new_scenario(site: Site, site_reference: str, template: str, seed: int) -> str:
    """The TOML of a new scenario that passes the check; the same seed gives the same text.

    `site_reference` is what the scenario's `site` will say: a shipped id, or a path beside the
    scenario. Raises Invalid for an unknown template, or a site on which nothing can be laid.
    """
    if template not in TEMPLATES:
        verdict = " is not a template"
        raise Invalid(
            [Problem("scenario new", "template", json.dumps(template), nearest(template, TEMPLATES),
                     verdict)]
        )  # fmt: skip
    if not 0 <= seed < 2**32:
        raise Invalid([Problem("scenario new", "seed", str(seed), f"0 to {2**32 - 1}")])
    places = find_places(site, Random(f"{template}/{seed}"))
    parts = [
        header(site, site_reference, template, seed),
        threat_part(template, places),
        casualties_part(template, places),
        *agency_parts(template, places),
        ambulances_part(template, places),
        HOSPITALS,
        *report_parts(template, places),
    ]
    text = "\n".join(parts)
    parse_scenario(text.encode(), f"{template}.toml", site)
    return text


def quote(text: str) -> str:
    """Text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False)


def header(site: Site, site_reference: str, template: str, seed: int) -> str:
    """The first lines: what and where."""
    scenario_id = f"{site.id[:40]}-{template}-{seed}".strip("-_.")
    return (
        'format = "warmzone-scenario/1"\n'
        f"id = {quote(scenario_id)}\n"
        f"name = {quote(f'{site.name[:34]}: {TITLES[template]}')}\n"
        f"summary = {quote(SUMMARIES[template].format(site=site.name))}\n"
        f"site = {quote(site_reference)}\n"
        f"minutes = {MINUTES[template]}\n"
        f"seed = {seed}\n"
    )


def place_list(places: tuple[Place, ...]) -> str:
    """A list of areas with weights."""
    lines = [f"  {{ area = {quote(p.area)}, weight = {p.weight:g} }},\n" for p in places]
    return f"[\n{''.join(lines)}]\n"


def threat_part(template: str, places: Places) -> str:
    """The hazard: in rooms far from the exits."""
    areas = "" if template == "no-threat" else f"areas = {place_list(places.hazard)}"
    still = "restart_p = 0.0\n" if template == "single-casualty" else ""
    return f"[threat]\n{THREATS[template]}{still}{areas}"


def casualties_part(template: str, places: Places) -> str:
    """The people: in the rooms and corridors around the hazard."""
    wounds, latent, hurt = CASUALTIES[template]
    chosen = places.people[:1] if template == "single-casualty" else places.people
    return (
        f"[casualties]\nwounds = {quote(wounds)}\nareas = {place_list(chosen)}"
        f"latent = {{ low = {latent[0]}, high = {latent[1]} }}\n"
        f"hurt = {{ low = {hurt[0]}, high = {hurt[1]} }}\n"
    )


def agency_parts(template: str, places: Places) -> list[str]:
    """Police in car-loads, a neighbouring force, and medics who form the RTFs."""
    own, neighbours = POLICE[template]
    parts = [agency_part(("police", "City police", "police", "CITY"), places.arrival, own)]
    if neighbours:
        told = ("neighbours", "County police", "police", "COUNTY")
        parts.append(agency_part(told, places.second_arrival, neighbours))
    told = ("medics", "Fire and rescue medics", "medical", "MED")
    parts.append(agency_part(told, places.arrival, MEDICS[template]))
    return parts


def agency_part(told: tuple[str, str, str, str], arrival: str, groups: list[Cars]) -> str:
    """One agency with its cars; `told` is id, name, discipline and callsign."""
    lines = [
        f"  {{ count = {count}, first_s = {first}, gap_s = {gap}, "
        f"officers = {{ low = {low}, high = {high} }} }},\n"
        for count, first, gap, low, high in groups
    ]
    agency_id, name, discipline, callsign = told
    channel = 'channel = "mutual-aid"\n' if agency_id == "neighbours" else ""
    return (
        f"[[agencies]]\nid = {quote(agency_id)}\nname = {quote(name)}\n"
        f"discipline = {quote(discipline)}\ncallsign = {quote(callsign)}\n"
        f"{channel}arrives_at = {quote(arrival)}\narrivals = [\n{''.join(lines)}]\n"
    )


def ambulances_part(template: str, places: Places) -> str:
    """The ambulances."""
    count, first, gap = AMBULANCES[template]
    return (
        f"[ambulances]\ncount = {count}\nfirst_s = {first}\ngap_s = {gap}\n"
        f"arrives_at = {quote(places.arrival)}\n"
    )


HOSPITALS = """[[hospitals]]
name = "Regional Trauma Centre"
drive_s = 840
trauma_centre = true

[[hospitals]]
name = "Community Hospital"
drive_s = 480
"""


def report_parts(template: str, places: Places) -> list[str]:
    """What is heard first: dispatch with a place that may be off, then a caller from inside."""
    near = places.people[-1] if template == "active-threat" else places.people[0]
    caller = places.people[0]
    said = {
        "active-threat": ("Shots heard, people running.", "We are hiding. People are down here."),
        "no-threat": ("Many people hurt, cause not known.", "There are many of us hurt here."),
        "thin-shift": (
            "Shots reported. It is quiet now.",
            "I see people down. It is quiet.",
        ),
        "single-casualty": ("One person shot. The other left.", "He is bleeding badly."),
    }[template]
    threat = {"active-threat": "ongoing", "thin-shift": "unknown"}.get(template)
    claim = f"threat = {quote(threat)}\n" if threat else ""
    first = f'[[reports]]\nheard_s = 0\nsource = "dispatch"\narea = {quote(near.area)}\n'
    second = '[[reports]]\nheard_s = 75\nobserved_s = 45\nsource = "caller"\n'
    return [
        f"{first}text = {quote(said[0])}\n{claim}",
        f"{second}area = {quote(caller.area)}\ntext = {quote(said[1])}\ncasualties = 1\n",
    ]
