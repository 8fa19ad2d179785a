"""A site: floors, areas, openings and marks, in local metres.

The file is a GeoJSON FeatureCollection whose coordinates are metres east and north of the site's
own origin. Shapes of the properties are declared here once; the JSON Schema is made from them.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

SITE_FORMAT = "warmzone-site/1"

Slug = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9][a-z0-9_.-]{0,63}$",
        description="1 to 64 lower-case letters, digits, '_', '.' and '-', "
        "beginning with a letter or digit",
    ),
]
Name = Annotated[str, Meta(min_length=1, max_length=60)]
Metres = Annotated[float, Meta(gt=0, le=500)]
LevelNumber = Annotated[int, Meta(ge=-10, le=60)]

AreaKindName = Literal["room", "corridor", "hall", "stairs", "outdoor", "road"]
OpeningKindName = Literal["door", "passage", "stairs", "gate"]
OpeningStateName = Literal["open", "closed", "locked", "blocked"]
MarkKindName = Literal["arrival", "staging", "command_post", "aep", "ccp"]


class Anchor(Struct, forbid_unknown_fields=True):
    """Where the origin lies on the globe, in degrees."""

    latitude: Annotated[float, Meta(ge=-90, le=90)]
    longitude: Annotated[float, Meta(ge=-180, le=180)]


class Level(Struct, forbid_unknown_fields=True):
    """One floor; `number` 0 is the ground."""

    number: LevelNumber
    name: Name


class AreaProperties(Struct, forbid_unknown_fields=True, tag_field="feature", tag="area"):
    """A room, corridor or piece of ground. `vehicle`: an ambulance can be brought here."""

    id: Slug
    name: Name
    kind: AreaKindName
    level: LevelNumber
    vehicle: bool = False


class OpeningProperties(Struct, forbid_unknown_fields=True, tag_field="feature", tag="opening"):
    """Where two areas join; `length_m` is the walk through it (stairs), 0 for a door."""

    id: Slug
    between: tuple[Slug, Slug]
    kind: OpeningKindName
    width_m: Metres
    state: OpeningStateName = "open"
    length_m: Annotated[float, Meta(ge=0, le=200)] = 0.0


class MarkProperties(Struct, forbid_unknown_fields=True, tag_field="feature", tag="mark"):
    """A place that plans talk of: where cars arrive, staging, the command post, candidates."""

    id: Slug
    kind: MarkKindName
    area: Slug
    name: Name


class Point(Struct, forbid_unknown_fields=True, tag_field="type", tag="Point"):
    """A position in metres."""

    coordinates: tuple[float, float]


class Polygon(Struct, forbid_unknown_fields=True, tag_field="type", tag="Polygon"):
    """Rings in metres, the outer one first, each closed."""

    coordinates: list[list[tuple[float, float]]]


class Feature(Struct, forbid_unknown_fields=True, tag_field="type", tag="Feature"):
    """One GeoJSON feature; areas have a polygon, openings and marks a point."""

    properties: AreaProperties | OpeningProperties | MarkProperties
    geometry: Point | Polygon


class SiteHeader(Struct, forbid_unknown_fields=True):
    """The foreign member `warmzone` of the collection."""

    format: Literal["warmzone-site/1"]
    id: Slug
    name: Name
    levels: list[Level]
    anchor: Anchor | None = None
    attribution: str = ""


class SiteFile(Struct, forbid_unknown_fields=True, tag_field="type", tag="FeatureCollection"):
    """The whole file."""

    warmzone: SiteHeader
    features: list[Feature]


class Area(Struct, frozen=True):
    """One area of a loaded site."""

    id: str
    name: str
    kind: AreaKindName
    level: int
    vehicle: bool
    rings: tuple[tuple[tuple[float, float], ...], ...]
    x_m: float
    y_m: float
    floor_m2: float


class Opening(Struct, frozen=True):
    """One opening of a loaded site; `a` and `b` are indexes of areas."""

    id: str
    a: int
    b: int
    kind: OpeningKindName
    width_m: float
    state: OpeningStateName
    length_m: float
    x_m: float
    y_m: float


class Mark(Struct, frozen=True):
    """One named place of a loaded site; `area` is an index."""

    id: str
    kind: MarkKindName
    area: int
    name: str
    x_m: float
    y_m: float


class Site(Struct, frozen=True):
    """A loaded site, everything in file order; `x_m, y_m` of an area lies inside it."""

    id: str
    name: str
    levels: tuple[Level, ...]
    areas: tuple[Area, ...]
    openings: tuple[Opening, ...]
    marks: tuple[Mark, ...]
    anchor: Anchor | None
    attribution: str
