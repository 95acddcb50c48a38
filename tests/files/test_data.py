"""The packaged data is found, and is what the code takes it to be."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from solver.domain.agreement import Agreement, Level
from solver.domain.checks.agreement import WITHOUT_SOURCE
from solver.files import data

FIELDS = {field.alias or name for name, field in Agreement.model_fields.items()}


def test_the_checkout_has_its_data_beside_the_code() -> None:
    assert data.data_dir() == Path(__file__).parents[2] / "data"


def test_a_wheel_has_its_data_within(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = tmp_path / "solver" / "_data"
    packaged.mkdir(parents=True)
    monkeypatch.setattr(data, "ROOT", tmp_path)
    assert data.data_dir.__wrapped__() == packaged


def test_the_law_has_a_main_rule_for_every_field_that_needs_one() -> None:
    needed = {field.alias or name for name, field in Agreement.model_fields.items() if field.is_required()}
    assert needed - {"id", "level"} <= set(data.law()["main_rule"]) <= FIELDS


def test_the_law_says_what_every_level_opens() -> None:
    assert set(data.law()["levels"]) == set(get_args(Level)) - {"not_norwegian"}


def test_the_law_names_a_source_for_fields_only() -> None:
    assert set(data.law()["sources"]) <= FIELDS - WITHOUT_SOURCE


def test_an_agreement_nobody_packaged_is_none() -> None:
    assert data.agreement_raw("../law/aml") is None


@pytest.mark.parametrize("name", data.agreement_names())
def test_a_packaged_agreement_is_named_as_its_file(name: str) -> None:
    given = data.agreement_raw(name)
    assert given is not None
    assert given["id"] == name
    assert set(given) <= FIELDS
