"""Which split of an agency's hours saves most: a study of every split, with how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from warmzone.scenario.ems import Ems
from warmzone.studies.claims.played import DEATHS, Played
from warmzone.studies.conduct import Report, conduct
from warmzone.studies.engines import Workers
from warmzone.studies.learning import Training
from warmzone.studies.lowered import lower_study, parts_of
from warmzone.studies.sensitivity import Carries, best_shares, carriers
from warmzone.studies.spread import Spread
from warmzone.studies.store import Store
from warmzone.studies.study import Arm, Incident, Study, Uncertain
from warmzone.studies.study_file import open_values
from warmzone.training.plan.agency import Agency, Place
from warmzone.training.plan.break_even import COMMAND, BreakEven, arms_of, break_even
from warmzone.training.plan.ems import as_played, rules_of
from warmzone.training.plan.sites import KINDS, check_sites, places_of

NOW = "now"
STEPS = 4
"""Hours are divided in steps of a quarter of all."""
UNCERTAIN = (
    "medic_care_s",
    "unasked_care_p",
    "unasked_carry_p",
    "contact_end_per_officer_min",
    "relay_delay_s",
    "radio_loss_p",
    "rtf_assemble_s",
    "surgery_delay_s",
    "limb.rate_per_min",
    "torso.rate_per_min",
    "chest.rate_per_min",
)
LATEST = 10.0
"""The most that times of arrival are multiplied by."""


@dataclass(frozen=True, slots=True)
class Split:
    """Hours of each skill in a year, what they save against today in a year, and how sure.

    `saved` is in savable deaths of the agency's year (below 0 is fewer); `best_p` the share of
    draws in which this split is the best of all. `behind` is how many deaths more than the best
    split, in the same luck.
    """

    hours: tuple[float, float, float]
    saved: Spread
    best_p: float
    behind: Spread

    @property
    def is_near(self) -> bool:
        """Whether the incidents played do not part it from the best."""
        return self.behind.mean <= self.behind.half_width


@dataclass(frozen=True, slots=True)
class Answer:
    """Every split, the best first; and the numbers on which the first place hangs."""

    splits: tuple[Split, ...]
    carries: tuple[Carries, ...]
    incidents: int
    points: int
    break_even: BreakEven | None = None


def _incidents(agency: Agency) -> list[Incident]:
    """Each kind of incident, and each site, weighted by how often it comes."""
    rates = agency.incidents_per_year
    kinds = [
        ("single", rates.single, Place(scenario=KINDS["single"])),
        ("many", rates.many, Place(scenario=KINDS["many"])),
    ]
    sites = places_of(agency)
    shares = sum(site.share for site in sites)
    for k, site in enumerate(sites):
        name = "active" if len(sites) == 1 else f"active-{k + 1}"
        kinds.append((name, rates.active * site.share / shares, site))
    return [
        Incident(
            id=name,
            scenario=place.scenario,
            weight=rate,
            agencies=None if name == "single" else agency.agencies,
            cars=agency.cars,
            arrival=min(LATEST, agency.arrival * place.arrival),
            medics=agency.medics,
            ems=_ems(agency, place, one_hurt=name == "single"),
        )
        for name, rate, place in kinds
        if rate > 0.0
    ]


def _ems(agency: Agency, place: Place, *, one_hurt: bool) -> Ems | None:
    """The agency's own Fire and EMS as they come to a place."""
    return None if agency.ems is None else as_played(agency.ems, place.arrival, one_hurt=one_hurt)


def study_of(agency: Agency, points: int, repeats: int) -> Study:
    """The study that answers for an agency: its rates are the weights."""
    months = 6.0 / agency.sessions
    arms = [Arm(id=NOW, commander="interior", training=_today(agency))]
    arms += [
        Arm(id=_name(part), commander="interior", training=_hours(agency, part, months))
        for part in parts()
    ]
    arms += arms_of(agency, _today(agency))
    rules = rules_of(agency.ems)
    return Study(
        format="warmzone-study/1",
        id="plan",
        name=f"Plan for {agency.name}",
        question="Which split of the hours saves most?",
        incidents=_incidents(agency),
        arms=[msgspec.structs.replace(arm, rules=rules) for arm in arms],
        uncertain=[Uncertain(name=name) for name in UNCERTAIN],
        uncertain_training=True,
        physiologies=["hazard", "rpm", "flat"],
        measures=[DEATHS, COMMAND],
        points=points,
        repeats=repeats,
    )


def parts() -> list[tuple[int, int, int]]:
    """Every way of dividing STEPS equal parts among the three skills."""
    return [
        (medical, movement, STEPS - medical - movement)
        for medical in range(STEPS, -1, -1)
        for movement in range(STEPS - medical, -1, -1)
    ]


def _name(part: tuple[int, int, int]) -> str:
    return "split-" + "-".join(str(each) for each in part)


def _hours(agency: Agency, part: tuple[int, int, int], months: float) -> Training:
    each = [agency.hours * share / STEPS for share in part]
    return Training(medical_h=each[0], movement_h=each[1], command_h=each[2], months=months)


def _today(agency: Agency) -> Training:
    """What officers have today, in one block a year."""
    return Training(**msgspec.structs.asdict(agency.now), months=6.0)


def answer(
    agency: Agency,
    place: tuple[Path, Path],
    workers: Workers,
    report: Report,
    size: tuple[int, int],
) -> Answer:
    """Play what is missing and rank the splits.

    `place`: the agency's file, beside which its scenario may stand, and the folder for what is
    played; `size`: points and repeats. Raises Invalid.
    """
    check_sites(agency, place[0])
    study = study_of(agency, *size)
    lowered = lower_study(open_values(study, place[0]))
    conducted = conduct(lowered, place[1], workers, report)
    played = Played(lowered, Store(place[1]), tuple(parts_of(lowered, range(conducted.points))))
    year = sum(each.weight for each in study.incidents)
    choices = np.stack([_draws(played, part) for part in parts()], axis=1)
    sure = best_shares(choices)
    saved = [_yearly(played.off(_name(part), NOW), year) for part in parts()]
    order = sorted(range(len(saved)), key=lambda k: saved[k].mean)
    gain = choices[:, order[0]] - choices[:, order[-1]]
    carries = carriers(study, gain, year * choices) if conducted.points >= 32 else []
    ranked = tuple(
        Split(_share(agency, parts()[k]), saved[k], sure[k], _behind(played, k, order[0], year))
        for k in order
    )
    even = break_even(played, agency, NOW, lambda each: _yearly(each, year))
    return Answer(ranked, tuple(carries), conducted.incidents, conducted.points, even)


def _behind(played: Played, split: int, best: int, year: float) -> Spread:
    """How many deaths in a year a split has more than the best one."""
    if split == best:
        return Spread(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, played.lowered.study.points)
    return _yearly(played.off(_name(parts()[split]), _name(parts()[best])), year)


def _draws(played: Played, part: tuple[int, int, int]) -> np.ndarray:
    return np.asarray(played.draws({_name(part): 1.0}).mean(axis=1))


def _share(agency: Agency, part: Sequence[int]) -> tuple[float, float, float]:
    hours = [agency.hours * each / STEPS for each in part]
    return hours[0], hours[1], hours[2]


def _yearly(spread: Spread, incidents: float) -> Spread:
    """A difference per incident as one per year of the agency."""
    return Spread(
        spread.mean * incidents,
        spread.low * incidents,
        spread.high * incidents,
        spread.luck * incidents,
        spread.half_width * incidents,
        spread.below_p,
        spread.reached_p,
        spread.draws,
    )
