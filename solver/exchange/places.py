"""One person in another's place: the same line, held against the rules and goals that look at one line at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from solver.domain.employee import Employee
from solver.domain.norm import sizes
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet, WorkLine
from solver.goals.base import Goal
from solver.goals.changes import Changes
from solver.goals.position_counts import LinesUsed, SmallerThan
from solver.goals.registry import GOALS, in_order
from solver.goals.strain import Strain
from solver.goals.unwanted_part_time import UnwantedPartTime
from solver.goals.wishes import Wishes
from solver.rules.base import Rule
from solver.rules.registry import RULES

OWN_GOALS = (UnwantedPartTime, LinesUsed, SmallerThan, Wishes, Strain, Changes)
"""Sums over lines, so that each line is measured by itself."""


def named_goals(scenario: Scenario) -> list[Goal]:
    """The goals that the scenario names, and cover."""
    named = (step.id for steps in in_order(scenario.goal_stages) for step in steps)
    return [GOALS[name] for name in named if name in GOALS]


def moved(sheet: Sheet, employee: Employee, other: Employee) -> WorkLine:
    """The other's line as this employee's; minutes and balance are not carried along."""
    given = sheet.line_of[other.id].given
    assert given is not None
    update = {"employee": employee.id, "minutes": None, "balance_minutes": None}
    return WorkLine(sheet.scenario, employee, given.days, given.model_copy(update=update))


@dataclass
class Places:
    """A roster's people on each other's lines; what was found of one on a line is remembered."""

    sheet: Sheet
    rules: Sequence[Rule]
    current: Roster | None
    _lawful: dict[tuple[object, str], bool] = field(default_factory=dict)
    _worth: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def can_be_swapped(self, one: Employee, other: Employee) -> bool:
        """Whether both may walk the other's line, and the lines are together worth what they were; cheapest first."""
        return (
            self._is_thinkable(one, other)
            and self._is_thinkable(other, one)
            and self._are_worth_the_same(one, other)
            and self._is_lawful(one, other)
            and self._is_lawful(other, one)
        )

    def _is_thinkable(self, employee: Employee, other: Employee) -> bool:
        """A look at what mostly stands in the way, before any rule is asked."""
        line = self.sheet.line_of[other.id]
        codes = self.sheet.scenario.shift_by_code if employee.shifts is None else employee.shifts
        return (
            line.given is not None
            and line.given.position_basis_points in self._sizes[employee.id]
            and self._codes[other.id].issubset(codes)
        )

    @cached_property
    def _sizes(self) -> dict[str, set[int]]:
        scenario = self.sheet.scenario
        return {employee.id: set(sizes(scenario, employee)) for employee in scenario.employees}

    @cached_property
    def _codes(self) -> dict[str, set[str]]:
        return {line.employee.id: set(line.days) - {""} for line in self.sheet.lines}

    def _are_worth_the_same(self, one: Employee, other: Employee) -> bool:
        now = self._both(self.worth(one, one), self.worth(other, other))
        return now == self._both(self.worth(one, other), self.worth(other, one))

    @staticmethod
    def _both(first: list[int], second: list[int]) -> list[int]:
        return [mine + theirs for mine, theirs in zip(first, second, strict=True)]

    def worth(self, employee: Employee, other: Employee) -> list[int]:
        """What the other's line, walked by this employee, is to each goal that is a sum over lines."""
        key = self._askers[employee.id], other.id
        if key not in self._worth:
            scenario = self.sheet.scenario.with_changes({"employees": (employee,)})
            alone = Sheet(scenario, self.sheet.roster, [moved(self.sheet, employee, other)])
            own = (goal for goal in named_goals(scenario) if isinstance(goal, OWN_GOALS))
            self._worth[key] = [goal.measure(alone, self.current) for goal in own]
        return self._worth[key]

    @cached_property
    def _askers(self) -> dict[str, str]:
        """People whom no goal can tell apart; the roster in force knows them by name."""
        people = self.sheet.scenario.employees
        if self.current is not None:
            return {employee.id: employee.id for employee in people}
        return {employee.id: employee.model_dump_json(exclude={"id", "name"}) for employee in people}

    def _is_lawful(self, employee: Employee, other: Employee) -> bool:
        kind = self._kinds[employee.id]
        if kind == self._kinds[other.id]:
            return True  # the line has been audited with one of the same kind
        key = kind, other.id
        if key not in self._lawful:
            line = moved(self.sheet, employee, other)
            found = (finding for rule in self.rules for finding in rule.audit_line(line))
            self._lawful[key] = all(finding.severity != "breach" for finding in found)
        return self._lawful[key]

    @cached_property
    def _kinds(self) -> dict[str, object]:
        """People whom no rule can tell apart; a rule that is not ours may know them by name."""
        people = self.sheet.scenario.employees
        if any(rule not in RULES for rule in self.rules):
            return {employee.id: employee.id for employee in people}
        left_out = {"id", "name", "position", "wishes"}
        return {
            employee.id: (
                employee.min_basis_points,
                employee.max_basis_points,
                employee.model_dump_json(exclude=left_out),
            )
            for employee in people
        }
