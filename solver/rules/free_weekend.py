"""A weekend that is not worked is free from, say, Friday 18:00 until Monday 06:00."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.cycle import DAY_MINUTES, SATURDAY, SUNDAY, WEEK_DAYS, WEEK_MINUTES, overlap
from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.unit_rules import FreeWeekend as Span
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule


class FreeWeekend(Rule):
    """Shifts on Saturday or Sunday make the weekend worked, so only shifts of other days can break it."""

    card = Card(
        id="free_weekend",
        level="unit",
        name="Frihelg",
        sentence="I en helg uten vakt lørdag eller søndag går ingen annen vakt inn i fritiden.",
        law="Enhetens regler",
        parameters=(("rules.free_weekend", "day and time"),),
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            span = model.scenario.rules_of(employee).free_weekend
            if span:
                for week in range(model.cycle.weeks):
                    self._free(model, employee, week, _minutes(span))

    def _free(self, model: Model, employee: Employee, week: int, span: tuple[int, int]) -> None:
        monday, worked = week * WEEK_DAYS, model.weekend(employee, week)
        for place in range(span[0] // DAY_MINUTES - 1, -(-span[1] // DAY_MINUTES)):
            if place in (SATURDAY, SUNDAY) or model.cycle.wrapped(monday + place) is None:
                continue
            start, end = (minute - place * DAY_MINUTES for minute in span)
            inside = [s.code for s in model.scenario.shifts if s.span[0] < end and start < s.span[1]]
            if inside:
                name = f"{self.card.id}.{employee.id}.{monday + place}"
                model.add(model.works_any(employee, monday + place, inside) <= worked, name)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        span = line.scenario.rules_of(line.employee).free_weekend
        if not span:
            return
        for week in [week for week in range(line.cycle.weeks) if not line.weekend_is_worked(week)]:
            start, end = (week * WEEK_MINUTES + minute for minute in _minutes(span))
            for period in line.periods(start // DAY_MINUTES - 1, end // DAY_MINUTES, elsewhere=False):
                minutes = overlap(period.start, period.end, start, end)
                if minutes and line.cycle.wrapped(period.day) is not None:
                    yield self.found(line, period.day, amount=minutes, limit=0, unit="minutes")


def _minutes(span: Span) -> tuple[int, int]:
    """From and until in minutes after Monday 00:00; an end not after the start lies in the next week."""
    start, end = span.from_minutes, span.until_minutes
    return start, end if end > start else end + WEEK_MINUTES
