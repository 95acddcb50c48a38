"""What every model of a scenario shares: CP-SAT's calls under the names rules use, and the sizes of the lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ortools.sat.python import cp_model

from solver.domain.cycle import Cycle
from solver.domain.employee import Employee
from solver.domain.norm import sizes
from solver.domain.scenario import Scenario
from solver.rules.base import Bool, Linear
from solver.search.limits import Limits, OutOfTimeError

OFTEN = 256
"""After so many variables and constraints a model asks again whether there is time to go on."""


class Container:
    """A CP-SAT model with the position of every line in it.

    Raises
    ------
    OutOfTimeError
        While it is built, where limits are given and they say stop.
    """

    def __init__(self, scenario: Scenario, limits: Limits | None = None) -> None:
        self._limits, self._made = limits, 0
        self.scenario = scenario
        self.cycle: Cycle = scenario.cycle
        self.cp = cp_model.CpModel()
        self.kept: dict[Any, Any] = {}
        self._size: dict[str, Linear] = {}
        self._used: dict[str, Bool] = {}
        self._minutes: dict[str, Linear] = {}

    @property
    def employees(self) -> Sequence[Employee]:
        return self.scenario.employees

    @property
    def lines(self) -> Sequence[Employee]:
        return self.employees[:1] if self.cycle.rotation == "shared" else self.employees

    def _make_position(self, employee: Employee, paid: Iterable[tuple[Linear, int]]) -> None:
        """The line's size, whether it is used, and its minutes: `paid` holds each shift's literal or count with the
        minutes that one pays.
        """
        domain = cp_model.Domain.from_values(sizes(self.scenario, employee))
        size = self.cp.new_int_var_from_domain(domain, f"position.{employee.id}")
        self._size[employee.id], self._used[employee.id] = size, self._is_positive(employee, size)
        terms = list(paid)
        in_shifts = cp_model.LinearExpr.weighted_sum(
            [one for one, _ in terms], [minutes for _, minutes in terms]
        )
        total = self.integer(0, self.cycle.days * 1440 + employee.other_minutes, f"minutes.{employee.id}")
        self.cp.add(total == in_shifts + employee.other_minutes * self._used[employee.id])
        self._minutes[employee.id] = total

    def _is_positive(self, employee: Employee, size: Linear) -> Bool:
        positive = [one for one in sizes(self.scenario, employee) if one > 0]
        if not positive or (employee.min_basis_points > 0 and not employee.vacant):
            return int(bool(positive))
        used = self.boolean(f"used.{employee.id}")
        self.cp.add(size >= min(positive)).only_enforce_if(used)
        self.cp.add(size == 0).only_enforce_if(used.negated())
        return used

    def _owner(self, employee: Employee) -> str:
        """Whose line this employee walks."""
        return self.lines[0].id if self.cycle.rotation == "shared" else employee.id

    def used(self, employee: Employee) -> Bool:
        return self._used[self._owner(employee)]

    def position(self, employee: Employee) -> Linear:
        return self._size[self._owner(employee)]

    def minutes(self, employee: Employee) -> Linear:
        return self._minutes[self._owner(employee)]

    def _go_on(self) -> None:
        self._made += 1
        if self._limits and self._made % OFTEN == 0 and self._limits.stopped_by:
            raise OutOfTimeError

    def boolean(self, name: str) -> Bool:
        self._go_on()
        return self.cp.new_bool_var(name)

    def integer(self, low: int, high: int, name: str) -> Linear:
        return self.cp.new_int_var(low, high, name)

    def add(self, constraint: Any, name: str) -> None:
        self._go_on()
        if isinstance(constraint, bool):
            if not constraint:
                self.cp.add_bool_or([]).with_name(name)
            return
        self.cp.add(constraint).with_name(name)

    def forbid(self, *together: Bool, name: str) -> None:
        self._clause([self.negated(one) for one in together], name)

    def implies(self, cause: Bool, *effects: Bool, name: str) -> None:
        self._clause([self.negated(cause), *effects], name)

    def _clause(self, literals: list[Bool], name: str) -> None:
        self._go_on()
        if not any(isinstance(one, int) and one for one in literals):
            self.cp.add_bool_or([one for one in literals if not isinstance(one, int)]).with_name(name)

    def negated(self, literal: Bool) -> Bool:
        return 1 - literal if isinstance(literal, int) else literal.negated()

    def largest(self, terms: Sequence[Linear], low: int, high: int, name: str) -> Linear:
        found = self.integer(low, high, name)
        self.cp.add_max_equality(found, terms)
        return found

    def smallest(self, terms: Sequence[Linear], low: int, high: int, name: str) -> Linear:
        found = self.integer(low, high, name)
        self.cp.add_min_equality(found, terms)
        return found
