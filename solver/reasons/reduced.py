"""A scenario with only some of its givens; the others are taken out of the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

from solver.domain.cycle import DAY_NAMES
from solver.domain.employee import FULL_BASIS_POINTS, Employee, Position
from solver.domain.scenario import Demand, Scenario
from solver.domain.unit_rules import UnitRules
from solver.domain.windows import Days
from solver.reasons.givens import DATED, REMOVED, Given, line_path, position_places

Dated = TypeVar("Dated", bound=Days)

ALONE = ("id", "name", "competence", "skills", "groups", "counts_in_cover", "wishes")
"""What each of those who share a line has alone."""


class Reduction:
    """What is kept of a scenario."""

    def __init__(self, kept: Iterable[Given]) -> None:
        self.paths: set[str] = set()
        self.days: dict[str, set[int]] = defaultdict(set)
        for given in kept:
            if given.day is None:
                self.paths.add(given.path)
            else:
                self.days[given.path].add(given.day)

    def of(self, scenario: Scenario) -> Scenario:
        """The scenario with the lines that are kept and what is kept of them; no demand has a minimum.

        Of a shared line the first employee's places are everyone's.
        """
        shared = scenario.cycle.rotation == "shared"
        people = [(line_path(index), one) for index, one in enumerate(scenario.employees)][
            : 1 if shared else None
        ]
        kept = [self.line(employee, path) for path, employee in people if path in self.paths]
        if shared and kept:
            others = [{name: getattr(one, name) for name in ALONE} for one in scenario.employees[1:]]
            kept += [kept[0].model_copy(update=own) for own in others]
        shifts = enumerate(scenario.shifts)
        update = {
            "employees": tuple(kept),
            "shifts": tuple(
                shift if f"shifts[{place}].days" in self.paths else shift.model_copy(update={"days": None})
                for place, shift in shifts
            ),
            "rules": self.rules(scenario.rules, "rules"),
            "demand": self.demand(scenario),
            "budget_fte_hundredths": scenario.budget_fte_hundredths if "budget_fte" in self.paths else None,
            "residents": (),
        }
        return scenario.with_changes(update)

    def line(self, employee: Employee, path: str) -> Employee:
        """A line with only what is kept of it."""
        update: dict[str, Any] = {"position": self.position(employee, path)}
        update |= {name: none for name, none in REMOVED.items() if f"{path}.{name}" not in self.paths}
        update |= {name: self.dated(getattr(employee, name), f"{path}.{name}") for name in DATED}
        update["rules"] = self.rules(employee.rules, f"{path}.rules")
        return employee.model_copy(update=update)

    def position(self, employee: Employee, path: str) -> Position:
        places = position_places(employee)
        least, most = (not places[side] or f"{path}.{places[side]}" in self.paths for side in ("min", "max"))
        sizes = {
            "given_min_basis_points": employee.min_basis_points if least else 0,
            "given_max_basis_points": employee.max_basis_points if most else FULL_BASIS_POINTS,
        }
        return Position().model_copy(update=sizes)

    def dated(self, entries: tuple[Dated, ...], path: str) -> tuple[Dated, ...]:
        """Entries that are kept whole, and single days of others."""
        found: list[Dated] = []
        for place, entry in enumerate(entries):
            here = f"{path}[{place}]"
            if here in self.paths:
                found.append(entry)
            for day in sorted(self.days.get(here, ())):
                one = {"days": (DAY_NAMES[day % len(DAY_NAMES)],), "weeks": (day // len(DAY_NAMES) + 1,)}
                found.append(entry.model_copy(update=one))
        return tuple(found)

    def rules(self, rules: UnitRules, path: str) -> UnitRules:
        """A rule that is not kept asks for nothing; of a line's own it still stands in the unit's place."""
        update: dict[str, Any] = {}
        for name in rules.model_fields_set:
            value, here = getattr(rules, name), f"{path}.{name}"
            if isinstance(value, dict):
                update[name] = {code: value[code] for code in value if f"{here}.{code}" in self.paths}
            elif isinstance(value, tuple):
                entries = enumerate(value)
                update[name] = tuple(entry for place, entry in entries if f"{here}[{place}]" in self.paths)
            elif here not in self.paths:
                update[name] = None
        return rules.model_copy(update=update)

    def demand(self, scenario: Scenario) -> tuple[Demand, ...]:
        """Every row in its place, as findings name rows by number; none where no row is kept."""
        rows = enumerate(scenario.demand)
        kept = [row.max if f"demand[{number}].max" in self.paths else None for number, row in rows]
        if all(most is None for most in kept):
            return ()
        return tuple(
            row.model_copy(update={"min": None, "wanted": None, "max": most})
            for row, most in zip(scenario.demand, kept, strict=True)
        )


def only(scenario: Scenario, kept: Iterable[Given]) -> Scenario:
    """The scenario with only these givens."""
    return Reduction(kept).of(scenario)
