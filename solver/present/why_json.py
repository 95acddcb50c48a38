"""Why one shift is not there, as JSON (schema `heltid.why/1`)."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from solver.domain.cycle import DAY_NAMES, WEEK_DAYS
from solver.domain.values import number
from solver.reasons.why.answer import Why
from solver.reasons.why.around import Around
from solver.reasons.why.effect import Effect


def why_json(found: Why) -> str:
    """All of it as JSON, with the roster that was found."""
    question, around = found.question, found.around
    whole: dict[str, Any] = {
        "schema": "heltid.why/1",
        "scenario": found.scenario.id,
        "employee": question.employee,
        **_place(question.day),
        "shift": question.code,
        "instead": found.instead,
        "outcome": around.outcome if around else "there",
        "breaches_before": len(found.before.breaches),
        "placed": _effect(found.placed) if found.placed else None,
        "around": _solved(around) if around else None,
        "law_checked": found.scenario.agreement.law_checked,
        "seconds": round(found.seconds, 2),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _place(day: int) -> dict[str, Any]:
    return {"week": day // WEEK_DAYS + 1, "day": DAY_NAMES[day % WEEK_DAYS]}


def _effect(effect: Effect) -> dict[str, Any]:
    return {
        "findings": [one.model_dump(mode="json", exclude_none=True) for one in effect.broken],
        "days": [
            {"employee": one.employee, **_place(one.day), "before": one.before, "after": one.after}
            for one in effect.days
        ],
        "positions": [
            {"employee": one.employee, "before": number(one.before), "after": number(one.after)}
            for one in effect.sizes
        ],
        "goals": [asdict(one) for one in effect.goals],
    }


def _solved(around: Around) -> dict[str, Any]:
    roster = around.effect.checked.roster if around.effect else None
    return {
        "goal": around.goal,
        "goal_binds": around.goal_binds,
        "goal_least": around.least,
        "fewest_days": around.fewest,
        "reasons": [one.model_dump(mode="json") for one in around.reasons],
        **(_effect(around.effect) if around.effect else {}),
        "lines": [one.model_dump(mode="json", by_alias=True) for one in roster.lines] if roster else [],
    }
