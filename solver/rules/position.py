"""The hours of a line match its position, and its position is one it may have (contract: Position, Tredelt)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from solver.domain.employee import FULL_BASIS_POINTS, Employee
from solver.domain.finding import Finding
from solver.domain.norm import SIXTIETHS, credit_sixtieths, scaled_target, sizes, tolerance_times_full
from solver.domain.values import number
from solver.domain.work import Sheet, WorkLine
from solver.rules.base import Card, Model, Rule
from solver.rules.sundays import sunday_worked, worked_sundays
from solver.rules.tredelt import EVERY_NTH_SUNDAY, hold_tredelt

LAW = "aml § 10-5, stillingsprosenten"


class PositionRule(Rule):
    """An unused line works nothing. A line of norm tredelt must also earn it."""

    asks_for_work = True
    card = Card(
        id="position",
        level="agreement",
        name="Stilling og timer",
        sentence="Timene i turnusen stemmer med stillingen innenfor avtalt avvik, og stillingen er en størrelse som er "
        "lov for linjen; en tredelt turnus oppfyller vilkårene for den.",
        law=LAW,
        link="https://lovdata.no/lov/2005-06-17-62/§10-5",
        parameters=(
            ("agreement.hours_tolerance_percent", "percent of full time"),
            ("agreement.position_step", "percent"),
            ("agreement.full_time_weekly_minutes", "minutes"),
            ("agreement.norm", ""),
            ("agreement.tredelt", "minutes"),
            ("employees.position", "percent"),
            ("employees.weekly_minutes", "minutes"),
            ("employees.other_minutes", "minutes"),
        ),
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            used = model.used(employee)
            for day in range(model.cycle.days):
                model.implies(model.on(employee, day), used, name=f"{self.card.id}.{employee.id}.{day}")
            tolerance = tolerance_times_full(model.scenario, employee)
            if model.scenario.norm_of(employee) == "tredelt":
                self._tredelt(model, employee, tolerance)
            elif tolerance is not None:
                full = model.scenario.full_time_minutes_of(employee)
                apart = FULL_BASIS_POINTS * model.minutes(employee) - full * model.position(employee)
                model.add(apart <= tolerance, f"{self.card.id}.{employee.id}.most")
                model.add(apart >= -tolerance, f"{self.card.id}.{employee.id}.least")

    def _tredelt(self, model: Model, employee: Employee, tolerance: int | None) -> None:
        weeks, name = range(model.cycle.weeks), f"{self.card.id}.{employee.id}.tredelt"
        hold_tredelt(model, employee, tolerance, name)
        sundays = sum(sunday_worked(model, employee, week, name) for week in weeks)
        model.add(EVERY_NTH_SUNDAY * sundays >= len(weeks) * model.used(employee), f"{name}.sundays")

    def audit(self, sheet: Sheet) -> Iterable[Finding]:
        yield from super().audit(sheet)
        yield from self._coarse(sheet)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        yield from self._size(line)
        yield from self._hours(line)
        if not line.is_zero and line.scenario.norm_of(line.employee) == "tredelt":
            yield from self._not_tredelt(line)

    def _size(self, line: WorkLine) -> Iterator[Finding]:
        size = _size_of(line)
        allowed = sizes(line.scenario, line.employee)
        if size == 0 and not line.is_unused:
            yield self.found(
                line, amount=line.paid_minutes, limit=0, unit="minutes", detail="unused_but_works"
            )
        if size not in allowed:
            nearest = min(allowed, key=lambda one: abs(one - size))
            yield self.found(line, amount=number(size), limit=number(nearest), unit="percent", detail="size")

    def _hours(self, line: WorkLine) -> Iterator[Finding]:
        tolerance = tolerance_times_full(line.scenario, line.employee)
        if tolerance is None or line.is_zero:
            return
        is_fixed = line.scenario.norm_of(line.employee) == "fixed"
        days = () if is_fixed else line.worked_days()
        credit = sum(credit_sixtieths(line.scenario, shift, day) for day, shift in days)
        scale = SIXTIETHS * FULL_BASIS_POINTS
        apart = abs(
            scale * line.paid_minutes - scaled_target(line.scenario, line.employee, _size_of(line), credit)
        )
        if apart > SIXTIETHS * tolerance:
            yield self.found(
                line,
                amount=apart // scale,
                limit=tolerance // FULL_BASIS_POINTS,
                unit="minutes",
                detail="hours",
            )
        stated = line.given.minutes if line.given else None
        if stated is not None and stated != line.paid_minutes:
            yield self.found(
                line, severity="warning", amount=stated, limit=line.paid_minutes, unit="minutes",
                detail="stated_minutes",
            )  # fmt: skip

    def _not_tredelt(self, line: WorkLine) -> Iterator[Finding]:
        sundays, weeks = len(list(worked_sundays(line, elsewhere=False))), line.cycle.weeks
        if EVERY_NTH_SUNDAY * sundays < weeks:
            needed = -(-weeks // EVERY_NTH_SUNDAY)
            yield self.found(line, amount=sundays, limit=needed, unit="sundays", detail="tredelt_sundays")
        paid = {"day": 0, "evening": 0, "night": 0}
        for _, shift in line.worked_days():
            paid[shift.kind] += shift.paid_minutes
        worked = {shift.kind for _, shift in line.worked_days()}
        for kind in paid:
            if kind not in worked:
                yield self.found(line, amount=0, limit=1, unit="shifts", detail=f"tredelt_{kind}")
        total = sum(paid.values())
        if 4 * (paid["day"] + paid["evening"]) < total:
            yield self.found(
                line, amount=paid["day"] + paid["evening"], limit=-(-total // 4), unit="minutes",
                detail="tredelt_quarter",
            )  # fmt: skip

    def _coarse(self, sheet: Sheet) -> Iterator[Finding]:
        """A tolerance under half the longest shift that a line may work leaves sizes that no hours reach."""
        worst: tuple[int, int] | None = None
        for employee in sheet.scenario.employees:
            tolerance = tolerance_times_full(sheet.scenario, employee)
            codes = employee.shifts if employee.shifts is not None else tuple(sheet.scenario.shift_by_code)
            longest = max(
                (
                    shift.paid_minutes
                    for shift in sheet.scenario.shifts
                    if shift.code in codes and (employee.long_shifts or not sheet.scenario.is_long(shift))
                ),
                default=0,
            )
            if tolerance is not None and 2 * tolerance < longest * FULL_BASIS_POINTS:
                worst = max(worst or (0, 0), (longest // 2, tolerance // FULL_BASIS_POINTS))
        if worst:
            yield self.found(
                severity="warning", amount=worst[1], limit=worst[0], unit="minutes", detail="coarse_tolerance"
            )


def _size_of(line: WorkLine) -> int:
    stated = line.given.position_basis_points if line.given else None
    return stated if stated is not None else 0
