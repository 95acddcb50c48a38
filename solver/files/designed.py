"""Designs as JSON: for each arrangement and each day the lines to advertise, the goals, and the roster."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from solver.domain.values import number
from solver.files.roster import roster_data
from solver.files.scenario import dump_scenario
from solver.forum.design.designing import Seat
from solver.forum.design.over_time import Step
from solver.forum.design.proposals import Proposal


def designed_json(found: Sequence[Proposal]) -> str:
    return json.dumps({"proposals": designed_data(found)}, ensure_ascii=False, indent=1)


def designed_data(found: Sequence[Proposal]) -> list[dict[str, Any]]:
    """The proposals as plain values, the best first."""
    return [{"settings": dict(one.settings), "steps": [_step(step) for step in one.steps]} for one in found]


def _step(step: Step) -> dict[str, Any]:
    made = step.design
    return {
        "from": None if step.when is None else step.when.isoformat(),
        "left": list(step.left),
        "status": made.status,
        "advertise": [_seat(one) for one in step.advertised],
        "larger": [
            {"employee": name, "before": number(before), "after": number(after)}
            for name, before, after in step.larger
        ],
        "goals": [one.model_dump(mode="json") for one in made.goals],
        "counted": None if made.counted is None else dict(made.counted),
        "scenario": dump_scenario(made.scenario),
        "roster": roster_data(made.roster),
    }


def _seat(seat: Seat) -> dict[str, Any]:
    like = seat.employee
    return {
        "kind": seat.kind,
        "count": seat.count,
        "position": number(seat.size),
        "competence": like.competence,
        "skills": list(like.skills),
        "shifts": None if like.shifts is None else list(like.shifts),
        "max_weekends": like.max_weekends,
        "long_shifts": like.long_shifts,
    }
