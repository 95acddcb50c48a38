"""Plans of a period that does not repeat, by columns, where all that is asked can be told in columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from solver.auditing import audit
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.goals.demand_goals import DemandGoal
from solver.goals.registry import GOALS
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.search.columns.people import OF_SIZES
from solver.search.columns.problem import Problem
from solver.search.columns.rows import NotConvexError
from solver.search.columns.search import ColumnSearch
from solver.search.limits import Limits
from solver.search.stages import Stage
from solver.search.weekly.start import SharedStart


def start_columns(
    scenario: Scenario,
    rules: Sequence[Rule],
    stages: Sequence[Stage],
    limits: Limits,
    *,
    seed: int,
    current: Roster | None,
    report: Callable[[Stage], None],
) -> SharedStart:
    """A roster and bounds by columns; nothing where columns cannot tell all that is asked."""
    out = SharedStart(stages=stages)
    if not is_told_in_columns(scenario, rules, stages):
        return out
    try:
        problem = Problem(scenario, rules, stages)
    except NotConvexError:
        return out
    search = ColumnSearch(problem, stages, limits, seed, report)
    search.run()
    if search.lines:
        roster = Roster(scenario=scenario.id, lines=tuple(problem.line(one) for one in search.lines))
        checked = audit(scenario, roster, current=current, rules=rules)
        if not checked.breaches:
            out.checked, out.first_seconds = checked, search.first_seconds
    if out.checked is None:
        for stage in stages:
            stage.best, stage.proven = None, False
    return out


def is_told_in_columns(scenario: Scenario, rules: Sequence[Rule], stages: Sequence[Stage]) -> bool:
    """Whether every goal is a sum over lines and rows, and every rule is about one line or a row."""
    return (
        scenario.cycle.rotation == "none"
        and scenario.budget_fte_hundredths is None
        and all(rule in RULES for rule in rules)
        and all(
            isinstance(GOALS[step.id], DemandGoal) or step.id in (*OF_SIZES, "wishes")
            for stage in stages
            for step in stage.steps
        )
    )
