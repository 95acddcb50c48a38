"""Fair shares of weekends, hours in weekends, evenings and nights: most minus fewest among people alike."""

from __future__ import annotations

from collections.abc import Iterable

from solver.domain.cycle import DAY_MINUTES, SATURDAY, SUNDAY, WEEK_DAYS, WEEK_MINUTES, overlap
from solver.domain.employee import Employee
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift, ShiftKind
from solver.domain.work import Sheet, WorkLine
from solver.goals.base import Goal
from solver.goals.groups import groups
from solver.rules.base import Linear, Model


class Spread(Goal):
    """Base: the spread of an amount within each group of people alike, summed over the groups."""

    def burdens(self, shift: Shift, day: int) -> bool:
        """Whether a shift on a day is of the kind that is shared."""
        raise NotImplementedError

    def amount(self, line: WorkLine) -> int:
        """How much a line has."""
        raise NotImplementedError

    def planned(self, model: Model, employee: Employee) -> Linear:
        """How much a line of the model has."""
        raise NotImplementedError

    def most(self, scenario: Scenario) -> int:
        """A number that one line's amount cannot pass."""
        raise NotImplementedError

    def measure(self, sheet: Sheet, current: Roster | None = None) -> int:
        return sum(self._spread(sheet, group) for group in self._groups(sheet.scenario))

    def _groups(self, scenario: Scenario) -> list[tuple[Employee, ...]]:
        """The groups, looked for once in a scenario."""
        known: dict[object, list[tuple[Employee, ...]]] = scenario.kept
        if self.id not in known:
            known[self.id] = groups(scenario, self.burdens)
        return known[self.id]

    def _spread(self, sheet: Sheet, group: Iterable[Employee]) -> int:
        lines = (sheet.line_of.get(employee.id) for employee in group)
        amounts = [self.amount(line) if line else 0 for line in lines]
        return max(amounts) - min(amounts)

    def express(self, model: Model, current: Roster | None = None) -> Linear:
        if model.cycle.rotation == "shared":
            return 0  # all walk the same line
        high = self.most(model.scenario)
        terms: list[Linear] = []
        for number, group in enumerate(self._groups(model.scenario)):
            amounts = [self.planned(model, employee) for employee in group]
            terms.append(model.largest(amounts, 0, high, f"{self.id}.{number}.most"))
            terms.append(-1 * model.smallest(amounts, 0, high, f"{self.id}.{number}.fewest"))
        return sum(terms)

    def ceiling(self, scenario: Scenario) -> int:
        return self.most(scenario) * len(self._groups(scenario))


class WeekendBalance(Spread):
    """Worked weekends: a shift starts on the Saturday or the Sunday."""

    id = "weekend_balance"
    unit = "weekends"
    name = "Jevn fordeling av helger"
    in_weekends = True

    def burdens(self, shift: Shift, day: int) -> bool:
        return day % WEEK_DAYS in (SATURDAY, SUNDAY)

    def amount(self, line: WorkLine) -> int:
        return sum(line.weekend_is_worked(week) for week in range(line.cycle.weeks))

    def planned(self, model: Model, employee: Employee) -> Linear:
        return sum(model.weekend(employee, week) for week in range(model.cycle.weeks))

    def most(self, scenario: Scenario) -> int:
        return scenario.cycle.weeks


class WeekendHoursBalance(Spread):
    """Paid minutes from Saturday 00:00 to Sunday 24:00; of a shift partly outside, its share by the clock."""

    id = "weekend_hours_balance"
    unit = "minutes"
    name = "Jevn fordeling av timer i helg"
    in_weekends = True

    def burdens(self, shift: Shift, day: int) -> bool:
        return day % WEEK_DAYS in (SATURDAY, SUNDAY)

    def amount(self, line: WorkLine) -> int:
        weekends = [
            (week * WEEK_MINUTES + SATURDAY * DAY_MINUTES, (week + 1) * WEEK_MINUTES)
            for week in range(line.cycle.weeks)
        ]
        return sum(
            line.scenario.shift_by_code[period.code].paid_minutes
            * overlap(period.start, period.end, *weekend)
            // period.minutes
            for period in line.periods(0, line.cycle.days - 1, elsewhere=False)
            for weekend in weekends[period.day // WEEK_DAYS : period.day // WEEK_DAYS + 1]
        )

    def planned(self, model: Model, employee: Employee) -> Linear:
        return sum(
            minutes * model.works(employee, day, shift.code)
            for shift in model.scenario.shifts
            for day in range(model.cycle.days)
            if (minutes := weekend_minutes(shift, day)) > 0
        )

    def most(self, scenario: Scenario) -> int:
        return sum(
            max(weekend_minutes(shift, day) for shift in scenario.shifts)
            for day in range(scenario.cycle.days)
        )


def weekend_minutes(shift: Shift, day: int) -> int:
    """Paid minutes in the weekend of a shift that starts on a day."""
    saturday = (SATURDAY - day % WEEK_DAYS) * DAY_MINUTES
    start, end = shift.span
    return (
        shift.paid_minutes * overlap(start, end, saturday, saturday + 2 * DAY_MINUTES) // shift.clock_minutes
    )


class KindBalance(Spread):
    """Base: the number of shifts of one kind."""

    unit = "shifts"
    kind: ShiftKind

    def burdens(self, shift: Shift, day: int) -> bool:
        return shift.kind == self.kind

    def amount(self, line: WorkLine) -> int:
        codes = {shift.code for shift in line.scenario.shifts if shift.kind == self.kind}
        return sum(code in codes for code in line.days)

    def planned(self, model: Model, employee: Employee) -> Linear:
        codes = [shift.code for shift in model.scenario.shifts if shift.kind == self.kind]
        return sum(model.works_any(employee, day, codes) for day in range(model.cycle.days))

    def most(self, scenario: Scenario) -> int:
        return scenario.cycle.days


class EveningBalance(KindBalance):
    """Shifts whose kind is evening."""

    id = "evening_balance"
    kind = "evening"
    name = "Jevn fordeling av kveldsvakter"


class NightBalance(KindBalance):
    """Shifts whose kind is night."""

    id = "night_balance"
    kind = "night"
    name = "Jevn fordeling av nattevakter"
