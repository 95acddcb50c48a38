"""What wears people out: short rests between shifts, single free days, and long runs of working days."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from solver.domain.cycle import DAY_MINUTES
from solver.domain.employee import Employee
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet, WorkLine
from solver.goals.base import Goal
from solver.rules.base import Linear, Model

SHORT_REST_MINUTES = 13 * 60
LONG_RUN_DAYS = 5
REACH_DAYS = 2
"""a shift lasts a day at most, so a short rest ends within two days of the day its first shift starts"""


class Strain(Goal):
    """Events on the days of the cycle, with `before` as neighbour; a rest belongs to the shift after it."""

    id = "strain"
    unit = "events"
    name = "Belastende vaktskift og arbeidsperioder"

    def measure(self, sheet: Sheet, current: Roster | None = None) -> int:
        return sum(_short_rests(line) + _single_days(line) + _late_days(line) for line in sheet.lines)

    def express(self, model: Model, current: Roster | None = None) -> Linear:
        walkers = (
            len(model.employees) if model.cycle.rotation == "shared" else 1
        )  # each has the events of the line
        pairs = list(_short_pairs(model.scenario))
        return walkers * sum(
            event
            for employee in model.lines
            for day in range(model.cycle.days)
            for event in (
                _rest_event(model, employee, day, pairs),
                _single_day_event(model, employee, day),
                _late_day_event(model, employee, day),
            )
        )

    def ceiling(self, scenario: Scenario) -> int:
        return (
            2 * scenario.cycle.days * len(scenario.employees)
        )  # a free day has one event, a working day two


def _short_rests(line: WorkLine) -> int:
    periods = line.periods(-REACH_DAYS, line.cycle.days - 1, elsewhere=False)
    return sum(
        later.day >= 0 and later.start - earlier.end < SHORT_REST_MINUTES
        for earlier, later in pairwise(periods)
    )


def _single_days(line: WorkLine) -> int:
    return sum(
        line.works(day - 1) and not line.works(day) and line.works(day + 1) for day in range(line.cycle.days)
    )


def _late_days(line: WorkLine) -> int:
    """Each working day from the fifth in a row."""
    run = events = 0
    for day in range(1 - LONG_RUN_DAYS, line.cycle.days):
        run = run + 1 if line.works(day) else 0
        events += day >= 0 and run >= LONG_RUN_DAYS
    return events


Pair = tuple[int, tuple[str, ...], tuple[str, ...]]
"""days between, the first shifts, and the later ones too soon after each of them"""


def _short_pairs(scenario: Scenario) -> Iterator[Pair]:
    """The shifts too close for a good rest; first shifts with the same ones too close are taken together."""
    for apart in range(1, REACH_DAYS + 1):
        together: dict[tuple[str, ...], list[str]] = {}
        for first in scenario.shifts:
            ready = first.span[1] + SHORT_REST_MINUTES - apart * DAY_MINUTES
            later = tuple(shift.code for shift in scenario.shifts if shift.start < ready)
            if later:
                together.setdefault(later, []).append(first.code)
        for later, firsts in together.items():
            yield apart, tuple(firsts), later


def _rest_event(model: Model, employee: Employee, day: int, pairs: list[Pair]) -> Linear:
    """Whether the rest before this day's shift is short."""
    sums = []
    for apart, firsts, later in pairs:
        first, second = model.works_any(employee, day - apart, firsts), model.works_any(employee, day, later)
        if not (_is_zero(first) or _is_zero(second)):
            between = sum(model.on(employee, day - gap) for gap in range(1, apart))
            sums.append(first + second - between - 1)
    return _event(model, sums, f"strain.{employee.id}.{day}.rest")


def _single_day_event(model: Model, employee: Employee, day: int) -> Linear:
    before, today, after = (model.on(employee, near) for near in (day - 1, day, day + 1))
    if _is_zero(before) or _is_zero(after):
        return 0
    return _event(model, [before + after - today - 1], f"strain.{employee.id}.{day}.single")


def _late_day_event(model: Model, employee: Employee, day: int) -> Linear:
    run = [model.on(employee, near) for near in range(day + 1 - LONG_RUN_DAYS, day + 1)]
    if any(_is_zero(worked) for worked in run):
        return 0
    return _event(model, [sum(run) - (LONG_RUN_DAYS - 1)], f"strain.{employee.id}.{day}.run")


def _event(model: Model, sums: list[Linear], name: str) -> Linear:
    """1 where any of the sums is: a Boolean they bound from below only, as it is made small."""
    known = [one for one in sums if isinstance(one, int)]
    if len(known) == len(sums):
        return max([0, *known])
    event = model.boolean(name)
    for one in sums:
        model.add(event >= one, name)
    return event


def _is_zero(value: Linear) -> bool:
    return isinstance(value, int) and value == 0
