"""Parts of the week that something is about: days, weeks, and a time of day."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from solver.domain.cycle import DAY_MINUTES, DAY_NAMES, Cycle, DayName
from solver.domain.values import Shape, Time


class Days(Shape):
    """Days and weeks; what is left out means all of them."""

    days: tuple[DayName, ...] | None = Field(None, min_length=1)
    """mon..sun"""
    weeks: tuple[int, ...] | None = Field(None, min_length=1)
    """weeks of the cycle, counted from 1"""

    def in_cycle(self, cycle: Cycle) -> Iterator[int]:
        """The days of the cycle this is about, in order."""
        for day in range(cycle.days):
            if self.includes(day):
                yield day

    def includes(self, day: int) -> bool:
        """Whether a day of the cycle is meant."""
        return (self.days is None or DAY_NAMES[day % 7] in self.days) and (
            self.weeks is None or day // 7 + 1 in self.weeks
        )


class TimedDays(Days):
    """Days with a time; without one the whole day. An end not after its start lies on the next day."""

    start: Time | None = None
    end: Time | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in minutes after the midnight at which the day starts."""
        start = 0 if self.start is None else self.start
        end = DAY_MINUTES if self.end is None else self.end
        return start, end if end > start else end + DAY_MINUTES


class Window(Days):
    """Days with a time that must be there. The window belongs to the day it starts on."""

    start: Time
    """`"HH:MM"`, quoted"""
    end: Time
    """`"HH:MM"`, quoted; one not after `start` lies on the next day"""

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in minutes after the midnight at which the day starts."""
        return self.start, self.end if self.end > self.start else self.end + DAY_MINUTES
