"""Units that no roster fits, and the same units with one place taken out of the file."""

from __future__ import annotations

import copy
import re
from typing import Any

from ortools.sat.python import cp_model

from solver.domain.roster import Reason
from solver.domain.scenario import Scenario
from solver.reasons.collision import collisions
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.model import RosterModel
from tests.builders import Data, line, scenario

__all__ = ["Data", "Limits", "Reason", "Scenario", "line", "pin", "scenario", "solvable", "why", "without"]

LAW_ONLY: Data = {"short_daily_rest": None, "short_weekly_rest": None}
"""Changes to the agreement of the builders: no shorter rest is agreed."""


def pin(day: str, shift: str, *weeks: int) -> Data:
    return {"days": [day], "shift": shift} | ({"weeks": list(weeks)} if weeks else {})


def why(unit: Scenario, *more: Rule, limits: Limits | None = None) -> tuple[Reason, ...]:
    """The reasons, with time enough unless told otherwise."""
    return collisions(unit, (*RULES, *more), limits or Limits(600))


def solvable(unit: Scenario) -> bool:
    """Whether the whole model has a roster; `min` of demand is a goal and no part of it."""
    model = RosterModel(unit, RULES)
    for rule in RULES:
        rule.enforce(model)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(model.cp)
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
    return status != cp_model.INFEASIBLE


def without(path: str, asked: Data) -> Data:
    """What the file asks for, with one place taken out of it."""
    data: Data = copy.deepcopy({"rules": {}} | asked)
    steps = [int(step) if step.isdigit() else step for step in re.findall(r"\w+", path)]
    if "position" in steps:
        return _any_size(data, int(steps[1]))
    place: Any = data
    for step in steps[:-1]:
        place = place[step]
    del place[steps[-1]]
    return data


def _any_size(data: Data, index: int) -> Data:
    """A size that may give is any size."""
    data["employees"][index]["position"] |= {"min": 0, "max": 100}
    return data
