"""By which rules an incident was played, in words: no text was found for some of them."""

from warmzone.evidence.profiles import profiles
from warmzone.scenario.incident import Scenario

_WORDS = {
    "posts_every": "a corridor has a post at every break of sight",
    "stage_arrivals": "nobody goes in unsent, whoever comes waits at staging",
    "treat_first": "escorted crews treat all whom they may reach before they carry anybody",
}


def rules_name(scenario: Scenario) -> str:
    """The profile's name, and that its unconfirmed rules hold as well."""
    name = profiles()[scenario.profile].name
    return f"{name}, with unconfirmed rules" if scenario.unconfirmed else name


def doctrine_sentence(scenario: Scenario) -> str:
    """That it was played with unconfirmed doctrine, and what that is; "" where it was not."""
    if not scenario.unconfirmed:
        return ""
    profile = profiles()[scenario.profile]
    rules = "; ".join(_WORDS[rule] for rule in profile.unconfirmed)
    if not rules:
        return f"Unconfirmed doctrine was switched on; the profile {profile.name} has none."
    return (
        f"Played with unconfirmed doctrine: beside the rules of the profile {profile.name} those "
        f"that no text was found for ({rules})."
    )
