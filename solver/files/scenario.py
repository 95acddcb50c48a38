"""Scenario files: read whole or refused with every fault, written, and known by their content."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from solver.domain.agreement import Agreement
from solver.domain.parsing import as_plain, scenario_from, with_main_rule
from solver.domain.scenario import Scenario
from solver.files.data import agreement_names, agreement_raw, law
from solver.files.yaml import read_checked


def load_scenario(source: str | Path | bytes, name: str = "") -> Scenario:
    """The scenario of a YAML or JSON file; raises FaultError with every fault of the file."""
    raw, faults = read_checked(source, name)
    return scenario_from(raw, law(), agreement_raw, agreement_names(), known=faults)


def parse_scenario(raw: Any) -> Scenario:
    """The scenario of plain values (as from another program), held to the packaged law and agreements."""
    return scenario_from(raw, law(), agreement_raw, agreement_names())


def packaged_agreement(name: str) -> Agreement:
    """A packaged agreement by its name; a field that it leaves out is the law's main rule."""
    return Agreement.model_validate(as_plain(with_main_rule(agreement_raw(name), law())))


def packaged_agreements() -> tuple[Agreement, ...]:
    """Every packaged agreement, by name."""
    return tuple(packaged_agreement(name) for name in agreement_names())


def dump_scenario(scenario: Scenario) -> dict[str, Any]:
    """The scenario as plain values in the file's fields, its agreement written out; reads back as itself."""
    return scenario.model_dump(mode="json", by_alias=True, exclude_unset=True)


def scenario_sha256(scenario: Scenario) -> str:
    """A fingerprint of what is asked: the same for YAML and JSON, and for a default written or left out.

    Defaults are left out, so that a field that a later version adds changes no fingerprint; so are the names of
    employees and residents, so that it is the same where names are kept apart.
    """
    whole = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for person in (*whole["employees"], *whole.get("residents", ())):
        person.pop("name", None)
    content = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()
