"""Which Sundays are worked: a shift, or work elsewhere, overlaps the Sunday zone of aml § 10-10 (1)."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.agreement import SundayRule
from solver.domain.cycle import DAY_MINUTES, WEEK_DAYS, WEEK_MINUTES, Cycle, overlap
from solver.domain.employee import Employee
from solver.domain.work import WorkLine
from solver.rules.base import Bool, Model
from solver.rules.blocks import blocks_between


def zone_of(sunday: SundayRule, week: int) -> tuple[int, int]:
    """The zone of a week (from 0) in absolute minutes."""
    start, end = sunday.zone
    return week * WEEK_MINUTES + start, week * WEEK_MINUTES + (end if end > start else end + WEEK_MINUTES)


def weeks_before(cycle: Cycle, employee: Employee) -> int:
    """How many weeks before the first are known, be it by one day (rotation none)."""
    return 0 if cycle.wraps else -(-len(employee.before) // WEEK_DAYS)


def sunday_literals(model: Model, employee: Employee, week: int, elsewhere: bool = True) -> list[Bool]:
    """Whatever makes the Sunday of the week worked; each is 0 or 1. The week may lie before the period."""
    sunday = model.scenario.agreement.sunday
    if sunday is None:
        return []
    start, end = zone_of(sunday, week)
    days = start // DAY_MINUTES - 2, end // DAY_MINUTES
    return [
        block.literal
        for block in blocks_between(model, employee, *days)
        if overlap(block.start, block.end, start, end) and (elsewhere or not block.fixed)
    ]


def sunday_worked(model: Model, employee: Employee, week: int, name: str) -> Bool:
    """A Boolean that is true exactly when the line itself works the Sunday of the week."""
    literals = sunday_literals(model, employee, week, elsewhere=False)
    worked = model.boolean(f"{name}.{employee.id}.sunday{week}")
    for literal in literals:
        model.add(worked >= literal, f"{name}.{employee.id}.sunday{week}")
    model.add(worked <= sum(literals), f"{name}.{employee.id}.sunday{week}")
    return worked


def worked_sundays(line: WorkLine, elsewhere: bool = True, first: int = 0) -> Iterator[int]:
    """The weeks whose Sunday is worked, from week `first` on (0 is the cycle's own first).

    Work in another unit counts in law, but not in what a position earns.
    """
    sunday = line.scenario.agreement.sunday
    if sunday is None:
        return
    for week in range(first, line.cycle.weeks):
        start, end = zone_of(sunday, week)
        around = line.periods(week * WEEK_DAYS - 2, (week + 2) * WEEK_DAYS, elsewhere)
        if any(period.start < end and period.end > start for period in around):
            yield week
