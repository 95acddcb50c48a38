"""What a scenario asks for with every least of its demand held: the items that a conflict is made of.

An item is one row's least or most, one rule of the unit, the budget, or one limit of people (of all who have it at
first: that nobody works more than so many weekends is one thing). Law, agreement, people, competence, and the shifts
with their times and days always hold: they are never named as what gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from solver.domain.employee import FULL_BASIS_POINTS, Employee, Position
from solver.domain.scenario import Demand, Scenario
from solver.reasons.givens import DATED, Given, line_path, of_line, of_links, of_rules
from solver.reasons.reduced import Reduction

ALWAYS = ("before", "norm", "weekly_minutes", "other_minutes")
"""Facts of a line that hold in every reduced scenario."""
SPLIT = (*DATED, "rules")
"""Limits of people that are told person by person where they matter."""
ONES = ("min_consecutive_days", "min_consecutive_days_off", "min_weeks_between_weekends")
IDLE_RULES: dict[str, object] = {"weekend_shape": "any", **dict.fromkeys(ONES, 1)}
"""Values of the unit's rules that ask for nothing."""


@dataclass(frozen=True)
class Item:
    """Places in the file that are kept or taken away together; `kind` says what they have in common.

    `kind` is `demand.min`, `demand.max`, `budget_fte`, `rules.<name>`, or of people `position.min`, `max_weekends`,
    `long_shifts`, `pinned`, and so on.
    """

    kind: str
    paths: tuple[str, ...]

    @property
    def is_demand(self) -> bool:
        return self.kind == "demand.min"

    def split(self) -> list[Item]:
        """One for each line, where it is told person by person."""
        if self.kind not in SPLIT or len(self.paths) == 1:
            return [self]
        lines = dict.fromkeys(path.partition(".")[0] for path in self.paths)
        return [
            Item(self.kind, tuple(one for one in self.paths if one.startswith(f"{line}."))) for line in lines
        ]


def items_of(scenario: Scenario) -> list[Item]:
    """Everything that is asked for and could be left; what a reader would least expect to be the cause comes first."""
    rules = [
        Item(f"rules.{given.path.partition('.')[2]}", (given.path,))
        for given in of_rules(scenario.rules, "rules")
        if not _is_idle(scenario, given)
    ]
    links = [
        Item("budget_fte" if one.path == "budget_fte" else "demand.max", (one.path,))
        for one in of_links(scenario)
    ]
    rows = [
        Item("demand.min", (f"demand[{row}].min",)) for row, one in enumerate(scenario.demand) if one.least
    ]
    return [*links, *rules, *_of_people(scenario), *rows]


def _is_idle(scenario: Scenario, given: Given) -> bool:
    name = given.path.partition(".")[2]
    return name in IDLE_RULES and getattr(scenario.rules, name) == IDLE_RULES[name]


def _of_people(scenario: Scenario) -> Iterator[Item]:
    places: dict[str, list[str]] = {}
    lines = scenario.employees[:1] if scenario.cycle.rotation == "shared" else scenario.employees
    for index, employee in enumerate(lines):
        for kind, path in _of_line(scenario, index, employee):
            places.setdefault(kind, []).append(path)
    for kind, paths in places.items():
        yield Item(kind, tuple(paths))


def _of_line(scenario: Scenario, index: int, employee: Employee) -> Iterator[tuple[str, str]]:
    """What one line asks for: the kind and the place; its smallest and largest size each under their own name."""
    path = line_path(index)
    for given in of_line(scenario, index):
        place = given.path.removeprefix(f"{path}.")
        kind = place.partition("[")[0].partition(".")[0]
        if kind not in (*ALWAYS, "position"):
            yield kind, given.path
    if employee.min_basis_points:
        yield "position.min", f"{path}.position.min"
    if employee.max_basis_points < FULL_BASIS_POINTS:
        yield "position.max", f"{path}.position.max"
    if not employee.long_shifts and any(scenario.is_long(shift) for shift in scenario.shifts):
        yield "long_shifts", f"{path}.long_shifts"


class Held(Reduction):
    """The scenario with every line, and of what is asked only the items that are kept."""

    def __init__(self, scenario: Scenario, kept: Iterable[Item]) -> None:
        super().__init__(Given(path) for item in kept for path in item.paths)
        for index, employee in enumerate(scenario.employees):
            path = line_path(index)
            self.paths |= {path, *(f"{path}.{name}" for name in ALWAYS)}
            if not any(scenario.is_long(shift) for shift in scenario.shifts) or employee.long_shifts:
                self.paths.add(f"{path}.long_shifts")
        self.paths |= {f"shifts[{place}].days" for place in range(len(scenario.shifts))}

    def line(self, employee: Employee, path: str) -> Employee:
        line = super().line(employee, path)
        is_kept = f"{path}.long_shifts" in self.paths
        return line.model_copy(update={"long_shifts": employee.long_shifts if is_kept else True})

    def position(self, employee: Employee, path: str) -> Position:
        least, most = (f"{path}.position.{side}" in self.paths for side in ("min", "max"))
        return Position().model_copy(
            update={
                "given_min_basis_points": employee.min_basis_points if least else 0,
                "given_max_basis_points": employee.max_basis_points if most else FULL_BASIS_POINTS,
            }
        )

    def demand(self, scenario: Scenario) -> tuple[Demand, ...]:
        return tuple(
            row.model_copy(
                update={
                    "min": row.min if f"demand[{number}].min" in self.paths else None,
                    "wanted": None,
                    "max": row.max if f"demand[{number}].max" in self.paths else None,
                }
            )
            for number, row in enumerate(scenario.demand)
        )


def held(scenario: Scenario, kept: Iterable[Item]) -> Scenario:
    """The scenario with only these items of all that is asked."""
    return Held(scenario, kept).of(scenario)
