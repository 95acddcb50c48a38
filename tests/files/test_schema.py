"""The schemas in data/schema: made from the shapes, true of every example, and told of in docs/format.md."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from solver.files.data import agreement_names, agreement_raw, data_dir, unit_names, unit_path
from solver.files.roster import roster_from, roster_text
from solver.files.schema import schema_path, schema_text, schemas
from solver.files.yaml import read_raw
from tests.files.good import GOOD, changed, with_agreement
from tests.files.test_roster_files import SCENARIO, WHOLE

FORMAT = Path(__file__).parents[2] / "docs" / "format.md"
NAMES = ("scenario", "agreement", "roster", "case", "pool")


@cache
def validator(name: str) -> Any:
    kind = jsonschema.validators.validator_for(schemas()[name])
    kind.check_schema(schemas()[name])
    return kind(schemas()[name])


def valid(name: str, raw: Any) -> bool:
    """Whether a schema takes the values, as JSON has them."""
    return bool(validator(name).is_valid(json.loads(json.dumps(raw))))


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_schema_is_the_shapes_own(name: str) -> None:
    made = schema_text(schemas()[name])
    assert schema_path(name).read_text(encoding="utf-8") == made, "run python -m solver.files.schema"


@pytest.mark.parametrize("name", unit_names())
def test_every_example_unit_fits_the_schema(name: str) -> None:
    validator("scenario").validate(json.loads(json.dumps(read_raw(unit_path(name)))))


@pytest.mark.parametrize("path", sorted((data_dir() / "pools").glob("*.yaml")), ids=str)
def test_every_example_of_shared_lines_fits_the_schema(path: Path) -> None:
    validator("pool").validate(json.loads(json.dumps(read_raw(path))))


@pytest.mark.parametrize("path", sorted((data_dir() / "cases").glob("*/case.yaml")), ids=str)
def test_every_example_case_fits_the_schema(path: Path) -> None:
    validator("case").validate(json.loads(json.dumps(read_raw(path))))


@pytest.mark.parametrize("name", agreement_names())
def test_every_packaged_agreement_fits_the_schema(name: str) -> None:
    validator("agreement").validate(json.loads(json.dumps(agreement_raw(name))))


@pytest.mark.parametrize("text", [GOOD, with_agreement()])
def test_the_contracts_examples_fit_the_schema(text: str) -> None:
    assert valid("scenario", read_raw(text.encode()))


def test_a_roster_as_it_is_written_fits_the_schema() -> None:
    assert valid("roster", json.loads(roster_text(roster_from(WHOLE, SCENARIO))))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("budget_fte: 15.0", "budget: 15.0"),
        ("current: 75", "given_current_basis_points: 7500"),
        ("wanted: 100", "wanted: 110"),
        ('start: "13:00"', 'start: "25:00"'),
        ("weeks: 12 ", "weeks: 0 "),
        ("goals: [cover", "goals: [covr"),
        ("schema: heltid.scenario/1", "schema: heltid.scenario/2"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(old: str, new: str) -> None:
    assert not valid("scenario", read_raw(changed((old, new)).encode()))


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_told_of_in_the_users_page(name: str) -> None:
    told = set(re.findall(r"`([^`\n]+)`", FORMAT.read_text(encoding="utf-8")))
    shapes = [schemas()[name], *schemas()[name]["$defs"].values()]
    fields = {field for shape in shapes for field in shape["properties"]}
    assert fields - told == set()


def test_every_word_to_choose_from_is_told_of_in_the_users_page() -> None:
    told = FORMAT.read_text(encoding="utf-8")
    words = {
        word for name in NAMES for word in re.findall(r'"enum": (\[[^\]]*\])', json.dumps(schemas()[name]))
    }
    for group in words:
        for word in json.loads(group):
            assert re.search(rf"\b{re.escape(word)}\b", told), word
