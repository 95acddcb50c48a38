"""Plans of a period that does not repeat, by columns, where all that is asked can be told in columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from solver.auditing import Audit, audit
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.goals.demand_goals import DemandGoal
from solver.goals.registry import GOALS
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.search.columns.best import Best
from solver.search.columns.helper import Helper
from solver.search.columns.people import OF_SIZES
from solver.search.columns.problem import Problem
from solver.search.columns.rows import NotConvexError
from solver.search.columns.search import ColumnSearch
from solver.search.limits import Limits
from solver.search.outcome import TELLING_SECONDS, TELLING_TIMES
from solver.search.stages import Stage
from solver.search.weekly.start import SharedStart


@dataclass(frozen=True)
class Told:
    """Who is told of what on the way: each stage with a better value or bound, each better roster as it was audited."""

    stage: Callable[[Stage], None]
    roster: Callable[[Audit], None] | None = None


def start_columns(
    scenario: Scenario,
    rules: Sequence[Rule],
    stages: Sequence[Stage],
    limits: Limits,
    *,
    workers: int,
    seed: int,
    told: Told,
    given: Roster | None = None,
) -> SharedStart:
    """A roster and bounds by columns; nothing where columns cannot tell all that is asked. `given`: a roster found
    earlier, to go on from.
    """
    out = SharedStart(stages=stages)
    if not is_told_in_columns(scenario, rules, stages):
        return out
    try:
        problem = Problem(scenario, rules, stages, limits)
    except NotConvexError:
        return out
    helper = Helper(scenario, stages) if workers > 1 and limits.work is None else None
    best = _Checked(problem, rules, told).best(stages, limits)
    if given and given.lines and not audit(scenario, given, rules=rules).breaches:
        best.adopt(problem.columns_of(given), 0)
    search = ColumnSearch(problem, best, seed, told.stage, helper)
    try:
        search.run()
    finally:
        if helper:
            helper.end()
    out.infeasible = search.is_impossible
    return _started(out, best, rules)


def _started(out: SharedStart, best: Best, rules: Sequence[Rule]) -> SharedStart:
    """What came of it: the roster where the whole audit passes it, and what was proven in any case."""
    checked = _audited(best, rules) if best.lines else None
    if checked is None:
        for stage in out.stages:
            stage.best, stage.proven = None, False
        return out
    out.checked, out.first_seconds = checked, best.first_seconds
    return out


def _audited(best: Best, rules: Sequence[Rule]) -> Audit | None:
    problem = best.problem
    lines = tuple(problem.line(one) for one in best.lines)
    checked = audit(problem.scenario, Roster(scenario=problem.scenario.id, lines=lines), rules=rules)
    return None if checked.breaches else checked


@dataclass
class _Checked:
    """Tells of better rosters, checked first, and not more often than checking is worth."""

    problem: Problem
    rules: Sequence[Rule]
    told: Told
    not_before: float = 0.0

    def best(self, stages: Sequence[Stage], limits: Limits) -> Best:
        def adopted(index: int) -> None:
            self.told.stage(stages[index])
            if self.told.roster and limits.elapsed >= self.not_before:
                begun = limits.elapsed
                checked = _audited(best, self.rules)
                if checked:
                    self.told.roster(checked)
                used = limits.elapsed - begun
                self.not_before = limits.elapsed + max(TELLING_SECONDS, TELLING_TIMES * used)

        best = Best(self.problem, stages, limits, adopted)
        return best


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
