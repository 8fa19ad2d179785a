"""Loading a study: a sound one comes back with all it names opened, else all problems at once."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from warmzone.doctrine.rules import Rule
from warmzone.measures import MEASURES
from warmzone.scenario.incident import Scenario
from warmzone.scenario.library import open_scenario, scenario_ids
from warmzone.scenario.load import examine_values, load_scenario
from warmzone.scenario.problems import Invalid, Problem, errors_of, nearest, one_of, shown
from warmzone.scenario.read import parse_toml, read_bytes
from warmzone.scenario.schema import titled
from warmzone.scenario.shapes import finite_everywhere, shape_problems
from warmzone.scenario.site import Site
from warmzone.studies.numbers import known_numbers
from warmzone.studies.study import Incident, Study, Uncertain
from warmzone.studies.variants import variant
from warmzone.vocabulary.orders import Verb

MOST_STUDY_BYTES = 1024 * 1024
MOST_INCIDENTS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A study and the scenarios of its incidents, as it has them; `digest` is the study's."""

    study: Study
    scenarios: tuple[tuple[Scenario, Site], ...]
    digest: str


def open_study(path: Path) -> Opened:
    """Load a study file and what it names; raise Invalid with all problems of both."""
    return parse_study(read_bytes(path, MOST_STUDY_BYTES, "study"), path)


def parse_study(data: bytes, path: Path) -> Opened:
    """A study of the bytes of a file at `path`, beside which its scenarios stand."""
    values = parse_toml(data, path.name)
    try:
        study = msgspec.convert(values, Study)
    except msgspec.ValidationError:
        study = None
    if study is None or not finite_everywhere(values):
        raise Invalid(
            shape_problems(values, study_schema(), path.name)
            or [Problem(path.name, "", "not a study", "the format warmzone-study/1")]
        )
    return open_values(study, path)


def open_values(study: Study, path: Path) -> Opened:
    """A study whose shape is right, with its scenarios; raise Invalid with all other problems."""
    problems = [Problem(path.name, *told) for told in _rule_problems(study)]
    scenarios, found = _open_scenarios(study, path)
    problems += found
    if problems:
        raise Invalid(problems)
    return Opened(study, tuple(scenarios), study_digest(study))


def study_digest(study: Study) -> str:
    """Digest of everything a study file says; a switch that is off says nothing."""
    said = msgspec.to_builtins(study)
    for arm in said["arms"]:
        if not arm["unconfirmed"]:
            del arm["unconfirmed"]
    return hashlib.blake2b(msgspec.json.encode(said), digest_size=16).hexdigest()


def study_schema() -> dict[str, Any]:
    """The schema of a study file (TOML, read as the same plain values)."""
    return titled(msgspec.json.schema(Study), "Warmzone study, format warmzone-study/1")


def _open_scenarios(study: Study, path: Path) -> tuple[list[tuple[Scenario, Site]], list[Problem]]:
    opened: list[tuple[Scenario, Site]] = []
    problems: list[Problem] = []
    for k, incident in enumerate(study.incidents):
        place = f"incidents[{k}]"
        try:
            scenario, site = _open_scenario(incident, path, place)
        except Invalid as invalid:
            problems += invalid.problems
            continue
        changed = variant(scenario, site, incident)
        opened.append((changed, site))
        _, found = examine_values(msgspec.to_builtins(changed), site, path.name)
        problems += [
            msgspec.structs.replace(each, place=f"{place}: {each.place}")
            for each in errors_of(found)
        ]
    return opened, problems


def _open_scenario(incident: Incident, path: Path, place: str) -> tuple[Scenario, Site]:
    beside = path.parent / incident.scenario
    if incident.scenario in scenario_ids():
        return open_scenario(incident.scenario)
    if incident.scenario.endswith(".toml") and "\0" not in incident.scenario and beside.is_file():
        return load_scenario(beside)
    allowed = nearest(incident.scenario, scenario_ids())
    found = shown(incident.scenario)
    raise Invalid([Problem(path.name, f"{place}.scenario", found, allowed, " is no scenario")])


Told = tuple[str, str, str]
"""Where, what was found, what is allowed."""


def _rule_problems(study: Study) -> list[Told]:
    """Everything that the shapes cannot say."""
    told = _twice("incidents", [each.id for each in study.incidents])
    told += _twice("arms", [each.id for each in study.arms])
    told += _twice("uncertain", [each.name for each in study.uncertain])
    told += _twice("physiologies", study.physiologies)
    names = [measure.name for measure in MEASURES]
    for k, name in enumerate(study.measures):
        told += _known(f"measures[{k}]", name, names)
    for k, arm in enumerate(study.arms):
        for rule in arm.rules:
            told += _known(f"arms[{k}].rules", rule, [each.name.lower() for each in Rule])
        for verb in arm.forbid:
            told += _known(f"arms[{k}].forbid", verb, [each.name.lower() for each in Verb])
        for number in arm.numbers:
            told += _known(f"arms[{k}].numbers", number, known_numbers())
    for k, each in enumerate(study.uncertain):
        told += _range_problems(f"uncertain[{k}]", each)
    told += _stop_problems(study, names)
    return told + _size_problems(study)


def _stop_problems(study: Study, names: Sequence[str]) -> list[Told]:
    if study.stop is None:
        return []
    arms = [arm.id for arm in study.arms]
    told = _known("stop.measure", study.stop.measure, names)
    told += _known("stop.arm", study.stop.arm, arms) + _known(
        "stop.against", study.stop.against, arms
    )
    if study.stop.arm == study.stop.against:
        told.append(("stop.against", shown(study.stop.against), "another arm than stop.arm"))
    if study.stop.most_points < study.points:
        found, allowed = str(study.stop.most_points), f"at least points, {study.points}"
        told.append(("stop.most_points", found, allowed))
    if study.points < 2:
        told.append(("points", str(study.points), "2 or more, where there is a stop"))
    return told


def _size_problems(study: Study) -> list[Told]:
    points = study.points if study.stop is None else study.stop.most_points
    cells = len(study.incidents) * len(study.physiologies) * len(study.arms)
    total = points * study.repeats * cells
    if total > MOST_INCIDENTS:
        return [("points", f"{total:,} incidents in all", f"at most {MOST_INCIDENTS:,}")]
    if study.seed + points * study.repeats > 2**53:
        return [("seed", str(study.seed), "seeds that stay below 2^53")]
    return []


def _range_problems(place: str, each: Uncertain) -> list[Told]:
    told = _known(f"{place}.name", each.name, known_numbers())
    if told:
        return told
    row = known_numbers()[each.name]
    low = row.low if each.low is None else each.low
    high = row.high if each.high is None else each.high
    if (each.low is not None or each.high is not None) and not each.why.strip():
        told.append((f"{place}.why", "nothing", "a reason, where the range is not the table's"))
    if not low <= row.value <= high:
        allowed = f"a range about the stated value {row.value:g}"
        told.append((place, f"{low:g} to {high:g}", allowed))
    elif low == high:
        told.append((place, f"{each.name} has no range in the table", "low, high and why"))
    if low < 0 or (each.name.endswith("_p") and high > 1):
        allowed = "0 to 1" if each.name.endswith("_p") else "0 or more"
        told.append((place, f"{low:g} to {high:g}", allowed))
    return told


def _known(place: str, word: str, known: Iterable[str]) -> list[Told]:
    words = list(known)
    return [] if word in words else [(place, shown(word), nearest(word, words))]


def _twice(place: str, words: Sequence[str]) -> list[Told]:
    """Words given more than once."""
    again = sorted({word for word in words if words.count(word) > 1})
    return [(place, one_of(again), "each once")] if again else []
