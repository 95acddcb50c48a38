"""Shared rotation: all walk one line, each a week after the one before."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.checks.base import Law
from solver.domain.employee import Employee
from solver.domain.fault import Fault, fault
from solver.domain.scenario import Scenario
from solver.domain.unit_rules import UnitRules


def lines_are_alike(scenario: Scenario, law: Law) -> Iterator[Fault]:
    """Alike in norm, shifts and position, and nothing that only one may have."""
    if scenario.cycle.rotation != "shared":
        return
    people, weeks = scenario.employees, scenario.cycle.weeks
    for index, employee in enumerate(people):
        path = f"employees[{index}]"
        for name in ("pinned", "unavailable", "elsewhere", "rules"):
            value = getattr(employee, name)
            if value.model_fields_set if isinstance(value, UnitRules) else value:
                message, instead = "Alle går i samme linje, så ingen kan ha dette alene.", "Fjern feltet."
                yield fault(f"{path}.{name}", "shared_line", message, instead)
        for name, (mine, first) in _unlike(scenario, employee, people[0]).items():
            if mine != first:
                message = "Alle går i samme linje, men {name} er ulik {other}."
                instead = "Skriv det likt for alle."
                yield fault(f"{path}.{name}", "shared_line", message, instead, name=name, other=people[0].id)
    if len(people) != weeks:
        message, instead = (
            "{people} ansatte deler en linje på {weeks} uker.",
            "Skriv like mange ansatte som uker.",
        )
        yield fault("employees", "shared_count", message, instead, people=len(people), weeks=weeks)


def _unlike(scenario: Scenario, mine: Employee, first: Employee) -> dict[str, tuple[object, object]]:
    """What must be alike in a shared line, for one and for the first."""
    pairs: dict[str, tuple[object, object]] = {
        name: (getattr(mine, name), getattr(first, name))
        for name in ("other_minutes", "max_weekends", "min_weekends", "long_shifts", "vacant")
    }
    pairs["norm"] = scenario.norm_of(mine), scenario.norm_of(first)
    pairs["weekly_minutes"] = scenario.weekly_minutes_of(mine), scenario.weekly_minutes_of(first)
    pairs["shifts"] = _codes(mine, scenario), _codes(first, scenario)
    pairs["position"] = (
        (mine.min_basis_points, mine.max_basis_points),
        (first.min_basis_points, first.max_basis_points),
    )
    return pairs


def _codes(employee: Employee, scenario: Scenario) -> set[str]:
    return set(scenario.shift_by_code if employee.shifts is None else employee.shifts)
