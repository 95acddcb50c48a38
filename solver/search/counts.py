"""The counts behind a roster: how often each line works each shift on each weekday, before any day is laid.

A relaxation: every roster has counts that hold here, so what is proven here is proven for rosters. Weekends are
counted as patterns of Saturday and Sunday. It answers to the names goals use: a count stands where the first week of
the model asks for a shift, and 0 in the other weeks, so that a sum over the cycle is the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from solver.domain.cycle import WEEK_DAYS
from solver.domain.demand import Segment, segments
from solver.domain.employee import Employee
from solver.domain.scenario import Demand, Scenario
from solver.rules.base import Linear, Rule
from solver.rules.budget import Budget
from solver.rules.registry import are_alike
from solver.search.limits import Limits
from solver.search.line_counts import LineCounts


class CountModel(LineCounts):
    """A CP-SAT model of one scenario's counts."""

    def __init__(self, scenario: Scenario, rules: Sequence[Rule], limits: Limits | None = None) -> None:
        super().__init__(scenario, rules, limits)
        self.short: dict[tuple[int, int, Segment], Linear] = {}
        if are_alike(rules):
            self._order_alike()
        self._hold_demand()
        Budget().enforce(self)

    def _order_alike(self) -> None:
        """Vacant lines that are alike in all but name are interchangeable: the larger comes first."""
        alike: dict[str, Employee] = {}
        for employee in self.lines:
            if employee.vacant:
                key = employee.model_copy(update={"id": "", "name": None}).model_dump_json()
                if key in alike:
                    self.add(self.position(alike[key]) >= self.position(employee), f"alike.{employee.id}")
                alike[key] = employee

    def _hold_demand(self) -> None:
        for number, row in enumerate(self.scenario.demand):
            weeks = [week for week in range(self.cycle.weeks) if row.weeks is None or week + 1 in row.weeks]
            for dow in range(WEEK_DAYS):
                if weeks and row.includes(weeks[0] * WEEK_DAYS + dow):
                    for segment in segments(self.scenario, row, dow):
                        self._hold_segment(number, dow, segment, len(weeks))

    def _hold_segment(self, number: int, dow: int, segment: Segment, weeks: int) -> None:
        row, name = self.scenario.demand[number], f"demand.{number}.{dow}.{segment.start}"
        supply = self._supply(row, dow, segment)
        if row.least:
            short = self.integer(0, row.least * weeks, name)
            self.add(supply + short >= row.least * weeks, name)
            self.short[number, dow, segment] = short
        inside = self.cycle.wraps or all(offset == 0 for offset, _ in segment.parts)
        if row.max is not None and weeks == self.cycle.weeks and inside:
            self.add(supply <= row.max * weeks, name)

    def _supply(self, row: Demand, dow: int, segment: Segment) -> Linear:
        """Person-shifts through a segment over all weeks (and, in a period with ends, all that may pass them)."""
        counted = [employee for employee in self.employees if self.scenario.counts_in(row, employee)]
        beyond = 0 if self.cycle.wraps else sum(offset != 0 for offset, _ in segment.parts) * len(counted)
        return beyond + sum(
            self.works(employee, (dow + offset) % WEEK_DAYS, code)
            for employee in counted
            for offset, code in segment.parts
        )

    def uncovered(self) -> Linear:
        """At least so many person-minutes of `cover`."""
        return sum(segment.minutes * short for (_, _, segment), short in self.short.items())
