"""Doctrine profiles: every rule is stated and sourced; what is unconfirmed is switched off."""

from pathlib import Path
from typing import get_args

import msgspec
import pytest

from tools.profile_page import page
from warmzone.evidence.profiles import Profile, profile_of, profiles
from warmzone.scenario.incident import ProfileName
from warmzone.vocabulary.orders import Verb

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "profiles.md"
NOT_RULES = {"id", "name", "summary", "sources", "unconfirmed", "stage_arrivals"}
READ = ("[read]", "[secondary]", "[own]")


def test_scenarios_may_name_every_profile() -> None:
    """The names that a scenario file allows are the profiles of the table, the default first."""
    assert get_args(ProfileName) == tuple(profiles())
    assert next(iter(profiles())) == "fifth-officer"


@pytest.mark.parametrize("name", profiles())
def test_every_rule_has_a_source_or_is_called_our_own(name: str) -> None:
    """A line of sources speaks of each rule (or of all others) and says how it was read."""
    profile = profiles()[name]
    told = {rule.strip() for line in profile.sources for rule in line.split(":")[0].split(",")}
    rules = set(Profile.__struct_fields__) - NOT_RULES
    assert "all others" in told or rules <= told
    assert told - {"all others"} <= rules
    for line in profile.sources:
        assert any(mark in line for mark in READ), line


@pytest.mark.parametrize("name", profiles())
def test_what_is_allowed_hangs_together(name: str) -> None:
    """The movement by default is allowed, and a forbidden verb is a verb."""
    profile = profiles()[name]
    assert profile.movements[0] == profile.movement
    for verb in profile.forbidden:
        assert Verb[verb.upper().replace("-", "_")] in Verb


@pytest.mark.parametrize("name", profiles())
def test_unconfirmed_rules_are_behind_the_switch(name: str) -> None:
    """Without the switch a profile is the table's; with it, only the rules it names differ."""
    plain, switched = profile_of(name), profile_of(name, unconfirmed=True)
    assert plain == profiles()[name]
    before, after = msgspec.to_builtins(plain), msgspec.to_builtins(switched)
    changed = {rule for rule in before if before[rule] != after[rule]}
    assert changed == set(plain.unconfirmed)


def test_the_reference_page_is_the_table() -> None:
    """`python -m tools.reference` writes it anew."""
    assert REFERENCE.read_text(encoding="utf-8") == page()
