"""Each line by itself: what its days may have and cost, which hours it may end with, and what its size costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from solver.domain.employee import FULL_BASIS_POINTS, Employee
from solver.domain.norm import sizes, tolerance_times_full
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.goals.wishes import Wishes
from solver.rules.base import Rule, starts
from solver.search.columns.rows import weighted
from solver.search.stages import Stage

OF_SIZES = ("unwanted_part_time", "small_positions", "part_time", "lines_used")


@dataclass(frozen=True)
class Person:
    """One line. `costs`: [stage, day, code], `size_costs`: for each size what it costs in each stage."""

    place: int
    employee: Employee
    allowed: npt.NDArray[np.bool_]
    costs: npt.NDArray[np.int64]
    size_costs: dict[int, tuple[int, ...]]
    hours: dict[int, tuple[int, int]]
    """for each size over 0 the least and most paid minutes in shifts"""

    @cached_property
    def may_be_unused(self) -> bool:
        return 0 in self.size_costs and bool(self.allowed[:, 0].all())

    @cached_property
    def even_pace(self) -> tuple[float, ...]:
        """Which part of the days with any possible shift there is before each day, and after the last."""
        before = np.concatenate([[0], np.cumsum(self.allowed[:, 1:].any(axis=1))])
        return tuple((before / max(before[-1], 1)).tolist())


def person_of(scenario: Scenario, place: int, rules: Sequence[Rule], stages: Sequence[Stage]) -> Person:
    employee = scenario.employees[place]
    possible = sizes(scenario, employee)
    return Person(
        place,
        employee,
        _allowed(scenario, rules, employee),
        np.array([_day_costs(scenario, employee, stage) for stage in stages], dtype=np.int64),
        {size: tuple(_size_cost(scenario, employee, size, stage) for stage in stages) for size in possible},
        {size: _hours(scenario, employee, size) for size in possible if size},
    )


def _allowed(scenario: Scenario, rules: Sequence[Rule], employee: Employee) -> npt.NDArray[np.bool_]:
    """Which codes each day may have: [day, code]."""
    codes = [shift.code for shift in scenario.shifts]
    found = np.zeros((scenario.cycle.days, len(codes) + 1), dtype=bool)
    most = scenario.rules_of(employee).max_shifts or {}
    for day, may in enumerate(starts(scenario, rules, employee)):
        found[day, 0] = not any(pin.shift for pin in employee.pinned if pin.includes(day))
        found[day, 1:] = [code in may and most.get(code) != 0 for code in codes]
    return found


def _day_costs(scenario: Scenario, employee: Employee, stage: Stage) -> npt.NDArray[np.int64]:
    codes = ["", *(shift.code for shift in scenario.shifts)]
    found = np.zeros((scenario.cycle.days, len(codes)), dtype=np.int64)
    for weight in (weight for weight, goal in weighted(stage) if isinstance(goal, Wishes)):
        for wish in employee.wishes:
            unmet = [weight * wish.weight * (not wish.met_by(code)) for code in codes]
            for day in wish.in_cycle(scenario.cycle):
                found[day] += unmet
    return found


def _size_cost(scenario: Scenario, employee: Employee, size: int, stage: Stage) -> int:
    """What a size costs, measured on a roster of this line alone."""
    goals = [(weight, goal) for weight, goal in weighted(stage) if goal.id in OF_SIZES]
    if not goals:
        return 0
    alone = scenario.with_changes({"employees": (employee,)})
    line = Line(employee=employee.id, position_basis_points=size / 100, days=("",) * scenario.cycle.days)  # type: ignore[arg-type]
    sheet = Sheet.of(alone, Roster(lines=(line,)))
    return sum(weight * goal.measure(sheet) for weight, goal in goals)


def _hours(scenario: Scenario, employee: Employee, size: int) -> tuple[int, int]:
    """The least and most paid minutes in shifts of a line of a size."""
    rules, tolerance = scenario.rules_of(employee), tolerance_times_full(scenario, employee)
    low, high = 0, scenario.cycle.days * 1440
    if tolerance is not None:
        least, most = _targets(scenario, employee, size)
        low = -((tolerance - least) // FULL_BASIS_POINTS)
        high = (most + tolerance) // FULL_BASIS_POINTS
    if rules.min_minutes is not None:
        low = max(low, rules.min_minutes)
    if rules.max_minutes is not None:
        high = min(high, rules.max_minutes)
    return max(low - employee.other_minutes, 0), high - employee.other_minutes


def _targets(scenario: Scenario, employee: Employee, size: int) -> tuple[int, int]:
    """What the hours of a size should be, times 10,000: from the least to the most that may be earned."""
    if scenario.norm_of(employee) == "fixed":
        target = size * scenario.full_time_minutes_of(employee)
        return target, target
    tredelt, weeks = scenario.agreement.tredelt, size * scenario.cycle.weeks
    return tredelt.floor_weekly_minutes * weeks, tredelt.ceiling_weekly_minutes * weeks
