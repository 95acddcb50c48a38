"""Two people in each other's place, and what many lines come together in: cover, fair shares, the budget.

None of it can change where the two count alike in it; else it is measured again with their lines swapped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.residents import pair_around, team_around
from solver.domain.roster import Roster
from solver.domain.scenario import Demand
from solver.domain.work import Sheet, WorkLine
from solver.exchange.places import OWN_GOALS, moved, named_goals
from solver.goals.base import Goal
from solver.goals.demand_goals import DemandGoal
from solver.goals.groups import groups
from solver.goals.resident_windows import ResidentGoal
from solver.goals.spread import Spread
from solver.rules.base import Rule
from solver.rules.budget import Budget
from solver.rules.contact_competence import ContactCompetence
from solver.rules.contact_load import ContactLoad
from solver.rules.demand_max import DemandMax
from solver.rules.position import PositionRule

KNOWN_GOALS = (DemandGoal, Spread, ResidentGoal)
KNOWN_RULES = (Budget, ContactCompetence, ContactLoad, DemandMax, PositionRule)
"""Those of whole rosters of which `_parts` knows when they cannot change (of PositionRule it is only a warning)."""


@dataclass
class Others:
    """A roster in which two people at a time are swapped, as the others meet it."""

    sheet: Sheet
    rules: Sequence[Rule]
    current: Roster | None
    _now: dict[Demand, list[int]] = field(default_factory=dict)

    def are_served_alike(self, one: Employee, other: Employee) -> bool:
        """Whether nothing that lines come together in is broken or changes. The two may walk each other's lines."""
        if self._is_known and self._parts[one.id] == self._parts[other.id]:
            return True
        changed = {one.id: moved(self.sheet, one, other), other.id: moved(self.sheet, other, one)}
        lines = [changed.get(line.employee.id, line) for line in self.sheet.lines]
        counts_in = self.sheet.scenario.counts_in
        rows = [row for row in self.sheet.scenario.demand if counts_in(row, one) != counts_in(row, other)]
        if any(self._row(row, lines) != self._row_now(row) for row in rows):
            return False
        roster = self.sheet.roster.model_copy(update={"lines": tuple(one.given for one in lines)})
        swapped = Sheet(self.sheet.scenario, roster, lines)
        return self._values(swapped) == self._values_now and not any(self._breaches(swapped))

    def _row_now(self, row: Demand) -> list[int]:
        if row not in self._now:
            self._now[row] = self._row(row, self.sheet.lines)
        return self._now[row]

    def _row(self, row: Demand, lines: Sequence[WorkLine]) -> list[int]:
        """The goals about demand, measured on one row of it."""
        scenario = self.sheet.scenario.with_changes({"demand": (row,)})
        sheet = Sheet(scenario, self.sheet.roster, lines)
        return [goal.measure(sheet) for goal in self._goals if isinstance(goal, DemandGoal)]

    @cached_property
    def _values_now(self) -> list[int]:
        return self._values(self.sheet)

    def _values(self, sheet: Sheet) -> list[int]:
        """The goals of whole rosters that are not about demand."""
        goals = (goal for goal in self._goals if not isinstance(goal, DemandGoal))
        return [goal.measure(sheet, self.current) for goal in goals]

    def _breaches(self, sheet: Sheet) -> Iterator[Finding]:
        return (found for rule in self._whole for found in rule.audit(sheet) if found.severity == "breach")

    @cached_property
    def _goals(self) -> list[Goal]:
        return [goal for goal in named_goals(self.sheet.scenario) if not isinstance(goal, OWN_GOALS)]

    @cached_property
    def _whole(self) -> list[Rule]:
        """The rules that look at more than one line."""
        return [rule for rule in self.rules if type(rule).audit is not Rule.audit]

    @cached_property
    def _is_known(self) -> bool:
        """Whether all of these goals and rules are such as `_parts` was made for."""
        rules = all(isinstance(rule, KNOWN_RULES) for rule in self._whole)
        return rules and all(isinstance(goal, KNOWN_GOALS) for goal in self._goals)

    def _residents_of(self, one: Employee) -> list[tuple[bool, bool]]:
        """Whose contact, and in whose team, a person is; her contacts stay with her whatever line she walks."""
        around = self.sheet.roster.contacts
        return [(one.id in pair_around(given), one.id in team_around(given)) for given in around]

    @cached_property
    def _parts(self) -> dict[str, object]:
        """What each person counts in: rows of demand, groups that share a burden, shares of the budget, residents."""
        scenario = self.sheet.scenario
        shared = [
            {employee.id: number for number, group in enumerate(found) for employee in group}
            for goal in self._goals
            if isinstance(goal, Spread)
            for found in [groups(scenario, goal.burdens)]
        ]
        return {
            one.id: (
                [scenario.counts_in(row, one) for row in scenario.demand],
                [number_of.get(one.id) for number_of in shared],
                scenario.weekly_minutes_of(one),
                one.other_minutes,
                self._residents_of(one),
            )
            for one in scenario.employees
        }
