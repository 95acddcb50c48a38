"""The shared line as a flow: how many of its weeks take each step of the weekly automaton.

A relaxation: every line that keeps the rules is a flow that holds here, so what is proven here is proven for lines.
Its size does not depend on how many walk the line. It answers to the names goals and rules use: a number of days
stands where the first week of the model asks for a shift, and 0 in the other weeks, so that a sum over the cycle is
the same (as in `search.counts`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from ortools.sat.python import cp_model

from solver.domain.cycle import WEEK_DAYS
from solver.domain.employee import FULL_BASIS_POINTS, Employee
from solver.domain.norm import tolerance_times_full
from solver.domain.scenario import Demand, Scenario
from solver.rules.base import Linear, Rule
from solver.rules.budget import Budget
from solver.rules.shift_count import ShiftCount
from solver.rules.weekend_count import WeekendCount
from solver.search.container import Container
from solver.search.weekly.automaton import Node, Step
from solver.search.weekly.counts import WorkedWeekends
from solver.search.weekly.staffing import hold_most

Sum = cp_model.LinearExpr.sum


class FlowModel(Container):
    """A CP-SAT model of the steps that the shared line takes, each as often as there are weeks that take it."""

    def __init__(
        self, scenario: Scenario, rules: Sequence[Rule], steps: Sequence[Step], counted: Sequence[str] = ()
    ) -> None:
        super().__init__(scenario)
        self.steps, self.counted = steps, counted
        weeks = self.cycle.weeks
        self.flow = [self.integer(0, weeks, f"step.{number}") for number in range(len(steps))]
        self._hold_flow(weeks)
        self._days = self._count_days(weeks)
        employee = self.lines[0]
        paid = [(self.days_with(s.code), s.paid_minutes) for s in scenario.shifts]
        self._make_position(employee, paid)
        self.cp.add(self.used(employee) == 1)
        known = {rule.card.id for rule in rules}
        if "position" in known:
            self._hold_hours(employee)
        if "demand_max" in known:
            hold_most(self)
        if WorkedWeekends.name not in counted:
            known.discard(WeekendCount.card.id)  # an automaton that became too large counts none
        for rule in (Budget(), ShiftCount(), WeekendCount()):
            if rule.card.id in known:
                rule.enforce(self)

    # -- what goals and rules ask for --------------------------------------------------------------------------

    def works(self, employee: Employee, day: int, code: str) -> Linear:
        return self._days.get((day, code), 0)

    def works_any(self, employee: Employee, day: int, codes: Iterable[str]) -> Linear:
        return sum(self.works(employee, day, code) for code in codes)

    def on(self, employee: Employee, day: int) -> Linear:
        return self.works_any(employee, day, self.scenario.shift_by_code)

    def heads(self, row: Demand, day: int, code: str) -> Linear:
        """How many of all who walk the line start this shift on a day of any week, whoever counts in the row."""
        return self._days.get((day % WEEK_DAYS, code), 0)

    def weekend(self, employee: Employee, week: int) -> Linear:
        return 0 if week else self.events(WorkedWeekends.name)

    def events(self, name: str) -> Linear:
        """How many of what is counted the line has; 0 where it is not counted."""
        if name not in self.counted:
            return 0
        place = self.counted.index(name)
        amounts = [step.counts[place] for step in self.steps]
        return cp_model.LinearExpr.weighted_sum(self.flow, amounts)

    def days_with(self, code: str) -> Linear:
        return Sum([self._days[dow, code] for dow in range(WEEK_DAYS) if (dow, code) in self._days])

    def taken(self, values: Sequence[int]) -> dict[Step, int]:
        """The steps that are taken, each with how often, from the value of every variable."""
        found = zip(self.steps, self.flow, strict=True)
        return {step: values[flow.index] for step, flow in found if values[flow.index]}

    def hold_together(self, part: Collection[Node], around: Collection[Node], name: str) -> None:
        """Where a part is walked, and something beyond what is around it, that is also left; a line is one walk."""
        inside: list[Linear] = []
        leaving: list[Linear] = []
        others: list[Linear] = []
        for step, flow in zip(self.steps, self.flow, strict=True):
            if step.source in part and step.target in part:
                inside.append(flow)
            if step.source in around and step.target not in around:
                leaving.append(flow)
            if step.source not in around and step.target not in around:
                others.append(flow)
        unused, whole = self.boolean(f"{name}.unused"), self.boolean(f"{name}.whole")
        self.cp.add(Sum(inside) == 0).only_enforce_if(unused)
        self.cp.add(Sum(others) == 0).only_enforce_if(whole)
        self.cp.add(Sum([*leaving, unused, whole]) >= 1)

    # -- what holds for every line -----------------------------------------------------------------------------

    def _hold_flow(self, weeks: int) -> None:
        """What comes to a state goes on from it, and every week has a Monday."""
        balance: dict[Node, list[Linear]] = defaultdict(list)
        for step, flow in zip(self.steps, self.flow, strict=True):
            if step.source != step.target:
                balance[step.source].append(-flow)
                balance[step.target].append(flow)
        for terms in balance.values():
            self.cp.add(Sum(terms) == 0)
        mondays = [flow for step, flow in zip(self.steps, self.flow, strict=True) if step.dow == 0]
        self.cp.add(Sum(mondays) == weeks)

    def _count_days(self, weeks: int) -> dict[tuple[int, str], Linear]:
        """How many weeks have the code on the weekday, for each of them."""
        taking: dict[tuple[int, str], list[Linear]] = defaultdict(list)
        for step, flow in zip(self.steps, self.flow, strict=True):
            if step.code:
                taking[step.dow, step.code].append(flow)
        found = {}
        for (dow, code), flows in taking.items():
            count = self.integer(0, weeks, f"days.{dow}.{code}")
            self.cp.add(count == Sum(flows))
            found[dow, code] = count
        return found

    def _hold_hours(self, employee: Employee) -> None:
        """The hours fit the position; those of a three-part roster also have what its shifts earn, and are left."""
        tolerance = tolerance_times_full(self.scenario, employee)
        if tolerance is None or self.scenario.norm_of(employee) == "tredelt":
            return
        full = self.scenario.full_time_minutes_of(employee)
        apart = FULL_BASIS_POINTS * self.minutes(employee) - full * self.position(employee)
        self.cp.add_linear_constraint(apart, -tolerance, tolerance)
