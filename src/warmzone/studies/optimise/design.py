"""A search as a file: where it searches, where it chooses, and where it is tested."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct, field

from warmzone.scenario.incident import Scenario
from warmzone.scenario.problems import Invalid, Problem
from warmzone.scenario.read import parse_toml, read_bytes
from warmzone.scenario.shapes import shape_problems
from warmzone.scenario.site import Site
from warmzone.simulation.lower import Prepared, prepare
from warmzone.studies.optimise.looks import digest_of
from warmzone.studies.study import Arm, Incident, PhysiologyName, Study, Uncertain
from warmzone.studies.study_file import MOST_STUDY_BYTES, open_values

FILE = Path(__file__).with_name("design.toml")
"""The design that ships."""

Some = Annotated[list[Incident], Meta(min_length=1, max_length=40)]
SELECT_SEED, TEST_SEED = 1_000_000, 2_000_000
"""How far the luck of the selection and of the test lie from that of the search."""


class Design(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Scenarios of the search, of the selection and of the test; what is uncertain in the test.

    `budget` incidents are searched for each family. The selection plays `select_blocks` blocks in
    each scenario, of 16 seeds, as many again, and so on. The test plays `repeats` incidents at each
    of `points` draws.
    """

    format: Literal["warmzone-search/1"]
    search: Some
    select: Some
    test: Some
    uncertain: Annotated[list[Uncertain], Meta(max_length=200)] = []
    physiologies: Annotated[list[PhysiologyName], Meta(min_length=1, max_length=3)] = field(
        default_factory=lambda: ["hazard"]
    )
    budget: Annotated[int, Meta(ge=1, le=10_000_000)] = 20_000
    select_blocks: Annotated[int, Meta(ge=1, le=16)] = 6
    points: Annotated[int, Meta(ge=2, le=1_000_000)] = 128
    repeats: Annotated[int, Meta(ge=1, le=1000)] = 8
    seed: Annotated[int, Meta(ge=0, le=2**31)] = 1


@dataclass(frozen=True, slots=True)
class OpenedDesign:
    """A sound design, the worlds that are searched and chosen in, its digest.

    `tested` is what the incidents of the test hold, by id.
    """

    design: Design
    search: tuple[Prepared, ...]
    select: tuple[Prepared, ...]
    tested: dict[str, str]
    path: Path
    digest: str


def open_design(path: Path | None = None) -> OpenedDesign:
    """Load a design, the shipped one where none is named; raise Invalid with its problems."""
    path = path or FILE
    values = parse_toml(read_bytes(path, MOST_STUDY_BYTES, "search"), path.name)
    try:
        design = msgspec.convert(values, Design)
    except msgspec.ValidationError:
        raise Invalid(
            shape_problems(values, msgspec.json.schema(Design), path.name)
            or [Problem(path.name, "", "not a search", "the format warmzone-search/1")]
        ) from None
    seen = {one.scenario for one in (*design.search, *design.select)}
    again = sorted({one.scenario for one in design.test} & seen)
    if again:
        allowed = "scenarios that are neither searched nor chosen on"
        raise Invalid([Problem(path.name, "test", ", ".join(again), allowed)])
    search, select = (_scenarios(part, path) for part in (design.search, design.select))
    held = [digest_of(scenario) for scenario, _ in _scenarios(design.test, path)]
    tested = {incident.id: each for incident, each in zip(design.test, held, strict=True)}
    worlds = [tuple(prepare(*each) for each in part) for part in (search, select)]
    return OpenedDesign(design, worlds[0], worlds[1], tested, path, design_digest(design))


def design_digest(design: Design) -> str:
    """What decides a search, whatever it is called: a digest of the design."""
    return hashlib.blake2b(msgspec.json.encode(design), digest_size=16).hexdigest()


def with_budget(opened: OpenedDesign, budget: int | None) -> OpenedDesign:
    """The same search with another budget, which makes it another search; None for its own."""
    if budget is None:
        return opened
    design = msgspec.structs.replace(opened.design, budget=budget)
    return replace(opened, design=design, digest=design_digest(design))


def _scenarios(incidents: Sequence[Incident], path: Path) -> Sequence[tuple[Scenario, Site]]:
    """The incidents as they are played."""
    arms = [Arm(id="hand", commander="interior")]
    study = Study(
        format="warmzone-study/1",
        id="search",
        name="Search",
        question="Where is it searched?",
        incidents=list(incidents),
        arms=arms,
    )
    return open_values(study, path).scenarios
