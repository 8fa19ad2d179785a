"""Every shape problem of a document at once: missing, unknown, of the wrong type, out of range.

The rules are the generated JSON Schema; this module turns its findings into plain sentences.
jsonschema is imported only once something is known to be wrong.
"""

import math
from collections.abc import Iterator
from typing import Any

from warmzone.scenario.problems import (
    Problem,
    nearest,
    one_of,
    place_of,
    shown,
)

Schema = dict[str, Any]

MOST_PROBLEMS = 200
OUT_OF_RANGE = frozenset({"minimum", "maximum", "exclusiveMinimum"})
KINDS = {
    "object": "a table",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}


def shape_problems(document: object, schema: Schema, file: str) -> list[Problem]:
    """Check plain values against a schema; at most MOST_PROBLEMS, in the order of the file."""
    from itertools import islice

    validator = make_validator(schema)
    found = islice(validator.iter_errors(document), MOST_PROBLEMS)
    return list(dict.fromkeys(problem_of(error, schema, file) for error in found))


def make_validator(schema: Schema) -> Any:
    """A JSON Schema validator with strict numbers and errors at the key they belong to."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    checker = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "number": lambda _, value: is_number(value),
            "integer": lambda _, value: isinstance(value, int) and not isinstance(value, bool),
            "array": lambda _, value: isinstance(value, list | tuple),
        }
    )
    keywords = {
        "anyOf": check_any_of,
        "required": check_required,
        "additionalProperties": check_no_others,
    }
    make = extend(Draft202012Validator, keywords, type_checker=checker)  # type: ignore[no-untyped-call]
    return make(schema)


def is_number(value: object) -> bool:
    """Whether a value is a finite number; true and false are not numbers."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return isinstance(value, int) or math.isfinite(value)


def finite_everywhere(value: object) -> bool:
    """Whether no float inside plain values is NaN or infinite."""
    if isinstance(value, dict):
        return all(finite_everywhere(inner) for inner in value.values())
    if isinstance(value, list | tuple):
        return all(finite_everywhere(inner) for inner in value)
    return not isinstance(value, float) or math.isfinite(value)


def check_required(validator: Any, names: list[str], value: Any, schema: Schema) -> Iterator[Any]:
    """Report each missing key at its own place."""
    from jsonschema import ValidationError

    if not validator.is_type(value, "object"):
        return
    for name in names:
        if name not in value:
            allowed = schema.get("properties", {}).get(name, {})
            yield ValidationError("", validator="missing", path=(name,), validator_value=allowed)


def check_no_others(validator: Any, allowed: Any, value: Any, schema: Schema) -> Iterator[Any]:
    """Report each unknown key at its own place."""
    from jsonschema import ValidationError

    if allowed is not False or not validator.is_type(value, "object"):
        return
    known = schema.get("properties", {})
    for name in value:
        if name not in known:
            yield ValidationError(
                "", validator="unknown", path=(name,), validator_value=list(known)
            )


def check_any_of(
    validator: Any, choices: list[Schema], value: Any, schema: Schema
) -> Iterator[Any]:
    """Follow the one choice that is meant (by its tag, or the one that is not null)."""
    from jsonschema import ValidationError

    told = schema.get("discriminator")
    if told is None:
        meant = [choice for choice in choices if choice.get("type") != "null"]
        if value is not None or len(meant) == len(choices):
            yield from validator.descend(value, meant[0])
        return
    if not validator.is_type(value, "object"):
        yield ValidationError("", validator="type", validator_value="object", instance=value)
        return
    key = told["propertyName"]
    tag = value.get(key)
    if isinstance(tag, str) and tag in told["mapping"]:
        yield from validator.descend(value, {"$ref": told["mapping"][tag]})
        return
    wrong = "missing" if key not in value else "enum"
    tags = list(told["mapping"])
    yield ValidationError(
        "",
        validator=wrong,
        path=(key,),
        instance=tag,
        validator_value={"enum": tags} if wrong == "missing" else tags,
        schema={"enum": tags},
    )


def problem_of(error: Any, root: Schema, file: str) -> Problem:
    """Turn one finding of the validator into a problem."""
    place = place_of(list(error.absolute_path))
    if error.validator == "missing":
        return Problem(file, place, "missing", describe(error.validator_value, root), verdict="")
    if error.validator == "unknown":
        name = str(error.absolute_path[-1])
        return Problem(file, place, "unknown key", nearest(name, error.validator_value), verdict="")
    schema = error.schema if isinstance(error.schema, dict) else {}
    if error.validator in OUT_OF_RANGE:
        return Problem(file, place, shown(error.instance), describe_range(schema).strip(", "))
    return Problem(file, place, shown(error.instance), describe(schema, root))


def describe(schema: Schema, root: Schema) -> str:
    """Say what a schema allows in a few words."""
    schema = resolved(schema, root)
    if "enum" in schema:
        return one_of(str(word) for word in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(describe(choice, root) for choice in schema["anyOf"]))
    kind = schema.get("type", "object")
    if kind == "string":
        return describe_text(schema)
    if kind in ("integer", "number"):
        return f"{KINDS[kind]}{describe_range(schema)}"
    if kind == "array" and schema.get("minItems") is not None:
        least, most = schema["minItems"], schema.get("maxItems")
        return f"a list of {least}" if least == most else f"a list of at least {least}"
    return KINDS[kind]


def resolved(schema: Schema, root: Schema) -> Schema:
    """Follow a `$ref` into the definitions."""
    reference = schema.get("$ref")
    if reference is None:
        return schema
    inner: Schema = root["$defs"][reference.rsplit("/", 1)[-1]]
    return inner


def describe_text(schema: Schema) -> str:
    """Say what a text may be."""
    if "pattern" in schema:
        return str(schema.get("description", f"text like {schema['pattern']}"))
    if "maxLength" in schema:
        return f"text of {schema.get('minLength', 0)} to {schema['maxLength']} characters"
    return "text"


def describe_range(schema: Schema) -> str:
    """Say the range of a number: `, 1 to 40`."""
    least, most = schema.get("minimum"), schema.get("maximum")
    above = schema.get("exclusiveMinimum")
    if above is not None:
        return f" more than {above}" + (f", at most {most}" if most is not None else "")
    if least is not None and most is not None:
        return f", {least} to {most}"
    return ""
