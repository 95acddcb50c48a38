"""What an audit found, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from solver.auditing import Audit
from solver.domain.scenario import Scenario
from solver.present.contacts import contact_lines
from solver.present.findings import DISCLAIMER, NO_LAW, findings_table, in_order
from solver.present.notes import note_lines
from solver.present.words import say


def audit_lines(checked: Audit, scenario: Scenario, lang: str) -> Iterator[str]:
    """How many breaches and warnings, each in a row, and what the report is not."""
    counts = {"breaches": len(checked.breaches), "warnings": len(checked.warnings)}
    yield say("Brudd: {breaches}. Varsler: {warnings}.", lang, **counts)
    if checked.findings:
        yield ""
        yield from findings_table(checked.findings, scenario, lang)
    told = contact_lines(checked.roster.contacts, checked.continuity, scenario, lang)
    if told and checked.roster.contacts:
        yield from ("", *told)
    yield ""
    yield from note_lines(checked.notes, lang)
    if not scenario.agreement.law_checked:
        yield say(NO_LAW, lang)
    yield say(DISCLAIMER, lang)


def audit_json(checked: Audit, scenario: Scenario) -> str:
    """The audit as JSON: findings (breaches first), goals, holes, measures, continuity, whether law was checked."""
    whole = {
        "findings": [one.model_dump(mode="json", exclude_none=True) for one in in_order(checked.findings)],
        "goals": [one.model_dump(mode="json") for one in checked.goals],
        "holes": [one.model_dump(mode="json") for one in checked.holes],
        "measures": checked.measures,
        "continuity": [one.model_dump(mode="json") for one in checked.continuity],
        "notes": list(checked.notes),
        "law_checked": scenario.agreement.law_checked,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)
