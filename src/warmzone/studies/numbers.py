"""A prepared world with other numbers: what a study changes of the evidence, by row name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from warmzone.evidence.rows import Row, world_rows, wound_rows
from warmzone.kernel.world_arrays import PARAMETER_NAMES, WOUND_CLASS
from warmzone.simulation.lower import Prepared
from warmzone.vocabulary.codes import Wound
from warmzone.vocabulary.orders import Verb

_WOUND_NUMBERS = ("rate_per_min", "officer_factor", "medic_factor", "officer_success_p",
                  "medic_success_p", "hospital_total", "walks_p")  # fmt: skip


@cache
def known_numbers() -> dict[str, Row]:
    """Every number that can be changed: world rows by name, wounds as `torso.rate_per_min`.

    A number of a wound that the table gives no range has low and high equal to its value.
    """
    rows = {name: world_rows()[name] for name in PARAMETER_NAMES}
    for wound, told in wound_rows().items():
        for name in _WOUND_NUMBERS:
            value = told.numbers[name]
            low, high = value, value
            if name == "rate_per_min":
                low, high = told.numbers["rate_low"], told.numbers["rate_high"]
            unit = "1/min" if name == "rate_per_min" else "1"
            named = f"{wound}.{name}"
            rows[named] = Row(named, value, unit, low, high, told.source, told.status, told.note)
    return rows


def with_numbers(prepared: Prepared, values: Mapping[str, float]) -> Prepared:
    """The same world with other values of evidence. Raises KeyError for a name that is none."""
    parameters = prepared.world.parameters.copy()
    wounds = prepared.world.wounds.copy()
    world = prepared.world._replace(parameters=parameters, wounds=wounds)
    own = replace(prepared, world=world)
    put_numbers(own, prepared, values)
    return own


def put_numbers(own: Prepared, prepared: Prepared, values: Mapping[str, float]) -> None:
    """Give a world that `with_numbers` made of `prepared` yet other values, in place.

    Whoever holds it plays the new values from then on. Raises KeyError for a name that is none.
    """
    parameters, wounds = own.world.parameters, own.world.wounds
    parameters[:] = prepared.world.parameters
    wounds[:] = prepared.world.wounds
    first = parameters[0]
    for name, value in values.items():
        wound, dot, field = name.partition(".")
        if not dot and name in PARAMETER_NAMES:
            first[name] = value
        elif dot and field in (WOUND_CLASS.names or ()):
            wounds[Wound[wound.upper()]][field] = value
        else:
            raise KeyError(name)


def united(prepared: Prepared, when: str | None) -> Prepared:
    """The same world in which police and fire unite `early` or `late`; None for the profile's."""
    if when is None:
        return prepared
    profile = prepared.world.profile.copy()
    profile[0]["unified_early"] = int(when == "early")
    return replace(prepared, world=prepared.world._replace(profile=profile))


def without_orders(prepared: Prepared, verbs: Sequence[str]) -> Prepared:
    """The same world in which nobody may give those orders. Raises KeyError for an unknown verb."""
    if not verbs:
        return prepared
    profile = prepared.world.profile.copy()
    for verb in verbs:
        profile[0]["forbidden"][Verb[verb.upper()]] = 1
    return replace(prepared, world=prepared.world._replace(profile=profile))
