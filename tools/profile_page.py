"""The reference page of the doctrine profiles, made from their table."""

from warmzone.evidence.profiles import Profile, profiles

_HEAD = """# Doctrine profiles

Made from `evidence/tables/profiles.toml` by `python -m tools.reference`. Agencies
differ; a profile says what one of them does. `scenario.profile` names it, `--profile` replaces it.
An order that a profile forbids is refused, and nobody is blamed for obeying: that is policy.

Rules marked *unconfirmed* are background knowledge that no text was found for. They hold only where
the scenario says `unconfirmed = true` or somebody asks for them: with `--unconfirmed`, in an arm of
a study, or with a tick on the start page. Story, brief and review then say so. At the end of a
source: how it was read (*own*: our reading, no text found).
"""


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(_section(profile) for profile in profiles().values())])


def _section(profile: Profile) -> str:
    lines = [f"## `{profile.id}`: {profile.name.lower()}", "", profile.summary, ""]
    lines += ["| Rule | |", "|---|---|"]
    lines += [f"| {words} | {value} |" for words, value in _rules(profile)]
    for rule, value in profile.unconfirmed.items():
        lines.append(f"| *unconfirmed:* `{rule}` | {str(value).lower()} |")
    lines += ["", *(f"- {source}" for source in profile.sources), ""]
    return "\n".join(lines)


def _rules(profile: Profile) -> list[tuple[str, str]]:
    second = "waits for a second to go in, search or go to the threat; may treat, carry and hold"
    entry = "may go in" if profile.solo_entry else second
    wounded = {
        "step-past": "steps past",
        "tourniquet": "ties a tourniquet and goes on",
        "stop": "stops and treats",
    }
    forbidden = ", ".join(f"`{verb}`" for verb in profile.forbidden) or "nothing more"
    return [
        ("Becomes Tactical", profile.tactical.replace("-", " ")),
        (
            "Commanders here take command",
            f"at {profile.officers_to_command} officers, or {profile.wait_s:g} s after the first",
        ),
        ("Lets the RTF in", profile.clearance.replace("-", " ")),
        ("Unified command", "early" if profile.unified_early else "once lanes run"),
        ("Medics move by", profile.movement.replace("-", " ")),
        ("Allowed, too", ", ".join(profile.movements[1:]).replace("-", " ") or "nothing else"),
        ("CCP", "inside" if profile.ccp_inside else "none inside: straight to the AEP"),
        ("One officer alone", entry),
        ("First officers", "go in" if profile.go_in else "hold at the door"),
        ("At wounded on the way", f"a team {wounded[profile.at_wounded]}"),
        ("Police cars carry", "yes" if profile.police_transport else "no"),
        ("Halls get a controller", "yes" if profile.area_control else "no"),
        ("A post in every", f"{profile.posts_every} indoor areas of a corridor"),
        ("Arrivals wait at staging", "from the start" if profile.stage_arrivals else "when told"),
        (
            "Crews carry",
            "once all are treated" if profile.treat_first else "whom they have treated",
        ),
        ("Forbidden orders", forbidden),
    ]
