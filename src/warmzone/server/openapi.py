"""The OpenAPI 3.1 document, made from the table of routes."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from warmzone import __version__
from warmzone.server import wire
from warmzone.server.route import Route

_TEMPLATE = "#/components/schemas/{name}"


def document(routes: Sequence[Route]) -> dict[str, Any]:
    """The document: every route with its parameters, bodies and statuses."""
    types = [wire.Problem, *(t for route in routes for t in (route.request, route.reply) if t)]
    shapes, components = msgspec.json.schema_components(types, ref_template=_TEMPLATE)
    schema = {str(of): shape for of, shape in zip(types, shapes, strict=True)}
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, schema)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Warmzone",
            "version": __version__,
            "description": "Training and planning only. Not for use in a live incident.",
        },
        "paths": paths,
        "components": {"schemas": components},
    }


def _operation(route: Route, schema: dict[str, Any]) -> dict[str, Any]:
    good: dict[str, Any] = {"description": "a file"}
    if route.reply is not None:
        good = {"description": "the answer", "content": _json(schema[str(route.reply)])}
    problem = _json(schema[str(wire.Problem)])
    bad = {
        str(status): {"description": meaning, "content": problem}
        for status, meaning in sorted(route.statuses.items())
    }
    operation: dict[str, Any] = {
        "operationId": route.name,
        "summary": route.summary,
        "x-role": route.role,
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            for name in re.findall(r"{(\w+)}", route.path)
        ],
        "responses": {str(route.status): good, **bad},
    }
    if route.request is not None:
        operation["requestBody"] = {
            "required": True,
            "content": _json(schema[str(route.request)]),
        }
    return operation


def _json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
