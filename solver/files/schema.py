"""JSON Schema of the four shapes, written by `python -m solver.files.schema`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from solver.domain.agreement import Agreement
from solver.domain.case import Case
from solver.domain.pool import Pool
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.data import data_dir

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
FILLED_IN: Final = ("Agreement", "SundayRule", "Tredelt")
"""shapes whose fields may be left out in a file: the law's main rule stands in for them"""
Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """The schemas by name."""
    return {
        "scenario": _scenario(),
        "agreement": _agreement(),
        "roster": _whole(Roster, "roster"),
        "case": _case(),
        "pool": _pool(),
    }


def schema_text(schema: Schema) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def schema_path(name: str) -> Path:
    """The file of a schema."""
    return data_dir() / "schema" / f"{name}.schema.json"


def write_schemas() -> None:
    """Write the schemas anew."""
    for name, schema in schemas().items():
        schema_path(name).parent.mkdir(exist_ok=True)
        schema_path(name).write_text(schema_text(schema), encoding="utf-8")


def _scenario() -> Schema:
    whole = _whole(Scenario, "scenario")
    _as_in_files(whole["properties"], whole["$defs"])
    return whole


def _as_in_files(properties: Schema, definitions: Schema) -> None:
    """What the files of a scenario may leave out or name, and the shape itself has."""
    for name in FILLED_IN:
        _leave_out(definitions[name])
    named = {"type": "string", "description": "the name of a packaged agreement"}
    properties["agreement"] = {"anyOf": [named, {"$ref": "#/$defs/Agreement"}]}
    properties["small_position"]["default"] = 65


def _case() -> Schema:
    """A unit's scenario and roster stand in the case or are named by a path from its folder."""
    whole = _whole(Case, "case")
    definitions = whole["$defs"]
    _as_in_files(definitions["Scenario"]["properties"], definitions)
    path = {"type": "string", "description": "a path from the folder of the case"}
    for field, shape in (("scenario", "Scenario"), ("roster", "Roster")):
        definitions["CaseUnit"]["properties"][field] = {"anyOf": [path, {"$ref": f"#/$defs/{shape}"}]}
    definitions["Thresholds"]["properties"]["advertised"]["default"] = 65
    definitions["Thresholds"]["properties"]["standing"]["default"] = 65
    definitions["Priority"]["properties"]["wanted"]["default"] = 100
    whole["properties"]["least_extension"]["default"] = 5
    return whole


def _pool() -> Schema:
    """A unit's scenario stands in the file or is named by a path from its folder."""
    whole = _whole(Pool, "pool")
    definitions = whole["$defs"]
    _as_in_files(definitions["Scenario"]["properties"], definitions)
    path = {"type": "string", "description": "a path from the folder of the file"}
    definitions["PoolUnit"]["properties"]["scenario"] = {"anyOf": [path, {"$ref": "#/$defs/Scenario"}]}
    return whole


def _agreement() -> Schema:
    whole = _whole(Agreement, "agreement")
    for shape in (whole, *(whole["$defs"][name] for name in FILLED_IN[1:])):
        _leave_out(shape)
    return whole


def _whole(shape: type[BaseModel], name: str) -> Schema:
    schema = shape.model_json_schema(by_alias=True, mode="validation")
    _walk(schema, _tidy)
    return {"$schema": DIALECT, "$id": f"urn:heltid:{name}:1", "title": f"heltid.{name}/1"} | schema


def _leave_out(schema: Schema) -> None:
    schema["required"] = []
    for field in schema["properties"].values():
        field.pop("default", None)  # what is left out is the law's main rule, whatever the shape itself says


def _walk(node: Any, visit: Callable[[Schema], None]) -> None:
    if isinstance(node, dict):
        visit(node)
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _walk(inner, visit)


def _tidy(schema: Schema) -> None:
    """Leave out titles, which only repeat the names, and defaults that only say that nothing is there."""
    if isinstance(schema.get("title"), str):
        del schema["title"]
    default = schema.get("default", "")
    if default is None or (isinstance(default, dict) and not any(default.values())):
        del schema["default"]


if __name__ == "__main__":
    write_schemas()
