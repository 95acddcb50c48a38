"""What the front door gives, as plain values in the contract's fields: for JSON, for a store, for another program."""

from __future__ import annotations

import json
from typing import Any

from solver.auditing import Audit
from solver.domain.agreement import Agreement
from solver.domain.case import Case
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.case import case_data
from solver.files.roster import roster_data
from solver.files.scenario import dump_scenario
from solver.present.audit_report import audit_json


def plain(value: object, scenario: Scenario | None) -> dict[str, Any]:
    """The fields of a scenario, agreement, roster, case, review or comparison; of an audit, an explanation or the
    points of a frontier with the scenario they are about.
    """
    if isinstance(value, Scenario):
        return dump_scenario(value)
    if isinstance(value, Roster):
        return roster_data(value)
    if isinstance(value, Agreement):
        return value.model_dump(mode="json", by_alias=True, exclude_none=True)
    if isinstance(value, Case):
        return case_data(value)
    if type(value).__name__ == "Review":
        from solver.files.review import stored

        return stored(value, "nb")  # type: ignore[arg-type]
    if isinstance(value, tuple) and value and type(value[0]).__name__ == "Proposal":
        from solver.files.designed import designed_data

        return {"proposals": designed_data(value)}
    if type(value).__name__ == "Pooled":
        from solver.files.pooled import pooled_data

        return pooled_data(value)  # type: ignore[arg-type]
    found: dict[str, Any] = json.loads(_report(value, scenario))
    return found


def _report(value: Any, scenario: Scenario | None) -> str:
    """A report as JSON. What knows the search is loaded only when it is asked for: an audit does without it."""
    if isinstance(value, Audit) and scenario:
        return audit_json(value, scenario)
    if isinstance(value, tuple) and scenario:
        from solver.present.frontier import frontier_json

        return frontier_json(value, scenario)
    if type(value).__name__ == "Explanation":
        from solver.present.explanation import explanation_json

        return explanation_json(value, "nb")
    if type(value).__name__ == "Comparison":
        from solver.present.comparison import comparison_json

        return comparison_json(value)
    raise TypeError(f"{type(value).__name__} has no plain form here")
