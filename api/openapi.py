"""What the API says of itself: FastAPI's description with the library's own shapes among the schemas."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from solver.files.schema import schemas

Schema = dict[str, Any]
LOCAL = "#/$defs/"


def describe(app: FastAPI) -> Schema:
    """The OpenAPI description, made once."""
    if app.openapi_schema is None:
        told = get_openapi(
            title=app.title,
            version=app.version,
            summary=app.summary,
            routes=app.routes,
            tags=app.openapi_tags,
        )
        components = told.setdefault("components", {}).setdefault("schemas", {})
        for name, schema in schemas().items():
            components |= _as_components(name.capitalize(), schema)
        app.openapi_schema = told
    return app.openapi_schema


def _as_components(name: str, schema: Schema) -> dict[str, Schema]:
    """A schema of the library and its parts, each under a name of its own."""
    parts = schema.get("$defs", {})
    whole = {key: value for key, value in schema.items() if key not in ("$defs", "$schema", "$id")}
    found = {name: whole} | {f"{name}.{part}": inner for part, inner in parts.items()}
    return {key: _pointed(value, name) for key, value in found.items()}


def _pointed(node: Any, name: str) -> Any:
    if isinstance(node, list):
        return [_pointed(one, name) for one in node]
    if not isinstance(node, dict):
        return node
    told = {key: _pointed(value, name) for key, value in node.items()}
    if isinstance(told.get("$ref"), str):
        told["$ref"] = told["$ref"].replace(LOCAL, f"#/components/schemas/{name}.")
    told.pop("discriminator", None)  # its mapping points at parts too, and the branches say the same
    return told
