"""One line among the others as they stand: a small model of that line alone, with the others' shifts as constants.

So the rules and goals that hold lines together count the others too, and what one line could do is proven in tenths
of a second.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from solver.auditing import Audit, audit
from solver.domain.employee import Employee
from solver.domain.roster import Line
from solver.domain.scenario import Demand, Scenario
from solver.domain.work import Sheet
from solver.goals.demand_goals import DemandGoal
from solver.goals.registry import GOALS, in_order
from solver.reasons.why.effect import Effect, effect
from solver.reasons.why.near import Means
from solver.rules.base import Bool, Linear, Rule
from solver.search.limits import Limits, OutOfTimeError
from solver.search.lines import LineCheck
from solver.search.model import RosterModel
from solver.search.solve import Solved, solve

LINKS = ("demand_max", "budget")
"""Rules that hold lines together; those that the roster breaks already are left out, as no one line can mend them."""
LINE_SECONDS, LINE_WORK = 3.0, 1.0
"""The most that one line is looked at."""


class Among(RosterModel):
    """The model of one line; whatever is asked of the others is as they stand."""

    def __init__(self, sheet: Sheet, rules: Sequence[Rule], employee: Employee, limits: Limits) -> None:
        self.sheet, self.employee = sheet, employee
        super().__init__(sheet.scenario, rules, limits)
        for rule in rules:
            rule.enforce(self)

    @property
    def lines(self) -> Sequence[Employee]:
        return (self.employee,)

    def works(self, employee: Employee, day: int, code: str) -> Bool:
        if employee.id == self.employee.id:
            return super().works(employee, day, code)
        return int(self.sheet.line_of[employee.id].code(day) == code)

    def on(self, employee: Employee, day: int) -> Bool:
        if employee.id == self.employee.id:
            return super().on(employee, day)
        return int(self.sheet.line_of[employee.id].works(day))

    def heads(self, row: Demand, day: int, code: str) -> Linear:
        own = super().heads(row, day, code)
        if self.cycle.wrapped(day) is None:
            return own
        others = (one for one in self.employees if one.id != self.employee.id)
        return own + sum(self.works(one, day, code) for one in others if self.scenario.counts_in(row, one))

    def position(self, employee: Employee) -> Linear:
        if employee.id == self.employee.id:
            return super().position(employee)
        given = self.sheet.line_of[employee.id].given
        return (given.position_basis_points or 0) if given else 0

    def minutes(self, employee: Employee) -> Linear:
        if employee.id == self.employee.id:
            return super().minutes(employee)
        return self.sheet.line_of[employee.id].paid_minutes


@dataclass(frozen=True)
class Found:
    """What solving for one line gave: `proven` that nothing is better, and the roster with it, if one was found."""

    proven: bool
    impossible: bool = False
    effect: Effect | None = None


class Others:
    """A roster in which one line at a time may be laid anew; OutOfTimeError where there is no time left to."""

    def __init__(self, scenario: Scenario, before: Audit, means: Means) -> None:
        self.scenario, self.before, self.limits, self.seed = scenario, before, means.limits, means.seed
        self.every = rules = means.rules
        broken = {one.rule for one in before.breaches}
        self.rules = [
            one for one in rules if one.of_one_line or (one.card.id in LINKS and one.card.id not in broken)
        ]
        self.sheet = Sheet.of(scenario, before.roster)
        of_line = [one for one in rules if one.of_one_line]
        self.alone = LineCheck(scenario, of_line, means.limits, means.workers, means.seed)

    def least_uncovered(self, employee: Employee) -> Found:
        """What is missing made as little as this line alone can make it."""
        model = Among(self.sheet, self.rules, employee, self.limits)
        model.cp.minimize(GOALS["cover"].express(model))
        return self._found(model, self._solved(model))

    def largest(self, employee: Employee) -> Found:
        """The largest size up to what is wanted, with no less cover."""
        model = self._sized(employee, ())
        model.cp.maximize(model.position(employee))
        return self._found(model, self._solved(model))

    def cannot_grow(self, employee: Employee, without: Collection[str] = ()) -> bool | None:
        """Whether the line can have no larger size, these rules and goals left out; None where not found out."""
        model = self._sized(employee, without)
        model.add(model.position(employee) > self.size(employee), "larger")
        solved = self._solved(model)
        return None if not solved.infeasible and solved.values is None else solved.infeasible

    def size(self, employee: Employee) -> int:
        given = self.sheet.line_of[employee.id].given
        return (given.position_basis_points or 0) if given else 0

    @property
    def held(self) -> list[str]:
        """The goals about demand that come before what people want of their positions."""
        found = []
        for steps in in_order(self.scenario.goal_stages):
            if any(step.id == "unwanted_part_time" for step in steps):
                break
            found += [str(step.id) for step in steps if isinstance(GOALS[step.id], DemandGoal)]
        return found

    def _sized(self, employee: Employee, without: Collection[str]) -> Among:
        model = Among(
            self.sheet, [one for one in self.rules if one.card.id not in without], employee, self.limits
        )
        model.add(model.position(employee) <= employee.wanted_basis_points, "wanted")
        for goal in self.held:
            if goal not in without:
                value = GOALS[goal].measure(self.sheet)  # type: ignore[index]
                model.add(GOALS[goal].express(model) <= value, f"held.{goal}")  # type: ignore[index]
        return model

    def _solved(self, model: Among) -> Solved:
        if self.limits.stopped_by:
            raise OutOfTimeError
        share = self.limits.at_most(LINE_SECONDS, LINE_WORK)
        return solve(model.cp, self.limits, share, workers=1, seed=self.seed, way="check")

    def _found(self, model: Among, solved: Solved) -> Found:
        if solved.values is None:
            return Found(proven=solved.proven, impossible=solved.infeasible)
        employee, values = model.employee, solved.values
        days = tuple(model.code_of(employee, day, values) for day in range(model.cycle.days))
        size = values[model.position(employee).index]
        line = Line(employee=employee.id, days=days).model_copy(update={"position_basis_points": size})
        lines = tuple(line if one.employee == employee.id else one for one in self.before.roster.lines)
        changed = self.before.roster.model_copy(update={"lines": lines})
        told = effect(self.before, audit(self.scenario, changed, rules=self.every))
        return Found(solved.proven, effect=None if told.breaches else told)
