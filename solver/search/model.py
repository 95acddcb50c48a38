"""The container of variables: what `rules.base.Model` promises, on CP-SAT.

Nobody else indexes variables. A shift that some rule forbids by itself (`Rule.allows`) has no variable at all. In
shared rotation only the first line has variables; person k works in week w what the first works in week w - k.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ortools.sat.python import cp_model

from solver.domain.cycle import WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.roster import Line
from solver.domain.scenario import Demand, Scenario
from solver.domain.values import number
from solver.rules.base import Bool, Linear, Rule, starts
from solver.search.container import Container
from solver.search.limits import Limits


class RosterModel(Container):
    """A CP-SAT model of one scenario's rosters."""

    def __init__(self, scenario: Scenario, rules: Sequence[Rule], limits: Limits | None = None) -> None:
        super().__init__(scenario, limits)
        self._order = {employee.id: index for index, employee in enumerate(scenario.employees)}
        self._shift: dict[tuple[str, int, str], Bool] = {}
        self._on: dict[tuple[str, int], Bool] = {}
        self._total: dict[tuple[str, str], Linear] = {}
        self._weekend: dict[tuple[str, int], Bool] = {}
        self._heads: dict[tuple[frozenset[str], int, str], Linear] = {}
        self._counted: dict[int, frozenset[str]] = {}
        self._there: dict[tuple[int, str], list[tuple[str, Bool]]] = {}
        for employee in self.lines:
            self._make_line(employee, rules)

    def _make_line(self, employee: Employee, rules: Sequence[Rule]) -> None:
        for day, codes in enumerate(starts(self.scenario, rules, employee)):
            found = [self.boolean(f"x.{employee.id}.{day}.{code}") for code in codes]
            for code, literal in zip(codes, found, strict=True):
                self._shift[employee.id, day, code] = literal
            self._on[employee.id, day] = self._one_of(found, f"on.{employee.id}.{day}")
        self._count_weeks(employee)
        self._make_position(employee, self._paid(employee))

    def _one_of(self, literals: list[Bool], name: str) -> Bool:
        """True exactly where one of these (at most one) is."""
        if len(literals) <= 1:
            return literals[0] if literals else 0
        some = self.boolean(name)
        self.cp.add_exactly_one([*literals, some.negated()]).with_name(name)
        return some

    def _paid(self, employee: Employee) -> Iterator[tuple[Linear, int]]:
        """Each code's number in the cycle with the minutes that one pays."""
        for shift in self.scenario.shifts:
            if (employee.id, shift.code) in self._total:
                yield self._total[employee.id, shift.code], shift.paid_minutes

    def _count_weeks(self, employee: Employee) -> None:
        """Counts of days and of each code, by week and in all. They say nothing new, but hours that must fit a
        position are found through them and not day by day (decision 0003).
        """
        days = [self._week_sum(employee, week) for week in range(self.cycle.weeks)]
        for shift in self.scenario.shifts:
            weeks = [self._week_sum(employee, week, shift.code) for week in range(self.cycle.weeks)]
            weeks = [one for one in weeks if not isinstance(one, int)]
            if weeks:
                total = self.integer(0, self.cycle.days, f"total.{employee.id}.{shift.code}")
                self.cp.add(total == cp_model.LinearExpr.sum(weeks))
                self._total[employee.id, shift.code] = total
        totals = [count for (who, _), count in self._total.items() if who == employee.id]
        self.cp.add(cp_model.LinearExpr.sum(totals) == cp_model.LinearExpr.sum(days))

    def _week_sum(self, employee: Employee, week: int, code: str | None = None) -> Linear:
        """How many days of a week are worked, or have the code, as a variable; 0 where none can be."""
        days = range(week * WEEK_DAYS, (week + 1) * WEEK_DAYS)
        found = [
            self._on[employee.id, day] if code is None else self._shift.get((employee.id, day, code), 0)
            for day in days
        ]
        literals = [one for one in found if not isinstance(one, int)]
        if not literals:
            return 0
        count = self.integer(0, len(literals), f"week.{employee.id}.{week}.{code or 'days'}")
        self.cp.add(count == cp_model.LinearExpr.sum(literals))
        return count

    def _own(self, employee: Employee, day: int) -> tuple[str, int | None]:
        """Whose variables, and which day of theirs, say what this employee does on any day."""
        if self.cycle.rotation != "shared":
            return employee.id, self.cycle.wrapped(day)
        return self.employees[0].id, self.cycle.wrapped(day - WEEK_DAYS * self._order[employee.id])

    def works(self, employee: Employee, day: int, code: str) -> Bool:
        owner, place = self._own(employee, day)
        if place is None:
            return int(_before(employee, day) == code)
        return self._shift.get((owner, place, code), 0)

    def works_any(self, employee: Employee, day: int, codes: Iterable[str]) -> Linear:
        return sum(self.works(employee, day, code) for code in codes)

    def on(self, employee: Employee, day: int) -> Bool:
        owner, place = self._own(employee, day)
        if place is None:
            return int(bool(_before(employee, day)))
        return self._on[owner, place]

    @property
    def freedom(self) -> int:
        """How many shifts on how many days may be worked at all."""
        return len(self._shift)

    def weekend(self, employee: Employee, week: int) -> Bool:
        owner, place = self._own(employee, week * WEEK_DAYS)
        if place is None:
            return 0
        if (owner, place) not in self._weekend:
            days = [self._on[owner, place + 5], self._on[owner, place + 6]]
            variables = [one for one in days if not isinstance(one, int)]
            if len(variables) <= 1:
                worked = variables[0] if variables else 0
            else:
                worked = self.boolean(f"weekend.{owner}.{place // WEEK_DAYS}")
                self.cp.add_max_equality(worked, variables)
            self._weekend[owner, place] = worked
        return self._weekend[owner, place]

    def code_of(self, employee: Employee, day: int, values: Sequence[int]) -> str:
        """The code of a day from the value of every variable; "" is free."""
        for shift in self.scenario.shifts:
            literal = self.works(employee, day, shift.code)
            if literal if isinstance(literal, int) else values[literal.index]:
                return shift.code
        return ""

    def heads(self, row: Demand, day: int, code: str) -> Linear:
        who = self._who_counts(row)
        place = self.cycle.wrapped(day)
        if place is None:
            return sum(int(_before(one, day) == code) for one in self.employees if one.id in who)
        key = who, place, code
        if key not in self._heads:
            found = self._at(who, place, code)
            known = sum(one for one in found if isinstance(one, int))
            laid = self._sum([one for one in found if not isinstance(one, int)], f"heads.{place}.{code}")
            self._heads[key] = known + laid
        return self._heads[key]

    def _at(self, who: frozenset[str], day: int, code: str) -> list[Bool]:
        """What each of these people does on a day of the cycle, where it can be this shift at all."""
        if self.cycle.rotation == "shared":
            return [self.works(one, day, code) for one in self.employees if one.id in who]
        if not self._there:
            for (one, place, shift), literal in self._shift.items():
                self._there.setdefault((place, shift), []).append((one, literal))
        return [literal for one, literal in self._there.get((day, code), ()) if one in who]

    def _who_counts(self, row: Demand) -> frozenset[str]:
        if id(row) not in self._counted:
            self._counted[id(row)] = frozenset(
                one.id for one in self.employees if self.scenario.counts_in(row, one)
            )
        return self._counted[id(row)]

    def _sum(self, literals: list[Bool], name: str) -> Linear:
        """The sum as a variable of its own where it is long, so that many rows can share it."""
        if len(literals) <= 3:
            return sum(literals)
        total = self.integer(0, len(literals), name)
        self.cp.add(total == cp_model.LinearExpr.sum(literals)).with_name(name)
        return total


def _before(employee: Employee, day: int) -> str:
    """The code of a day before the period; free where nothing is known."""
    place = len(employee.before) + day
    return employee.before[place] if day < 0 <= place else ""


def lines_of(model: RosterModel, values: Sequence[int]) -> list[Line]:
    """The lines of a roster from the value of every variable."""
    return [line_of(model, employee, values) for employee in model.employees]


def line_of(model: RosterModel, employee: Employee, values: Sequence[int]) -> Line:
    """One of them."""
    return Line(
        employee=employee.id,
        position_basis_points=number(values[model.position(employee).index]),  # type: ignore[arg-type]
        days=tuple(model.code_of(employee, day, values) for day in range(model.cycle.days)),
    )
