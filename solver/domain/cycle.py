"""The cycle: the days of the plan and what comes after the last one.

Day 0 is the Monday of week 1. In `individual` and `shared` rotation the last day is followed by the first; in `none`
nothing is known outside the period but the codes that came `before`. Windows longer than a cycle run over its
repetitions, so a window may name the same day more than once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

DAY_MINUTES = 1440
WEEK_DAYS = 7
WEEK_MINUTES = WEEK_DAYS * DAY_MINUTES
SUNDAY_PERIOD_WEEKS = 26
DayName = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAY_NAMES: tuple[DayName, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SATURDAY, SUNDAY = 5, 6
Rotation = Literal["individual", "shared", "none"]


@dataclass(frozen=True)
class Cycle:
    """A plan of `weeks` weeks that repeats (or, with rotation none, does not)."""

    weeks: int
    rotation: Rotation = "individual"

    @property
    def days(self) -> int:
        return self.weeks * WEEK_DAYS

    @property
    def wraps(self) -> bool:
        return self.rotation != "none"

    def windows(self, length: int, history: int = 0) -> Iterator[range]:
        """Every run of `length` days that counts, as a range of days that may pass the ends of the cycle.

        `history` is how many days before day 0 are known (rotation none only).
        """
        if self.wraps:
            yield from (range(first, first + length) for first in range(self.days))
        else:
            known = min(
                history, length - 1
            )  # a window with no day of the period in it is history, not a plan
            yield from (range(first, first + length) for first in range(-known, self.days - length + 1))

    def week_windows(self, length: int, history: int = 0) -> Iterator[tuple[int, ...]]:
        """Every run of `length` weeks that counts, as indices of weeks from 0 (wrapped, so they may repeat).

        `history` is how many weeks before week 0 count too (rotation none only).
        """
        if self.wraps:
            yield from (tuple((w + k) % self.weeks for k in range(length)) for w in range(self.weeks))
        else:
            known = min(history, length - 1)
            yield from (tuple(range(w, w + length)) for w in range(-known, self.weeks - length + 1))

    def most_of(self, total: int, in_a_row: int) -> int:
        """How many of `total` days (or weeks) of the cycle can be chosen with at most so many in a row."""
        return total * in_a_row // (in_a_row + 1) if self.wraps else total - total // (in_a_row + 1)

    def wrapped(self, day: int) -> int | None:
        """The day of the cycle that `day` repeats, or None outside a period that does not repeat."""
        if self.wraps:
            return day % self.days
        return day if 0 <= day < self.days else None

    def week_of(self, day: int) -> int:
        """The week (from 1) of a day of the cycle."""
        return day % self.days // WEEK_DAYS + 1 if self.wraps else day // WEEK_DAYS + 1

    @staticmethod
    def name_of(day: int) -> DayName:
        return DAY_NAMES[day % WEEK_DAYS]


def overlap(start: int, end: int, other_start: int, other_end: int) -> int:
    """How many minutes two spans share."""
    return max(0, min(end, other_end) - max(start, other_start))
