"""The usable parts of a site file, each with its place; rules look at broken files through it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from warmzone.scenario.problems import Problem, Step, place_of
from warmzone.scenario.site import (
    AreaProperties,
    Feature,
    MarkProperties,
    OpeningProperties,
    Point,
    Polygon,
    SiteFile,
    SiteHeader,
)

Xy = tuple[float, float]
Rings = list[list[Xy]]


@dataclass(frozen=True, slots=True)
class AreaDraft:
    """An area at its place in the file; `rings` is None where it has no polygon."""

    at: int
    properties: AreaProperties
    rings: Rings | None


@dataclass(frozen=True, slots=True)
class OpeningDraft:
    """An opening at its place in the file."""

    at: int
    properties: OpeningProperties
    point: Xy | None


@dataclass(frozen=True, slots=True)
class MarkDraft:
    """A mark at its place in the file."""

    at: int
    properties: MarkProperties
    point: Xy | None


@dataclass(slots=True)
class SiteDraft:
    """What could be read of a site; `ids` holds the ids of broken features too."""

    file: str
    header: SiteHeader | None = None
    areas: list[AreaDraft] = field(default_factory=list)
    openings: list[OpeningDraft] = field(default_factory=list)
    marks: list[MarkDraft] = field(default_factory=list)
    ids: list[tuple[int, str]] = field(default_factory=list)
    area_ids: set[str] = field(default_factory=set)
    whole: bool = False

    def problem(self, steps: Sequence[Step], found: str, verdict: str, allowed: str) -> Problem:
        """An error of this file."""
        return Problem(self.file, place_of(steps), found, allowed, verdict)

    def warning(self, steps: Sequence[Step], found: str, verdict: str, allowed: str) -> Problem:
        """A warning about this file."""
        return Problem(self.file, place_of(steps), found, allowed, verdict, "warning")


def draft_of_file(site_file: SiteFile, file: str) -> SiteDraft:
    """Draft of a file whose shape is right."""
    draft = SiteDraft(file, header=site_file.warmzone, whole=True)
    for at, feature in enumerate(site_file.features):
        draft.ids.append((at, feature.properties.id))
        if isinstance(feature.properties, AreaProperties):
            draft.area_ids.add(feature.properties.id)
        add_feature(draft, at, feature)
    return draft


def draft_of_values(document: object, file: str) -> SiteDraft:
    """Draft of plain values of any shape: features that cannot be read are left out."""
    draft = SiteDraft(file)
    if not isinstance(document, dict):
        return draft
    try:
        draft.header = msgspec.convert(document.get("warmzone"), SiteHeader)
    except msgspec.ValidationError:
        draft.header = None
    for at, raw in plain_features(document):
        remember_id(draft, at, raw)
        try:
            add_feature(draft, at, msgspec.convert(raw, Feature))
        except msgspec.ValidationError:
            continue
    return draft


def plain_features(document: dict[str, object]) -> Iterator[tuple[int, dict[str, object]]]:
    """The features that are tables, with their index."""
    features = document.get("features")
    if isinstance(features, list):
        for at, raw in enumerate(features):
            if isinstance(raw, dict):
                yield at, raw


def remember_id(draft: SiteDraft, at: int, raw: dict[str, object]) -> None:
    """Note the id of a feature, readable or not, so that no reference to it is called unknown."""
    properties = raw.get("properties")
    if not isinstance(properties, dict):
        return
    found = properties.get("id")
    if isinstance(found, str):
        draft.ids.append((at, found))
        if properties.get("feature") not in ("opening", "mark"):
            draft.area_ids.add(found)


def add_feature(draft: SiteDraft, at: int, feature: Feature) -> None:
    """Sort one feature into its list."""
    properties, geometry = feature.properties, feature.geometry
    point = geometry.coordinates if isinstance(geometry, Point) else None
    if isinstance(properties, AreaProperties):
        rings = geometry.coordinates if isinstance(geometry, Polygon) else None
        draft.areas.append(AreaDraft(at, properties, rings))
    elif isinstance(properties, OpeningProperties):
        draft.openings.append(OpeningDraft(at, properties, point))
    else:
        draft.marks.append(MarkDraft(at, properties, point))
