"""What the tags of indoor elements mean: levels, kinds, names, widths."""

import re
from math import floor

from warmzone.interop.osm_read import Tags
from warmzone.scenario.site import AreaKindName

LOWEST, HIGHEST = -10, 60
PART = re.compile(r"(-?\d+(?:\.\d+)?)(?:\s*(?:-|to)\s*(-?\d+(?:\.\d+)?))?")
WORDS = {
    "toilets": "Toilets",
    "restaurant": "Restaurant",
    "fast_food": "Snack bar",
    "cafe": "Café",
    "auditorium": "Auditorium",
    "lecture": "Lecture hall",
    "class": "Classroom",
    "office": "Office",
    "technical": "Technical room",
    "storage": "Store room",
    "kitchen": "Kitchen",
    "laboratory": "Laboratory",
    "library": "Library",
    "disused": "Empty unit",
    "vacant": "Empty unit",
    "entrance": "Entrance",
    "emergency": "Emergency room",
    "shop": "Shop",
    "supermarket": "Supermarket",
    "clothes": "Clothes shop",
    "optician": "Optician",
    "chemist": "Chemist",
    "bakery": "Bakery",
    "perfumery": "Perfumery",
}
NOT_GROUND = ("tourism", "artwork_type", "man_made", "barrier", "amenity")


def levels_of(text: str | None) -> list[int] | None:
    """Read `0`, `0;1`, `0-2`, `-1-3`; half floors count as the floor below; None if unreadable."""
    levels: set[int] = set()
    for part in (text or "").replace(",", ";").split(";"):
        match = PART.fullmatch(part.strip())
        if not match:
            return None
        low = floor(float(match[1]))
        high = floor(float(match[2])) if match[2] else low
        if not LOWEST <= low <= HIGHEST or not LOWEST <= high <= HIGHEST:
            return None
        levels.update(range(min(low, high), max(low, high) + 1))
    return sorted(levels) or None


def has_half_level(text: str | None) -> bool:
    """Whether a level lies between floors."""
    return bool(re.search(r"\d\.\d*[1-9]", text or ""))


def repeats_of(tags: Tags) -> list[int]:
    """The further levels on which an element is found again."""
    return levels_of(tags.get("repeat_on")) or []


def is_lift(tags: Tags) -> bool:
    """Whether an area is a lift."""
    return "elevator" in (tags.get("highway"), tags.get("room")) or tags.get("elevator") == "yes"


def is_stairs(tags: Tags) -> bool:
    """Whether an area is a staircase or escalator."""
    if tags.get("highway") == "steps" or tags.get("room") in ("stairs", "stairwell"):
        return True
    return tags.get("stairs", "no") != "no" or tags.get("conveying", "no") not in ("no", "")


def kind_of(tags: Tags) -> AreaKindName | None:
    """The kind of area that an indoor tag stands for; None where it is no ground to stand on."""
    indoor = tags.get("indoor")
    if indoor not in ("room", "corridor", "area", "yes"):
        return None
    if is_lift(tags) or is_stairs(tags):
        return "stairs"
    if indoor == "yes" and any(key in tags for key in NOT_GROUND):
        return None
    if indoor == "corridor" or tags.get("room") == "corridor":
        return "corridor"
    if indoor == "room":
        return "hall" if tags.get("room") in ("entrance", "hall", "lobby") else "room"
    return "hall"


def name_of(tags: Tags, kind: AreaKindName) -> str:
    """A plain landmark name: the name if there is one, else what it is with its number."""
    for key in ("name", "name:en"):
        if tags.get(key, "").strip():
            return clean(tags[key])
    number = clean(tags.get("ref", "") or tags.get("addr:unit", ""))
    return clean(f"{noun_of(tags, kind)} {number}".strip())


def noun_of(tags: Tags, kind: AreaKindName) -> str:
    """What an area is, in one or two words."""
    if is_lift(tags):
        return "Lift"
    if kind == "stairs":
        return "Stairs"
    for key in ("amenity", "shop", "room"):
        value = tags.get(key, "").lower()
        if value in WORDS:
            return WORDS[value]
        if key == "shop" and value not in ("", "yes", "no"):
            return clean(f"{value.replace('_', ' ').capitalize()} shop")
    return {"corridor": "Corridor", "hall": "Hall"}.get(kind, "Room")


def clean(text: str) -> str:
    """Printable text on one line, short enough to be a name with something after it."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(plain.split())[:44].strip()


def width_m(tags: Tags, default: float) -> float:
    """The width of a door in metres; `default` where none can be read."""
    for key in ("width", "door:width"):
        match = re.match(r"\s*(\d+(?:[.,]\d+)?)\s*(m|cm)?\s*$", tags.get(key, ""))
        if match:
            value = float(match[1].replace(",", ".")) / (100.0 if match[2] == "cm" else 1.0)
            if 0.3 <= value <= 50:
                return round(value, 2)
    return default


def level_name(number: int) -> str:
    """What a level is called."""
    if number == 0:
        return "Ground floor"
    return f"Floor {number}" if number > 0 else f"Basement {-number}"


def slug(text: str) -> str:
    """Text as part of an id."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return plain[:40].strip("-") or "x"
