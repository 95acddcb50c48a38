"""Most full-time equivalents, of positions and of paid minutes alike."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, lcm

from solver.domain.employee import FULL_BASIS_POINTS
from solver.domain.finding import Finding
from solver.domain.values import number
from solver.domain.work import Sheet
from solver.rules.base import Card, Model, Rule

HUNDREDTHS = 100
LARGEST_SCALE = 10**11
"""a larger common multiple is cut and each share rounded up: 64 bits hold the sum, and the limit holds"""


class Budget(Rule):
    """`detail` is `positions` or `paid_minutes`. Without a limit, hours beyond today's are a warning."""

    of_one_line = False
    card = Card(
        id="budget",
        level="unit",
        name="Årsverksramme",
        sentence="Stillingene, og de betalte timene, blir til sammen ikke flere årsverk enn enhetens ramme.",
        law="Enhetens regler",
        parameters=(("budget_fte", "full-time equivalents"), ("employees.position.current", "percent")),
    )

    def enforce(self, model: Model) -> None:
        budget = model.scenario.budget_fte_hundredths
        if budget is None:
            return
        positions = sum(model.position(employee) for employee in model.employees)
        model.add(positions <= budget * FULL_BASIS_POINTS // HUNDREDTHS, f"{self.card.id}.positions")
        full = [model.scenario.full_time_minutes_of(employee) for employee in model.employees]
        scale = min(lcm(*full), LARGEST_SCALE)
        paid = sum(-(-scale // t) * model.minutes(e) for t, e in zip(full, model.employees, strict=True))
        model.add(paid <= budget * scale // HUNDREDTHS, f"{self.card.id}.paid_minutes")

    def audit(self, sheet: Sheet) -> Iterator[Finding]:
        budget = sheet.scenario.budget_fte_hundredths
        if budget is None:
            yield from self._beyond_today(sheet)
            return
        stated = (line.given.position_basis_points for line in sheet.lines if line.given)
        full_time = sheet.scenario.full_time_minutes_of
        shares = (Fraction(line.paid_minutes, full_time(line.employee)) for line in sheet.lines)
        paid = sum(shares) * FULL_BASIS_POINTS
        limit = budget * FULL_BASIS_POINTS // HUNDREDTHS
        for detail, total in (("positions", sum(points or 0 for points in stated)), ("paid_minutes", paid)):
            if total > limit:
                amount = ceil(total) / FULL_BASIS_POINTS
                yield self.found(amount=amount, limit=number(budget), unit="fte", detail=detail)

    def _beyond_today(self, sheet: Sheet) -> Iterator[Finding]:
        scenario = sheet.scenario
        today = sum(e.current_basis_points * scenario.full_time_minutes_of(e) for e in scenario.employees)
        beyond = sum(line.paid_minutes for line in sheet.lines) - today // FULL_BASIS_POINTS
        if beyond > 0:
            yield self.found(severity="warning", amount=beyond, unit="minutes", detail="paid_minutes")
