"""What a worked weekend consists of: both days, one long shift alone, or one long and one short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.domain.cycle import SATURDAY, SUNDAY, WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.unit_rules import WeekendShape as Form
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule


class WeekendShape(Rule):
    """A long shift is one longer by the clock than `long_shift_minutes`. `detail` is the shape asked for."""

    card = Card(
        id="weekend_shape",
        level="unit",
        name="Arbeidshelgens form",
        sentence="En arbeidshelg har formen enheten har bestemt: begge dager, begge dager eller én langvakt, "
        "én langvakt alene, eller begge dager med nøyaktig én langvakt.",
        law="Enhetens regler",
        parameters=(("rules.weekend_shape", ""), ("agreement.long_shift_minutes", "minutes")),
    )

    def allows(self, scenario: Scenario, employee: Employee, day: int, shift: Shift) -> bool:
        if day % WEEK_DAYS not in (SATURDAY, SUNDAY) or scenario.is_long(shift):
            return True
        return scenario.rules_of(employee).weekend_shape != "one_long"

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            shape = model.scenario.rules_of(employee).weekend_shape or "any"
            for week in range(model.cycle.weeks):
                self._shape(model, employee, week, shape)

    def _shape(self, model: Model, employee: Employee, week: int, shape: Form) -> None:
        days = week * WEEK_DAYS + SATURDAY, week * WEEK_DAYS + SUNDAY
        saturday, sunday = (model.on(employee, day) for day in days)
        name = f"{self.card.id}.{employee.id}.{days[0]}"
        long = [shift.code for shift in model.scenario.shifts if model.scenario.is_long(shift)]
        if shape in ("both", "long_and_short"):
            model.add(saturday == sunday, name)
        if shape == "long_and_short":
            counted = sum(model.works_any(employee, day, long) for day in days)
            model.add(counted == model.weekend(employee, week), name)
        if shape == "both_or_long":
            for day, one, other in ((days[0], saturday, sunday), (days[1], sunday, saturday)):
                model.implies(one, other, *(model.works(employee, day, code) for code in long), name=name)
        if shape == "one_long":
            model.forbid(saturday, sunday, name=name)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        shape = line.scenario.rules_of(line.employee).weekend_shape or "any"
        for saturday in range(SATURDAY, line.cycle.days, WEEK_DAYS):
            long = [_is_long(line, day) for day in (saturday, saturday + 1) if line.works(day)]
            if long and not _fits(shape, long):
                yield self.found(line, saturday, detail=shape)


def _is_long(line: WorkLine, day: int) -> bool:
    shift = line.shift(day)
    return shift is not None and line.scenario.is_long(shift)


def _fits(shape: Form, long: Sequence[bool]) -> bool:
    """Whether a worked weekend has the shape; `long` has one entry for each day worked."""
    fits = {
        "any": True,
        "both": len(long) == 2,
        "both_or_long": len(long) == 2 or all(long),
        "one_long": long == [True],
        "long_and_short": sorted(long) == [False, True],
    }
    return fits[shape]
