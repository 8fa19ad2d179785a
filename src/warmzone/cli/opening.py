"""Opening what a command names: a shipped scenario or a file, and commanders by name."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from warmzone.cli.output import aside, print_json
from warmzone.scenario.problems import Invalid

if TYPE_CHECKING:
    from warmzone.scenario.incident import AgencyProfileName, ProfileName, Scenario
    from warmzone.scenario.site import Site
    from warmzone.simulation.lower import Prepared

OK, PROBLEMS, WRONG_USE = 0, 1, 2

TEMPO_LEAST, TEMPO_MOST = 0.25, 4.0
PHYSIOLOGIES = ("hazard", "rpm", "flat")


@dataclass(frozen=True, slots=True)
class Asked:
    """The incident asked for: a scenario, under which profiles, and how survival falls with time.

    A profile is None for the scenario's own; `unconfirmed` adds its rules that no text confirms.
    """

    scenario: str
    profile: str | None = None
    agencies: str | None = None
    physiology: str = "hazard"
    tempo: float = 1.0
    unconfirmed: bool = False


class WrongUseError(Exception):
    """The command was called with something that does not exist; the text says what does."""


def open_prepared(asked: Asked) -> "Prepared":
    """A shipped scenario by id, or a scenario file by path, as it was asked for.

    Raises Invalid, WrongUseError.
    """
    from warmzone.scenario.agencies import with_agencies
    from warmzone.scenario.incident import by_unconfirmed_rules
    from warmzone.simulation.lower import prepare
    from warmzone.vocabulary.codes import Physiology

    check_body(asked)
    profile = check_profile(asked.profile)
    agencies = check_agencies(asked.agencies)
    opened, site = open_files(asked.scenario)
    if agencies is not None:
        opened = with_agencies(opened, site, agencies)
    if asked.unconfirmed:
        opened = by_unconfirmed_rules(opened)
    body = Physiology[asked.physiology.upper()]
    return prepare(opened, site, profile=profile, physiology=body, tempo=asked.tempo)


def open_files(scenario: str) -> "tuple[Scenario, Site]":
    """A scenario and its site. Raises Invalid, WrongUseError."""
    from warmzone.scenario.library import open_scenario, scenario_ids
    from warmzone.scenario.load import load_scenario

    if scenario in scenario_ids():
        return open_scenario(scenario)
    path = Path(scenario)
    if path.suffix == ".toml" or path.exists():
        return load_scenario(path)
    raise WrongUseError(
        f"scenario: {scenario!r} is not allowed; a file, or one of {', '.join(scenario_ids())}"
    )


def check_body(asked: Asked) -> None:
    """Raise WrongUseError for a physiology or a tempo that is not allowed."""
    if asked.physiology not in PHYSIOLOGIES:
        found = f"physiology: {asked.physiology!r} is not allowed"
        raise WrongUseError(f"{found}; {', '.join(PHYSIOLOGIES)}")
    if not TEMPO_LEAST <= asked.tempo <= TEMPO_MOST:
        found = f"tempo: {asked.tempo} is not allowed"
        raise WrongUseError(f"{found}; {TEMPO_LEAST} to {TEMPO_MOST}")


def check_agencies(name: str | None) -> "AgencyProfileName | None":
    """The agency profile's name, if there is such a profile. Raises WrongUseError."""
    from warmzone.scenario.agencies import agency_profile_named
    from warmzone.scenario.incident import AgencyProfileName

    if name is None:
        return None
    named = agency_profile_named(name)
    if named is None:
        known = ", ".join(get_args(AgencyProfileName))
        raise WrongUseError(f"agencies: {name!r} is not allowed; {known}")
    return named


def check_profile(name: str | None) -> "ProfileName | None":
    """The profile's name, if there is such a profile. Raises WrongUseError."""
    from warmzone.scenario.incident import ProfileName

    for known in get_args(ProfileName):
        if name == known:
            return cast("ProfileName", known)
    if name is None:
        return None
    raise WrongUseError(f"profile: {name!r} is not allowed; {', '.join(get_args(ProfileName))}")


def check_commanders(names: list[str]) -> list[str]:
    """The names, if every one of them exists and none is given twice. Raises WrongUseError."""
    from warmzone.doctrine.names import NAMES

    for name in names:
        if name not in NAMES:
            raise WrongUseError(f"commander: {name!r} is not allowed; {', '.join(NAMES)}")
    if len(set(names)) < len(names):
        raise WrongUseError("commanders: a name is given twice; each once")
    return names


def refuse(error: Exception, as_json: bool) -> int:
    """Say what is wrong on standard error (and as JSON); the exit code."""
    if isinstance(error, Invalid):
        problems = [str(problem) for problem in error.problems]
        code = PROBLEMS
    else:
        problems = [str(error)]
        code = WRONG_USE
    for problem in problems:
        aside(problem)
    if as_json:
        print_json({"ok": False, "problems": problems})
    return code
