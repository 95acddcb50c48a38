"""What people may agree to: more worked weekends, and shifts longer than a long shift's limit."""

from __future__ import annotations

from typing import Any

from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.reasons.changes.base import Chosen, Edit, Kind, Price, walkers, with_employees
from solver.rules.base import Linear, Model


class MoreWeekends(Kind):
    """More worked weekends than `max_weekends`: as few as can be in all, and shared out among as many as can be."""

    id, unit = "weekends", "weekends"

    def loosest(self, scenario: Scenario) -> Scenario | None:
        weeks = scenario.cycle.weeks
        updates = {one.id: {"max_weekends": weeks} for one in scenario.employees if _can_more(one, weeks)}
        return with_employees(scenario, updates) if updates else None

    def price(self, model: Model, scenario: Scenario) -> Price:
        weeks, more = scenario.cycle.weeks, dict[Any, Linear]()
        for employee in model.lines:
            asked = scenario.employee_by_id[employee.id]
            if asked.max_weekends is not None and _can_more(asked, weeks):
                name = f"more_weekends.{employee.id}"
                more[employee.id] = model.integer(0, weeks - asked.max_weekends, name)
                worked = sum(model.weekend(employee, week) for week in range(weeks))
                model.add(worked <= asked.max_weekends + more[employee.id], name)
        most = model.largest(list(more.values()), 0, weeks, "more_weekends")
        return Price((weeks + 1) * sum(more.values()) + most, weeks + 1, more)

    def changed(self, scenario: Scenario, chosen: Chosen) -> tuple[Scenario, tuple[Edit, ...]]:
        return _edited(scenario, "max_weekends", chosen, lambda one, more: (one.max_weekends or 0) + more)


class LongShifts(Kind):
    """Consent to long shifts, from as few people as can be; only who works a long shift's code is asked."""

    id, unit = "long_shifts", "people"

    def loosest(self, scenario: Scenario) -> Scenario | None:
        updates = {one.id: {"long_shifts": True} for one in scenario.employees if _can_consent(scenario, one)}
        return with_employees(scenario, updates) if updates else None

    def price(self, model: Model, scenario: Scenario) -> Price:
        long = [shift.code for shift in scenario.shifts if scenario.is_long(shift)]
        consents: dict[Any, Linear] = {}
        for employee in model.lines:
            if _can_consent(scenario, scenario.employee_by_id[employee.id]):
                name = f"consent.{employee.id}"
                consents[employee.id] = model.boolean(name)
                worked = sum(model.works_any(employee, day, long) for day in range(scenario.cycle.days))
                model.add(worked <= scenario.cycle.days * consents[employee.id], name)
        return Price(sum(consents.values()), 1, consents)

    def changed(self, scenario: Scenario, chosen: Chosen) -> tuple[Scenario, tuple[Edit, ...]]:
        return _edited(scenario, "long_shifts", chosen, lambda one, asked: True)


def _can_more(employee: Employee, weeks: int) -> bool:
    return employee.max_weekends is not None and employee.max_weekends < weeks


def _can_consent(scenario: Scenario, employee: Employee) -> bool:
    codes = [shift.code for shift in scenario.shifts if scenario.is_long(shift)]
    works = codes if employee.shifts is None else [code for code in codes if code in employee.shifts]
    return bool(works) and not employee.long_shifts and not employee.vacant


def _edited(scenario: Scenario, field: str, chosen: Chosen, value: Any) -> tuple[Scenario, tuple[Edit, ...]]:
    """One field of those who were chosen, with everyone who walks the same line."""
    updates: dict[str, dict[str, Any]] = {}
    edits = []
    for key, amount in chosen.items():
        for name in walkers(scenario, str(key)) if amount else ():
            updates[name] = {field: value(scenario.employee_by_id[name], amount)}
    for index, employee in enumerate(scenario.employees):
        if employee.id in updates:
            place = f"employees[{index}].{field}"
            edits.append(Edit(place, getattr(employee, field), updates[employee.id][field]))
    return with_employees(scenario, updates), tuple(edits)
