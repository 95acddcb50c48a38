"""What rules about weeks and weekends must remember from day to day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from solver.domain.cycle import SATURDAY, SUNDAY
from solver.domain.unit_rules import WeekendShape
from solver.search.weekly.runs import State


@dataclass(frozen=True)
class WeekMinutes:
    """Working minutes from Monday to Sunday."""

    minutes: Mapping[str, int]
    most: int
    weekly: bool = True
    start: State = 0

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        total = (state if dow else 0) + self.minutes.get(code, 0)
        if total <= self.most:
            yield 0 if dow == SUNDAY else total


@dataclass(frozen=True)
class WorkedSundays:
    """Sundays in a row: `in_zone` holds each weekday and code that overlaps the Sunday zone of its own week."""

    in_zone: frozenset[tuple[int, str]]
    most: int
    weekly: bool = True
    start: State = (0, False)

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        """State: how many before this week's, in a row; whether this week's is worked."""
        in_a_row, is_worked = state
        if dow == 0:
            in_a_row, is_worked = in_a_row + 1 if is_worked else 0, False
        is_worked = is_worked or (dow, code) in self.in_zone
        if not is_worked or in_a_row < self.most:
            yield in_a_row, is_worked


@dataclass(frozen=True)
class Apart:
    """Worked weekends at least so many weeks apart."""

    weeks: int
    weekly: bool = True

    @property
    def start(self) -> State:
        return self.weeks, False

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        """State: how many weeks since the last worked weekend before this week's; whether this week's is worked."""
        since, is_worked = state
        if dow == 0:
            since, is_worked = 1 if is_worked else min(since + 1, self.weeks), False
        if dow >= SATURDAY and code:
            if since < self.weeks:
                return
            is_worked = True
        yield since, is_worked


@dataclass(frozen=True)
class Shape:
    """What a worked weekend consists of. Between the two days it remembers Saturday's code."""

    shape: WeekendShape
    long: frozenset[str]
    weekly: bool = True
    start: State = ""

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        if dow == SATURDAY:
            yield code
        elif dow != SUNDAY or self._fits(state, code):
            yield ""

    def _fits(self, saturday: str, sunday: str) -> bool:
        days = [code for code in (saturday, sunday) if code]
        long = (
            len(self.long.intersection(days)) if len(set(days)) == len(days) else 2 * (days[0] in self.long)
        )
        wanted: dict[str, bool] = {
            "both": len(days) == 2,
            "both_or_long": len(days) == 2 or long == 1,
            "one_long": len(days) == 1 and long == 1,
            "long_and_short": len(days) == 2 and long == 1,
        }
        return not days or wanted.get(self.shape, True)


@dataclass(frozen=True)
class FreeWeekends:
    """A weekend that is not worked stays free; `before` and `after` hold the weekdays and codes that reach into the
    weekend of their own week and of the week before.
    """

    before: frozenset[tuple[int, str]]
    after_it: frozenset[tuple[int, str]]
    weekly: bool = True
    start: State = (True, False, False)

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        """State: whether the last weekend was worked, whether this one is, whether it must be."""
        last, is_worked, must_be = state
        if dow == 0:
            if must_be and not is_worked:
                return
            last, is_worked, must_be = is_worked, False, False
        if (dow, code) in self.after_it and not last:
            return
        yield last, is_worked or bool(dow >= SATURDAY and code), must_be or (dow, code) in self.before
