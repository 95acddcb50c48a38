"""The places in a scenario that can give: what a person wrote and could have written otherwise.

Law, the agreement and the clock times of shifts are no givens. Order: what a reader would least expect to be
the cause comes first and is the first to be left out of a reason; what is decided for a day comes last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from solver.domain.employee import FULL_BASIS_POINTS, Employee
from solver.domain.scenario import Scenario
from solver.domain.unit_rules import UnitRules

REMOVED: dict[str, object] = {
    "norm": None,
    "weekly_minutes": None,
    "other_minutes": 0,
    "shifts": None,
    "max_weekends": None,
    "min_weekends": None,
    "before": (),
}
"""Fields of a line, and what stands there when nothing is asked."""
DATED = ("elsewhere", "unavailable", "pinned")
"""Lists of a line whose entries are about days."""


@dataclass(frozen=True)
class Given:
    """A place, such as `employees[2].pinned[0]`; with `day`, only what it says of that day of the cycle.

    `employees[2]` alone is that the line is there at all.
    """

    path: str
    day: int | None = None


def line_path(index: int) -> str:
    return f"employees[{index}]"


def of_unit(scenario: Scenario) -> list[Given]:
    """What holds every line: the weekdays of the shifts, and the unit's rules."""
    days = [Given(f"shifts[{place}].days") for place, shift in enumerate(scenario.shifts) if shift.days]
    return [*days, *of_rules(scenario.rules, "rules")]


def of_rules(rules: UnitRules, path: str) -> Iterator[Given]:
    """Each rule that asks for something; of lists and tables each entry."""
    for name in UnitRules.model_fields:
        value = getattr(rules, name)
        if isinstance(value, dict):
            yield from (Given(f"{path}.{name}.{code}") for code in value)
        elif isinstance(value, tuple):
            yield from (Given(f"{path}.{name}[{place}]") for place in range(len(value)))
        elif value is not None:
            yield Given(f"{path}.{name}")


def of_line(scenario: Scenario, index: int) -> list[Given]:
    """What one line asks for itself."""
    employee, path = scenario.employees[index], line_path(index)
    fields = [name for name, removed in REMOVED.items() if getattr(employee, name) != removed]
    sizes = [name for name in dict.fromkeys(position_places(employee).values()) if name]
    dated = [f"{name}[{place}]" for name in DATED for place in range(len(getattr(employee, name)))]
    own = [Given(f"{path}.{name}") for name in (*fields, *sizes, *dated)]
    return [*of_rules(employee.rules, f"{path}.rules"), *own]


def position_places(employee: Employee) -> dict[str, str]:
    """Where the smallest and the largest size come from: `position.min`, or what it follows from; or ""."""
    given = employee.position
    current, wanted = given.given_current_basis_points, given.given_wanted_basis_points
    places = {"min": "", "max": ""}
    for side, own, size, idle in (
        ("min", given.given_min_basis_points, employee.min_basis_points, 0),
        ("max", given.given_max_basis_points, employee.max_basis_points, FULL_BASIS_POINTS),
    ):
        if size == idle:
            continue
        follows = [("position.current", current), ("position.wanted", wanted)]
        follows = follows if side == "min" else follows[::-1]
        from_others = next(name for name, value in (*follows, ("", size)) if value == size)
        places[side] = f"position.{side}" if own is not None else from_others
    return places


def of_links(scenario: Scenario) -> list[Given]:
    """What holds the lines together: the most people at once, and the budget."""
    rows = [number for number, row in enumerate(scenario.demand) if row.max is not None]
    budget = [] if scenario.budget_fte_hundredths is None else [Given("budget_fte")]
    return [*(Given(f"demand[{number}].max") for number in rows), *budget]
