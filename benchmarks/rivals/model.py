"""The textbook model: one Boolean for each line, day and shift, and every rule and goal written on them.

It answers to the names that rules and goals use (`solver.rules.base.Model`), so they are the very same rules; it has
none of what Heltid's search adds: no counts, no sums that rows share, no order among lines that are alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ortools.sat.python import cp_model

from solver.domain.cycle import SATURDAY, SUNDAY, WEEK_DAYS, Cycle
from solver.domain.employee import Employee
from solver.domain.norm import sizes
from solver.domain.roster import Line
from solver.domain.scenario import Demand, Scenario
from solver.domain.values import number
from solver.rules.base import Bool, Linear, Rule, starts


class TextbookModel:
    """A scenario's rosters on CP-SAT, as a textbook would write them."""

    def __init__(self, scenario: Scenario, rules: Sequence[Rule]) -> None:
        self.scenario = scenario
        self.cycle: Cycle = scenario.cycle
        self.cp = cp_model.CpModel()
        self.kept: dict[Any, Any] = {}
        self._place = {employee.id: place for place, employee in enumerate(scenario.employees)}
        self._shift: dict[tuple[str, int, str], Bool] = {}
        self._on: dict[tuple[str, int], Bool] = {}
        self._weekend: dict[tuple[str, int], Bool] = {}
        self._size: dict[str, Linear] = {}
        self._used: dict[str, Bool] = {}
        self._minutes: dict[str, Linear] = {}
        for employee in self.lines:
            self._make_line(employee, rules)
        for rule in rules:
            rule.enforce(self)

    # -- variables ---------------------------------------------------------------------------------------------

    def _make_line(self, employee: Employee, rules: Sequence[Rule]) -> None:
        paid: Linear = 0
        for day, codes in enumerate(starts(self.scenario, rules, employee)):
            found = []
            for code in codes:
                literal = self.boolean(f"x.{employee.id}.{day}.{code}")
                self._shift[employee.id, day, code] = literal
                found.append(literal)
                paid += self.scenario.shift_by_code[code].paid_minutes * literal
            self._on[employee.id, day] = self._any(found, f"on.{employee.id}.{day}")
        self._make_size(employee)
        self._minutes[employee.id] = paid + employee.other_minutes * self._used[employee.id]

    def _any(self, literals: list[Bool], name: str) -> Bool:
        """Whether one of these, of which at most one may be, is true."""
        if len(literals) < 2:
            return literals[0] if literals else 0
        some = self.boolean(name)
        self.cp.add(sum(literals) == some)
        return some

    def _make_size(self, employee: Employee) -> None:
        allowed = sizes(self.scenario, employee)
        size = self.cp.new_int_var_from_domain(
            cp_model.Domain.from_values(allowed), f"position.{employee.id}"
        )
        self._size[employee.id], positive = size, [one for one in allowed if one > 0]
        if len(positive) == len(allowed) or not positive:
            self._used[employee.id] = int(bool(positive))
            return
        used = self.boolean(f"used.{employee.id}")
        self.cp.add(size >= min(positive) * used)
        self.cp.add(size <= max(positive) * used)
        self._used[employee.id] = used

    # -- what rules and goals ask ------------------------------------------------------------------------------

    @property
    def employees(self) -> Sequence[Employee]:
        return self.scenario.employees

    @property
    def lines(self) -> Sequence[Employee]:
        return self.employees[:1] if self.cycle.rotation == "shared" else self.employees

    def _own(self, employee: Employee, day: int) -> tuple[str, int | None]:
        """Whose line this employee walks, and where on it the day lies."""
        if self.cycle.rotation != "shared":
            return employee.id, self.cycle.wrapped(day)
        return self.lines[0].id, self.cycle.wrapped(day - WEEK_DAYS * self._place[employee.id])

    def works(self, employee: Employee, day: int, code: str) -> Bool:
        owner, place = self._own(employee, day)
        if place is None:
            return int(_before(employee, day) == code)
        return self._shift.get((owner, place, code), 0)

    def works_any(self, employee: Employee, day: int, codes: Iterable[str]) -> Linear:
        return sum(self.works(employee, day, code) for code in codes)

    def on(self, employee: Employee, day: int) -> Bool:
        owner, place = self._own(employee, day)
        return int(bool(_before(employee, day))) if place is None else self._on[owner, place]

    def heads(self, row: Demand, day: int, code: str) -> Linear:
        counted = (one for one in self.employees if self.scenario.counts_in(row, one))
        return sum(self.works(one, day, code) for one in counted)

    def weekend(self, employee: Employee, week: int) -> Bool:
        owner, monday = self._own(employee, week * WEEK_DAYS)
        if monday is None:
            return 0
        if (owner, monday) not in self._weekend:
            self._weekend[owner, monday] = self._either(owner, monday)
        return self._weekend[owner, monday]

    def _either(self, owner: str, monday: int) -> Bool:
        days = [self._on[owner, monday + day] for day in (SATURDAY, SUNDAY)]
        variables = [one for one in days if not isinstance(one, int)]
        if len(variables) < 2:
            return variables[0] if variables else 0
        worked = self.boolean(f"weekend.{owner}.{monday}")
        for one in variables:
            self.cp.add(worked >= one)
        self.cp.add(worked <= sum(variables))
        return worked

    def used(self, employee: Employee) -> Bool:
        return self._used[self._own(employee, 0)[0]]

    def position(self, employee: Employee) -> Linear:
        return self._size[self._own(employee, 0)[0]]

    def minutes(self, employee: Employee) -> Linear:
        return self._minutes[self._own(employee, 0)[0]]

    # -- CP-SAT under the names rules use ----------------------------------------------------------------------

    def boolean(self, name: str) -> Bool:
        return self.cp.new_bool_var(name)

    def integer(self, low: int, high: int, name: str) -> Linear:
        return self.cp.new_int_var(low, high, name)

    def add(self, constraint: Any, name: str) -> None:
        if not isinstance(constraint, bool):
            self.cp.add(constraint)
        elif not constraint:
            self.cp.add_bool_or([])

    def forbid(self, *together: Bool, name: str) -> None:
        self._clause([self.negated(one) for one in together])

    def implies(self, cause: Bool, *effects: Bool, name: str) -> None:
        self._clause([self.negated(cause), *effects])

    def _clause(self, literals: list[Bool]) -> None:
        if not any(isinstance(one, int) and one for one in literals):
            self.cp.add_bool_or([one for one in literals if not isinstance(one, int)])

    def negated(self, literal: Bool) -> Bool:
        return 1 - literal if isinstance(literal, int) else literal.negated()

    def largest(self, terms: Sequence[Linear], low: int, high: int, name: str) -> Linear:
        found = self.integer(low, high, name)
        self.cp.add_max_equality(found, terms)
        return found

    def smallest(self, terms: Sequence[Linear], low: int, high: int, name: str) -> Linear:
        return -1 * self.largest([-1 * one for one in terms], -high, -low, name)

    def lines_of(self, values: Sequence[int]) -> tuple[Line, ...]:
        """The lines of a roster from the value of every variable."""
        return tuple(
            Line(
                employee=employee.id,
                position_basis_points=number(values[self.position(employee).index]),  # type: ignore[arg-type]
                days=tuple(self._code(employee, day, values) for day in range(self.cycle.days)),
            )
            for employee in self.employees
        )

    def _code(self, employee: Employee, day: int, values: Sequence[int]) -> str:
        for shift in self.scenario.shifts:
            literal = self.works(employee, day, shift.code)
            if not isinstance(literal, int) and values[literal.index]:
                return shift.code
        return ""


def _before(employee: Employee, day: int) -> str:
    """The code of a day before the period; free where nothing is known."""
    place = len(employee.before) + day
    return employee.before[place] if day < 0 <= place else ""
