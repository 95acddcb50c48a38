"""Work that may lie on a line, as the model sees it: each possible shift with its literal, and work elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from solver.domain.cycle import DAY_MINUTES
from solver.domain.employee import Employee
from solver.rules.base import Bool, Model


@dataclass(frozen=True)
class Block:
    """A possible stretch of work in absolute minutes. `literal` is 1 where it is certain.

    `fixed` is work elsewhere; it is true where the line is used, as a line of 0 % is held to nothing. `number` tells
    windows apart that are alike.
    """

    start: int
    end: int
    day: int
    literal: Bool
    fixed: bool = False
    number: int = 0

    @property
    def order(self) -> tuple[int, bool, int]:
        """What comes first; no two blocks that can be worked together are equal."""
        return self.start, self.fixed, self.number


def blocks(model: Model, employee: Employee, day: int) -> tuple[Block, ...]:
    """All that may start on a day (any day; the model knows the wrap)."""
    key = employee.id, day
    if key not in model.kept:
        model.kept[key] = tuple(_blocks(model, employee, day))
    found: tuple[Block, ...] = model.kept[key]
    return found


def _blocks(model: Model, employee: Employee, day: int) -> Iterator[Block]:
    midnight = day * DAY_MINUTES
    for shift in model.scenario.shifts:
        literal = model.works(employee, day, shift.code)
        if isinstance(literal, int) and literal == 0:
            continue
        start, end = shift.span
        yield Block(midnight + start, midnight + end, day, literal)
    place = model.cycle.wrapped(day)
    if place is None:
        return
    for number, window in enumerate(employee.elsewhere):
        if window.includes(place):
            start, end = window.span
            literal = model.used(employee)
            yield Block(midnight + start, midnight + end, day, literal, fixed=True, number=number)


def blocks_between(model: Model, employee: Employee, first: int, last: int) -> list[Block]:
    """All that may start on the days `first` to `last`, both included."""
    return [block for day in range(first, last + 1) for block in blocks(model, employee, day)]


def by_day(found: list[Block]) -> Iterator[list[Block]]:
    """Blocks that exclude each other together: the shifts of one day, and each stretch of work elsewhere alone."""
    days: dict[int, list[Block]] = {}
    for block in found:
        if block.fixed:
            yield [block]
        else:
            days.setdefault(block.day, []).append(block)
    yield from days.values()
