"""What an option means for each person: the size before and after, weekends, and every day that differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from solver.domain.work import WorkLine
from solver.forum.base import Draft
from solver.forum.settling import After
from solver.forum.today import Person, Today
from solver.goals.positions import position_of
from solver.goals.spread import WeekendHoursBalance


@dataclass(frozen=True)
class Day:
    """One day of the cycle (from 0) that is not as it was; `""` is free."""

    day: int
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """A line in the figures a person asks about: size in basis points, worked weekends, paid minutes in weekends."""

    size: int
    weekends: int
    weekend_minutes: int


@dataclass(frozen=True)
class Change:
    """One line before (None: a new one) and after (None: nobody has it any more)."""

    person: Person
    before: Line | None
    after: Line | None
    days: tuple[Day, ...]
    extended: bool
    """whether it is one the option gives more"""

    @property
    def is_other(self) -> bool:
        """Whether it is somebody whose size is as it was."""
        return self.before is not None and self.after is not None and self.before.size == self.after.size


def changes(today: Today, draft: Draft, afters: Sequence[After]) -> tuple[Change, ...]:
    """Every line of the units touched that is not exactly as it was, in the order of the files."""
    return tuple(change for after in afters for change in _of_unit(today, draft, after))


def changed_days_of_others(found: Sequence[Change]) -> int:
    """Days that differ for those whose size does not."""
    return sum(len(change.days) for change in found if change.is_other)


def _of_unit(today: Today, draft: Draft, after: After) -> Iterator[Change]:
    before, now = today.sheets[after.unit].line_of, after.sheet.line_of
    for name in [*before, *(one for one in now if one not in before)]:
        person = after.unit, name
        then, there = before.get(name), now.get(name)
        old, new = _line(then), _line(there)
        if old is None and new is None:
            continue
        days = _days(then, there)
        if old != new or days:
            second = any(one.unit == after.unit and one.line == name for one in draft.seconds)
            yield Change(person, old, new, days, person in draft.people or second)


def _line(work: WorkLine | None) -> Line | None:
    """None where the line is not in use."""
    if work is None or work.is_zero:
        return None
    weekends = sum(work.weekend_is_worked(week) for week in range(work.cycle.weeks))
    return Line(position_of(work), weekends, WeekendHoursBalance().amount(work))


def _days(before: WorkLine | None, after: WorkLine | None) -> tuple[Day, ...]:
    if before is None or after is None:
        return ()
    return tuple(
        Day(day, old, new)
        for day, (old, new) in enumerate(zip(before.days, after.days, strict=True))
        if old != new
    )
