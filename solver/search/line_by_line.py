"""A legal roster with holes, one line after another: where the days of all lines at once were not found.

Each line is a small problem that is nearly always solved, whatever the unit: its sizes and weekends are those that
were counted and laid, and its weekdays go where most people are missing. Decision:
docs/decisions/0003-counts-weekends-weekdays.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from solver.domain.demand import segments
from solver.domain.employee import Employee
from solver.domain.roster import Line
from solver.domain.scenario import Demand, Scenario
from solver.domain.values import number
from solver.search.first import Codes
from solver.search.limits import Limits
from solver.search.lines import Counted, LineCheck

TOO_MANY = 20
"""What one more than may be there costs, beside one that is missing."""
ROUNDS = 4
"""How often those of whom there are too many at a time are laid anew."""
Place = tuple[int, str]
"""A day of the cycle (from 0) and a shift code."""


@dataclass
class Stretch:
    """A stretch of a demand row on one day, in which the same shifts run."""

    row: Demand
    minutes: int
    places: Sequence[Place]
    there: int = 0

    @property
    def above(self) -> int:
        """How many more than may be there."""
        return 0 if self.row.max is None else max(0, self.there - self.row.max)

    @property
    def gain(self) -> int:
        """What one more is worth: the more are missing the more, so that what is missing is spread evenly; and it costs
        where nobody more may come.
        """
        if self.row.max is not None and self.there >= self.row.max:
            return -TOO_MANY * self.minutes * (self.above + 1)
        return self.minutes * max(0, self.row.least - self.there)


@dataclass
class LineByLine:
    """Lines under way, and how many they give each stretch of demand.

    Parameters
    ----------
    counted
        What was counted of each line.
    weekends
        The codes of Saturdays and Sundays; any where None, and for the lines that are `loose`.
    """

    check: LineCheck
    limits: Limits
    counted: Mapping[str, Counted]
    weekends: Codes | None
    loose: Collection[str] = ()
    laid: dict[str, Line] = field(default_factory=dict)

    def __post_init__(self) -> None:
        scenario = self.check.scenario
        self.stretches = list(stretches(scenario))
        self.counting = {
            one.id: [each for each in self.stretches if scenario.counts_in(each.row, one)]
            for one in scenario.employees
        }
        """by employee, the stretches that she counts in"""

    def lay(self) -> list[Line] | None:
        """Lines of all employees, the most tied first; None where one was not found or time is over.

        Each keeps the rules of one line; together they may be more at a time than the demand allows (`crowded`).
        """
        every = sorted(self.check.scenario.employees, key=self.check.freedom)
        if not self._lay(every):
            return None
        for _ in range(ROUNDS):
            crowded = self.crowded()
            if not self._lay([one for one in every if one.id in crowded]):
                return None
        return [self.laid[one.id] for one in self.check.scenario.employees]

    def _lay(self, employees: Sequence[Employee]) -> bool:
        """Lay lines, or make those that were laid better; whether there is one for each."""
        for employee in employees:
            self._count(employee, -1)
            found = self._found(employee)
            if found is None or self.limits.stopped_by:
                return False
            self.laid[employee.id] = found
            self._count(employee, 1)
        return True

    def _found(self, employee: Employee) -> Line | None:
        """The line that was found for an employee; the one that was there where none is better."""
        old = self.laid.get(employee.id)
        counted, gains = self.counted[employee.id], self._gains(employee)
        weekends = None if employee.id in self.loose or old else self.weekends
        known = old.days if old else ()
        days = self.check.best(employee, counted, weekends, gains=gains, known=known)
        if days is None and weekends:
            days = self.check.best(employee, counted, None, gains=gains)
        if days is None or (old and worth(days, gains) <= worth(known, gains)):
            return old
        position: Any = number(counted.size)
        return Line(employee=employee.id, position_basis_points=position, days=days)

    def crowded(self) -> set[str]:
        """The employees who are there when there are more than may be."""
        return {
            who
            for who, line in self.laid.items()
            for stretch in self.counting[who]
            if stretch.above and any(line.days[day] == code for day, code in stretch.places)
        }

    def beside(self) -> set[str]:
        """The employees who work the shifts of which there are too many on any day; none where there are none."""
        codes = {code for stretch in self.stretches if stretch.above for _, code in stretch.places}
        return {
            who
            for who, line in self.laid.items()
            if codes & set(line.days) and any(stretch.above for stretch in self.counting[who])
        }

    def _gains(self, employee: Employee) -> dict[Place, int]:
        """What each shift of the employee is worth."""
        gains = Counter[Place]()
        for stretch in self.counting[employee.id]:
            for place in stretch.places:
                gains[place] += stretch.gain
        return gains

    def _count(self, employee: Employee, by: int) -> None:
        """Count the employee's line in the stretches, or out of them."""
        if employee.id in self.laid:
            days = self.laid[employee.id].days
            for stretch in self.counting[employee.id]:
                stretch.there += by * sum(days[day] == code for day, code in stretch.places)


def worth(days: Sequence[str], gains: Mapping[Place, int]) -> int:
    """What the shifts of a line are worth together."""
    return sum(gains.get((day, code), 0) for day, code in enumerate(days) if code)


def stretches(scenario: Scenario) -> Iterator[Stretch]:
    """The stretches of all rows that ask for people or limit them, on every day of the cycle."""
    for row in scenario.demand:
        if not row.least and row.max is None:
            continue
        for day in row.in_cycle(scenario.cycle):
            for segment in segments(scenario, row, day):
                places = [
                    (at, code)
                    for offset, code in segment.parts
                    if (at := scenario.cycle.wrapped(day + offset)) is not None
                ]
                yield Stretch(row, segment.minutes, places)
