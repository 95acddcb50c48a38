"""What the API says of itself: FastAPI's description with the library's own shapes among the schemas."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from api.errors import MEDIA_TYPE, Invalid, ProblemDetails, TooLarge, TooMany, problems
from api.v1.rosters.schemas import RosterIn
from solver.files.schema import schemas

Schema = dict[str, Any]
LOCAL, COMPONENTS = "#/$defs/", "#/components/schemas/"
BESIDES: tuple[type[BaseModel], ...] = (ProblemDetails, RosterIn)
"""shapes that no route has as its parameter or answer, and that the description points at"""
FOREIGN = ("HTTPValidationError", "ValidationError")
"""FastAPI's own shapes of faults; ours are problem details"""


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
        _, besides = models_json_schema(
            [(shape, "validation") for shape in BESIDES], ref_template=COMPONENTS + "{model}"
        )
        components |= besides["$defs"]
        for name in FOREIGN:
            components.pop(name, None)
        for path in told["paths"].values():
            for operation in path.values():
                _complete(operation)
        app.openapi_schema = told
    return app.openapi_schema


def _complete(operation: Schema) -> None:
    """The answers that many routes have in common: what was sent is too large, has faults, or must wait."""
    answers = operation["responses"]
    if "requestBody" in operation:
        answers.update({str(code): told for code, told in problems(TooLarge, TooMany).items()})
    if "422" in answers and MEDIA_TYPE not in answers["422"]["content"]:
        answers.update({str(code): told for code, told in problems(Invalid).items()})
    operation["responses"] = dict(sorted(answers.items()))


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
        told["$ref"] = told["$ref"].replace(LOCAL, f"{COMPONENTS}{name}.")
    told.pop("discriminator", None)  # its mapping points at parts too, and the branches say the same
    return told
