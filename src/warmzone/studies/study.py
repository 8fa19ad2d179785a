"""A study: what is played, by whom, under which doubt, how often. The file is TOML."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from warmzone.scenario.ems import Ems
from warmzone.scenario.incident import (
    AgencyProfileName,
    CommanderName,
    ProfileName,
    Seconds,
    Span,
    Text,
    ThreatName,
)
from warmzone.scenario.site import Name, Slug
from warmzone.studies.learning import Training

STUDY_FORMAT = "warmzone-study/1"

PhysiologyName = Literal["hazard", "rpm", "flat"]
Factor = Annotated[float, Meta(ge=0.1, le=10)]
RowName = Annotated[str, Meta(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+){0,3}$")]


class Incident(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One kind of incident; `weight` is its share of all incidents against the others'.

    `scenario` is a shipped one or a path beside the study. What else is given takes the place of
    the scenario's own: who can be hurt, how long the hazard is active (`active_s`), what the first
    dispatch and the callers say of it (`reported`) and what is true (`state`). `cars` multiplies
    the police cars of every stream, `arrival` every time of arrival, police and medical alike,
    `medics` those of crews and ambulances once more. `ems` takes the place of all crews, ambulances
    and hospitals, whosever they were, and comes as it says: no factor touches it.
    """

    id: Slug
    scenario: str
    weight: Annotated[float, Meta(gt=0, le=1e6)] = 1.0
    agencies: AgencyProfileName | None = None
    hurt: Span | None = None
    latent: Span | None = None
    active_s: Seconds | None = None
    state: Literal["none", "active", "silent", "over"] | None = None
    reported: ThreatName | None = None
    savable_share: Annotated[float, Meta(ge=0.07, le=0.32)] | None = None
    cars: Factor = 1.0
    arrival: Factor = 1.0
    medics: Factor = 1.0
    ems: Ems | None = None


class Arm(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Who commands, and what is different about it; every arm is played in the same luck.

    `rules` are parameters of the commander, `numbers` rows of the evidence by name, both fixed;
    `forbid` names orders that nobody may give; `unified` says when police and fire unite, whatever
    the profile has. `unconfirmed` adds the profile's rules that no text was found for.
    `training` says what officers can do; without it they are as practised as the shipped commanders
    and the world's own numbers have them.
    """

    id: Slug
    commander: CommanderName
    profile: ProfileName | None = None
    training: Training | None = None
    rules: dict[RowName, float] = {}
    numbers: dict[RowName, float] = {}
    forbid: list[RowName] = []
    unified: Literal["early", "late"] | None = None
    unconfirmed: bool = False


class Uncertain(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A row of evidence that is not known: drawn from its range, or from `low` to `high`.

    Half the weight lies below the stated value and half above, even on each side. `why` is needed
    where the range is not the table's.
    """

    name: RowName
    low: float | None = None
    high: float | None = None
    why: str = ""


class Stop(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Go on until the difference of two arms is known to `half_width`, or `most_points` is reached.

    Looked at after `points`, twice as many, four times, …; the interval allows for every look.
    """

    measure: str
    arm: Slug
    against: Slug
    half_width: Annotated[float, Meta(gt=0)]
    most_points: Annotated[int, Meta(ge=2, le=10_000_000)]


class Study(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One study. `points` is how many draws of the uncertain evidence, `repeats` incidents at each.

    Every incident, physiology and arm is played at each point and in the same luck.
    `uncertain_training` adds every row of the table of skills to what is uncertain.
    """

    format: Literal["warmzone-study/1"]
    id: Slug
    name: Name
    question: Text
    incidents: Annotated[list[Incident], Meta(min_length=1, max_length=200)]
    arms: Annotated[list[Arm], Meta(min_length=1, max_length=100)]
    uncertain: Annotated[list[Uncertain], Meta(max_length=200)] = []
    uncertain_training: bool = False
    physiologies: Annotated[list[PhysiologyName], Meta(min_length=1, max_length=3)] = field(
        default_factory=lambda: ["hazard"]
    )
    measures: Annotated[list[str], Meta(min_length=1)] = field(
        default_factory=lambda: ["savable_deaths"]
    )
    points: Annotated[int, Meta(ge=1, le=10_000_000)] = 64
    repeats: Annotated[int, Meta(ge=1, le=1000)] = 4
    stop: Stop | None = None
    seed: Annotated[int, Meta(ge=0, le=2**32 - 1)] = 1
