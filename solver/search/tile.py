"""A long cycle as a shorter one repeated: a small problem where the whole is a large one.

What a cycle of `weeks` allows a line, a shorter one allows its part of; what is about certain weeks only is left out
and made good when the repeated roster is laid over the whole cycle (`draft`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar

from solver.domain.employee import Employee
from solver.domain.roster import Line
from solver.domain.scenario import Scenario
from solver.domain.unit_rules import UnitRules
from solver.domain.windows import Days

AnyDays = TypeVar("AnyDays", bound=Days)

LONG_WEEKS = 16
"""A cycle of more weeks begins from a shorter one: twelve weeks, or a part of it that no weekend is lost in."""
TILES = range(14, 7, -1)
USUAL = 12


def tile_weeks(scenario: Scenario) -> int | None:
    """How many weeks the shorter cycle has; None where the cycle is short enough by itself."""
    weeks = scenario.cycle.weeks
    if weeks <= LONG_WEEKS or not scenario.cycle.wraps:
        return None
    apart = scenario.rules.min_weeks_between_weekends or 1
    for tile in TILES:
        repeats, rest = divmod(weeks, tile)
        if not rest and tile // apart * repeats == weeks // apart and _Part(weeks, tile).has_all(scenario):
            return tile
    return max(USUAL // apart * apart, apart)


def tile_of(scenario: Scenario, tile: int) -> Scenario:
    """The same unit in a cycle of so many weeks."""
    part = _Part(scenario.cycle.weeks, tile)
    return scenario.with_changes(
        {
            "cycle_shape": scenario.cycle_shape.model_copy(update={"weeks": tile}),
            "employees": tuple(part.employee(one) for one in scenario.employees),
            "rules": part.rules(scenario.rules),
            "demand": tuple(part.recurring(scenario.demand)),
            "residents": (),
        }
    )


def repeated(lines: Iterable[Line], days: int) -> list[Line]:
    """The lines again and again until there are so many days."""
    return [
        line.model_copy(update={"days": tuple(line.days[day % len(line.days)] for day in range(days))})
        for line in lines
    ]


class _Part:
    """What a part of a cycle allows."""

    def __init__(self, weeks: int, tile: int) -> None:
        self.weeks, self.tile = weeks, tile

    def most(self, amount: int | None) -> int | None:
        return None if amount is None else amount * self.tile // self.weeks

    def least(self, amount: int | None) -> int | None:
        return None if amount is None else -(-amount * self.tile // self.weeks)

    def recurring(self, given: Iterable[AnyDays]) -> Iterator[AnyDays]:
        """What holds in the same weeks of every part; what is about certain weeks of the cycle only is left out."""
        for one in given:
            weeks = None if one.weeks is None else self._alike_in_all(one.weeks)
            if weeks is None or weeks:
                yield one.model_copy(update={"weeks": weeks})

    def has_all(self, scenario: Scenario) -> bool:
        """Whether all demand of the cycle recurs in every part."""
        return all(
            row.weeks is None
            or len(self._alike_in_all(row.weeks)) * self.weeks == len(set(row.weeks)) * self.tile
            for row in scenario.demand
        )

    def _alike_in_all(self, weeks: Collection[int]) -> tuple[int, ...]:
        first = range(1, self.tile + 1)
        return tuple(one for one in first if all(at in weeks for at in range(one, self.weeks + 1, self.tile)))

    def employee(self, employee: Employee) -> Employee:
        most, least = self.most(employee.max_weekends), self.least(employee.min_weekends)
        return employee.model_copy(
            update={
                "max_weekends": most,
                "min_weekends": least if most is None or least is None else min(most, least),
                "other_minutes": employee.other_minutes * self.tile // self.weeks,
                "unavailable": tuple(self.recurring(employee.unavailable)),
                "elsewhere": tuple(self.recurring(employee.elsewhere)),
                "pinned": tuple(self.recurring(employee.pinned)),
                "wishes": (),
                "rules": self.rules(employee.rules),
            }
        )

    def rules(self, rules: UnitRules) -> UnitRules:
        """The rules with their part of what they say of the whole cycle; only what is there is changed."""
        changed: dict[str, Any] = {}
        for name, part in (("max_shifts", self.most), ("min_shifts", self.least)):
            given = getattr(rules, name)
            if given:
                changed[name] = {code: part(amount) for code, amount in given.items()}
        for name, part in (("max_minutes", self.most), ("min_minutes", self.least)):
            if getattr(rules, name) is not None:
                changed[name] = part(getattr(rules, name))
        return rules.model_copy(update=changed) if changed else rules
